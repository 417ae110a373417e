package org.lianshen.workbench.grid;

import java.util.List;
import org.lianshen.model.Money;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.TableSpec;

/** A small table for tests. */
record Lines(String name, String unit, Money amount) {

    static final TableSpec<Lines> SPEC = new TableSpec<>("lines", "ledger.column.NAME", List.of(new Column<>("name", "ledger.column.NAME", Column.Type.TEXT, 20, Lines::name),
            new Column<>("unit", "ledger.column.UNIT", Column.Type.TEXT, 12, Lines::unit), new Column<>("amount", "ledger.column.APPLIED", Column.Type.MONEY, 10, Lines::amount),
            new Column<>("state", "ledger.column.CONCLUSION", Column.Type.STATE, 8, line -> line.amount() != null && line.amount().isNegative()
                    ? new Column.Mark("review.state.REJECTED", Column.Tone.BLOCK, null) : new Column.Mark("review.state.APPROVED", Column.Tone.OK, "check-circle"))));

    static final List<Lines> THREE = List.of(new Lines("智慧水务", "市水利局", Money.ofWan(1280)), new Lines("区域影像云", "市卫健委", Money.ofYuan(-800_000)),
            new Lines("电子病历", "市卫健委", null));

    Lines withName(String now) {
        return new Lines(now, unit, amount);
    }

    Lines withUnit(String now) {
        return new Lines(name, now, amount);
    }

    Lines withAmount(Money now) {
        return new Lines(name, unit, now);
    }
}
