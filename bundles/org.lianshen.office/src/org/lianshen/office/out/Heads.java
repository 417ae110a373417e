package org.lianshen.office.out;

import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.text.Texts;

/** Words of the head row. */
final class Heads {

    private Heads() {
    }

    /** The label; amounts say that they are in 万元. */
    static String of(Column<?> column, Texts texts) {
        String label = texts.get(column.label());
        return column.type() == Type.MONEY ? texts.get("table.inWan", label) : label;
    }
}
