package org.lianshen.workbench.grid;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.lianshen.model.Money;

/**
 * How the cells of one column are typed into. Rows are values: an edit makes another row from the old one.
 *
 * @param <T>      the row
 * @param choices  what may be chosen, by row; null for free text
 * @param parse    what was typed → the value; throws {@link Refused} with a sentence for the person
 * @param set      the row with the value in it
 * @param editable which rows
 */
public record Edit<T>(Kind kind, Function<T, List<String>> choices, Parse parse, BiFunction<T, Object, T> set, Predicate<T> editable) {

    public enum Kind {
        TEXT, MONEY, NUMBER, CHOICE
    }

    @FunctionalInterface
    public interface Parse {
        Object value(String typed) throws Refused;
    }

    /** What was typed is no such value. The message is shown at the cell. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        public Refused(String message) {
            super(message);
        }
    }

    public static <T> Edit<T> text(BiFunction<T, String, T> set) {
        return new Edit<>(Kind.TEXT, null, typed -> typed.strip(), (row, value) -> set.apply(row, (String) value), row -> true);
    }

    /** Typed in 万元, grouping commas allowed; an empty cell gives null. */
    public static <T> Edit<T> money(BiFunction<T, Money, T> set) {
        return new Edit<>(Kind.MONEY, null, Typed::money, (row, value) -> set.apply(row, (Money) value), row -> true);
    }

    /** An empty cell gives null. */
    public static <T> Edit<T> number(BiFunction<T, BigDecimal, T> set) {
        return new Edit<>(Kind.NUMBER, null, Typed::number, (row, value) -> set.apply(row, (BigDecimal) value), row -> true);
    }

    /** One of the given words; what is pasted must be one of them too. */
    public static <T> Edit<T> choice(Function<T, List<String>> choices, BiFunction<T, String, T> set) {
        return new Edit<>(Kind.CHOICE, choices, typed -> typed.strip(), (row, value) -> set.apply(row, (String) value), row -> true);
    }

    /** The same, for some rows only. */
    public Edit<T> only(Predicate<T> rows) {
        return new Edit<>(kind, choices, parse, set, rows);
    }
}
