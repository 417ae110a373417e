package org.lianshen.service.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lianshen.model.ledger.Dossier;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.model.review.ReviewState;
import org.lianshen.service.session.Desk;
import org.lianshen.service.session.States;
import org.lianshen.service.store.Tx;
import org.lianshen.service.text.Texts;

/** The projects of the one ledger: those imported as already reviewed, and those that follow from the proposals of this store. */
public final class Projects {

    private final States states;
    private final ProposalProjects fromProposals;

    /** @param texts language of the words of decisions */
    public Projects(Desk desk, Texts texts) {
        states = new States(desk);
        fromProposals = new ProposalProjects(texts, desk.clock());
    }

    /**
     * Every project as it stood at the end of a day, in the order of review numbers and names. What was approved later and came by import is not there yet; of a
     * proposal that has an imported twin with the same review number only the proposal counts.
     */
    public List<LedgerProject> on(Tx tx, LocalDate asOf) {
        return known(tx, asOf).projects();
    }

    /** The projects of a day with the dossiers of those that follow from proposals. */
    public record Known(List<LedgerProject> projects, Map<UUID, Dossier> dossiers) {
    }

    /** As {@link #on}, with dossiers. */
    public Known known(Tx tx, LocalDate asOf) {
        var dossiers = new HashMap<UUID, Dossier>();
        var found = new ArrayList<LedgerProject>();
        var numbers = new java.util.HashSet<String>();
        Map<UUID, List<ReviewAct>> acts = tx.acts().all();
        for (Proposal proposal : tx.proposals().all()) {
            ReviewState state = states.on(proposal, acts.getOrDefault(proposal.id(), List.of()), asOf);
            LedgerProject project = fromProposals.project(proposal, state);
            if (!project.name().isBlank()) {
                found.add(project);
                dossiers.put(project.id(), new Dossier(ProposalProjects.form(proposal, state.round()), state));
                if (proposal.reviewNo() != null) {
                    numbers.add(proposal.reviewNo());
                }
            }
        }
        for (LedgerProject imported : tx.ledger().imported()) {
            boolean later = imported.approvedOn() != null && imported.approvedOn().isAfter(asOf);
            if (!later && !numbers.contains(imported.reviewNo())) {
                found.add(imported.on(asOf));
            }
        }
        found.sort(Comparator.comparing((LedgerProject project) -> text(project.reviewNo())).thenComparing(LedgerProject::name).thenComparing(LedgerProject::id));
        return new Known(found, dossiers);
    }

    /** One project, or nothing. */
    public Optional<LedgerProject> find(Tx tx, UUID id, LocalDate asOf) {
        Optional<Proposal> proposal = tx.proposals().find(id);
        if (proposal.isPresent()) {
            return Optional.of(fromProposals.project(proposal.get(), states.on(proposal.get(), tx.acts().of(id), asOf)));
        }
        return tx.ledger().find(id).map(project -> project.on(asOf));
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
