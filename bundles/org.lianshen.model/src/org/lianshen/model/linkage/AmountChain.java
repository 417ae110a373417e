package org.lianshen.model.linkage;

import java.util.HashSet;
import java.util.List;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.proposal.Nature;
import org.lianshen.model.proposal.ProjectClass;

/**
 * The later half of the chain 申报 → 核定 → 预算 → 支付 of one project. Budget money counts each year once: the annual budget where there is one, else the quotas. Operation
 * of what was built is not part of the approved investment, unless it was operation that was approved.
 *
 * @param initial  年初预算 of all years; null where no line is tied
 * @param budgeted adjusted budget of all years; null where no line is tied
 * @param paid     payments; null where none is tied
 */
public record AmountChain(Money initial, Money budgeted, Money paid) {

    /** @param tied lines of all years that are tied to the project */
    public static AmountChain of(LedgerProject project, List<CheckedLine> tied) {
        List<CheckedLine> budget = budget(project, tied);
        List<Money> paid = payments(project, tied).stream().map(each -> each.line().amount()).toList();
        return new AmountChain(budget.isEmpty() ? null : Money.sum(budget.stream().map(AmountChain::initial).toList()),
                budget.isEmpty() ? null : Money.sum(budget.stream().map(each -> each.line().amount()).toList()), paid.isEmpty() ? null : Money.sum(paid));
    }

    private static Money initial(CheckedLine each) {
        Money initial = each.line().money(BudgetField.INITIAL);
        return initial == null ? each.line().amount() : initial;
    }

    /** The lines that count against the approved amount. */
    public static List<CheckedLine> budget(LedgerProject project, List<CheckedLine> tied) {
        return yearsOnce(tied).stream().filter(each -> counts(project, each)).toList();
    }

    /** The payments that count against the contract. */
    public static List<CheckedLine> payments(LedgerProject project, List<CheckedLine> tied) {
        return tied.stream().filter(each -> each.line().kind() == SheetKind.PAYMENT && counts(project, each)).toList();
    }

    /** Annual lines, and quotas of years without annual lines. Payments are the same money further on. */
    public static List<CheckedLine> yearsOnce(List<CheckedLine> tied) {
        var annual = new HashSet<Integer>();
        tied.stream().filter(each -> each.line().kind() == SheetKind.ANNUAL).forEach(each -> annual.add(each.line().year()));
        return tied.stream().filter(each -> each.line().kind() == SheetKind.ANNUAL || each.line().kind() == SheetKind.QUOTA && !annual.contains(each.line().year()))
                .toList();
    }

    private static boolean counts(LedgerProject project, CheckedLine each) {
        return !each.operations() || ProjectClass.OPS.name().equals(project.projectClass()) || Nature.OPERATION.name().equals(project.nature());
    }
}
