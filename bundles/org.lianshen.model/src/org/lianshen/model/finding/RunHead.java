package org.lianshen.model.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.lianshen.model.linkage.CheckRun;
import org.lianshen.model.pack.Severity;

/**
 * A run of the linkage check without its contents.
 *
 * @param asOf    day for which states and validity were judged
 * @param cause   why it was made
 * @param basedOn the run that this one changes, or null where it was stored as a whole
 * @param counts  null for runs of an older version of the program
 * @param kept    whether its contents are kept; heads and what came and went are kept for ever
 */
public record RunHead(UUID id, int year, LocalDate asOf, String pack, Instant at, String by, Cause cause, UUID basedOn, Counts counts, boolean kept) {

    /** Why a run was made. */
    public enum Cause {
        /** Asked for: everything is checked. */ CHECK,
        /** An officer's word. */ WORD,
        /** Ledger, sheets, grades or pack changed. */ CHANGE
    }

    /**
     * How much it found.
     *
     * @param forbidden findings of severity E, {@code warned} W, {@code hinted} I
     * @param added     findings that the run before had not, {@code closed} those that only it had
     */
    public record Counts(int lines, int forbidden, int warned, int hinted, int added, int closed) {

        public static Counts of(CheckRun run, int added, int closed) {
            return new Counts(run.lines().size(), count(run, Severity.E), count(run, Severity.W), count(run, Severity.I), added, closed);
        }

        private static int count(CheckRun run, Severity severity) {
            return (int) run.findings().stream().filter(finding -> finding.severity() == severity).count();
        }
    }

    public static RunHead of(CheckRun run, Cause cause, UUID basedOn, Counts counts) {
        return new RunHead(run.id(), run.year(), run.asOf(), run.pack(), run.at(), run.by(), cause, basedOn, counts, true);
    }
}
