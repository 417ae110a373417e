package org.lianshen.budget.ui;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.lianshen.workbench.nav.Opener;

/**
 * With what the findings were asked for.
 *
 * @param suspects to begin with what waits for an officer's word
 * @param check    to have the year checked first
 * @param line     to begin with what was found about a budget line, or null
 */
record AskedFindings(int year, boolean suspects, boolean check, UUID line) {

    /** Before a year: have it checked first. */
    static final String CHECK = "check-";

    /** @param id see {@link Opener#FINDINGS}; a number where only a year is meant, empty for the year being prepared @param yearOf the year of a budget line */
    static AskedFindings of(String id, LocalDate today, ToIntFunction<UUID> yearOf) {
        if (id.startsWith(Opener.LINE)) {
            UUID line = UUID.fromString(id.substring(Opener.LINE.length()));
            return new AskedFindings(yearOf.applyAsInt(line), false, false, line);
        }
        boolean suspects = id.startsWith(Opener.SUSPECTS);
        boolean check = id.startsWith(CHECK);
        String digits = id.substring(suspects ? Opener.SUSPECTS.length() : check ? CHECK.length() : 0);
        return new AskedFindings(digits.isEmpty() ? FindingsModel.yearAt(today) : Integer.parseInt(digits), suspects, check, null);
    }
}
