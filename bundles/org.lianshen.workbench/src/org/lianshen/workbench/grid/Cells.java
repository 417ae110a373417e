package org.lianshen.workbench.grid;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.CollationKey;
import java.text.Collator;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.lianshen.model.BeijingTime;
import org.lianshen.model.Money;
import org.lianshen.service.table.Column;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.text.WorkbenchMessages;

/** How values of a table's columns are shown, compared and copied, by the column's type. */
public final class Cells {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Texts texts;
    private final WorkbenchMessages messages;
    private final Collator collator;
    /** Words of states: a filter over a hundred thousand rows asks for the same few again and again. */
    private final Map<String, String> words = new HashMap<>();

    public Cells(Texts texts, WorkbenchMessages messages) {
        this.texts = texts;
        this.messages = messages;
        collator = Collator.getInstance(texts.locale());
    }

    /** The head of a column, of amounts with their unit. A head that is no key of the texts, such as a year, stands for itself. */
    public String label(Column<?> column) {
        String label = texts.has(column.label()) ? texts.get(column.label()) : column.label();
        return column.type() == Column.Type.MONEY ? messages.format(messages.moneyHead, label) : label;
    }

    String text(String key) {
        return texts.get(key);
    }

    /** What stands in the cell, on one line. Amounts in 万元 with two decimals. */
    public String text(Column<?> column, Object value) {
        return switch (value) {
            case null -> "";
            case Money money -> money.wanText();
            case Column.Mark mark -> words.computeIfAbsent(mark.textKey(), texts::get);
            case BigDecimal number when column.type() == Column.Type.PERCENT -> minus(number.movePointRight(2).setScale(2, RoundingMode.HALF_UP)) + "%";
            case BigDecimal number -> grouped(number);
            case LocalDate date -> date.toString();
            case Instant instant -> TIME.format(instant.atZone(BeijingTime.ZONE));
            default -> value.toString().replace('\n', '　');
        };
    }

    /** What is said on hover beyond the text: the exact yuan of an amount; otherwise the text itself, on its lines. */
    public String hover(Column<?> column, Object value) {
        return switch (value) {
            case Money money -> messages.format(messages.exactYuan, money.yuanText());
            case String string -> string;
            case null, default -> text(column, value);
        };
    }

    /** What goes to the clipboard: numbers without grouping and with an ASCII minus, so that a spreadsheet takes them as numbers. */
    public String copied(Column<?> column, Object value) {
        return switch (value) {
            case Money money -> money.wan().stripTrailingZeros().toPlainString();
            case BigDecimal number when column.type() == Column.Type.PERCENT -> text(column, number).replace('−', '-');
            case BigDecimal number -> number.toPlainString();
            case null, default -> text(column, value).replace('\t', ' ').replace('\r', ' ').replace('\n', ' ');
        };
    }

    /** A row as it is read out: head and value of each column that has one. */
    <T> String spoken(List<Column<T>> columns, T row) {
        return columns.stream().map(column -> new String[] {label(column), text(column, column.value().apply(row))}).filter(cell -> !cell[1].isEmpty()).map(cell -> String.join(" ", cell))
                .collect(Collectors.joining(", "));
    }

    public boolean rightAligned(Column<?> column) {
        return switch (column.type()) {
            case MONEY, NUMBER, PERCENT -> true;
            case TEXT, CODE, DATE, TIME, STATE -> false;
        };
    }

    public boolean negative(Object value) {
        return switch (value) {
            case Money money -> money.isNegative();
            case BigDecimal number -> number.signum() < 0;
            case Integer number -> number < 0;
            case null, default -> false;
        };
    }

    /** The key a column sorts by, made once per row and sort; empty cells come last in either direction (see {@link #keyOrder}). */
    Object sortKey(Object value) {
        return switch (value) {
            case null -> null;
            case Column.Mark mark -> mark.tone().ordinal() + mark.textKey();
            case String string -> string.isEmpty() ? null : collator.getCollationKey(string);
            default -> value;
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static Comparator<Object> keyOrder(boolean ascending) {
        Comparator<Object> order = (a, b) -> a instanceof CollationKey key ? key.compareTo((CollationKey) b) : ((Comparable) a).compareTo(b);
        return Comparator.nullsLast(ascending ? order : order.reversed());
    }

    public static Tone tone(Column.Tone tone) {
        return switch (tone) {
            case OK -> Tone.OK;
            case WARN -> Tone.WARN;
            case BLOCK -> Tone.BLOCK;
            case INFO -> Tone.INFO;
            case MUTED -> Tone.NEUTRAL;
        };
    }

    /** The icon of a mark; the tone's where it names none that the family has. */
    public static Icon icon(Column.Mark mark) {
        if (mark.icon() != null) {
            String name = mark.icon().toUpperCase(java.util.Locale.ROOT).replace('-', '_');
            for (Icon icon : Icon.values()) {
                if (icon.name().equals(name)) {
                    return icon;
                }
            }
        }
        return tone(mark.tone()).icon();
    }

    /** With all its decimals, thousands set apart. */
    private static String grouped(BigDecimal number) {
        var format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(Math.max(0, number.scale()));
        return format.format(number).replace('-', '−');
    }

    private static String minus(BigDecimal number) {
        return number.toPlainString().replace('-', '−');
    }
}
