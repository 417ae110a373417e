package org.lianshen.model.budget;

import java.util.ArrayList;
import java.util.List;

/**
 * Where one value of a line came from.
 *
 * @param value canonical text
 * @param cell  A1 reference, or null where the value stands in no cell of the sheet
 * @param raw   what stood in the cell
 * @param rule  the rule that made the value of it: {@code text}, {@code text.number}, {@code flag}, {@code year}, {@code direction}, {@code code.text}, {@code code.clean},
 *              {@code code.zeros}, {@code code.parts}, {@code code.split}, {@code name.split}, {@code amount.yuan}, {@code amount.thousand}, {@code amount.wan},
 *              {@code amount.yi}, {@code amount.own} (unit named in the cell), {@code date.iso}, {@code date.slash}, {@code date.dot}, {@code date.cn}, {@code date.plain},
 *              {@code date.serial}, {@code group} (row above that names the unit of those below), {@code caption} (line above the table)
 */
public record ValueOrigin(BudgetField field, String value, String cell, String raw, String rule) {

    /** Between the word of a rule and the cell that it was applied to. */
    public static final char AT = '@';

    /** The rule by which a value is read where its line names none. */
    public static String usual(BudgetField.Kind kind, AmountUnit unit) {
        return switch (kind) {
            case MONEY -> amount(unit);
            case CODE -> "code.text";
            case DATE -> "date.iso";
            case TEXT -> "text";
        };
    }

    /** The rule of an amount in the unit of its column. */
    public static String amount(AmountUnit unit) {
        return switch (unit == null ? AmountUnit.YUAN : unit) {
            case YUAN -> "amount.yuan";
            case THOUSAND -> "amount.thousand";
            case WAN -> "amount.wan";
            case YI -> "amount.yi";
        };
    }

    /** The origins of all values of a line, in the order of the fields. @param reading of the table that the line stands in */
    public static List<ValueOrigin> of(BudgetLine line, SheetReading reading) {
        var origins = new ArrayList<ValueOrigin>();
        line.values().forEach((field, value) -> {
            String rule = line.rules().getOrDefault(field, usual(field.kind(), reading.unit()));
            int at = rule.indexOf(AT);
            String cell = at < 0 ? cell(field, line.row(), reading) : rule.substring(at + 1);
            origins.add(new ValueOrigin(field, value, cell, line.raw().getOrDefault(field, value), at < 0 ? rule : rule.substring(0, at)));
        });
        return origins;
    }

    private static String cell(BudgetField field, int row, SheetReading reading) {
        String own = reading.columns().get(field);
        String column = own != null || field.partner() == null ? own : reading.columns().get(field.partner());
        return column == null ? null : column + row;
    }
}
