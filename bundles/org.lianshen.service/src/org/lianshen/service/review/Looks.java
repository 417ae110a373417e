package org.lianshen.service.review;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.Look;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.service.ProposalService.Difference;
import org.lianshen.service.ReviewService.News;
import org.lianshen.service.proposal.FormDifferences;
import org.lianshen.service.session.Desk;
import org.lianshen.service.store.Tx;

/** What a person has seen of a review, and what is new to them. */
final class Looks {

    private final Desk desk;
    private final Tx tx;

    Looks(Desk desk, Tx tx) {
        this.desk = desk;
        this.tx = tx;
    }

    /** To somebody who never looked nothing is new: all of it is. */
    News news(Proposal proposal) {
        Optional<Look> last = last(proposal);
        if (last.isEmpty()) {
            return new News(null, List.of(), 0, List.of());
        }
        Look seen = last.get();
        List<ReviewAct> acts = tx.acts().of(proposal.id()).stream().filter(act -> act.seq() > seen.seq() && !act.recordedBy().equals(desk.actor().name())).toList();
        boolean newer = seen.version() > 0 && seen.version() < proposal.latest().no();
        List<Difference> differences = newer ? FormDifferences.between(proposal.versions().get(seen.version() - 1).form(), proposal.form()) : List.of();
        return new News(seen.at(), acts, newer ? seen.version() : 0, differences);
    }

    /** Whether the person has not seen so much before. */
    boolean unseen(Proposal proposal, int acts, int version) {
        return last(proposal).map(look -> look.seq() < acts || look.version() < version).orElse(true);
    }

    /** Nobody has seen what is not there yet. */
    void mark(Proposal proposal, int acts, int version) {
        Instant now = desk.clock().instant();
        tx.looks().add(new Look(proposal.id(), desk.actor().name(), Math.min(acts, tx.acts().of(proposal.id()).size()), Math.min(version, proposal.versions().size()), now));
    }

    private Optional<Look> last(Proposal proposal) {
        return tx.looks().of(proposal.id()).stream().filter(look -> look.account().equals(desk.actor().name()))
                .max(Comparator.comparingInt(Look::seq).thenComparingInt(Look::version));
    }
}
