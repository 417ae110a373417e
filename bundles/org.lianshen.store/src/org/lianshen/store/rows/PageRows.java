package org.lianshen.store.rows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.store.json.CellsJson;

/**
 * Budget lines, a million at a time: written as pages of some hundred lines, compressed, so that the database has a row and an index entry for a page and not for a line.
 * A line is found by its key through the page that it must be in.
 */
final class PageRows {

    private static final int LINES = 250;
    /** Where lines are long, a page ends before its room does. */
    private static final int BYTES = 1 << 18;
    private static final int LOOKED_AT_ONCE = 8;
    private static final String INSERT = "INSERT INTO budget_page (batch, page_no, line_count, first_id, last_id, content) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String OF_BATCH = "SELECT content FROM budget_page WHERE batch = ? AND page_no = ?";
    private static final String BY_ID = "SELECT batch, last_id, content FROM budget_page WHERE first_id <= ? ORDER BY first_id DESC LIMIT " + LOOKED_AT_ONCE + " OFFSET ?";
    private final Work work;

    PageRows(Work work) {
        this.work = work;
    }

    /** The lines of a batch going in one after the other. */
    final class Insert {

        private final UUID batch;
        private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        private int page;
        private int lines;
        private UUID first;
        private UUID last;
        private ByteArrayOutputStream content;
        private CellsJson.Writer writer;

        private Insert(UUID batch) {
            this.batch = batch;
        }

        void add(BudgetLine line) {
            try {
                if (lines == 0) {
                    content = new ByteArrayOutputStream(1 << 15);
                    deflater.reset();
                    writer = work.cells().to(new DeflaterOutputStream(content, deflater, 1 << 13));
                    first = line.id();
                    last = line.id();
                }
                writer.line(line);
                lines++;
                first = smaller(line.id(), first) ? line.id() : first;
                last = smaller(last, line.id()) ? line.id() : last;
                if (lines == LINES || content.size() > BYTES) {
                    flush();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void flush() throws IOException {
            writer.close();
            page++;
            work.sql().connection(connection -> {
                try (var insert = connection.prepareStatement(INSERT)) {
                    insert.setObject(1, batch);
                    insert.setInt(2, page);
                    insert.setInt(3, lines);
                    insert.setObject(4, first);
                    insert.setObject(5, last);
                    insert.setBytes(6, content.toByteArray());
                    insert.executeUpdate();
                }
            });
            lines = 0;
        }

        /** Writes what is left. */
        void finish() {
            try {
                if (lines > 0) {
                    flush();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                deflater.end();
            }
        }
    }

    /** The order of the databases. */
    private static boolean smaller(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high < 0 || high == 0 && Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits()) < 0;
    }

    Insert insert(UUID batch) {
        return new Insert(batch);
    }

    void each(UUID batch, Consumer<BudgetLine> consumer) {
        work.sql().connection(connection -> {
            try (var select = connection.prepareStatement(OF_BATCH)) {
                byte[] content;
                for (int page = 1; (content = page(select, batch, page)) != null; page++) {
                    lines(batch, content, consumer);
                }
            }
        });
    }

    private static byte[] page(java.sql.PreparedStatement select, UUID batch, int page) throws SQLException {
        select.setObject(1, batch);
        select.setInt(2, page);
        try (var rows = select.executeQuery()) {
            return rows.next() ? rows.getBytes(1) : null;
        }
    }

    private void lines(UUID batch, byte[] content, Consumer<BudgetLine> consumer) {
        work.cells().each(batch, new InflaterInputStream(new ByteArrayInputStream(content)), consumer);
    }

    Optional<BudgetLine> find(UUID id) {
        return work.sql().connectionResult(connection -> find(connection, id));
    }

    /** Pages of imports that ran at the same time lie between each other: then the line is not in the first one that it could be in. */
    private Optional<BudgetLine> find(Connection connection, UUID id) throws SQLException {
        try (var select = connection.prepareStatement(BY_ID)) {
            var found = new AtomicReference<BudgetLine>();
            for (int looked = LOOKED_AT_ONCE, offset = 0; looked == LOOKED_AT_ONCE && found.get() == null; offset += LOOKED_AT_ONCE) {
                looked = 0;
                select.setObject(1, id);
                select.setInt(2, offset);
                try (var rows = select.executeQuery()) {
                    while (rows.next() && found.get() == null) {
                        looked++;
                        if (!smaller(rows.getObject(2, UUID.class), id)) {
                            lines(rows.getObject(1, UUID.class), rows.getBytes(3), line -> found.compareAndSet(null, line.id().equals(id) ? line : null));
                        }
                    }
                }
            }
            return Optional.ofNullable(found.get());
        }
    }
}
