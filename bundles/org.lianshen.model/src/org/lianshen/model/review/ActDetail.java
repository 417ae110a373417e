package org.lianshen.model.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lianshen.model.Money;

/** What was done, by kind. Facts only; states follow from them ({@link ReviewStates}). */
public sealed interface ActDetail {

    /**
     * 受理: the form is complete, countersigning begins in all bodies at once.
     *
     * @param due   last day for opinions
     * @param batch null in acts of before there were batches: {@link Batch#ANNUAL}
     */
    record Acceptance(LocalDate due, Batch batch) implements ActDetail {
        public Acceptance(LocalDate due) {
            this(due, Batch.ANNUAL);
        }
    }

    /** 建议不予立项: the project goes to the meeting without detailed review; accepting it later takes the suggestion back. */
    record PreRejection(String reason) implements ActDetail {
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

    /**
     * 加签: another unit is asked for its opinion in this round, and waited for.
     *
     * @param code code of a body of the pack that is not required, or of a unit of the pack
     * @param name of the unit, as it is printed
     * @param due  last day for its opinion
     */
    record Addition(String code, String name, LocalDate due, String reason) implements ActDetail {
    }

    /**
     * 转办: the body's task goes to another body, or to one person. The opinion stays that of the body: its check items and its veto are not lost.
     *
     * @param toBody   code of the body that has the task from now on; the body's own code to hand it to a person, or to take it back
     * @param toPerson account that has it, or null for anybody of that body
     */
    record Transfer(String toBody, String toPerson, String reason) implements ActDetail {
    }

    /** 催办 of whoever is waited for: the code of a body, or {@code unit}. */
    record Reminder(String to, String words) implements ActDetail {
    }

    /**
     * 专家评审: the opinion of the group.
     *
     * @param score      average of the scores, out of 100
     * @param opinionsDue last day for the bodies' opinions where the experts come first, else null
     */
    record ExpertReview(int versionNo, BigDecimal score, Overall conclusion, String summary, LocalDate opinionsDue) implements ActDetail {
    }

    /** 汇总: countersigning is closed; what was counted stays counted. */
    record Summary(String words) implements ActDetail {
    }

    /**
     * 会签意见 of one body on one version. A later opinion of the same person in the same round replaces the earlier one; somebody else of the body has to take it
     * back first.
     */
    record Opinion(int versionNo, List<CheckAnswer> answers, Overall overall, List<Cut> cuts, String conditions, String remark) implements ActDetail {
        public Opinion {
            answers = List.copyOf(answers);
            cuts = List.copyOf(cuts);
        }
    }

    /** 撤回 of the body's opinion, possible until the round is closed. */
    record OpinionWithdrawal(String reason) implements ActDetail {
    }

    /**
     * 结论 of a meeting, or of the lead body where countersigning suffices.
     *
     * @param meeting    null where there was none
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

    /** 批复, 联审意见书: the decision was told to the unit. */
    record Issuance(String documentNo, LocalDate date) implements ActDetail {
    }

    /** 撤销 by the unit. */
    record Withdrawal(String reason) implements ActDetail {
    }
}
