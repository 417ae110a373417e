package org.lianshen.service.performance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lianshen.model.linkage.GradeRecord;
import org.lianshen.model.pack.PerformanceTemplate;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.performance.Appraisal;
import org.lianshen.model.performance.ScoreSheet;
import org.lianshen.model.performance.Scoring;
import org.lianshen.service.store.Tx;

/** The authoritative grades of a store, computed from the settled appraisals. */
public final class SettledGrades {

    private SettledGrades() {
    }

    /** One for each settled appraisal that belongs to a project and whose template the pack has. */
    public static List<GradeRecord> of(Tx tx, RulePack pack) {
        var grades = new ArrayList<GradeRecord>();
        for (Appraisal appraisal : tx.appraisals().all()) {
            if (appraisal.settled() && appraisal.project() != null) {
                template(pack, appraisal.template()).ifPresent(template -> {
                    ScoreSheet sheet = Scoring.score(appraisal, template);
                    grades.add(new GradeRecord(appraisal.project(), appraisal.year(), sheet.total(), sheet.grade()));
                });
            }
        }
        return grades;
    }

    static Optional<PerformanceTemplate> template(RulePack pack, String id) {
        return pack.templates().stream().filter(template -> template.id().equals(id)).findFirst();
    }
}
