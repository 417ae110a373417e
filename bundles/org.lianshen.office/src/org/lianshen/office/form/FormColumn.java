package org.lianshen.office.form;

import java.util.function.Function;

/**
 * A column of a table of the application form.
 *
 * @param key      name in JSON; its head in the workbook is the text {@code office.form.column.TABLE.KEY}
 * @param required whether a row cannot be without it
 * @param absent   what a blank cell or a missing key means
 * @param words    for choices: prefix of the texts that name them; else null
 * @param choices  for choices: the type; else null
 */
record FormColumn<R>(String key, Kind kind, boolean required, Object absent, String words, Class<? extends Enum<?>> choices, Function<R, Object> value) {

    enum Kind {
        TEXT, WHOLE, DECIMAL, MONEY, DATE, FLAG, CHOICE
    }

    static <R> FormColumn<R> text(String key, Function<R, Object> value) {
        return new FormColumn<>(key, Kind.TEXT, false, "", null, null, value);
    }

    /** A text that is null where there is none. */
    static <R> FormColumn<R> optional(String key, Function<R, Object> value) {
        return new FormColumn<>(key, Kind.TEXT, false, null, null, null, value);
    }

    static <R> FormColumn<R> of(String key, Kind kind, Function<R, Object> value) {
        return new FormColumn<>(key, kind, false, kind == Kind.FLAG ? Boolean.FALSE : null, null, null, value);
    }

    static <R> FormColumn<R> needed(String key, Kind kind, Function<R, Object> value) {
        return new FormColumn<>(key, kind, true, null, null, null, value);
    }

    static <R> FormColumn<R> choice(String key, boolean required, String words, Class<? extends Enum<?>> choices, Function<R, Object> value) {
        return new FormColumn<>(key, Kind.CHOICE, required, null, words, choices, value);
    }
}
