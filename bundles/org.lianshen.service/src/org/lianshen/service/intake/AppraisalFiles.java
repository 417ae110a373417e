package org.lianshen.service.intake;

import java.nio.file.Path;
import java.util.List;
import org.lianshen.model.pack.PerformanceTemplate;
import org.lianshen.model.performance.Appraisal;
import org.lianshen.model.performance.ScoreSheet;
import org.lianshen.service.Progress;

/** Self-evaluation forms (项目支出绩效自评表, domain.md §5.3) as workbooks. A declarative service of the office bundle. */
public interface AppraisalFiles {

    /**
     * Reads a filled form.
     *
     * @param templates to recognise the form by
     * @param wanted    id of the template to use, or null
     * @throws org.lianshen.model.UserProblem naming each cell that cannot be read
     */
    Appraisal read(Path file, List<PerformanceTemplate> templates, String wanted, Progress progress);

    void write(Appraisal appraisal, ScoreSheet scores, PerformanceTemplate template, Path target);
}
