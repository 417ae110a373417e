package org.lianshen.model.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.pack.CheckItem;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.review.BodyStatus.Standing;

/** The state of a proposal as a pure function of its versions, the acts, the rule pack and a day (rules T1–T10 of domain.md §3.3). Nothing is stored or patched. */
public final class ReviewStates {

    private static final String UNIT = "unit";
    private static final String LEAD = "lead";
    private static final String SECRETARY = "secretary";

    private ReviewStates() {
    }

    /** The state at the end of {@code date}: later versions and acts do not count. */
    public static ReviewState on(ReviewFacts facts, LocalDate date) {
        Course course = Course.until(facts, date);
        if (course.round() == 0) {
            return new ReviewState(State.DRAFT, 0, List.of(), List.of(new OpenItem(UNIT, Message.of("review.open.submit"), null, false)), List.of(), null, Money.ZERO,
                    null, null, null, List.of(), null, null);
        }
        State state = course.state(date);
        List<OpenItem> open = open(course, state, date);
        ActDetail.Decision decision = course.decision();
        return new ReviewState(state, course.round(), bodies(course, date), open, blockedBy(course, state), ReviewFacts.applied(course.form()), proposedCut(course),
                approved(state, decision), decision, course.decisionAct(), course.openConditions(), decision == null ? null : decision.validUntil(),
                open.stream().map(OpenItem::due).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null), course.steps(date));
    }

    private static Money approved(State state, ActDetail.Decision decision) {
        return switch (state) {
            case APPROVED, CONDITIONAL, EXPIRED -> decision.approved();
            case REJECTED, MERGED -> Money.ZERO;
            case DRAFT, SUBMITTED, RETURNED, PRE_REJECTED, COUNTERSIGN, EXPERT_REVIEW, READY_FOR_MEETING, READY_TO_CONCLUDE, DEFERRED, WITHDRAWN -> null;
        };
    }

    private static List<BodyStatus> bodies(Course course, LocalDate date) {
        if (course.opinionsDue() == null) {
            return List.of();
        }
        return course.seats().stream().map(seat -> {
            String code = seat.body().code();
            ReviewAct act = course.opinions().get(code);
            ActDetail.Opinion opinion = course.opinion(code);
            return new BodyStatus(code, standing(course, seat, opinion, date), seat.due(), opinion == null ? null : opinion.overall(), act, act == null ? null : act.at(), seat);
        }).toList();
    }

    private static Standing standing(Course course, Seat seat, ActDetail.Opinion opinion, LocalDate date) {
        if (opinion == null) {
            return course.recused(seat.body()) ? Standing.RECUSED : course.limitOver(seat, date) ? Standing.OVERDUE : Standing.WAITING;
        }
        return switch (opinion.overall()) {
            case AGREE -> Standing.AGREED;
            case AGREE_WITH_CHANGES -> Standing.WITH_CHANGES;
            case DISAGREE -> Standing.AGAINST;
            case NO_DUTY -> Standing.NO_DUTY;
            case RECUSED -> Standing.RECUSED;
        };
    }

    /** The largest cut that any opinion proposes on a line, summed over the lines. */
    private static Money proposedCut(Course course) {
        Map<Integer, Money> largest = new HashMap<>();
        for (String body : course.opinions().keySet()) {
            course.opinion(body).cuts().forEach(cut -> largest.merge(cut.lineNo(), cut.amount(), (a, b) -> a.moreThan(b) ? a : b));
        }
        return Money.sum(largest.values());
    }

    private static List<OpenItem> open(Course course, State state, LocalDate date) {
        RulePack pack = course.pack();
        return switch (state) {
            case SUBMITTED -> List.of(item(LEAD, "review.open.accept", course.since(), limit(course, "days.formCheck"), date));
            case RETURNED -> List.of(item(UNIT, "review.open.answer", course.since(), limit(course, "days.supplement"), date));
            case PRE_REJECTED -> List.of(item(SECRETARY, "review.open.meeting", course.since(), limit(course, "days.summary"), date));
            case COUNTERSIGN -> opinions(course, date);
            case EXPERT_REVIEW -> {
                var open = new ArrayList<OpenItem>();
                open.add(item(LEAD, "review.open.experts", course.since(), limit(course, "days.expert"), date));
                if (!course.expertsFirstMissing() && !course.closed()) {
                    open.addAll(opinions(course, date));
                }
                yield open;
            }
            case READY_FOR_MEETING, READY_TO_CONCLUDE -> {
                var open = new ArrayList<OpenItem>();
                if (!course.closed()) {
                    open.addAll(opinions(course, date));
                }
                boolean meeting = state == State.READY_FOR_MEETING;
                LocalDate since = closed(course);
                open.add(item(meeting ? SECRETARY : LEAD, meeting ? "review.open.meeting" : "review.open.conclude", since,
                        pack.calendar().plusWorkdays(since, pack.intParam("days.summary")), date));
                yield open;
            }
            case DEFERRED -> List.of(item(SECRETARY, "review.open.meetingAgain", course.since(), null, date));
            case CONDITIONAL -> course.openConditions().stream().map(condition -> new OpenItem(UNIT,
                    Message.of("review.open.condition", condition.no(), condition.text(), condition.owner()), course.since(), condition.due(), date.isAfter(condition.due()))).toList();
            case APPROVED, REJECTED, MERGED -> course.issuance() == null ? List.of(item(LEAD, "review.open.letter", course.since(), limit(course, "days.opinionLetter"), date)) : List.of();
            case DRAFT, EXPIRED, WITHDRAWN -> List.of();
        };
    }

    private static List<OpenItem> opinions(Course course, LocalDate date) {
        return course.missing().stream().map(seat -> item(seat.body().code(), "review.open.opinion", seat.since(), seat.due(), date)).toList();
    }

    /** Counted from the last step: the decision, or for an approval with conditions the verification of the last one. A pack that sets no time sets no limit. */
    private static LocalDate limit(Course course, String key) {
        RulePack pack = course.pack();
        return pack.params().containsKey(key) ? pack.calendar().plusWorkdays(course.since(), pack.intParam(key)) : null;
    }

    /** The day on which countersigning closed: of the last opinion that was waited for, at the latest the day after the limit. */
    private static LocalDate closed(Course course) {
        if (course.closed()) {
            return course.facts().day(course.summaryAct().at());
        }
        LocalDate afterLimit = course.seats().stream().filter(Seat::required).map(Seat::due).max(Comparator.naturalOrder()).orElse(course.opinionsDue()).plusDays(1);
        LocalDate reviewed = course.expertsAct() == null ? course.since() : course.facts().day(course.expertsAct().at());
        if (!course.missing().isEmpty()) {
            return reviewed.isAfter(afterLimit) ? reviewed : afterLimit;
        }
        LocalDate last = course.opinions().values().stream().map(act -> course.facts().day(act.at())).max(Comparator.naturalOrder()).orElse(course.since());
        LocalDate collected = last.isAfter(afterLimit) ? afterLimit : last;
        return reviewed.isAfter(collected) ? reviewed : collected;
    }

    private static OpenItem item(String who, String what, LocalDate since, LocalDate due, LocalDate date) {
        return new OpenItem(who, Message.of(what), since, due, due != null && date.isAfter(due));
    }

    private static List<Message> blockedBy(Course course, State state) {
        return switch (state) {
            case SUBMITTED -> List.of(Message.of("review.blocked.notAccepted"));
            case RETURNED -> List.of(Message.of("review.blocked.returned", course.returned().size()));
            case COUNTERSIGN -> missing(course, "review.blocked.opinion");
            case PRE_REJECTED -> List.of(Message.of("review.blocked.preRejected", course.preRejectedFor()));
            case EXPERT_REVIEW -> List.of(Message.of("review.blocked.experts"));
            case READY_TO_CONCLUDE -> List.of();
            case READY_FOR_MEETING, DEFERRED -> {
                var blocked = new ArrayList<Message>();
                if (!course.pack().flag("review.overdueIsConsent")) {
                    blocked.addAll(missing(course, "review.blocked.overdue"));
                }
                course.vetoes().forEach(item -> blocked.add(veto(course, item)));
                yield blocked;
            }
            case CONDITIONAL -> course.openConditions().stream()
                    .map(condition -> Message.of("review.blocked.condition", condition.no(), condition.text(), condition.due())).toList();
            case DRAFT, APPROVED, REJECTED, MERGED, EXPIRED, WITHDRAWN -> List.of();
        };
    }

    private static List<Message> missing(Course course, String key) {
        return course.missing().stream().map(seat -> Message.of(key, ActRules.name(seat.body()))).toList();
    }

    private static Message veto(Course course, CheckItem item) {
        return Message.of("review.blocked.veto", ActRules.name(course.pack().body(item.body())),
                Message.of("review.itemName", item.code(), item.text(), item.textEn()));
    }
}
