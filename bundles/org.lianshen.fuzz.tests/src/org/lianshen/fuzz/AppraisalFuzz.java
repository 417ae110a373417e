package org.lianshen.fuzz;

import java.nio.file.Path;
import java.util.List;
import org.lianshen.model.pack.PerformanceTemplate;
import org.lianshen.office.form.AppraisalFormFiles;
import org.lianshen.service.Progress;

/** The reader of self-evaluation forms, fed with cells. */
public final class AppraisalFuzz {

    private static final Path NAME = Path.of("fuzz.xlsx");
    private static final List<PerformanceTemplate> TEMPLATES = Accepted.PACK.templates();

    private AppraisalFuzz() {
    }

    public static void fuzzerTestOneInput(byte[] input) {
        var cells = new Cells(input);
        Verdict.of(() -> Accepted.appraisal(new AppraisalFormFiles((file, progress) -> cells).read(NAME, TEMPLATES, null, Progress.NONE), TEMPLATES));
    }
}
