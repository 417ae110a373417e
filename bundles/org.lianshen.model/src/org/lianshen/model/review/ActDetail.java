package org.lianshen.model.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lianshen.model.Money;

/** What was done, by kind. Facts only; states follow from them ({@link ReviewStates}). */
public sealed interface ActDetail {

    /** 受理: the form is complete, countersigning begins in all bodies at once. {@code due} is the last day for opinions. */
    record Acceptance(LocalDate due) implements ActDetail {
    }

    /** 退回补正, one list of everything. */
    record Return(List<ReturnItem> items) implements ActDetail {
        public Return {
            items = List.copyOf(items);
        }
    }

    /** Resubmission after a return: the new version and an answer to each item of the return, by number. */
    record Resubmission(int versionNo, Map<Integer, String> answers) implements ActDetail {
        public Resubmission {
            answers = Map.copyOf(answers);
        }
    }

    /** 会签意见 of one body on one version. A later opinion of the same body in the same round replaces the earlier one. */
    record Opinion(int versionNo, List<CheckAnswer> answers, Overall overall, List<Cut> cuts, String conditions, String remark) implements ActDetail {
        public Opinion {
            answers = List.copyOf(answers);
            cuts = List.copyOf(cuts);
        }
    }

    /** 撤回 of the body's opinion, possible until the meeting has decided. */
    record OpinionWithdrawal(String reason) implements ActDetail {
    }

    /**
     * 结论 of a meeting.
     *
     * @param applied    申报额 of the version decided on
     * @param approved   核定额, at most {@code applied}; zero for other kinds than APPROVED and CONDITIONAL
     * @param validUntil last day of the approval, or null where there is none
     * @param mergedInto proposal that takes over, for MERGED
     * @param overrule   reason signed by the chair when a veto item stands, or null
     */
    record Decision(UUID meeting, int versionNo, DecisionKind kind, Money applied, Money approved, List<LineApproval> lines, List<Condition> conditions,
            LocalDate validUntil, UUID mergedInto, String overrule, String remark, String packVersion) implements ActDetail {
        public Decision {
            lines = List.copyOf(lines);
            conditions = List.copyOf(conditions);
        }
    }

    /** 复核 of one condition: fulfilled or not, with evidence. */
    record Verification(int conditionNo, boolean fulfilled, String evidence) implements ActDetail {
    }

    /** 撤销 by the unit. */
    record Withdrawal(String reason) implements ActDetail {
    }
}
