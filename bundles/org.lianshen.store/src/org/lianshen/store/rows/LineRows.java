package org.lianshen.store.rows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetKind;

/** Budget lines as version 1 of the store kept them, a row each: they are read and never added to; {@link PageRows} has those of today. */
final class LineRows {

    private static final int PAGE = 5000;
    private static final String SELECT = "SELECT batch, line_no, id, fiscal_year, kind, sheet, row_no, cells FROM budget_line ";
    private static final String OF_BATCH = SELECT + "WHERE batch = ? AND line_no > ? ORDER BY batch, line_no LIMIT " + PAGE;
    private static final String BY_ID = SELECT + "WHERE id = ?";
    private final Work work;

    LineRows(Work work) {
        this.work = work;
    }

    void each(UUID batch, Consumer<BudgetLine> consumer) {
        work.sql().connection(connection -> {
            int last = 0;
            for (int found = PAGE; found == PAGE;) {
                found = 0;
                try (var select = connection.prepareStatement(OF_BATCH)) {
                    select.setObject(1, batch);
                    select.setInt(2, last);
                    try (var rows = select.executeQuery()) {
                        while (rows.next()) {
                            found++;
                            last = rows.getInt(2);
                            consumer.accept(line(rows));
                        }
                    }
                }
            }
        });
    }

    Optional<BudgetLine> find(UUID id) {
        return work.sql().connectionResult(connection -> find(connection, id));
    }

    private Optional<BudgetLine> find(Connection connection, UUID id) throws SQLException {
        try (var select = connection.prepareStatement(BY_ID)) {
            select.setObject(1, id);
            try (var rows = select.executeQuery()) {
                return rows.next() ? Optional.of(line(rows)) : Optional.empty();
            }
        }
    }

    private BudgetLine line(ResultSet row) throws SQLException {
        var cells = work.cells().read(row.getString(8));
        return new BudgetLine(row.getObject(3, UUID.class), row.getObject(1, UUID.class), row.getInt(4), SheetKind.valueOf(row.getString(5)), row.getString(6),
                row.getInt(7), cells.values(), cells.raw(), cells.rules());
    }
}
