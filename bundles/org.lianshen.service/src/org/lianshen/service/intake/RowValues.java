package org.lianshen.service.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.budget.AmountUnit;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.ValueOrigin;
import org.lianshen.model.budget.SheetReading.CellError;
import org.lianshen.service.intake.Header.Head;
import org.lianshen.service.intake.SourceCell.Kind;

/** Turns the cells of one row after the other into values of fields; every value keeps what stood in its cell where it differs. */
final class RowValues {

    private static final int LONGEST_SHOWN = 80;
    private static final int NAMED_CODE = 10;
    private static final Set<String> YES = Set.of("是", "y", "yes", "true", "1", "√", "v", "有", "信息化");
    private static final Set<String> NO = Set.of("否", "n", "no", "false", "0", "×", "x", "无", "非信息化");
    private final String sheet;
    private final Map<BudgetField, Head> heads;
    private final MergedCells merged;
    private final AmountUnit unit;
    private final String usualAmount;
    private final EnumMap<BudgetField, String> values = new EnumMap<>(BudgetField.class);
    private final EnumMap<BudgetField, String> raw = new EnumMap<>(BudgetField.class);
    private final EnumMap<BudgetField, String> rules = new EnumMap<>(BudgetField.class);
    private final EnumMap<BudgetField, Money> amounts = new EnumMap<>(BudgetField.class);
    private final List<CellError> errors = new ArrayList<>();
    private int rounded;
    /** Cell that a merged range brought the text down from, for the value being read; null for the row's own. */
    private String from;

    /**
     * @param unit  of columns whose head names none
     * @param usual unit of the sheet as a whole: what an amount is read in unless its rule says otherwise
     */
    RowValues(String sheet, Map<BudgetField, Head> heads, MergedCells merged, AmountUnit unit, AmountUnit usual) {
        this.usualAmount = ValueOrigin.amount(usual);
        this.sheet = sheet;
        this.heads = heads;
        this.merged = merged;
        this.unit = unit;
    }

    void read(SourceRow row) {
        values.clear();
        raw.clear();
        rules.clear();
        amounts.clear();
        errors.clear();
        for (var entry : heads.entrySet()) {
            BudgetField field = entry.getKey();
            Head head = entry.getValue();
            SourceCell cell = row.cell(head.column());
            from = null;
            if (cell == null && field.kind() != BudgetField.Kind.MONEY && !merged.isEmpty()) {
                cell = merged.above(head.column(), row.number());
                from = cell == null ? null : A1.cell(head.column(), merged.firstRow(head.column(), row.number()));
            }
            if (!head.parts().isEmpty()) {
                cell = joined(row, head, cell);
            }
            if (cell != null) {
                value(field, head, cell, row.number());
            }
        }
    }

    private static SourceCell joined(SourceRow row, Head head, SourceCell first) {
        var text = new StringBuilder(first == null ? "" : first.text());
        for (int part : head.parts()) {
            SourceCell cell = row.cell(part);
            text.append(cell == null ? "" : cell.text().strip());
        }
        return text.isEmpty() ? null : SourceCell.text(text.toString());
    }

    private void value(BudgetField field, Head head, SourceCell cell, int row) {
        if (cell.kind() == Kind.MISSING_VALUE) {
            error(head.column(), row, cell.text(), "formula.noValue", Message.of("intake.formulaNoValue", A1.cell(head.column(), row)));
            return;
        }
        if (cell.kind() == Kind.ERROR) {
            error(head.column(), row, cell.text(), "cell.error", Message.of("intake.cellError", A1.cell(head.column(), row), cell.text()));
            return;
        }
        if (cell.text().isBlank()) {
            return;
        }
        switch (field.kind()) {
            case MONEY -> money(field, head, cell, row);
            case CODE -> code(field, head, cell, row);
            case DATE -> date(field, head, cell, row);
            case TEXT -> text(field, cell);
        }
    }

    private void money(BudgetField field, Head head, SourceCell cell, int row) {
        String place = A1.cell(head.column(), row);
        if (cell.kind() == Kind.TEXT && AmountText.blank(cell.text())) {
            return;
        }
        AmountText amount = switch (cell.kind()) {
            case NUMBER -> AmountText.ofNumber(cell.text());
            case TEXT -> AmountText.of(cell.text());
            default -> null;
        };
        if (amount == null) {
            error(head.column(), row, cell.text(), "amount.text", Message.of("intake.amountText", place, shown(cell.text())));
            return;
        }
        AmountUnit in = head.unit() == null ? unit : head.unit();
        Money money = amount.money(in);
        if (money == null) {
            error(head.column(), row, cell.text(), "amount.tooLarge", Message.of("intake.amountTooLarge", place, shown(cell.text()), Message.of("intake.unit." + in)));
            return;
        }
        rounded += amount.rounded(in) ? 1 : 0;
        amounts.put(field, money);
        put(field, money.toString(), cell.text(), amount.unit() != null ? "amount.own" : ValueOrigin.amount(in));
    }

    private void code(BudgetField field, Head head, SourceCell cell, int row) {
        CodeText code = CodeText.of(cell);
        if (code.damaged()) {
            error(head.column(), row, cell.text(), "code.damaged", Message.of("intake.codeDamaged", A1.cell(head.column(), row), shown(cell.text())));
            return;
        }
        String rule = !head.parts().isEmpty() ? "code.parts" : code.name() != null ? "code.split" : code.code().equals(cell.text()) ? "code.text"
                : cell.kind() == Kind.NUMBER ? "code.zeros" : "code.clean";
        put(field, code.code(), cell.text(), rule);
        BudgetField name = field.partner();
        if (code.name() != null && name != null && !heads.containsKey(name)) {
            put(name, code.name(), cell.text(), "name.split");
        }
    }

    private void date(BudgetField field, Head head, SourceCell cell, int row) {
        LocalDate date = DateText.of(cell);
        if (date == null) {
            error(head.column(), row, cell.text(), "date.text", Message.of("intake.dateText", A1.cell(head.column(), row), shown(cell.text())));
        } else {
            put(field, date.toString(), cell.text(), DateText.rule(cell));
        }
    }

    private void text(BudgetField field, SourceCell cell) {
        String text = cell.kind() == Kind.NUMBER ? AmountText.ofNumber(cell.text()).value().stripTrailingZeros().toPlainString() : cell.text().strip();
        BudgetField code = field.kind() == BudgetField.Kind.TEXT ? field.partner() : null;
        if (code != null && !heads.containsKey(code)) {
            CodeText pair = CodeText.split(text);
            if (pair != null && (field != BudgetField.PROJECT_NAME || pair.code().length() >= NAMED_CODE)) {
                put(code, pair.code(), cell.text(), "code.split");
                put(field, pair.name(), cell.text(), "name.split");
                return;
            }
        }
        if (field == BudgetField.IT_FLAG || field == BudgetField.PROCUREMENT_FLAG) {
            String plain = YES.contains(text) || NO.contains(text) ? text : HeadText.squeeze(text);
            put(field, YES.contains(plain) ? "Y" : NO.contains(plain) ? "N" : text, cell.text(), "flag");
        } else if (field == BudgetField.ADJUST_DIRECTION) {
            put(field, direction(text), cell.text(), "direction");
        } else if (field == BudgetField.FISCAL_YEAR) {
            put(field, isYear(text) ? text : HeadText.squeeze(text).replaceAll("年度?$", ""), cell.text(), "year");
        } else {
            put(field, text.indexOf('\n') < 0 ? text : text.replaceAll("\\s*\\R\\s*", ""), cell.text(), cell.kind() == Kind.NUMBER ? "text.number" : "text");
        }
    }

    static boolean isYear(String text) {
        return text.length() == 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String direction(String text) {
        String plain = HeadText.squeeze(text);
        boolean down = plain.contains("减") || plain.equals("-") || plain.contains("调出") || plain.equals("dec");
        boolean up = plain.contains("增") || plain.equals("+") || plain.contains("调入") || plain.equals("追加") || plain.equals("inc");
        return down == up ? text : down ? BudgetLine.DOWN : BudgetLine.UP;
    }

    private void put(BudgetField field, String value, String stood, String rule) {
        values.put(field, value);
        if (!value.equals(stood)) {
            raw.put(field, stood);
        }
        if (from != null) {
            rules.put(field, rule + ValueOrigin.AT + from);
        } else if (!rule.equals(field.kind() == BudgetField.Kind.MONEY ? usualAmount : ValueOrigin.usual(field.kind(), null))) {
            rules.put(field, rule);
        }
    }

    /** A value that stands outside of the row. */
    void given(BudgetField field, String value, String rule, String place) {
        values.put(field, value);
        rules.put(field, rule + ValueOrigin.AT + place);
    }

    void error(int column, int row, String value, String code, Message message) {
        errors.add(new CellError(sheet, A1.cell(column, row), value, code, message));
    }

    static String shown(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "…";
    }

    Map<BudgetField, String> values() {
        return values;
    }

    Map<BudgetField, String> raw() {
        return raw;
    }

    /** Rules that are not the usual ones of their fields. */
    Map<BudgetField, String> rules() {
        return rules;
    }

    Map<BudgetField, Money> amounts() {
        return amounts;
    }

    List<CellError> errors() {
        return errors;
    }

    /** How many amounts had parts smaller than a fen. */
    int rounded() {
        return rounded;
    }

    boolean has(BudgetField field) {
        return values.containsKey(field);
    }

    /** Filled fields that are no amounts. */
    int words() {
        return values.size() - amounts.size();
    }
}
