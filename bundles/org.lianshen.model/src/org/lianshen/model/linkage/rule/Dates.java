package org.lianshen.model.linkage.rule;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Days in columns of the ledger that may also hold words. */
final class Dates {

    private Dates() {
    }

    /** Null where the text is no ISO day. */
    static LocalDate of(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException words) {
            return null;
        }
    }
}
