package org.lianshen.model.review;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lianshen.model.Message;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.review.Course.Phase;

/** Whether an act may follow upon a course, apart from who does it (rules T1–T10 of domain.md §3.3). */
final class ActRules {

    private static final Set<Phase> WITHDRAWABLE = Set.of(Phase.SUBMITTED, Phase.RETURNED, Phase.COUNTERSIGN, Phase.DEFERRED);

    private ActRules() {
    }

    /** Null where the act is allowed; else what stands against it. */
    static Message refusal(Course course, ReviewAct act) {
        LocalDate day = course.facts().day(act.at());
        return switch (act.detail()) {
            case ActDetail.Acceptance acceptance -> first(in(course, act, day, Phase.SUBMITTED),
                    () -> acceptance.due() == null || acceptance.due().isBefore(day) ? Message.of("review.refuse.dueBeforeAct") : null);
            case ActDetail.Return items -> first(in(course, act, day, Phase.SUBMITTED), () -> returnItems(items.items()), () -> anotherRound(course));
            case ActDetail.Resubmission resubmission -> first(in(course, act, day, Phase.RETURNED), () -> resubmission(course, resubmission, day));
            case ActDetail.Opinion opinion -> first(in(course, act, day, Phase.COUNTERSIGN), () -> opinion(course, act, opinion));
            case ActDetail.OpinionWithdrawal withdrawal -> first(in(course, act, day, Phase.COUNTERSIGN), () -> withdrawal(course, act, withdrawal));
            case ActDetail.Decision decision -> first(decidable(course, act, day), () -> DecisionRules.refusal(course, act, decision));
            case ActDetail.Verification verification -> first(in(course, act, day, Phase.CONDITIONAL), () -> verification(course, verification, day));
            case ActDetail.Withdrawal withdrawal -> WITHDRAWABLE.contains(course.phase()) ? reason(withdrawal.reason()) : wrongState(course, act, day);
        };
    }

    @SafeVarargs
    static Message first(Message known, java.util.function.Supplier<Message>... others) {
        Message found = known;
        for (var other : others) {
            found = found == null ? other.get() : found;
        }
        return found;
    }

    private static Message in(Course course, ReviewAct act, LocalDate day, Phase phase) {
        return course.phase() == phase ? null : wrongState(course, act, day);
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

    private static Message opinion(Course course, ReviewAct act, ActDetail.Opinion opinion) {
        Optional<ReviewBody> body = course.pack().bodies().stream().filter(each -> each.code().equals(act.body())).findFirst();
        if (body.isEmpty()) {
            return Message.of("review.refuse.body", String.valueOf(act.body()));
        }
        if (opinion.versionNo() != course.round()) {
            return Message.of("review.refuse.opinionVersion", opinion.versionNo(), course.round());
        }
        if (course.recused(body.get()) && opinion.overall() != Overall.RECUSED) {
            return Message.of("review.refuse.recused", name(body.get()));
        }
        return OpinionRules.refusal(opinion, course.pack().checkItems(act.body()), course.form());
    }

    private static Message withdrawal(Course course, ReviewAct act, ActDetail.OpinionWithdrawal withdrawal) {
        return course.opinions().containsKey(act.body()) ? reason(withdrawal.reason()) : Message.of("review.refuse.nothingToWithdraw", String.valueOf(act.body()));
    }

    /** Decided is what is ready for the meeting on the day of the decision, or was put off by an earlier one (rule T10). */
    private static Message decidable(Course course, ReviewAct act, LocalDate day) {
        if (course.phase() == Phase.DEFERRED || course.readyForMeeting(day)) {
            return null;
        }
        if (course.phase() == Phase.COUNTERSIGN) {
            return Message.of("review.refuse.opinionsMissing", course.missing().stream().map(ActRules::name).collect(Collectors.toList()), course.opinionsDue());
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
