package org.lianshen.fuzz;

import java.util.UUID;
import org.lianshen.service.Progress;
import org.lianshen.service.intake.LedgerIntake;

/** The understanding of lists of reviewed projects, fed with cells. */
public final class LedgerFuzz {

    private LedgerFuzz() {
    }

    public static void fuzzerTestOneInput(byte[] input) {
        var cells = new Cells(input);
        Verdict.of(() -> {
            LedgerIntake.Reading reading = new LedgerIntake(() -> new UUID(0, 1), Progress.NONE).read(cells, "fuzz.xlsx");
            reading.notices().forEach(Verdict::readable);
            reading.errors().forEach(error -> Verdict.readable(error.message()));
        });
    }
}
