package org.lianshen.model.linkage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.ledger.CatalogueEntry;
import org.lianshen.model.ledger.Dossier;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.pack.RulePack;

/**
 * Everything that a linkage check rests on.
 *
 * @param lines    lines of all years, in file and row order; sums over years need the others too
 * @param batches  imports, for evidence and for what the sheets say of themselves
 * @param dossiers by project, of those that follow from proposals
 * @param words    what officers said
 * @param grades   settled grades; of several of one project the newest year counts
 * @param catalogue systems, components, data, purchases, models and assets that exist already
 */
public record CheckInput(int year, LocalDate asOf, RulePack pack, List<BudgetLine> lines, List<BudgetBatch> batches, List<LedgerProject> projects,
        Map<UUID, Dossier> dossiers, OfficerWords words, List<GradeRecord> grades, List<CatalogueEntry> catalogue) {

    public CheckInput {
        lines = List.copyOf(lines);
        batches = List.copyOf(batches);
        projects = List.copyOf(projects);
        dossiers = Map.copyOf(dossiers);
        grades = List.copyOf(grades);
        catalogue = List.copyOf(catalogue);
    }

    /** The same facts under other rules. */
    public CheckInput under(RulePack other) {
        return new CheckInput(year, asOf, other, lines, batches, projects, dossiers, words, grades, catalogue);
    }
}
