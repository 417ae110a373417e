package org.lianshen.service.memory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lianshen.model.ledger.CatalogueBatch;
import org.lianshen.model.ledger.CatalogueEntry;
import org.lianshen.model.ledger.LedgerBatch;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.performance.Appraisal;
import org.lianshen.model.performance.UsageBatch;
import org.lianshen.model.performance.UsageMonth;
import org.lianshen.service.store.Tx;

/** Reviewed projects and what is known of what they built: the ledger, catalogues, usage, appraisals. */
final class MemoryProjects {

    private final MemoryTx tx;
    private final MemoryState state;

    MemoryProjects(MemoryTx tx) {
        this.tx = tx;
        state = tx.state();
    }

    private void writing() {
        tx.writing();
    }

    Tx.Ledger ledger() {
        return new Tx.Ledger() {
            @Override
            public List<LedgerProject> imported() {
                return List.copyOf(state.ledger.values());
            }

            @Override
            public Optional<LedgerProject> find(UUID id) {
                return Optional.ofNullable(state.ledger.get(id));
            }

            @Override
            public int put(LedgerBatch batch, Collection<LedgerProject> projects) {
                writing();
                state.ledgerBatches.add(batch);
                int added = 0;
                for (LedgerProject project : projects) {
                    Optional<LedgerProject> same = state.ledger.values().stream().filter(old -> sameProject(old, project)).findFirst();
                    same.ifPresent(old -> state.ledger.remove(old.id()));
                    UUID id = same.map(LedgerProject::id).orElse(project.id());
                    state.ledger.put(id, withId(project, id));
                    added += same.isPresent() ? 0 : 1;
                }
                return added;
            }

            @Override
            public List<LedgerBatch> batches() {
                return List.copyOf(state.ledgerBatches);
            }
        };
    }

    Tx.Catalogues catalogue() {
        return new Tx.Catalogues() {
            @Override
            public List<CatalogueEntry> all() {
                return List.copyOf(state.catalogue.values());
            }

            @Override
            public int put(CatalogueBatch batch, Collection<CatalogueEntry> entries) {
                writing();
                state.catalogueBatches.add(batch);
                int before = state.catalogue.size();
                entries.forEach(entry -> state.catalogue.merge(entry.key(), entry, (old, now) -> now.withId(old.id())));
                return state.catalogue.size() - before;
            }

            @Override
            public List<CatalogueBatch> batches() {
                return List.copyOf(state.catalogueBatches);
            }
        };
    }

    Tx.Usage usage() {
        return new Tx.Usage() {
            @Override
            public List<UsageMonth> all() {
                return List.copyOf(state.usage.values());
            }

            @Override
            public int put(UsageBatch batch, Collection<UsageMonth> months) {
                writing();
                state.usageBatches.add(batch);
                int before = state.usage.size();
                months.forEach(month -> state.usage.merge(month.key(), month.kept(month.id(), batch.id()), (old, now) -> now.kept(old.id(), batch.id())));
                return state.usage.size() - before;
            }

            @Override
            public List<UsageBatch> batches() {
                return List.copyOf(state.usageBatches);
            }
        };
    }

    Tx.Appraisals appraisals() {
        return new Tx.Appraisals() {
            @Override
            public List<Appraisal> all() {
                return List.copyOf(state.appraisals.values());
            }

            @Override
            public Optional<Appraisal> find(UUID id) {
                return Optional.ofNullable(state.appraisals.get(id));
            }

            @Override
            public Appraisal save(Appraisal a) {
                writing();
                Appraisal stored = state.appraisals.get(a.id());
                MemoryTx.requireFresh("appraisal", a.rowVersion(), stored == null ? 0 : stored.rowVersion(), a, stored);
                var kept = new Appraisal(a.id(), a.project(), a.projectName(), a.unit(), a.year(), a.template(), a.evaluator(), a.execution(), a.goal(),
                        a.achieved(), a.rows(), a.note(), a.settled(), a.settledReason(), a.editedBy(), a.editedAt(), a.rowVersion() + 1);
                state.appraisals.put(a.id(), kept);
                return kept;
            }
        };
    }

    private static boolean sameProject(LedgerProject old, LedgerProject project) {
        boolean numbered = project.reviewNo() != null && !project.reviewNo().isEmpty();
        return numbered ? project.reviewNo().equals(old.reviewNo())
                : (old.reviewNo() == null || old.reviewNo().isEmpty()) && old.unit().equals(project.unit()) && old.name().equals(project.name());
    }

    private static LedgerProject withId(LedgerProject p, UUID id) {
        return new LedgerProject(id, p.imported(), p.reviewNo(), p.name(), p.unitCode(), p.unit(), p.department(), p.projectClass(), p.nature(), p.level(), p.year(),
                p.applied(), p.approved(), p.state(), p.approvedOn(), p.validUntil(), p.funds(), p.projectCode(), p.operating(), p.openConditions(), p.decision(),
                p.functions(), p.more());
    }
}
