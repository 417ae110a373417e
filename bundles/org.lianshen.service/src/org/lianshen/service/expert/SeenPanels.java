package org.lianshen.service.expert;

import java.util.List;
import java.util.UUID;
import org.lianshen.model.expert.Expert;
import org.lianshen.model.expert.ExpertAct;
import org.lianshen.model.expert.Panel;
import org.lianshen.model.identity.Actor;
import org.lianshen.service.store.Tx;

/** Panels as one person may see them: the only way by which a panel leaves a transaction, on a screen, a paper or anywhere else. */
public final class SeenPanels {

    private SeenPanels() {
    }

    /** An expert of the panel sees it as an expert, everybody else as the office. */
    public static Panel of(Tx tx, Actor actor, List<ExpertAct> acts, int round) {
        return of(tx, actor, Panel.of(acts, round));
    }

    static Panel of(Tx tx, Actor actor, Panel panel) {
        UUID me = expertOf(tx, actor);
        return panel.seenBy(me != null && panel.member(me).isPresent() ? me : null);
    }

    /** The expert of an account, or null. */
    static UUID expertOf(Tx tx, Actor actor) {
        return tx.experts().pool().stream().filter(expert -> !expert.account().isEmpty() && expert.account().equals(actor.name())).map(Expert::id).findFirst().orElse(null);
    }
}
