package org.lianshen.budget.ui;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.lianshen.model.finding.FindingId;
import org.lianshen.model.linkage.Finding;
import org.lianshen.workbench.nav.Opener;

/**
 * With what the findings were asked for.
 *
 * @param suspects to begin with what waits for an officer's word
 * @param check    to have the year checked first
 * @param line     to begin with what was found about a budget line, or null
 * @param finding  to begin with, or null
 */
record AskedFindings(int year, boolean suspects, boolean check, UUID line, FindingId finding) {

    /** Before a year: have it checked first. */
    static final String CHECK = "check-";
    private static final String FINDING = "finding-";
    private static final int PARTS = 3;

    /** How a finding is asked for. */
    static String id(int year, FindingId finding) {
        return FINDING + String.join("-", Integer.toString(year), finding.rule(), finding.key());
    }

    /** @param id see {@link Opener#FINDINGS}; a number where only a year is meant, empty for the year being prepared @param yearOf the year of a budget line */
    static AskedFindings of(String id, LocalDate today, ToIntFunction<UUID> yearOf) {
        if (id.startsWith(Opener.LINE)) {
            UUID line = UUID.fromString(id.substring(Opener.LINE.length()));
            return new AskedFindings(yearOf.applyAsInt(line), false, false, line, null);
        }
        if (id.startsWith(FINDING)) {
            String[] parts = id.substring(FINDING.length()).split("-", PARTS);
            return new AskedFindings(Integer.parseInt(parts[0]), false, false, null, new FindingId(parts[1], parts[2]));
        }
        boolean suspects = id.startsWith(Opener.SUSPECTS);
        boolean check = id.startsWith(CHECK);
        String digits = id.substring(suspects ? Opener.SUSPECTS.length() : check ? CHECK.length() : 0);
        return new AskedFindings(digits.isEmpty() ? FindingsModel.yearAt(today) : Integer.parseInt(digits), suspects, check, null, null);
    }

    /** What is selected first, or null where that is nobody's wish. */
    Predicate<Finding> wanted() {
        return line != null ? each -> each.lines().contains(line) : finding != null ? each -> FindingId.of(each).equals(finding) : null;
    }
}
