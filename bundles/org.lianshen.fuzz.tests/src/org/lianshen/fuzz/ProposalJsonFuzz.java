package org.lianshen.fuzz;

import org.lianshen.office.form.ProposalFormFiles;
import org.lianshen.office.in.OfficeSources;
import org.lianshen.service.Progress;

/** The reader of application forms as JSON. What it accepts is looked at as the program does next. */
public final class ProposalJsonFuzz {

    private static final ProposalFormFiles FILES = new ProposalFormFiles(new OfficeSources());

    private ProposalJsonFuzz() {
    }

    public static void fuzzerTestOneInput(byte[] input) {
        Verdict.file("fuzz.json", input, path -> Accepted.form(FILES.read(path, Progress.NONE)));
    }
}
