package org.lianshen.service.price;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.lianshen.model.price.PriceMemory;
import org.lianshen.model.price.SeenPrice;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.service.store.Tx;

/**
 * The unit prices of all submitted estimates and of budget lines with a quantity. They are kept as long as no version is submitted and no sheet imported or undone, since
 * a form is checked while somebody types.
 */
public final class PriceBook {

    private final ZoneId zone;
    private volatile Kept kept;

    /** @param zone in which the year of a submission is counted */
    public PriceBook(ZoneId zone) {
        this.zone = zone;
    }

    private record Kept(Ground ground, PriceMemory prices) {
    }

    /** What the prices rest on. */
    private record Ground(long submissions, List<UUID> sheets) {

        static Ground of(Tx tx) {
            return new Ground(tx.proposals().submissions(), tx.budgets().batches().stream().filter(batch -> batch.undoneAt() == null).map(batch -> batch.id()).toList());
        }
    }

    public PriceMemory of(Tx tx) {
        Ground ground = Ground.of(tx);
        Kept known = kept;
        if (known == null || !known.ground.equals(ground)) {
            known = new Kept(ground, read(tx));
            kept = known;
        }
        return known.prices;
    }

    private PriceMemory read(Tx tx) {
        List<SeenPrice> prices = new ArrayList<>();
        for (Proposal proposal : tx.proposals().all()) {
            if (proposal.submitted()) {
                prices.addAll(PriceMemory.of(proposal, LocalDate.ofInstant(proposal.versions().getFirst().submittedAt(), zone).getYear()));
            }
        }
        tx.budgets().eachLine(line -> PriceMemory.of(line).ifPresent(prices::add));
        return PriceMemory.of(prices);
    }
}
