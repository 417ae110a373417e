package org.lianshen.store.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.h2.jdbcx.JdbcDataSource;
import org.lianshen.model.Ids;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.service.Progress;
import org.lianshen.service.bench.Bench;
import org.lianshen.service.store.Store;
import org.lianshen.service.store.StoreLocation;
import org.lianshen.store.H2StoreProvider;
import org.lianshen.store.files.Remains;
import org.osgi.service.component.annotations.Component;

/**
 * {@code bench store [LINES]}: small transactions with their audit record, beside a bare write and force of a file on the same disk; budget lines of 20 cells in and out, beside
 * a bare H2 table that gets the same text in one column; opening, closing and backup.
 */
@Component(service = Bench.class)
public final class StoreBench implements Bench {

    private static final int LINES = 100_000;
    private static final int CELLS = 20;
    private static final int SMALL = 200;
    private static final int ROUNDS = 3;

    @Override
    public String name() {
        return "store";
    }

    @Override
    public boolean run(List<String> args, PrintStream out) {
        try {
            Path folder = Files.createTempDirectory("lianshen-bench");
            try {
                new Measuring(args.isEmpty() ? LINES : Integer.parseInt(args.getFirst()), folder, out).run();
            } finally {
                Remains.remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return true;
    }

    /** One run, in a folder of its own. */
    private record Measuring(int count, Path folder, PrintStream out, Ids ids) {

        Measuring(int count, Path folder, PrintStream out) {
            this(count, folder, out, new Ids(Clock.systemUTC()));
        }

        void run() throws IOException, SQLException {
            bareForce();
            bareTable();
            store();
        }

        private List<BudgetLine> lines(BudgetBatch batch) {
            var fields = List.of(BudgetField.values()).subList(0, CELLS);
            var lines = new ArrayList<BudgetLine>(count);
            for (int row = 1; row <= count; row++) {
                var values = new EnumMap<BudgetField, String>(BudgetField.class);
                for (BudgetField field : fields) {
                    values.put(field, switch (field.kind()) {
                        case MONEY -> row * 37 % 1_000_000 + ".50";
                        case DATE -> "2026-03-15";
                        case CODE -> "330502" + (1_000_000 + row);
                        case TEXT -> "信息系统运行维护 " + row % 977;
                    });
                }
                lines.add(new BudgetLine(ids.next(), batch.id(), 2026, SheetKind.ANNUAL, "部门预算项目表", row, values, Map.of()));
            }
            return lines;
        }

        private BudgetBatch batch() {
            return new BudgetBatch(ids.next(), "b.xlsx", "00".repeat(32), 2026, SheetKind.ANNUAL, List.of(), count, null, Clock.systemUTC().instant(), "li", null);
        }

        private void bareForce() throws IOException {
            try (var channel = FileChannel.open(folder.resolve("bare"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                long start = System.nanoTime();
                for (int i = 0; i < SMALL; i++) {
                    channel.write(ByteBuffer.allocate(4096));
                    channel.force(true);
                }
                out.printf(Locale.ROOT, "bare write and force of 4 KB: %.2f ms%n", millis(start) / SMALL);
            }
        }

        private void bareTable() throws SQLException {
            var texts = lines(batch()).stream().map(line -> line.values().toString()).toList();
            var source = new JdbcDataSource();
            source.setURL("jdbc:h2:" + folder.toAbsolutePath() + "/bare;WRITE_DELAY=0");
            try (var connection = source.getConnection(); var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("CREATE TABLE bare (id BIGINT PRIMARY KEY, cells VARCHAR)");
                long start = System.nanoTime();
                double processor = processorMillis();
                try (var insert = connection.prepareStatement("INSERT INTO bare VALUES (?, ?)")) {
                    for (int i = 0; i < texts.size(); i++) {
                        insert.setLong(1, i);
                        insert.setString(2, texts.get(i));
                        insert.addBatch();
                        if (i % 1000 == 999) {
                            insert.executeBatch();
                        }
                    }
                    insert.executeBatch();
                }
                connection.commit();
                out.printf(Locale.ROOT, "bare H2 table: %d lines in %.0f ms, processor %.0f ms%n", count, millis(start), processorMillis() - processor);
            }
        }

        private void store() throws IOException {
            var provider = new H2StoreProvider(Clock.systemUTC());
            var location = new StoreLocation.Folder(folder.resolve("store"));
            Path file = location.folder().resolve("lianshen.mv.db");
            long start = System.nanoTime();
            Store store = provider.create(location);
            store.write("li", "", tx -> {
                tx.settings().put("kind", "ONE_PERSON");
                tx.audit().append(AuditEntry.of("create", ""));
                return null;
            });
            out.printf(Locale.ROOT, "created in %.0f ms%n", millis(start));
            long before = Files.size(file);
            start = System.nanoTime();
            for (int i = 0; i < SMALL; i++) {
                String value = String.valueOf(i);
                store.write("li", "", tx -> {
                    tx.settings().put("small", value);
                    tx.audit().append(AuditEntry.of("small", value));
                    return null;
                });
            }
            out.printf(Locale.ROOT, "small transaction with its audit record, forced to disk, %.2f ms%n", millis(start) / SMALL);
            out.printf(Locale.ROOT, "the file grew by %.1f KB for each of them%n", (Files.size(file) - before) / 1e3 / SMALL);
            for (int round = 1; round <= ROUNDS; round++) {
                lines(store, round);
            }
            start = System.nanoTime();
            store.close();
            double closed = millis(start);
            start = System.nanoTime();
            store = provider.open(location);
            out.printf(Locale.ROOT, "closed in %.0f ms, opened in %.0f ms; file %.1f MB%n", closed, millis(start), Files.size(file) / 1e6);
            start = System.nanoTime();
            var copy = store.backup(folder.resolve("backup"), Progress.NONE);
            out.printf(Locale.ROOT, "backup of %d lines, checked, %.0f ms, %.1f MB%n", count * ROUNDS, millis(start), copy.bytes() / 1e6);
            store.close();
        }

        private void lines(Store store, int round) {
            var batch = batch();
            var lines = lines(batch);
            long start = System.nanoTime();
            double processor = processorMillis();
            store.write("li", "", tx -> {
                tx.budgets().batches().forEach(old -> tx.budgets().undo(old.id(), Clock.systemUTC().instant()));
                tx.budgets().add(batch, lines);
                tx.audit().append(AuditEntry.of("import", ""));
                return null;
            });
            double in = millis(start);
            double processorIn = processorMillis() - processor;
            start = System.nanoTime();
            processor = processorMillis();
            int found = store.read(tx -> tx.budgets().lines(2026)).size();
            out.printf(Locale.ROOT, "round %d: %d lines in %.0f ms, processor %.0f ms; %d loaded in %.0f ms, processor %.0f ms%n", round, count, in, processorIn, found,
                    millis(start), processorMillis() - processor);
        }

        private static double millis(long start) {
            return (System.nanoTime() - start) / 1e6;
        }

        /** Processor time of this thread: says more than the clock on a machine that does other things too. */
        private static double processorMillis() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
        }
    }
}
