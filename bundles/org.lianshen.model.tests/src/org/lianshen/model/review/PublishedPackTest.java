package org.lianshen.model.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.RulePack;

/** Another pack changes what is still open and nothing that was done. */
class PublishedPackTest {

    private final Scene scene = new Scene("市教育局", 3);

    /** The pack of the scene with body Z required besides, or without body B. */
    private RulePack later(boolean more) {
        RulePack pack = scene.pack();
        var bodies = new ArrayList<>(pack.bodies());
        if (more) {
            bodies.add(new ReviewBody("Z", "市审计局", "审计", "Audit", "", ReviewBody.Kind.AUDIT, false, true, true, Set.of(), ""));
        } else {
            bodies.removeIf(body -> body.code().equals("B"));
        }
        return new RulePack(pack.place(), pack.divisionCode(), pack.name(), pack.nameEn(), "2026.1+1", pack.validFrom(), pack.validTo(), pack.basis(), bodies, pack.checkItems(),
                pack.params(), pack.clauses(), pack.rules(), pack.calendar(), pack.units(), pack.templates(), pack.lists());
    }

    /** The state on day 9 under the later pack, published on day 5. */
    private ReviewState state(List<ReviewAct> acts, RulePack later) {
        ReviewFacts facts = scene.facts(acts);
        return ReviewStates.on(new ReviewFacts(facts.versions(), acts, later, Scene.ZONE, at -> at.isBefore(Scene.at(5)) ? scene.pack() : later), Scene.day(9));
    }

    private static ReviewAct accept() {
        return Scene.act(1, 0, "A", new ActDetail.Acceptance(Scene.day(20)));
    }

    private static ReviewAct opinion(int seq, int day, String body, String item) {
        return Scene.act(seq, day, body, Scene.opinion(1, Overall.AGREE, item == null ? null : Scene.pass(item)));
    }

    @Test
    void aDecisionStandsAsItWasTaken() {
        List<ReviewAct> acts = List.of(accept(), opinion(2, 1, "A", "D1"), opinion(3, 1, "B", "C1"),
                Scene.act(4, 2, null, Scene.decision(1, DecisionKind.APPROVED, Scene.day(300), null)));
        ReviewState before = scene.on(acts, 9);
        assertEquals(State.APPROVED, before.state());
        for (boolean more : new boolean[] {true, false}) {
            assertEquals(before, state(acts, later(more)));
        }
    }

    @Test
    void aBodyThatCameLaterIsWaitedForWhereNothingIsDecided() {
        List<ReviewAct> acts = List.of(accept(), opinion(2, 1, "A", "D1"), opinion(3, 1, "B", "C1"));
        assertEquals(State.READY_FOR_MEETING, scene.on(acts, 9).state());
        ReviewState state = state(acts, later(true));
        assertEquals(State.COUNTERSIGN, state.state());
        assertEquals(List.of("Z"), state.open().stream().map(OpenItem::who).toList());
    }

    @Test
    void anOpinionThatWasAllowedStaysGivenWhenItsBodyIsGone() {
        List<ReviewAct> acts = List.of(accept(), opinion(2, 1, "B", "C1"), opinion(3, 6, "A", "D1"));
        ReviewState state = state(acts, later(false));
        assertEquals(State.READY_FOR_MEETING, state.state());
        assertEquals(List.of("A", "N"), state.bodies().stream().map(BodyStatus::body).toList());
    }

    @Test
    void aBodyThatIsGoneGivesNoOpinionAnyMore() {
        List<ReviewAct> acts = List.of(accept(), opinion(2, 6, "B", "C1"), opinion(3, 6, "A", "D1"));
        assertEquals(List.of("review.blocked.opinion"), scene.on(List.of(accept(), opinion(3, 6, "A", "D1")), 9).blockedBy().stream().map(each -> each.key()).toList());
        assertEquals(State.READY_FOR_MEETING, state(acts, later(false)).state());
    }
}
