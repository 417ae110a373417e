package org.lianshen.model.linkage.rule;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.Candidate;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.review.State;

/**
 * B50: approved before the last {@code budget.idleRounds} yearly budgets, and no line of any year is its own. A round counts only where an annual budget of that year was
 * imported. What is bought, built or in operation has its money; a project that a line may belong to, waiting for an officer's word, is not judged yet.
 */
final class NeverBudgeted implements Rule {

    @Override
    public String id() {
        return "B50";
    }

    @Override
    public Scope scope() {
        return Scope.YEAR;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        int rounds = context.pack().intParam("budget.idleRounds");
        Set<Integer> known = new HashSet<>();
        context.batches().stream().filter(batch -> batch.kind() == SheetKind.ANNUAL && batch.undoneAt() == null).map(BudgetBatch::year).forEach(known::add);
        int first = context.year() - rounds + 1;
        for (int year = first; year <= context.year(); year++) {
            if (!known.contains(year)) {
                return;
            }
        }
        Set<UUID> maybe = new HashSet<>();
        for (CheckedLine line : context.lines()) {
            line.result().candidates().stream().map(Candidate::project).filter(Objects::nonNull).forEach(maybe::add);
        }
        for (LedgerProject project : context.projects()) {
            boolean approved = project.state() == State.APPROVED || project.state() == State.CONDITIONAL;
            int since = project.approvedOn() == null ? project.year() : project.approvedOn().getYear();
            if (approved && since > 0 && since < first && !project.procured() && !maybe.contains(project.id()) && context.linesFor(project).isEmpty()) {
                found.accept(Report.of(context, id(), project).showProject().show("approvedOn", project.approvedOn()).show("validUntil", project.validUntil())
                        .show("rounds", first + "–" + context.year()).say("idle", project.name(), project.unit() == null ? "" : project.unit(), since, rounds));
            }
        }
    }
}
