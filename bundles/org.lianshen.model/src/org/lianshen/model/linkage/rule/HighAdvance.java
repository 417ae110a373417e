package org.lianshen.model.linkage.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.AmountChain;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.pack.RulePack;

/**
 * B35: what was paid on the first day of payment is more than the pack's share of the contract, before the project was first accepted. Needs the ledger's 合同额 and a
 * date of payment; the first payment counts in the year in which it was made.
 */
final class HighAdvance implements Rule {

    private static final int RATIO_DIGITS = 6;

    @Override
    public String id() {
        return "B35";
    }

    @Override
    public Scope scope() {
        return Scope.PROJECT;
    }

    @Override
    public List<Silence> silent(RulePack pack) {
        return Silence.whole(pack, id(), "advance.warn");
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        BigDecimal most = context.pack().param("advance.warn").decimal().orElse(null);
        if (most == null) {
            return;
        }
        for (List<CheckedLine> all : context.projectsOfYear().values()) {
            LedgerProject project = all.getFirst().project();
            Money contract = ContractOrder.contract(project);
            if (contract != null && contract.isPositive()) {
                judge(context, project, contract, AmountChain.payments(project, all), most, found);
            }
        }
    }

    private void judge(CheckContext context, LedgerProject project, Money contract, List<CheckedLine> payments, BigDecimal most, Consumer<Finding> found) {
        LocalDate first = payments.stream().filter(each -> each.line().amount().isPositive()).map(each -> each.line().date(BudgetField.PAY_DATE)).filter(Objects::nonNull)
                .min(LocalDate::compareTo).orElse(null);
        if (first == null || payments.stream().anyMatch(each -> each.line().date(BudgetField.PAY_DATE) == null) || accepted(project, first)) {
            return;
        }
        List<CheckedLine> ofDay = payments.stream().filter(each -> first.equals(each.line().date(BudgetField.PAY_DATE))).toList();
        Money advance = Money.sum(ofDay.stream().map(each -> each.line().amount()).toList());
        Money allowed = contract.times(most);
        if (ofDay.getFirst().line().year() != context.year() || !advance.moreThan(allowed)) {
            return;
        }
        String share = percent(advance.ratioTo(contract, RATIO_DIGITS));
        Report report = Report.at(context, id(), ofDay.getFirst()).aboutProject().amounts(advance, allowed).showProject().show("contractAmount", contract).show("paidOn", first)
                .show("paid", advance).show("share", share).show("mostShare", percent(most)).show("supplier", project.more(LedgerColumn.SUPPLIER))
                .show("payee", ofDay.getFirst().line().text(BudgetField.PAYEE)).show("purpose", ofDay.getFirst().line().text(BudgetField.PURPOSE));
        ofDay.forEach(report::also);
        found.accept(report.say("high", project.name(), first, advance, contract, share, percent(most)));
    }

    /** Whether the ledger says that the project was accepted by the day. An acceptance without a date was some day: then nothing is known. */
    private static boolean accepted(LedgerProject project, LocalDate day) {
        for (LedgerColumn column : List.of(LedgerColumn.FIRST_ACCEPTANCE, LedgerColumn.FINAL_ACCEPTANCE)) {
            String text = project.more(column);
            LocalDate on = Dates.of(text);
            if (!text.isBlank() && (on == null || !on.isAfter(day))) {
                return true;
            }
        }
        return false;
    }

    static String percent(BigDecimal share) {
        return share.movePointRight(2).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString() + "%";
    }
}
