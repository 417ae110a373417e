package org.lianshen.model.review;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.pack.CheckItem;
import org.lianshen.model.proposal.EstimateLine;

/** Whether a meeting may decide so (rules T5, T6, T7, T9). */
final class DecisionRules {

    private DecisionRules() {
    }

    /** Null where the decision may stand. */
    static Message refusal(Course course, ReviewAct act, ActDetail.Decision decision) {
        if (decision.kind() == null) {
            return Message.of("review.refuse.noKind");
        }
        if (decision.versionNo() != course.round()) {
            return Message.of("review.refuse.opinionVersion", decision.versionNo(), course.round());
        }
        Money applied = ReviewFacts.applied(course.form());
        if (!applied.equals(decision.applied())) {
            return Message.of("review.refuse.applied", applied);
        }
        return switch (decision.kind()) {
            case APPROVED -> ActRules.first(preRejected(course, decision), () -> amounts(course, decision, applied), () -> noConditions(decision), () -> veto(course, decision));
            case CONDITIONAL -> ActRules.first(preRejected(course, decision), () -> amounts(course, decision, applied), () -> conditions(decision.conditions()));
            case RETURNED -> ActRules.first(noAmount(decision), () -> ActRules.anotherRound(course), () -> whatToCorrect(decision));
            case REJECTED, DEFERRED -> ActRules.first(noAmount(decision), () -> noConditions(decision));
            case MERGED -> ActRules.first(noAmount(decision), () -> noConditions(decision),
                    () -> decision.mergedInto() == null || decision.mergedInto().equals(act.proposal()) ? Message.of("review.refuse.mergeTarget") : null);
        };
    }

    /** What nobody reviewed in detail cannot be approved: the meeting sends it to the bodies instead. */
    private static Message preRejected(Course course, ActDetail.Decision decision) {
        return !course.preRejected() ? null : Message.of("review.refuse.preRejected", word(decision));
    }

    private static Message noAmount(ActDetail.Decision decision) {
        boolean none = (decision.approved() == null || decision.approved().isZero()) && decision.lines().isEmpty();
        return none ? null : Message.of("review.refuse.amountWithoutApproval", word(decision));
    }

    private static Message noConditions(ActDetail.Decision decision) {
        return decision.conditions().isEmpty() ? null : Message.of("review.refuse.conditionsHere", word(decision));
    }

    private static Message word(ActDetail.Decision decision) {
        return Message.of("review.decision." + decision.kind().name());
    }

    private static Message whatToCorrect(ActDetail.Decision decision) {
        boolean listed = !decision.conditions().isEmpty() && decision.conditions().stream().noneMatch(condition -> ActRules.blank(condition.text()));
        return listed || decision.conditions().isEmpty() && !ActRules.blank(decision.remark()) ? null : Message.of("review.refuse.returnEmpty");
    }

    private static Message conditions(List<Condition> conditions) {
        if (conditions.isEmpty()) {
            return Message.of("review.refuse.noConditions");
        }
        var numbers = new HashSet<Integer>();
        for (Condition condition : conditions) {
            if (!numbers.add(condition.no()) || ActRules.blank(condition.text()) || ActRules.blank(condition.owner()) || condition.due() == null) {
                return Message.of("review.refuse.conditionIncomplete", condition.no());
            }
        }
        return null;
    }

    private static Message veto(Course course, ActDetail.Decision decision) {
        List<CheckItem> vetoes = course.vetoes();
        return vetoes.isEmpty() || !ActRules.blank(decision.overrule()) ? null
                : Message.of("review.refuse.veto", vetoes.stream().map(CheckItem::code).toList());
    }

    /** 核定 ≤ 申报; what is cut is cut on lines, each with a reason, and the lines add up to the sum. */
    private static Message amounts(Course course, ActDetail.Decision decision, Money applied) {
        if (decision.approved() == null || !decision.approved().isPositive()) {
            return Message.of("review.refuse.noApproved");
        }
        if (decision.approved().moreThan(applied)) {
            return Message.of("review.refuse.aboveApplied", decision.approved(), applied);
        }
        Map<Integer, EstimateLine> estimate = course.form().estimate().stream()
                .collect(Collectors.toMap(EstimateLine::no, Function.identity(), (first, second) -> first));
        var seen = new HashSet<Integer>();
        Money cut = Money.ZERO;
        for (LineApproval line : decision.lines()) {
            EstimateLine asked = estimate.get(line.lineNo());
            if (asked == null || asked.amount() == null || !seen.add(line.lineNo())) {
                return Message.of("review.refuse.cutLine", line.lineNo());
            }
            if (line.approved() == null || line.approved().isNegative() || line.approved().moreThan(asked.amount())) {
                return Message.of("review.refuse.lineAbove", line.lineNo(), asked.item(), asked.amount());
            }
            if (!line.approved().equals(asked.amount()) && ActRules.blank(line.reason())) {
                return Message.of("review.refuse.cutReason", line.lineNo(), asked.item());
            }
            cut = cut.plus(asked.amount().minus(line.approved()));
        }
        Money left = applied.minus(cut);
        return left.equals(decision.approved()) ? null : Message.of("review.refuse.lineSum", left, decision.approved(), left.minus(decision.approved()).abs());
    }
}
