package org.lianshen.budget.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetReading;
import org.lianshen.model.linkage.Candidate;
import org.lianshen.model.linkage.CheckRun;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.ItVerdict;
import org.lianshen.model.linkage.LineResult;
import org.lianshen.model.linkage.LineVerdict;
import org.lianshen.model.pack.RulePack;

/**
 * What the findings view shows of a year: its lines and imports, and the last check if there is one. No widgets.
 *
 * @param run null before the first check
 */
record FindingsModel(int year, RulePack pack, List<BudgetLine> lines, List<BudgetBatch> batches, CheckRun run) {

    /** In the last quarter the budget being made is that of the next year. */
    static int yearAt(LocalDate today) {
        return today.getMonthValue() >= 10 ? today.getYear() + 1 : today.getYear();
    }

    boolean empty() {
        return lines.isEmpty();
    }

    boolean checked() {
        return run != null;
    }

    long itLines() {
        return run.lines().stream().filter(line -> line.it().answer() != ItVerdict.Answer.NO).count();
    }

    long count(LineVerdict verdict) {
        return run.lines().stream().filter(line -> line.verdict() == verdict).count();
    }

    Map<UUID, BudgetLine> byId() {
        return lines.stream().collect(Collectors.toMap(BudgetLine::id, Function.identity()));
    }

    Map<UUID, String> files() {
        return batches.stream().collect(Collectors.toMap(BudgetBatch::id, BudgetBatch::file));
    }

    /** The line a finding is shown at. */
    Optional<BudgetLine> line(Finding finding) {
        return finding.lines().isEmpty() ? Optional.empty() : lines.stream().filter(line -> line.id().equals(finding.lines().getFirst())).findFirst();
    }

    List<Candidate> candidates(Finding finding) {
        return finding.lines().isEmpty() ? List.of()
                : run.lines().stream().filter(result -> result.line().equals(finding.lines().getFirst())).findFirst().map(LineResult::candidates).orElse(List.of());
    }

    /** A1 reference of the cell that names the line's project, where the line stands in its workbook. */
    String cell(BudgetLine line) {
        return batches.stream().filter(batch -> batch.id().equals(line.batch())).flatMap(batch -> batch.sheets().stream()).filter(sheet -> sheet.name().equals(line.sheet()))
                .map(SheetReading::columns).map(columns -> columns.getOrDefault(BudgetField.PROJECT_NAME, "A") + line.row()).findFirst().orElse("A" + line.row());
    }
}
