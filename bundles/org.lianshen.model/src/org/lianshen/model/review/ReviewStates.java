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
import org.lianshen.model.pack.ReviewBody;
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
                open.stream().map(OpenItem::due).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null));
    }

    private static Money approved(State state, ActDetail.Decision decision) {
        return switch (state) {
            case APPROVED, CONDITIONAL, EXPIRED -> decision.approved();
            case REJECTED, MERGED -> Money.ZERO;
            case DRAFT, SUBMITTED, RETURNED, COUNTERSIGN, READY_FOR_MEETING, DEFERRED, WITHDRAWN -> null;
        };
    }

    private static List<BodyStatus> bodies(Course course, LocalDate date) {
        if (course.opinionsDue() == null) {
            return List.of();
        }
        return course.pack().bodies().stream().map(body -> {
            ReviewAct act = course.opinions().get(body.code());
            ActDetail.Opinion opinion = course.opinion(body.code());
            return new BodyStatus(body.code(), standing(course, body, opinion, date), course.opinionsDue(), opinion == null ? null : opinion.overall(), act,
                    act == null ? null : act.at());
        }).toList();
    }

    private static Standing standing(Course course, ReviewBody body, ActDetail.Opinion opinion, LocalDate date) {
        if (opinion == null) {
            return course.recused(body) ? Standing.RECUSED : course.limitOver(date) ? Standing.OVERDUE : Standing.WAITING;
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
            case SUBMITTED -> List.of(item(LEAD, "review.open.accept", limit(course, "days.formCheck"), date));
            case RETURNED -> List.of(item(UNIT, "review.open.answer", limit(course, "days.supplement"), date));
            case COUNTERSIGN -> course.missing().stream().map(body -> item(body.code(), "review.open.opinion", course.opinionsDue(), date)).toList();
            case READY_FOR_MEETING -> {
                var open = new ArrayList<>(course.missing().stream().map(body -> item(body.code(), "review.open.opinion", course.opinionsDue(), date)).toList());
                open.add(item(SECRETARY, "review.open.meeting", pack.calendar().plusWorkdays(closed(course), pack.intParam("days.summary")), date));
                yield open;
            }
            case DEFERRED -> List.of(item(SECRETARY, "review.open.meetingAgain", null, date));
            case CONDITIONAL -> course.openConditions().stream().map(condition -> new OpenItem(UNIT,
                    Message.of("review.open.condition", condition.no(), condition.text(), condition.owner()), condition.due(), date.isAfter(condition.due()))).toList();
            case DRAFT, APPROVED, REJECTED, MERGED, EXPIRED, WITHDRAWN -> List.of();
        };
    }

    private static LocalDate limit(Course course, String key) {
        RulePack pack = course.pack();
        return pack.calendar().plusWorkdays(course.since(), pack.intParam(key));
    }

    /** The day on which countersigning closed: of the last opinion that was waited for, at the latest the day after the limit. */
    private static LocalDate closed(Course course) {
        LocalDate afterLimit = course.opinionsDue().plusDays(1);
        if (!course.missing().isEmpty()) {
            return afterLimit;
        }
        LocalDate last = course.opinions().values().stream().map(act -> course.facts().day(act.at())).max(Comparator.naturalOrder()).orElse(course.since());
        return last.isAfter(afterLimit) ? afterLimit : last;
    }

    private static OpenItem item(String who, String what, LocalDate due, LocalDate date) {
        return new OpenItem(who, Message.of(what), due, due != null && date.isAfter(due));
    }

    private static List<Message> blockedBy(Course course, State state) {
        return switch (state) {
            case SUBMITTED -> List.of(Message.of("review.blocked.notAccepted"));
            case RETURNED -> List.of(Message.of("review.blocked.returned", course.returned().size()));
            case COUNTERSIGN -> missing(course, "review.blocked.opinion");
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
        return course.missing().stream().map(body -> Message.of(key, ActRules.name(body))).toList();
    }

    private static Message veto(Course course, CheckItem item) {
        return Message.of("review.blocked.veto", ActRules.name(course.pack().body(item.body())),
                Message.of("review.itemName", item.code(), item.text(), item.textEn()));
    }
}
