package org.lianshen.service.expert;

import java.util.List;
import java.util.UUID;
import org.lianshen.model.expert.Expert;
import org.lianshen.model.expert.ExpertAct;
import org.lianshen.model.expert.Panel;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.identity.Permission;
import org.lianshen.service.store.Tx;

/** Panels as one person may see them: the only way by which a panel leaves a transaction, on a screen, a paper or anywhere else. */
public final class SeenPanels {

    /** Neither of the office nor on the panel. */
    private static final UUID STRANGER = new UUID(0, 0);

    private final UUID me;
    private final boolean arranges;

    public SeenPanels(Tx tx, Actor actor) {
        this(expertOf(tx.experts().pool(), actor), actor);
    }

    /** @param me expert of the actor's account, or null */
    SeenPanels(UUID me, Actor actor) {
        this.me = me;
        arranges = actor.may(Permission.ARRANGE_EXPERTS);
    }

    /** An expert of the panel sees it as an expert, whoever arranges experts as the office, everybody else as a stranger: he or she may be drawn as a replacement yet. */
    public Panel of(List<ExpertAct> acts, int round) {
        return of(Panel.of(acts, round));
    }

    Panel of(Panel panel) {
        if (me != null && panel.member(me).isPresent()) {
            return panel.seenBy(me);
        }
        return panel.seenBy(arranges ? null : STRANGER);
    }

    /** The expert of an account, or null. */
    static UUID expertOf(List<Expert> pool, Actor actor) {
        return pool.stream().filter(expert -> !expert.account().isEmpty() && expert.account().equals(actor.name())).map(Expert::id).findFirst().orElse(null);
    }
}
