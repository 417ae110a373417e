package org.lianshen.model.budget;

import java.util.List;
import java.util.Optional;

/** Where a line came from: its workbook, and for every value the cell, the raw text and the rule that read it. */
public record LineOrigin(BudgetLine line, BudgetBatch batch, List<ValueOrigin> values) {

    public LineOrigin {
        values = List.copyOf(values);
    }

    public static LineOrigin of(BudgetLine line, BudgetBatch batch) {
        return new LineOrigin(line, batch, batch.reading(line.sheet(), line.row()).map(reading -> ValueOrigin.of(line, reading)).orElse(List.of()));
    }

    /** Empty where the line has no such value. */
    public Optional<ValueOrigin> of(BudgetField field) {
        return values.stream().filter(value -> value.field() == field).findFirst();
    }

    /** The value that stands in a cell: the first where several were read from it. */
    public Optional<ValueOrigin> at(String cell) {
        return values.stream().filter(value -> cell.equals(value.cell())).findFirst();
    }

    /** The amount that the line is judged by. */
    public Optional<ValueOrigin> amount() {
        return List.of(BudgetField.FINAL, BudgetField.INITIAL, BudgetField.AMOUNT, BudgetField.ADJUSTMENT).stream().map(this::of).flatMap(Optional::stream).findFirst();
    }
}
