package org.lianshen.service.intake;

import java.time.LocalDate;
import org.lianshen.model.Money;
import org.lianshen.model.budget.AmountUnit;

/** Cells of forms read by the same rules as cells of budget sheets. */
public final class CellReading {

    private CellReading() {
    }

    /** Null if the cell holds no amount. */
    public static Money money(SourceCell cell, AmountUnit unit) {
        AmountText amount = switch (cell.kind()) {
            case NUMBER -> AmountText.ofNumber(cell.text());
            case TEXT -> AmountText.of(cell.text());
            default -> null;
        };
        return amount == null ? null : amount.money(unit);
    }

    /** Whether the cell stands for an empty amount: nothing, a dash, a slash. */
    public static boolean blank(SourceCell cell) {
        return cell == null || cell.kind() != SourceCell.Kind.MISSING_VALUE && AmountText.blank(cell.text());
    }

    /** Null if the cell holds no date. */
    public static LocalDate date(SourceCell cell) {
        return DateText.of(cell);
    }

    /** Text of a cell; numbers without the noise of binary fractions. */
    public static String text(SourceCell cell) {
        return cell.kind() == SourceCell.Kind.NUMBER ? AmountText.ofNumber(cell.text()).value().stripTrailingZeros().toPlainString() : cell.text().strip();
    }

    /** Unit that a label names, such as {@code 总投资（万元）}, or null. */
    public static AmountUnit unit(String label) {
        return HeadText.of(label).unit();
    }

    /** Unit that a caption such as {@code 单位：万元} or {@code 项目资金（万元）} names, or null. */
    public static AmountUnit captionUnit(String text) {
        return UnitText.inCaption(HeadText.squeeze(text));
    }

    /** A label as it is compared: half-width, without blanks, numbering, marks and unit. */
    public static String label(String text) {
        return HeadText.of(text).plain();
    }

    /** {@code C7} from zero-based column and one-based row. */
    public static String place(int column, int row) {
        return A1.cell(column, row);
    }
}
