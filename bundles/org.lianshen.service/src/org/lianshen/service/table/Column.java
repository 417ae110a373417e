package org.lianshen.service.table;

import java.util.function.Function;

/**
 * A column of a table, described once: grid, Excel, CSV and print come from it.
 *
 * @param id     stable, remembered in saved views
 * @param label  text key of the head, such as {@code ledger.column.NAME}; the words themselves where the column is not ours (sheets from outside)
 * @param type   how the value is shown, sorted and written
 * @param width  in characters of the platform font
 * @param value  the value of a row: String, Money, BigDecimal, Integer, LocalDate, Instant, or {@link Mark}; null is an empty cell
 */
public record Column<T>(String id, String label, Type type, int width, Function<T, ?> value) {

    public enum Type {
        TEXT, CODE, MONEY, NUMBER, PERCENT, DATE, TIME, STATE
    }

    /** A state: word by text key, tone, and the name of an icon; the word carries the meaning. */
    public record Mark(String textKey, Tone tone, String icon) {
    }

    public enum Tone {
        OK, WARN, BLOCK, INFO, MUTED
    }
}
