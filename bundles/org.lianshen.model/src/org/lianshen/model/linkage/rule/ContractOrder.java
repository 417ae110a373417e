package org.lianshen.model.linkage.rule;

import java.util.List;
import java.util.function.Consumer;
import org.lianshen.model.Money;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.AmountChain;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;

/**
 * B34: a contract above the approved amount, payments above contract or approved amount, or contract and payments while the ledger says that procurement is still to
 * come (list {@code procurement.pendingWords}). Needs the ledger's 合同额 and 采购方式 or payment lines; what is blank there is not judged.
 */
final class ContractOrder implements Rule {

    @Override
    public String id() {
        return "B34";
    }

    @Override
    public Scope scope() {
        return Scope.PROJECT;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        Words pending = Words.of(context.pack().list("procurement.pendingWords"));
        for (List<CheckedLine> all : context.projectsOfYear().values()) {
            LedgerProject project = all.getFirst().project();
            CheckedLine shown = all.stream().filter(each -> each.line().year() == context.year() && each.line().kind() == SheetKind.PAYMENT).findFirst()
                    .orElseGet(() -> context.firstOfYear(all));
            Money contract = contract(project);
            List<CheckedLine> payments = AmountChain.payments(project, all);
            Money paid = Money.sum(payments.stream().map(each -> each.line().amount()).toList());
            if (project.approved() != null && contract != null && contract.moreThan(project.approved())) {
                found.accept(report(context, shown, project, contract, paid).keyed("contract").amounts(contract, project.approved())
                        .say("contractOver", project.name(), contract, project.approved(), contract.minus(project.approved())));
            }
            Money most = contract == null ? project.approved() : contract;
            if (most != null && paid.moreThan(most)) {
                Report report = report(context, shown, project, contract, paid).keyed("paid").amounts(paid, most);
                payments.forEach(report::also);
                found.accept(report.say(contract == null ? "paidOverApproved" : "paidOverContract", project.name(), paid, most, paid.minus(most)));
            }
            String mode = project.more(LedgerColumn.PROCUREMENT_MODE);
            if (pending.any(mode) && (contract != null && contract.isPositive() || paid.isPositive())) {
                Report report = report(context, shown, project, contract, paid).keyed("procurement");
                found.accept(paid.isPositive() ? report.amount(paid).say("paidFirst", project.name(), paid, mode)
                        : report.amount(contract).say("signedFirst", project.name(), contract, mode));
            }
        }
    }

    private Report report(CheckContext context, CheckedLine shown, LedgerProject project, Money contract, Money paid) {
        return Report.at(context, id(), shown).aboutProject().showProject().show("contractAmount", contract).show("paid", paid.isZero() ? null : paid)
                .show("supplier", project.more(LedgerColumn.SUPPLIER)).show("procurementMode", project.more(LedgerColumn.PROCUREMENT_MODE));
    }

    /** Null where the ledger has none. */
    static Money contract(LedgerProject project) {
        String text = project.more(LedgerColumn.CONTRACT_AMOUNT);
        try {
            return text.isBlank() ? null : Money.parseYuan(text);
        } catch (NumberFormatException | ArithmeticException noAmount) {
            return null;
        }
    }
}
