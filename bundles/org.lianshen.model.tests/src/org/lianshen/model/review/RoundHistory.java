package org.lianshen.model.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.lianshen.model.review.BodyStatus.Standing;
import org.lianshen.model.review.RoundOracle.Kind;
import org.lianshen.model.review.RoundOracle.Step;
import org.lianshen.model.review.RoundOracle.Way;

/** What was done so far, told to the oracle as letters and to the program as acts, and compared in everything that either can be asked. */
final class RoundHistory {

    static final Set<Kind> OF_BODIES = EnumSet.of(Kind.YES, Kind.NO, Kind.TAKE_BACK, Kind.PASS);
    private static final int WAITING_DAYS = 3;

    private final Way way;
    private final RoundScene scene;
    private final RoundOracle oracle;
    private final List<Step> done;
    private final List<ReviewAct> acts;
    private final int day;
    private final State state;
    private final ReviewState found;
    private final Course course;

    private RoundHistory(Way way, RoundScene scene, RoundOracle oracle, List<Step> done, List<ReviewAct> acts, int day) {
        this.way = way;
        this.scene = scene;
        this.oracle = oracle;
        this.done = done;
        this.acts = acts;
        this.day = day;
        ReviewFacts facts = scene.facts(acts);
        state = oracle.state(done, day);
        found = ReviewStates.on(facts, Scene.day(day));
        course = Course.until(facts, Scene.day(day));
        agree();
    }

    static RoundHistory begin(Way way) {
        return new RoundHistory(way, new RoundScene(way), new RoundOracle(way), List.of(), List.of(), 0);
    }

    private void agree() {
        assertEquals(state, found.state(), done::toString);
        assertEquals(oracle.round(done), found.round(), done::toString);
        assertEquals(found.bodies().isEmpty() ? 0 : oracle.vetoes(done), course.vetoes().size(), done::toString);
        assertEquals(oracle.closed(done), found.steps().closed(), done::toString);
        assertEquals(kind(oracle.decided(done)), found.decision() == null ? null : found.decision().kind(), done::toString);
        assertEquals(oracle.issued(done), found.steps().issuance() != null, done::toString);
        for (BodyStatus status : found.bodies()) {
            int body = index(status.body());
            Kind word = oracle.word(done, body);
            Standing expected = word == Kind.YES ? Standing.AGREED : word == Kind.NO ? Standing.AGAINST : oracle.overdue(done, body, day) ? Standing.OVERDUE : Standing.WAITING;
            assertEquals(expected, status.standing(), done::toString);
            assertEquals(oracle.elsewhere(done, body), status.seat().transferred(), done::toString);
        }
    }

    private static DecisionKind kind(Kind decided) {
        return switch (decided) {
            case null -> null;
            case APPROVE, OVERRULE, CONCLUDE -> DecisionKind.APPROVED;
            case CONDITION -> DecisionKind.CONDITIONAL;
            case SEND_BACK -> DecisionKind.RETURNED;
            case REJECT -> DecisionKind.REJECTED;
            case DEFER -> DecisionKind.DEFERRED;
            default -> DecisionKind.MERGED;
        };
    }

    private static int index(String code) {
        return code.equals(RoundScene.UNIT) ? RoundOracle.ASKED : Integer.parseInt(code.substring(1));
    }

    int length() {
        return done.size();
    }

    int day() {
        return day;
    }

    State state() {
        return state;
    }

    ReviewState found() {
        return found;
    }

    List<ReviewAct> acts() {
        return acts;
    }

    List<Step> done() {
        return done;
    }

    RoundScene scene() {
        return scene;
    }

    /** Bodies from the second on that did nothing yet and are alike: the first of them stands for all. */
    int untouched() {
        for (int body = 1; body < way.bodies(); body++) {
            int each = body;
            if (done.stream().noneMatch(step -> step.body() == each)) {
                return body;
            }
        }
        return way.bodies();
    }

    ReviewAct act(Kind kind, int body) {
        return scene.act(kind, body, day, acts.size() + 1, oracle.round(done), body >= 0 && oracle.elsewhere(done, body));
    }

    /** Whether the oracle allows it; the program must say the same. */
    boolean allows(Kind kind, int body) {
        boolean allowed = oracle.allowed(done, state, kind, body, day);
        if (kind == Kind.WAIT) {
            return allowed;
        }
        assertEquals(allowed, ActRules.refusal(course, act(kind, body)) == null, () -> kind + " " + body + " after " + done);
        return allowed;
    }

    /** The history with one more step, which both allow. */
    RoundHistory and(Kind kind, int body) {
        var more = new ArrayList<>(acts);
        if (kind != Kind.WAIT) {
            more.add(act(kind, body));
        }
        return new RoundHistory(way, scene, oracle, with(new Step(kind, body, day)), more, kind == Kind.WAIT ? day + WAITING_DAYS : day);
    }

    /** The history with an act that was refused among the acts: it must change nothing. */
    RoundHistory despite(Kind kind, int body) {
        var more = new ArrayList<>(acts);
        more.add(act(kind, body));
        return new RoundHistory(way, scene, oracle, done, more, day);
    }

    private List<Step> with(Step step) {
        var more = new ArrayList<>(done);
        more.add(step);
        return more;
    }

    /** What is to be seen of a body, by the oracle and by the program, days counted from today. */
    String seenOf(int body) {
        String code = RoundScene.code(body);
        String program = found.bodies().stream().filter(status -> status.body().equals(code)).findFirst()
                .map(status -> String.join(",", status.standing().name(), String.valueOf(status.overall()), left(status.due()), status.seat().holder().equals(code) ? "own" : "other",
                        String.valueOf(status.seat().person()))).orElse("");
        return String.join("/", String.valueOf(oracle.asked(done, body)), String.valueOf(oracle.word(done, body)), String.valueOf(oracle.elsewhere(done, body)), program,
                CourseFields.ofBody(course, code));
    }

    /**
     * All that is to be seen of the history, and all that the program carries along unseen; bodies that are alike are counted, not named. Days are counted from today.
     * Histories that look the same go on the same: for the program because the fold has nothing else to go by, and for both it is tested.
     */
    String seen() {
        var alike = new TreeMap<String, Integer>();
        for (int body = 1; body < way.bodies(); body++) {
            alike.merge(seenOf(body), 1, Integer::sum);
        }
        ReviewSteps steps = found.steps();
        boolean waited = !done.isEmpty() && done.getLast().kind() == Kind.WAIT;
        return String.join("|", state.name(), String.valueOf(found.round()), seenOf(0), alike.toString(), seenOf(RoundOracle.ASKED), left(course.opinionsDue()),
                found.open().stream().map(item -> item.what().key()).sorted().toList().toString(),
                found.decision() == null ? "" : found.decision().kind() + left(found.validUntil()) + found.decision().overrule() + found.openConditions().size(),
                String.valueOf(steps.preRejection() != null), String.valueOf(steps.experts() != null), String.valueOf(steps.closed()), String.valueOf(steps.issuance() != null),
                String.valueOf(waited), CourseFields.whole(course, this::left));
    }

    /** Days left; of a limit that is over nothing but that. */
    private String left(LocalDate date) {
        return date == null ? "" : Scene.day(day).isAfter(date) ? "over" : String.valueOf(Scene.day(day).until(date, ChronoUnit.DAYS));
    }

    /** Whether waiting is the next step: waiting twice is waiting longer, which another history says. */
    boolean mayWait() {
        return done.isEmpty() || done.getLast().kind() != Kind.WAIT;
    }

    int bodies() {
        return way.bodies();
    }
}
