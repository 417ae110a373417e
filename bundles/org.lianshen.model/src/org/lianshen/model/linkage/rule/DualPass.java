package org.lianshen.model.linkage.rule;

import java.util.Optional;
import java.util.function.Consumer;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.ledger.LedgerText;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.proposal.ProjectClass;

/**
 * B27: operation of a 信创 system that has not passed both acceptance and cipher evaluation (双合格). The ledger's column says so; where it is blank, an acceptance or
 * an evaluation that is known to have failed or not to have been made does. Where nothing is known nothing is said.
 */
final class DualPass implements Rule {

    @Override
    public String id() {
        return "B27";
    }

    @Override
    public Scope scope() {
        return Scope.PROJECT;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        for (Asked.Operation operation : Asked.operations(context)) {
            LedgerProject system = operation.system();
            boolean domestic = ProjectClass.XC.name().equals(system.projectClass()) || LedgerText.yes(system.more(LedgerColumn.DOMESTIC)).orElse(false);
            if (!domestic) {
                continue;
            }
            Optional<Boolean> stated = LedgerText.yes(system.more(LedgerColumn.DUAL_PASS));
            Evaluation acceptance = Evaluation.of(system.more(LedgerColumn.FINAL_ACCEPTANCE));
            Evaluation cipher = Evaluation.of(system.more(LedgerColumn.CIPHER_EVALUATION));
            String lacking = stated.isPresent() ? stated.get() ? null : "stated" : lacks(acceptance) ? "acceptance" : lacks(cipher) ? "cipher" : null;
            if (lacking != null) {
                found.accept(operation.report(context, id()).show("domestic", system.more(LedgerColumn.DOMESTIC)).show("dualPass", system.more(LedgerColumn.DUAL_PASS))
                        .show("finalAcceptance", system.more(LedgerColumn.FINAL_ACCEPTANCE)).show("cipher", system.more(LedgerColumn.CIPHER_EVALUATION))
                        .say(lacking, system.name(), operation.sum(), text(lacking, system)));
            }
        }
    }

    private static boolean lacks(Evaluation evaluation) {
        return evaluation.outcome() == Evaluation.Outcome.FAILED || evaluation.outcome() == Evaluation.Outcome.NOT_DONE;
    }

    private static String text(String lacking, LedgerProject system) {
        return system.more(switch (lacking) {
            case "acceptance" -> LedgerColumn.FINAL_ACCEPTANCE;
            case "cipher" -> LedgerColumn.CIPHER_EVALUATION;
            default -> LedgerColumn.DUAL_PASS;
        });
    }
}
