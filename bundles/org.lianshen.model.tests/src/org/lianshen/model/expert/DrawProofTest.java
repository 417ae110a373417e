package org.lianshen.model.expert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lianshen.model.Message;
import org.lianshen.model.expert.ExpertStep.Announcement;
import org.lianshen.model.expert.Panel.Member;

/** Whoever repeats a draw finds every change made to it. */
class DrawProofTest {

    private static final Instant START = Instant.parse("2026-11-02T01:00:00Z");
    private final List<ExpertAct> acts = new ArrayList<>();

    private void add(ExpertStep step) {
        acts.add(new ExpertAct(UUID.randomUUID(), new UUID(0, 9), acts.size() + 1, 1, "somebody", START.plusSeconds(acts.size()), step));
    }

    private Panel panel() {
        return Panel.of(acts, 1);
    }

    private ExpertStep.Draw drawn(List<Ranked> order) {
        Seats.Filled filled = Seats.draw(panel(), order);
        return new ExpertStep.Draw(order, List.of(), filled.group().taken().stream().map(Ranked::expert).toList(), filled.second() == null ? null : filled.second().expert(), filled.passed());
    }

    private void announced() {
        add(new Announcement(Pool.SEED, "现场摸号", 3, true, Pool.seven().stream().map(Ranked::expert).toList(), Pool.rules()));
    }

    private List<String> problems() {
        return DrawProof.problems(acts, Pool.NO).stream().map(Message::key).toList();
    }

    @Test
    void comesOutAgainWithReplacements() {
        announced();
        add(drawn(Pool.seven()));
        for (int i = 0; i < 2; i++) {
            Member out = panel().in().get(i);
            add(new ExpertStep.Avoidance(out.id(), "利害关系"));
            var gone = panel().members().stream().map(Member::id).collect(java.util.stream.Collectors.toSet());
            var next = Seats.replace(panel(), out, Seats.without(Pool.seven(), gone)).taken().getFirst();
            add(new ExpertStep.Replacement(out.id(), next.expert(), List.of(), List.of()));
        }
        assertEquals(6, panel().members().size());
        assertEquals(4, panel().in().size());
        assertEquals(List.of(), problems());
    }

    @Test
    void anotherProjectHasAnotherOrder() {
        announced();
        add(drawn(Pool.seven()));
        assertEquals(List.of("expert.proof.key"), DrawProof.problems(acts, "LS-330500-2026-0002").stream().map(Message::key).toList());
    }

    @Test
    void everyChangeIsFound() {
        announced();
        ExpertStep.Draw honest = drawn(Pool.seven());
        List<Ranked> turned = new ArrayList<>(honest.order());
        java.util.Collections.swap(turned, 0, 6);
        add(new ExpertStep.Draw(turned, List.of(), honest.group(), honest.second(), List.of()));
        assertEquals("expert.proof.order", problems().getFirst());
        acts.removeLast();
        UUID left = honest.order().stream().map(Ranked::expert).filter(id -> !honest.group().contains(id) && !id.equals(honest.second())).findFirst().orElseThrow();
        add(new ExpertStep.Draw(honest.order(), List.of(), List.of(left, honest.group().get(1), honest.group().get(2)), honest.second(), List.of()));
        assertEquals(List.of("expert.proof.taken"), problems());
        acts.removeLast();
        add(new ExpertStep.Draw(Seats.without(honest.order(), java.util.Set.of(left)), List.of(), honest.group(), honest.second(), List.of()));
        assertEquals("expert.proof.pool", problems().getFirst(), "somebody left out without a word");
    }
}
