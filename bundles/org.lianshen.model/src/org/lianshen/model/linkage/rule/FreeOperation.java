package org.lianshen.model.linkage.rule;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.ledger.LedgerText;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.proposal.ProposalField;

/**
 * B18: operation is asked for while the supplier still operates free of charge. The months are those of the application, else the pack's; they begin with the final
 * acceptance, without whose day nothing is said. Where they end inside the year, the part up to then is a warning.
 */
final class FreeOperation implements Rule {

    @Override
    public String id() {
        return "B18";
    }

    @Override
    public Scope scope() {
        return Scope.PROJECT;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        Asked.operations(context).stream().filter(operation -> !Asked.operationOnly(operation.system())).forEach(operation -> judge(context, operation, found));
    }

    /** The first day that is paid for, where the acceptance and the months are known. */
    static Optional<LocalDate> paidFrom(CheckContext context, LedgerProject system) {
        Optional<Integer> months = months(context, system);
        return LedgerText.day(system.more(LedgerColumn.FINAL_ACCEPTANCE)).filter(accepted -> months.isPresent()).map(accepted -> accepted.plusMonths(months.get()));
    }

    private static Optional<Integer> months(CheckContext context, LedgerProject system) {
        Optional<Integer> stated = context.dossier(system).map(dossier -> dossier.form().count(ProposalField.FREE_OPERATION_MONTHS));
        return stated.isPresent() ? stated : context.pack().param("ops.freeMonths").integer();
    }

    private void judge(CheckContext context, Asked.Operation operation, Consumer<Finding> found) {
        LocalDate paidFrom = paidFrom(context, operation.system()).orElse(null);
        LocalDate newYear = LocalDate.of(context.year(), 1, 1);
        if (paidFrom == null || !paidFrom.isAfter(newYear)) {
            return;
        }
        LocalDate accepted = LedgerText.day(operation.system().more(LedgerColumn.FINAL_ACCEPTANCE)).orElseThrow();
        int months = months(context, operation.system()).orElseThrow();
        Report report = operation.report(context, id()).show("finalAcceptance", accepted).show("freeMonths", months).show("freeUntil", paidFrom.minusDays(1))
                .show("contractAmount", operation.system().more(LedgerColumn.CONTRACT_AMOUNT));
        boolean wholeYear = !paidFrom.isBefore(newYear.plusYears(1));
        found.accept((wholeYear ? report : report.lighter()).say(wholeYear ? "free" : "partly", operation.system().name(), operation.sum(), accepted, months,
                paidFrom.minusDays(1)));
    }
}
