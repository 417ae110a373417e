package org.lianshen.fuzz;

import java.util.List;
import java.util.Map;
import org.lianshen.model.budget.AmountUnit;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.budget.SheetReading;
import org.lianshen.service.BudgetService;
import org.lianshen.service.Progress;
import org.lianshen.service.intake.BudgetIntake;

/** The understanding of budget workbooks, fed with cells. The first byte chooses the kind of sheet and whether a unit of amounts is given. */
public final class BudgetFuzz {

    private BudgetFuzz() {
    }

    public static void fuzzerTestOneInput(byte[] input) {
        int choice = input.length == 0 ? 0 : input[0] & 0xFF;
        SheetKind kind = SheetKind.values()[choice % SheetKind.values().length];
        var request = new BudgetService.Request(2026, kind, null, choice % 2 == 0 ? AmountUnit.WAN : null, Map.of(), true, true);
        var cells = new Cells(input);
        Verdict.of(() -> {
            List<SheetReading> readings = new BudgetIntake(request, Progress.NONE).read(cells, "fuzz.xlsx", (sheet, row, read, values, raw, rules) -> {
                if (row < 1) {
                    throw new IllegalStateException("a line without a row");
                }
            });
            for (SheetReading reading : readings) {
                reading.notices().forEach(Verdict::readable);
                reading.errors().forEach(error -> Verdict.readable(error.message()));
            }
        });
        Verdict.of(() -> new BudgetIntake(request, Progress.NONE).preview(cells, "fuzz.xlsx", 40, early -> {
        }));
    }
}
