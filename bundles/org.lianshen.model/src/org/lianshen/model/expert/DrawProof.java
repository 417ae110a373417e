package org.lianshen.model.expert;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lianshen.model.Message;
import org.lianshen.model.expert.ExpertStep.Exclusion;
import org.lianshen.model.expert.Panel.Member;
import org.lianshen.model.expert.PanelDraw.Outcome;

/** Repeats every draw and replacement of a project from what was published, as anybody may: keys, order, who was taken. */
public final class DrawProof {

    private DrawProof() {
    }

    /** What does not come out again, in order; empty where everything does. @param acts of the proposal, in order */
    public static List<Message> problems(List<ExpertAct> acts, String reviewNo) {
        var problems = new ArrayList<Message>();
        for (int i = 0; i < acts.size(); i++) {
            ExpertAct act = acts.get(i);
            Panel before = Panel.of(acts.subList(0, i), act.round());
            if (act.step() instanceof ExpertStep.Draw draw && before.announced() != null) {
                draw(act, draw, before, reviewNo, problems);
            } else if (act.step() instanceof ExpertStep.Replacement replacement && before.drawn() != null) {
                replacement(act, replacement, before, problems);
            }
        }
        return problems;
    }

    private static void draw(ExpertAct act, ExpertStep.Draw draw, Panel before, String reviewNo, List<Message> problems) {
        String seed = before.announced().seed();
        draw.order().stream().filter(each -> !each.key().equals(PanelDraw.key(seed, reviewNo, act.round(), each.no()))).findFirst()
                .ifPresent(each -> problems.add(Message.of("expert.proof.key", act.seq(), each.no())));
        if (!PanelDraw.inOrder(draw.order()).equals(draw.order())) {
            problems.add(Message.of("expert.proof.order", act.seq()));
        }
        Set<UUID> told = draw.excluded().stream().map(Exclusion::expert).collect(Collectors.toSet());
        draw.order().forEach(each -> told.add(each.expert()));
        before.in().forEach(member -> told.add(member.id()));
        if (!told.containsAll(before.announced().pool())) {
            problems.add(Message.of("expert.proof.pool", act.seq()));
        }
        Seats.Filled again = Seats.draw(before, draw.order());
        UUID second = again.second() == null ? null : again.second().expert();
        if (!again.group().taken().stream().map(Ranked::expert).toList().equals(draw.group()) || !java.util.Objects.equals(second, draw.second())) {
            problems.add(Message.of("expert.proof.taken", act.seq()));
        }
    }

    private static void replacement(ExpertAct act, ExpertStep.Replacement replacement, Panel before, List<Message> problems) {
        Set<UUID> gone = replacement.excluded().stream().map(Exclusion::expert).collect(Collectors.toSet());
        before.members().stream().map(Member::id).forEach(gone::add);
        Member out = before.member(replacement.out()).orElse(null);
        Outcome again = out == null ? null : Seats.replace(before, out, Seats.without(before.drawn().draw().order(), gone));
        if (again == null || again.taken().isEmpty() || !again.taken().getFirst().expert().equals(replacement.in())) {
            problems.add(Message.of("expert.proof.replaced", act.seq()));
        }
    }
}
