package org.lianshen.service.linkage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.linkage.CheckInput;
import org.lianshen.model.linkage.OfficerWords;
import org.lianshen.model.pack.RulePack;
import org.lianshen.service.ledger.Projects;
import org.lianshen.service.performance.SettledGrades;
import org.lianshen.service.store.Tx;

/** Gathers what a linkage check rests on from the facts of a store. */
public final class CheckInputs {

    private CheckInputs() {
    }

    /** @param year fiscal year of the lines that are judged */
    public static CheckInput of(Tx tx, Projects projects, int year, LocalDate day, RulePack pack) {
        List<BudgetLine> lines = new ArrayList<>();
        tx.budgets().eachLine(lines::add);
        Projects.Known known = projects.known(tx, day);
        return new CheckInput(year, day, pack, lines, tx.budgets().batches(), known.projects(), known.dossiers(), words(tx), SettledGrades.of(tx, pack), tx.catalogue().all());
    }

    static OfficerWords words(Tx tx) {
        return new OfficerWords(tx.links().all(), tx.links().itWords(), tx.links().unitAliases());
    }
}
