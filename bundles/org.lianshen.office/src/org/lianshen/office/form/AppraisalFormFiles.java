package org.lianshen.office.form;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lianshen.model.UserProblem;
import org.lianshen.model.pack.PerformanceTemplate;
import org.lianshen.model.performance.Appraisal;
import org.lianshen.model.performance.ScoreSheet;
import org.lianshen.office.out.WholeFile;
import org.lianshen.service.Progress;
import org.lianshen.service.intake.AppraisalFiles;
import org.lianshen.service.intake.SourceFile;
import org.lianshen.service.intake.SourceFiles;
import org.lianshen.service.intake.SourceSheet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Self-evaluation forms as workbooks. */
@Component(service = AppraisalFiles.class)
public final class AppraisalFormFiles implements AppraisalFiles {

    private final SourceFiles files;

    @Activate
    public AppraisalFormFiles(@Reference SourceFiles files) {
        this.files = files;
    }

    @Override
    public Appraisal read(Path file, List<PerformanceTemplate> templates, String wanted, Progress progress) {
        try (SourceFile source = files.open(file, progress)) {
            var forms = new ArrayList<AppraisalGrid>();
            for (SourceSheet sheet : source.sheets()) {
                if (!sheet.hidden()) {
                    var grid = new AppraisalGrid(sheet);
                    if (AppraisalReader.heads(grid) >= 0) {
                        forms.add(grid);
                    }
                }
            }
            String name = file.getFileName().toString();
            if (forms.isEmpty()) {
                throw UserProblem.of("office.form.noAppraisal", name);
            }
            if (forms.size() > 1) {
                throw UserProblem.of("office.form.severalAppraisals", name, forms.stream().map(AppraisalGrid::sheet).toList());
            }
            return new AppraisalReader(forms.getFirst(), templates, wanted).read(AppraisalReader.heads(forms.getFirst()));
        }
    }

    @Override
    public void write(Appraisal appraisal, ScoreSheet scores, PerformanceTemplate template, Path target) {
        WholeFile.write(target, out -> new AppraisalWorkbook().write(appraisal, scores, template, out));
    }
}
