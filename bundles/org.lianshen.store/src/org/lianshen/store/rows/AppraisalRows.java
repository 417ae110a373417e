package org.lianshen.store.rows;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lianshen.model.performance.Appraisal;
import org.lianshen.service.store.Tx;

final class AppraisalRows implements Tx.Appraisals {

    private final DocumentRows<Appraisal> documents;

    AppraisalRows(Work work) {
        this.documents = new DocumentRows<>(work, "appraisal", Appraisal.class, AppraisalRows::withVersion);
    }

    @Override
    public List<Appraisal> all() {
        return documents.all();
    }

    @Override
    public Optional<Appraisal> find(UUID id) {
        return documents.find(id);
    }

    @Override
    public Appraisal save(Appraisal appraisal) {
        return documents.save(appraisal.id(), appraisal.rowVersion(), appraisal.projectName() + " " + appraisal.year(), appraisal);
    }

    private static Appraisal withVersion(Appraisal a, long version) {
        return new Appraisal(a.id(), a.project(), a.projectName(), a.unit(), a.year(), a.template(), a.evaluator(), a.execution(), a.goal(), a.achieved(), a.rows(),
                a.note(), a.settled(), a.settledReason(), a.editedBy(), a.editedAt(), version);
    }
}
