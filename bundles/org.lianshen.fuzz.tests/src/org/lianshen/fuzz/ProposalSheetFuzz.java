package org.lianshen.fuzz;

import java.nio.file.Path;
import org.lianshen.office.form.ProposalFormFiles;
import org.lianshen.service.Progress;

/** The reader of application forms as workbooks, fed with cells. */
public final class ProposalSheetFuzz {

    private static final Path NAME = Path.of("fuzz.xlsx");

    private ProposalSheetFuzz() {
    }

    public static void fuzzerTestOneInput(byte[] input) {
        var cells = new Cells(input);
        Verdict.of(() -> Accepted.form(new ProposalFormFiles((file, progress) -> cells).read(NAME, Progress.NONE)));
    }
}
