package org.lianshen.service;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.lianshen.model.pack.PerformanceTemplate;
import org.lianshen.model.performance.Appraisal;
import org.lianshen.model.performance.ScoreSheet;
import org.lianshen.model.performance.UsageEvidence;

/** Desk 4: performance appraisals. */
public interface AppraisalService {

    List<Appraisal> list();

    Appraisal get(UUID id);

    List<PerformanceTemplate> templates();

    /** A new appraisal with the template's rows and what usage figures give to them, not stored yet. @param project ledger project or null */
    Appraisal blank(String template, UUID project, int year, Appraisal.Evaluator evaluator);

    /** What imported usage figures give to its indicators; nothing where it has no project or its form does not rest on usage. */
    UsageEvidence usage(Appraisal appraisal);

    /** Pure computation; the editor calls it while typing. */
    ScoreSheet score(Appraisal appraisal);

    /**
     * What is settled is not written over: reopen it first.
     *
     * @throws org.lianshen.model.StaleWrite if somebody else saved since it was read
     */
    Appraisal save(Appraisal appraisal);

    /** Makes it the authoritative result of its project and year. */
    Appraisal settle(UUID id, String reason);

    /** Takes back that it is the result, so that it can be changed; the project then has no result for the year until one is settled. */
    Appraisal reopen(UUID id, String reason);

    /** Reads a filled self-evaluation form; stores nothing. @param template null to recognise it */
    Appraisal read(Path file, String template, Progress progress);

    /** Writes the form with values, formulas as text and scores. */
    void write(Appraisal appraisal, Path target);
}
