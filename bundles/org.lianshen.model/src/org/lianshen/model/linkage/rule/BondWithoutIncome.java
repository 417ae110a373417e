package org.lianshen.model.linkage.rule;

import java.util.List;
import java.util.function.Consumer;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.proposal.FundKind;
import org.lianshen.model.proposal.FundShare;
import org.lianshen.model.proposal.ProposalForm;

/**
 * B43: special-bond money, by the approved fund plan or by the words of a budget line ({@code bond.words}), in a project whose form says nothing of income
 * ({@code income.words}, after the phrases of {@code income.denials} are taken out). Needs the form: an imported project is not judged.
 */
final class BondWithoutIncome implements Rule {

    @Override
    public String id() {
        return "B43";
    }

    @Override
    public Scope scope() {
        return Scope.PROJECT;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        Words bonds = Words.of(context.pack().list("bond.words"));
        for (List<CheckedLine> all : context.projectsOfYear().values()) {
            LedgerProject project = all.getFirst().project();
            ProposalForm form = context.dossier(project).map(dossier -> dossier.form()).orElse(null);
            if (form == null) {
                continue;
            }
            List<CheckedLine> lines = all.stream().filter(each -> each.line().year() == context.year() && bonds.any(each.line().text(BudgetField.FUND_TYPE))).toList();
            Money planned = Money.sum(project.funds().stream().filter(share -> share.kind() == FundKind.SPECIAL_BOND).map(FundShare::amount).toList());
            if (lines.isEmpty() && !planned.isPositive() || income(context, form)) {
                continue;
            }
            Money budgeted = Money.sum(lines.stream().map(each -> each.line().amount()).toList());
            CheckedLine shown = lines.isEmpty() ? context.firstOfYear(all) : lines.getFirst();
            Report report = Report.at(context, id(), shown).aboutProject().amount(lines.isEmpty() ? planned : budgeted).showProject()
                    .show("bondPlanned", planned.isZero() ? null : planned).show("bondBudgeted", lines.isEmpty() ? null : budgeted);
            lines.forEach(report::also);
            found.accept(report.say("noIncome", project.name(), lines.isEmpty() ? planned : budgeted));
        }
    }

    private static boolean income(CheckContext context, ProposalForm form) {
        var text = new StringBuilder();
        form.fields().values().forEach(value -> text.append(value).append('\n'));
        form.attachments().forEach(attachment -> text.append(attachment.kind()).append(attachment.fileName()).append('\n'));
        form.goals().forEach(goal -> text.append(goal.level2()).append(' ').append(goal.name()).append('\n'));
        return Words.of(context.pack().list("income.words")).any(Words.of(context.pack().list("income.denials")).takenOut(text.toString()));
    }
}
