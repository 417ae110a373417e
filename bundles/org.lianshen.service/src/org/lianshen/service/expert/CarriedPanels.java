package org.lianshen.service.expert;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.exchange.KeyCard;
import org.lianshen.model.exchange.ReturnedSheet;
import org.lianshen.model.exchange.SentPanel;
import org.lianshen.model.expert.Expert;
import org.lianshen.model.expert.ExpertAct;
import org.lianshen.model.expert.ExpertStep;
import org.lianshen.model.expert.Panel;
import org.lianshen.model.expert.Panel.Standing;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.service.session.Desk;
import org.lianshen.service.store.Tx;

/** Panels on their way to an expert without a network, and what the expert did on its way back; inside a transaction. */
public record CarriedPanels(Desk desk, Tx tx) {

    /** Who of the pool is meant by a card. @throws UserProblem if nobody has this number, or somebody of another name has it */
    public Expert holder(KeyCard card) {
        Expert expert = byNo(card.expertNo()).orElseThrow(() -> UserProblem.of("exchange.noExpert", card.expertNo()));
        if (!expert.name().equals(card.holder())) {
            throw UserProblem.of("exchange.otherExpert", card.holder(), expert.no(), expert.name());
        }
        return expert;
    }

    public Optional<Expert> byNo(String no) {
        return tx.experts().pool().stream().filter(expert -> expert.no().equals(no)).findFirst();
    }

    /** Whether the expert was invited to this project and can still answer. */
    public boolean asked(UUID proposal, UUID expert) {
        var panels = new Panels(desk, tx, proposal);
        Panel panel = panels.panel();
        return panels.closed() == null && !panel.open() && panel.opinion() == null
                && panel.member(expert).filter(member -> member.in() && member.standing() != Standing.DRAWN).isPresent() && panels.bound(expert).isEmpty();
    }

    /** What the expert gets of the panel. */
    public List<ExpertAct> sent(UUID proposal, UUID expert) {
        return SentPanel.of(tx.experts().acts(proposal), new Panels(desk, tx, proposal).review().round(), expert);
    }

    /** The expert's sheet that counts on this version, or null. */
    public ExpertAct counted(UUID proposal, int round, UUID expert) {
        return ReturnedSheet.counted(tx.experts().acts(proposal), round, expert);
    }

    public Message closed(UUID proposal) {
        return new Panels(desk, tx, proposal).closed();
    }

    public List<Message> bound(UUID proposal, UUID expert) {
        return new Panels(desk, tx, proposal).bound(expert);
    }

    /** Enters what the expert did elsewhere as it was signed there; judged before. @param by how it came, for the audit record, which never says what a sheet says */
    public void enter(Proposal proposal, ExpertAct act, String by) {
        tx.experts().add(act);
        if (act.step() instanceof ExpertStep.Scoring scoring) {
            tx.experts().saveDraft(proposal.id(), scoring.expert(), null);
        }
        tx.audit().append(new AuditEntry("expert." + act.step().getClass().getSimpleName(), "proposal " + proposal.reviewNo(), null, null, by));
    }

    /** At the expert's own desk: the entry of the pool, under the account that acts here. */
    public void receive(Expert expert) {
        Expert stored = tx.experts().find(expert.id()).orElse(null);
        tx.experts().save(new Expert(expert.id(), expert.no(), expert.name(), expert.unit(), expert.former(), expert.title(), expert.fields(), "", "", "", expert.active(), "",
                expert.interests(), desk.actor().name(), stored == null ? 0 : stored.version()));
    }

    /** What was done here on a panel by whoever acts at this desk. */
    public List<ExpertAct> own(UUID proposal, int round) {
        return tx.experts().acts(proposal).stream().filter(act -> act.round() == round && act.by().equals(desk.actor().name())).toList();
    }
}
