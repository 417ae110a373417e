package org.lianshen.model.review;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.lianshen.model.Message;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.review.Course.Phase;

/** Whether an act may follow upon a course, apart from who does it (rules T1–T10 of domain.md §3.3). */
final class ActRules {

    private static final Set<Phase> WITHDRAWABLE = Set.of(Phase.SUBMITTED, Phase.RETURNED, Phase.PRE_REJECTED, Phase.COUNTERSIGN, Phase.DEFERRED);
    private static final Set<Phase> DECIDED = Set.of(Phase.APPROVED, Phase.CONDITIONAL, Phase.REJECTED, Phase.MERGED);

    private ActRules() {
    }

    /** Null where the act is allowed; else what stands against it. */
    static Message refusal(Course course, ReviewAct act) {
        LocalDate day = course.facts().day(act.at());
        return switch (act.detail()) {
            case ActDetail.Acceptance acceptance -> first(acceptable(course) ? null : wrongState(course, act, day),
                    () -> acceptance.due() == null || acceptance.due().isBefore(day) ? Message.of("review.refuse.dueBeforeAct") : null);
            case ActDetail.Return items -> first(in(course, act, day, Phase.SUBMITTED), () -> returnItems(items.items()), () -> anotherRound(course));
            case ActDetail.Resubmission resubmission -> first(in(course, act, day, Phase.RETURNED), () -> resubmission(course, resubmission, day));
            case ActDetail.PreRejection suggestion -> first(in(course, act, day, Phase.SUBMITTED), () -> reason(suggestion.reason()));
            case ActDetail.Addition addition -> first(countersigning(course, act, day), () -> RoundRules.addition(course, addition, day));
            case ActDetail.Transfer transfer -> first(countersigning(course, act, day), () -> RoundRules.transfer(course, act, transfer));
            case ActDetail.Reminder reminder -> first(in(course, act, day, Phase.COUNTERSIGN, Phase.RETURNED), () -> RoundRules.reminder(course, reminder));
            case ActDetail.ExpertReview review -> first(countersigning(course, act, day), () -> RoundRules.experts(course, review, day));
            case ActDetail.Summary summary -> first(countersigning(course, act, day), () -> RoundRules.summary(course, day));
            case ActDetail.Opinion opinion -> first(countersigning(course, act, day), () -> RoundRules.opinion(course, act, opinion));
            case ActDetail.OpinionWithdrawal withdrawal -> first(countersigning(course, act, day), () -> RoundRules.withdrawal(course, act, withdrawal));
            case ActDetail.Decision decision -> first(decidable(course, act, day), () -> meeting(course, decision, day), () -> DecisionRules.refusal(course, act, decision));
            case ActDetail.Issuance issuance -> first(decided(course, act, day), () -> issuance(course, issuance, day));
            case ActDetail.Verification verification -> first(in(course, act, day, Phase.CONDITIONAL), () -> verification(course, verification, day));
            case ActDetail.Withdrawal withdrawal -> WITHDRAWABLE.contains(course.phase()) ? reason(withdrawal.reason()) : wrongState(course, act, day);
        };
    }

    /** What was suggested for rejection was never countersigned: it can be accepted after all, also when a meeting has put it off. */
    private static boolean acceptable(Course course) {
        return course.phase() == Phase.SUBMITTED || course.preRejected() && (course.phase() == Phase.PRE_REJECTED || course.phase() == Phase.DEFERRED);
    }

    @SafeVarargs
    static Message first(Message known, java.util.function.Supplier<Message>... others) {
        Message found = known;
        for (var other : others) {
            found = found == null ? other.get() : found;
        }
        return found;
    }

    private static Message in(Course course, ReviewAct act, LocalDate day, Phase... phases) {
        return Set.of(phases).contains(course.phase()) ? null : wrongState(course, act, day);
    }

    /** Opinions are given, taken back and passed on while the round is open; what is closed never changes. */
    private static Message countersigning(Course course, ReviewAct act, LocalDate day) {
        if (course.phase() == Phase.COUNTERSIGN && course.closed()) {
            ReviewAct summary = course.summaryAct();
            return Message.of("review.refuse.closed", Message.of("review.act." + act.detail().getClass().getSimpleName()), course.round(), String.valueOf(summary.signedBy()),
                    course.facts().day(summary.at()));
        }
        return in(course, act, day, Phase.COUNTERSIGN);
    }

    private static Message decided(Course course, ReviewAct act, LocalDate day) {
        return DECIDED.contains(course.phase()) ? null : wrongState(course, act, day);
    }

    /** What is not small, or where somebody is against or silent, is decided by a meeting. */
    private static Message meeting(Course course, ActDetail.Decision decision, LocalDate day) {
        if (decision.meeting() != null) {
            return null;
        }
        boolean kind = decision.kind() == DecisionKind.APPROVED || decision.kind() == DecisionKind.CONDITIONAL || decision.kind() == DecisionKind.RETURNED;
        if (!course.concludable(day) || !kind) {
            return Message.of("review.refuse.needsMeeting", ReviewFacts.applied(course.form()));
        }
        List<Message> asking = course.asking().stream().map(seat -> name(seat.body())).toList();
        return decision.kind() != DecisionKind.APPROVED || asking.isEmpty() ? null : Message.of("review.refuse.conditionsDropped", asking);
    }

    private static Message issuance(Course course, ActDetail.Issuance issuance, LocalDate day) {
        LocalDate decided = course.facts().day(course.decisionAct().at());
        if (course.issuance() != null) {
            return Message.of("review.refuse.issued", ((ActDetail.Issuance) course.issuance().detail()).documentNo());
        }
        if (blank(issuance.documentNo())) {
            return Message.of("review.refuse.documentNo");
        }
        return issuance.date() == null || issuance.date().isBefore(decided) || issuance.date().isAfter(day) ? Message.of("review.refuse.documentDate", decided, day) : null;
    }

    private static Message wrongState(Course course, ReviewAct act, LocalDate day) {
        return Message.of("review.refuse.state", Message.of("review.act." + act.detail().getClass().getSimpleName()),
                Message.of("review.state." + course.state(day).name()));
    }

    static Message reason(String text) {
        return blank(text) ? Message.of("review.refuse.reason") : null;
    }

    static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    /** Rule T2: after the last round a proposal is decided or applied for anew, not returned again. */
    static Message anotherRound(Course course) {
        int most = course.pack().intParam("review.maxRounds");
        return course.round() < most ? null : Message.of("review.refuse.rounds", most);
    }

    private static Message returnItems(List<ReturnItem> items) {
        if (items.isEmpty()) {
            return Message.of("review.refuse.returnEmpty");
        }
        var numbers = new HashSet<Integer>();
        for (ReturnItem item : items) {
            if (!numbers.add(item.no()) || blank(item.problem())) {
                return Message.of("review.refuse.returnItem", item.no());
            }
        }
        return null;
    }

    private static Message resubmission(Course course, ActDetail.Resubmission resubmission, LocalDate day) {
        int next = course.round() + 1;
        if (resubmission.versionNo() != next || course.facts().version(next, day) == null) {
            return Message.of("review.refuse.version", next);
        }
        List<Integer> unanswered = course.returned().stream().map(ReturnItem::no).filter(no -> blank(resubmission.answers().get(no))).toList();
        return unanswered.isEmpty() ? null : Message.of("review.refuse.unanswered", unanswered);
    }

    /** Decided is what is ready for the meeting on the day of the decision, or was put off by an earlier one (rule T10). */
    private static Message decidable(Course course, ReviewAct act, LocalDate day) {
        if (course.decidable(day)) {
            return null;
        }
        if (course.phase() == Phase.COUNTERSIGN && (course.collected(day) || course.expertsFirstMissing())) {
            return Message.of("review.refuse.expertsMissing");
        }
        if (course.phase() == Phase.COUNTERSIGN) {
            return Message.of("review.refuse.opinionsMissing", course.missing().stream().map(seat -> name(seat.body())).collect(Collectors.toList()),
                    course.missing().stream().map(Seat::due).max(LocalDate::compareTo).orElse(course.opinionsDue()));
        }
        return wrongState(course, act, day);
    }

    private static Message verification(Course course, ActDetail.Verification verification, LocalDate day) {
        if (course.expired(day)) {
            return Message.of("review.refuse.expired", course.decision().validUntil());
        }
        boolean open = course.openConditions().stream().anyMatch(condition -> condition.no() == verification.conditionNo());
        boolean known = course.decision().conditions().stream().anyMatch(condition -> Objects.equals(condition.no(), verification.conditionNo()));
        if (!known || verification.fulfilled() && !open) {
            return Message.of("review.refuse.condition", verification.conditionNo());
        }
        return blank(verification.evidence()) ? Message.of("review.refuse.evidence") : null;
    }

    static Message name(ReviewBody body) {
        return Message.of("review.bodyName", body.shortName(), body.nameEn());
    }
}
