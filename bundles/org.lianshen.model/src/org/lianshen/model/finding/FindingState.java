package org.lianshen.model.finding;

import java.time.LocalDate;
import org.lianshen.model.linkage.Finding;

/**
 * What follows from the facts of a finding on a day.
 *
 * @param finding   as the run says it, or as it was seen last where the run has it no more; null where nothing of it is kept
 * @param present   whether the run has it
 * @param opened    day on which it was first found
 * @param since     day from which it is in this stage
 * @param due       last day of what is waited for, or null
 * @param overdue   the day has passed and the finding is open
 * @param owner     责任人, or empty
 * @param letterNo  of the last letter that counts, or empty
 * @param replied   whether the unit has answered since
 * @param waiver    the last one asked for, or null
 * @param returned  how often it went and came back
 */
public record FindingState(FindingId id, Finding finding, boolean present, Stage stage, LocalDate opened, LocalDate since, LocalDate due, boolean overdue,
        String owner, String letterNo, boolean replied, Waiver waiver, int returned) {

    /** 新 → 已告知 → 整改中 → 已整改 / 申请豁免 → 豁免同意 → 关闭. */
    public enum Stage {
        /** 新 */ NEW(true, "new"),
        /** 已告知 */ NOTIFIED(true, "notified"),
        /** 整改中 */ RECTIFYING(true, "rectifying"),
        /** 已整改: verified; the next check confirms it */ RECTIFIED(true, "rectified"),
        /** 申请豁免 */ WAIVER_REQUESTED(true, "waiverRequested"),
        /** 豁免同意, in force */ WAIVED(false, "waived"),
        /** 关闭, by hand or because a check does not find it any more */ CLOSED(false, "closed");

        private final boolean open;
        private final String json;

        Stage(boolean open, String json) {
            this.open = open;
            this.json = json;
        }

        public boolean open() {
            return open;
        }

        /** The word of the command line's JSON. */
        public String json() {
            return json;
        }
    }

    /** Closed because the last check does not find it, not by hand. */
    public boolean closedByCheck() {
        return !present;
    }

    /** Whether its budget lines must not enter the budget: it is forbidden, there, and not waived. */
    public boolean blocks() {
        return present && stage.open() && finding.severity() == org.lianshen.model.pack.Severity.E;
    }

    /** The waiver that holds today, or null. */
    public Waiver waived() {
        return stage == Stage.WAIVED ? waiver : null;
    }
}
