package org.lianshen.model.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.lianshen.model.expert.ExpertAct;
import org.lianshen.model.expert.ExpertStep;
import org.lianshen.model.expert.ExpertStep.Exclusion;

/** What of a panel goes to one of its experts: nobody else's sheet, nothing that was said of the scores, and none of the reasons that are another's own. */
public final class SentPanel {

    private static final String WITHHELD = "—";

    private SentPanel() {
    }

    /** @param acts of the proposal, in order. @param expert who gets them */
    public static List<ExpertAct> of(List<ExpertAct> acts, int round, UUID expert) {
        var sent = new ArrayList<ExpertAct>();
        for (ExpertAct act : acts) {
            ExpertStep step = act.round() == round ? shown(act.step(), expert) : null;
            if (step != null) {
                sent.add(new ExpertAct(act.id(), act.proposal(), sent.size() + 1, round, act.by(), act.at(), step));
            }
        }
        return List.copyOf(sent);
    }

    private static ExpertStep shown(ExpertStep step, UUID expert) {
        return switch (step) {
            case ExpertStep.Draw draw -> new ExpertStep.Draw(draw.order(), withoutReasons(draw.excluded()), draw.group(), draw.second(), draw.passed());
            case ExpertStep.Replacement next -> new ExpertStep.Replacement(next.out(), next.in(), next.passed(), withoutReasons(next.excluded()));
            case ExpertStep.Invitation other when !other.expert().equals(expert) -> new ExpertStep.Invitation(other.expert(), "");
            case ExpertStep.Refusal other when !other.expert().equals(expert) -> new ExpertStep.Refusal(other.expert(), WITHHELD);
            case ExpertStep.Avoidance other when !other.expert().equals(expert) -> new ExpertStep.Avoidance(other.expert(), WITHHELD);
            case ExpertStep.Absence other when !other.expert().equals(expert) -> new ExpertStep.Absence(other.expert(), WITHHELD);
            case ExpertStep.Scoring other when !other.expert().equals(expert) -> null;
            case ExpertStep.Discussion discussion -> null;
            case ExpertStep.GroupOpinion opinion -> null;
            default -> step;
        };
    }

    private static List<Exclusion> withoutReasons(List<Exclusion> excluded) {
        return excluded.stream().map(each -> new Exclusion(each.expert(), each.no(), each.name(), each.unit(), List.of())).toList();
    }
}
