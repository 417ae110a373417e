package org.lianshen.model.linkage.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.ledger.LedgerText;
import org.lianshen.model.linkage.AmountChain;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.PlainText;
import org.lianshen.model.proposal.Milestone;

/**
 * B26: the final payment (a line with one of the words {@code payment.finalWords}) is budgeted or paid although the acceptance is known not to be passed: the ledger says
 * so, it has a first but no final acceptance or a state before it, or the application plans the acceptance for later. An acceptance planned for the budget's own year
 * is a warning. A project without any of these is not judged.
 */
final class FinalPayment implements Rule {

    @Override
    public String id() {
        return "B26";
    }

    @Override
    public Scope scope() {
        return Scope.PROJECT;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        List<String> words = folded(context, "payment.finalWords");
        List<String> openStates = folded(context, "acceptance.openStates");
        for (List<CheckedLine> all : context.projectsOfYear().values()) {
            List<CheckedLine> lines = lines(all.stream().filter(each -> each.line().year() == context.year()).toList(), words);
            if (!lines.isEmpty()) {
                judge(context, all.getFirst().project(), lines, openStates, found);
            }
        }
    }

    private static List<String> folded(CheckContext context, String list) {
        return context.pack().list(list).stream().map(PlainText::folded).toList();
    }

    /** Budget lines for the final payment, else payments of it. */
    private static List<CheckedLine> lines(List<CheckedLine> ofYear, List<String> words) {
        List<CheckedLine> named = ofYear.stream().filter(each -> each.line().amount().isPositive() && named(each, words)).toList();
        List<CheckedLine> budget = AmountChain.yearsOnce(named);
        return budget.isEmpty() ? named.stream().filter(each -> each.line().kind() == SheetKind.PAYMENT).toList() : budget;
    }

    private static boolean named(CheckedLine each, List<String> words) {
        String text = PlainText.folded(each.line().project() + each.line().text(BudgetField.REMARK) + each.line().text(BudgetField.PURPOSE));
        return words.stream().anyMatch(text::contains);
    }

    private void judge(CheckContext context, LedgerProject project, List<CheckedLine> lines, List<String> openStates, Consumer<Finding> found) {
        String entry = project.more(LedgerColumn.FINAL_ACCEPTANCE).strip();
        LocalDate accepted = LedgerText.day(entry).orElse(null);
        LocalDate planned = planned(context, project);
        LocalDate last = LocalDate.of(context.year(), 12, 31);
        boolean payment = lines.getFirst().line().kind() == SheetKind.PAYMENT;
        boolean failed = Evaluation.of(entry).outcome() == Evaluation.Outcome.FAILED || accepted == null && !LedgerText.yes(entry).orElse(true);
        if (accepted != null && !failed) {
            planned = accepted.isAfter(context.asOf()) ? accepted : null;
        }
        boolean passed = accepted != null && !failed && planned == null || !failed && accepted == null && (LedgerText.yes(entry).orElse(false) || project.operating());
        boolean open = failed || !project.more(LedgerColumn.FIRST_ACCEPTANCE).isBlank() || openStates.stream().anyMatch(PlainText.folded(project.more(LedgerColumn.STATE))::contains);
        if (passed || !open && planned == null) {
            return;
        }
        var sums = Asked.sum(lines);
        Report report = Report.at(context, id(), lines.getFirst()).aboutProject().amounts(sums, project.approved()).showProject().show("amount", sums)
                .show("parts", Asked.parts(context, lines)).show("firstAcceptance", project.more(LedgerColumn.FIRST_ACCEPTANCE)).show("finalAcceptance", entry)
                .show("plannedAcceptance", planned).show("state", project.more(LedgerColumn.STATE)).show("sharingRate", project.more(LedgerColumn.SHARING_RATE));
        report.all(lines);
        if (planned != null && !failed && !payment && !planned.isAfter(last)) {
            found.accept(report.lighter().say("inYear", project.name(), sums, planned));
        } else if (planned != null && !failed && !payment) {
            found.accept(report.say("later", project.name(), sums, planned));
        } else {
            found.accept(report.say(payment ? "paid" : failed ? "failed" : "open", project.name(), sums));
        }
    }

    /** The day that the application plans for the final acceptance, or null. */
    private static LocalDate planned(CheckContext context, LedgerProject project) {
        var days = new ArrayList<LocalDate>();
        context.dossier(project).ifPresent(dossier -> dossier.form().milestones().stream().filter(each -> each.date() != null && isFinal(each)).map(Milestone::date).forEach(days::add));
        return days.stream().max(LocalDate::compareTo).orElse(null);
    }

    private static boolean isFinal(Milestone milestone) {
        return milestone.name() != null && (milestone.name().contains("终验") || milestone.name().contains("竣工验收"));
    }
}
