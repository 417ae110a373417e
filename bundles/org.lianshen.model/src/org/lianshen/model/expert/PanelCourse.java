package org.lianshen.model.expert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.lianshen.model.expert.ExpertStep.Announcement;
import org.lianshen.model.expert.ExpertStep.GroupOpinion;
import org.lianshen.model.expert.Panel.Drawn;
import org.lianshen.model.expert.Panel.Member;
import org.lianshen.model.expert.Panel.Standing;

/** The fold over the acts behind {@link Panel}. */
final class PanelCourse {

    private final int round;
    private List<Tie> ties = List.of();
    private Announcement announced;
    private Instant announcedAt;
    private final List<Drawn> draws = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();
    private UUID leader;
    private String discussed;
    private final Set<UUID> shown = new HashSet<>();
    private GroupOpinion opinion;
    private Instant signed;

    private PanelCourse(int round) {
        this.round = round;
    }

    static Panel of(List<ExpertAct> acts, int round) {
        var course = new PanelCourse(round);
        acts.stream().filter(act -> act.round() == round).filter(act -> PanelActs.refusal(course.panel(), act.step()) == null).forEach(course::take);
        return course.panel();
    }

    private Panel panel() {
        return new Panel(round, ties, announced, draws, members, leader, discussed, opinion, signed, shown, false);
    }

    private void take(ExpertAct act) {
        Instant at = act.at();
        switch (act.step()) {
            case ExpertStep.Statement statement -> ties = statement.ties();
            case Announcement announcement -> {
                announced = announcement;
                announcedAt = at;
            }
            case ExpertStep.Annulment annulment -> announced = null;
            case ExpertStep.Draw draw -> draw(draw, at);
            case ExpertStep.Replacement replacement -> {
                int out = index(replacement.out());
                boolean second = members.get(out).second();
                members.set(out, members.get(out).given());
                members.add(new Member(ranked(replacement.in()), second, Standing.DRAWN, "", replacement.out(), false, at, null));
                draws.add(draws.removeLast().with(replacement));
            }
            case ExpertStep.Invitation invitation -> move(invitation.expert(), Standing.INVITED, invitation.words(), at);
            case ExpertStep.Acceptance acceptance -> move(acceptance.expert(), Standing.ACCEPTED, "", at);
            case ExpertStep.Refusal refusal -> leave(refusal.expert(), Standing.DECLINED, refusal.reason(), at);
            case ExpertStep.Avoidance avoidance -> leave(avoidance.expert(), Standing.AVOIDED, avoidance.reason(), at);
            case ExpertStep.Absence absence -> leave(absence.expert(), Standing.ABSENT, absence.reason(), at);
            case ExpertStep.Leader chosen -> leader = chosen.expert();
            case ExpertStep.Scoring scoring -> {
                int index = index(scoring.expert());
                members.set(index, members.get(index).with(scoring, at));
            }
            case ExpertStep.Discussion discussion -> discussed = discussion.words();
            case GroupOpinion group -> {
                opinion = group;
                signed = at;
            }
        }
    }

    private void draw(ExpertStep.Draw draw, Instant at) {
        draws.add(new Drawn(draws.size() + 1, announced, draw, announcedAt, at, List.of()));
        announced = null;
        for (int i = 0; i < members.size(); i++) {
            if (!members.get(i).in()) {
                members.set(i, members.get(i).given());
            }
        }
        draw.group().forEach(expert -> members.add(new Member(ranked(expert), false, Standing.DRAWN, "", null, false, at, null)));
        if (draw.second() != null) {
            members.add(new Member(ranked(draw.second()), true, Standing.DRAWN, "", null, false, at, null));
        }
    }

    private Ranked ranked(UUID expert) {
        return draws.getLast().draw().order().stream().filter(each -> each.expert().equals(expert)).findFirst().orElseThrow();
    }

    private int index(UUID expert) {
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).id().equals(expert)) {
                return i;
            }
        }
        throw new IllegalStateException("not on the panel: " + expert);
    }

    private void move(UUID expert, Standing to, String words, Instant at) {
        int index = index(expert);
        members.set(index, members.get(index).now(to, words, at));
    }

    /** Whoever leaves leads no more, and what the others said of the scores they saw together is said anew; the sheets that all have seen stay as they are. */
    private void leave(UUID expert, Standing to, String reason, Instant at) {
        Panel before = panel();
        if (before.open()) {
            before.in().forEach(member -> shown.add(member.id()));
        }
        move(expert, to, reason, at);
        discussed = null;
        leader = expert.equals(leader) ? null : leader;
    }
}
