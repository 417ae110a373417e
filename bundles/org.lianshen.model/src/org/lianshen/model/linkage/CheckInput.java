package org.lianshen.model.linkage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.pack.RulePack;

/**
 * Everything that a linkage check rests on.
 *
 * @param lines     lines of all years, in file and row order; sums over years need the others too
 * @param files     file name by batch, for evidence
 * @param decisions oldest first
 * @param grades    settled grades; of several of one project the newest year counts
 */
public record CheckInput(int year, LocalDate asOf, RulePack pack, List<BudgetLine> lines, Map<UUID, String> files, List<LedgerProject> projects,
        List<LinkDecision> decisions, List<GradeRecord> grades) {

    public CheckInput {
        lines = List.copyOf(lines);
        files = Map.copyOf(files);
        projects = List.copyOf(projects);
        decisions = List.copyOf(decisions);
        grades = List.copyOf(grades);
    }
}
