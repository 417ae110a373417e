package org.lianshen.service.similarity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.Duplicates;
import org.lianshen.model.linkage.ProjectIndex;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.proposal.FunctionItem;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.review.State;
import org.lianshen.service.SimilarityService;
import org.lianshen.service.ledger.Projects;
import org.lianshen.service.session.Desk;

/**
 * Search for duplicate construction: the index brings the candidates, the model compares name and function items, the pack says which score is high. The indexes are
 * kept while the ledger stays the same. Closed with the session.
 */
public final class SimilarityDesk implements SimilarityService, AutoCloseable {

    /** How many candidates are compared for each hit that is asked for; the index ranks by other weights than the comparison. */
    private static final int CANDIDATES_PER_HIT = 5;
    private static final int LEAST_CANDIDATES = 50;

    private final Desk desk;
    private final Projects projects;
    private final SimilarityIndex index;
    private Kept kept;

    public SimilarityDesk(Desk desk, Projects projects, SimilarityIndex index) {
        this.desk = desk;
        this.projects = projects;
        this.index = index;
    }

    private record Kept(List<LedgerProject> ledger, String pack, ProjectIndex projects, Duplicates duplicates, SimilarityIndex.Searcher searcher) {
    }

    @Override
    public synchronized List<Hit> similar(ProposalForm form, UUID except, int top) {
        RulePack pack = desk.pack();
        Kept current = current(pack);
        List<String> functions = form.functions().stream().map(FunctionItem::name).filter(Objects::nonNull).toList();
        Duplicates.Newcomer mine = current.duplicates.newcomer(form.name(), form.unit(), functions);
        BigDecimal high = pack.ratio("similarity.high");
        BigDecimal medium = pack.ratio("similarity.medium");
        var hits = new ArrayList<Hit>();
        for (UUID id : current.searcher.near(form.name(), functions, Math.max(LEAST_CANDIDATES, top * CANDIDATES_PER_HIT))) {
            int ordinal = current.projects.ordinal(id);
            if (!id.equals(except)) {
                LedgerProject project = current.projects.project(ordinal);
                Duplicates.Comparison found = current.duplicates.compare(mine, ordinal);
                Band band = found.score().compareTo(high) >= 0 ? Band.HIGH : found.score().compareTo(medium) >= 0 ? Band.MEDIUM : Band.LOW;
                hits.add(new Hit(id, project.reviewNo(), project.name(), project.unit(), project.approved() == null ? project.applied() : project.approved(),
                        found.score(), band, found.why().stream().map(each -> new Overlap(each.mine(), each.theirs(), each.shared())).toList()));
            }
        }
        hits.sort(Comparator.comparing(Hit::score).reversed().thenComparing(Hit::name).thenComparing(Hit::project));
        return List.copyOf(hits.subList(0, Math.min(top, hits.size())));
    }

    private Kept current(RulePack pack) {
        List<LedgerProject> ledger = desk.read(tx -> projects.on(tx, desk.today())).stream()
                .filter(project -> project.state() != State.DRAFT && project.state() != State.WITHDRAWN).toList();
        if (kept == null || !kept.pack.equals(pack.id()) || !kept.ledger.equals(ledger)) {
            close();
            var known = new ProjectIndex(ledger, pack);
            List<SimilarityIndex.Entry> entries = ledger.stream().map(project -> new SimilarityIndex.Entry(project.id(), project.name(), project.functions())).toList();
            kept = new Kept(ledger, pack.id(), known, new Duplicates(known, pack), index.over(entries));
        }
        return kept;
    }

    @Override
    public synchronized void close() {
        if (kept != null) {
            kept.searcher.close();
            kept = null;
        }
    }
}
