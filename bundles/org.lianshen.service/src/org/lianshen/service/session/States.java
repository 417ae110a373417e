package org.lianshen.service.session;

import java.time.LocalDate;
import java.util.List;
import org.lianshen.model.UserProblem;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.model.review.ReviewFacts;
import org.lianshen.model.review.ReviewState;
import org.lianshen.model.review.ReviewStates;
import org.lianshen.service.store.Tx;

/** Facts and states of proposals inside a transaction. */
public record States(Desk desk) {

    /** What the state of a proposal follows from, under the pack of a day. */
    public ReviewFacts facts(Proposal proposal, List<ReviewAct> acts, RulePack pack) {
        return ReviewFacts.of(proposal, acts, pack, desk.clock().getZone(), at -> desk.packs().at(at, desk.clock().getZone()));
    }

    public ReviewFacts facts(Tx tx, Proposal proposal) {
        return facts(proposal, tx.acts().of(proposal.id()), desk.pack());
    }

    /** The state on a day; {@code acts} are all acts of the proposal. */
    public ReviewState on(Proposal proposal, List<ReviewAct> acts, LocalDate date) {
        return ReviewStates.on(facts(proposal, acts, desk.packs().apply(date)), date);
    }

    public ReviewState today(Tx tx, Proposal proposal) {
        return ReviewStates.on(facts(tx, proposal), desk.today());
    }

    /** @throws UserProblem if there is none */
    public Proposal proposal(Tx tx, java.util.UUID id) {
        return tx.proposals().find(id).orElseThrow(() -> UserProblem.of("review.noProposal"));
    }
}
