package org.lianshen.model.budget;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.lianshen.model.Money;

/**
 * One imported row. Text fields may be empty, amounts null. The cell of a field is its column in the {@link SheetReading} and {@link #row}; {@link #raw} keeps the
 * text of the cell where the value differs from it, so that every value can say where it came from.
 *
 * @param row    1-based row in the sheet
 * @param values canonical text by field: money as yuan with two decimals, dates as ISO; absent where blank
 * @param raw    what stood in the cell, for fields whose value is not the cell's text
 * @param rules  what read the value where it was not the usual rule of its kind ({@link ValueOrigin}): a stable word such as {@code code.split}, followed by {@code @C7}
 *               where the value came from another cell than the row's own
 */
public record BudgetLine(UUID id, UUID batch, int year, SheetKind kind, String sheet, int row, Map<BudgetField, String> values, Map<BudgetField, String> raw,
        Map<BudgetField, String> rules) {

    /** Canonical words of {@link BudgetField#ADJUST_DIRECTION}. */
    public static final String UP = "调增";
    public static final String DOWN = "调减";

    public BudgetLine {
        values = values.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(values));
        raw = raw.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(raw));
        rules = rules.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(rules));
    }

    /** A line every value of which was read by the usual rule of its kind from its own cell. */
    public BudgetLine(UUID id, UUID batch, int year, SheetKind kind, String sheet, int row, Map<BudgetField, String> values, Map<BudgetField, String> raw) {
        this(id, batch, year, kind, sheet, row, values, raw, Map.of());
    }

    /** Empty string where blank. */
    public String text(BudgetField field) {
        return values.getOrDefault(field, "");
    }

    /** Null where blank. */
    public Money money(BudgetField field) {
        String text = values.get(field);
        return text == null ? null : Money.parseYuan(text);
    }

    /** Null where blank. */
    public LocalDate date(BudgetField field) {
        String text = values.get(field);
        return text == null ? null : LocalDate.parse(text);
    }

    public String project() {
        return text(BudgetField.PROJECT_NAME);
    }

    public String unit() {
        return text(BudgetField.AGENCY_NAME);
    }

    /**
     * What the line asks for: the final amount where there is one, else initial plus adjustment, else the plain amount; zero where none is given. An adjustment downwards
     * takes away, whichever sign it was written with.
     */
    public Money amount() {
        Money last = money(BudgetField.FINAL);
        if (last != null) {
            return last;
        }
        Money initial = money(BudgetField.INITIAL);
        Money adjustment = directed(money(BudgetField.ADJUSTMENT));
        if (initial != null) {
            return adjustment == null ? initial : initial.plus(adjustment);
        }
        Money plain = directed(money(BudgetField.AMOUNT));
        return plain != null ? plain : adjustment == null ? Money.ZERO : adjustment;
    }

    private Money directed(Money amount) {
        return amount != null && amount.isPositive() && text(BudgetField.ADJUST_DIRECTION).equals(DOWN) ? amount.negated() : amount;
    }
}
