package org.lianshen.model.finding;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.lianshen.model.Money;
import org.lianshen.model.pack.Severity;
import org.lianshen.model.proposal.Attachment;

/** What was done about a finding, by kind. Facts only; the state follows from them ({@link FindingStates}). */
public sealed interface FindingStep {

    /** Files that came with it. */
    default List<Attachment> attachments() {
        return List.of();
    }

    /** 告知 by a letter. @param due last day for the reply */
    record Notice(String letterNo, LocalDate due) implements FindingStep {
    }

    /** 回复 of the unit. */
    record Reply(String text, List<Attachment> attachments) implements FindingStep {
        public Reply {
            attachments = List.copyOf(attachments);
        }
    }

    /** 整改: what is being done about it. @param due day by which it is to be done */
    record Rectification(String measure, LocalDate due) implements FindingStep {
    }

    /** 核实 of the rectification: done, or to be done again. */
    record Verification(boolean accepted, String note) implements FindingStep {
    }

    /**
     * 申请豁免.
     *
     * @param until    last day that the waiver shall hold
     * @param severity of the finding when it was asked for
     * @param covered  size of the finding then ({@link Waiver#size}), or null where it has none; a finding that grows beyond it is not covered
     */
    record WaiverRequest(String reason, LocalDate until, Severity severity, Money covered, List<Attachment> attachments) implements FindingStep {
        public WaiverRequest {
            attachments = List.copyOf(attachments);
        }
    }

    /** 豁免同意 or 不同意 of one body. @param request id of the act that asked for it */
    record WaiverSignature(UUID request, boolean agreed, String note) implements FindingStep {
    }

    /** 关闭 by hand, never of what is forbidden. Severity and covered as of {@link WaiverRequest}: a finding that outgrows them is open again. */
    record Closure(String reason, Severity severity, Money covered) implements FindingStep {
    }

    /** 重新打开 of what was closed by hand or counted as rectified. */
    record Reopening(String reason) implements FindingStep {
    }

    /** 责任人 and, if not null, another day that it is due. */
    record Assignment(String owner, LocalDate due) implements FindingStep {
    }

    /** 备注. */
    record Remark(String text, List<Attachment> attachments) implements FindingStep {
        public Remark {
            attachments = List.copyOf(attachments);
        }
    }

    /** 撤销 of an act: from now on it counts as not done. */
    record Retraction(UUID act, String reason) implements FindingStep {
    }
}
