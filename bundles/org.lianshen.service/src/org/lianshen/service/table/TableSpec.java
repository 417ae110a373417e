package org.lianshen.service.table;

import java.util.List;

/**
 * A table, described once as data.
 *
 * @param id    stable, such as {@code ledger}
 * @param title text key
 */
public record TableSpec<T>(String id, String title, List<Column<T>> columns) {

    public TableSpec {
        columns = List.copyOf(columns);
    }
}
