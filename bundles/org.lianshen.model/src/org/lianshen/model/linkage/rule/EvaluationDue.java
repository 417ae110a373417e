package org.lianshen.model.linkage.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.lianshen.model.Message;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.pack.RulePack;

/**
 * B22: operation of a system whose protection (等保) or cipher evaluation (密评) failed, is out of date or will be when the year begins. What is known is what the
 * ledger's columns 等保级/到期 and 密评/到期 say; a level without a day says nothing about evaluation. Level three and above must be evaluated, level two is advised
 * to, so there it is a warning.
 */
final class EvaluationDue implements Rule {

    private static final int MUST = 3;
    private static final int ADVISED = 2;

    @Override
    public String id() {
        return "B22";
    }

    @Override
    public Scope scope() {
        return Scope.PROJECT;
    }

    @Override
    public List<Silence> silent(RulePack pack) {
        return Silence.parts(pack, id(), "renewal.protectionLevel3", "renewal.protectionLevel2", "renewal.cipher");
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        RulePack pack = context.pack();
        for (Asked.Operation operation : Asked.operations(context)) {
            String protectionText = operation.system().more(LedgerColumn.PROTECTION_LEVEL).strip();
            Evaluation protection = Evaluation.of(protectionText);
            String renewal = protection.level() >= MUST ? "renewal.protectionLevel3" : "renewal.protectionLevel2";
            if (protection.level() >= ADVISED || protection.level() == 0 && protection.outcome() == Evaluation.Outcome.FAILED) {
                judge(context, operation, "protection", protectionText, protection.renewedAfter(pack.param(renewal).integer()), protection.level() == ADVISED, found);
            }
            String cipherText = operation.system().more(LedgerColumn.CIPHER_EVALUATION).strip();
            Evaluation cipher = Evaluation.of(cipherText);
            // A system of which nothing says that it must be evaluated may well not have been.
            if (cipher.outcome() != Evaluation.Outcome.NOT_DONE || protection.level() >= MUST) {
                judge(context, operation, "cipher", cipherText, cipher.renewedAfter(pack.param("renewal.cipher").integer()), false, found);
            }
        }
    }

    private void judge(CheckContext context, Asked.Operation operation, String what, String text, Evaluation evaluation, boolean advised, Consumer<Finding> found) {
        LocalDate until = evaluation.validUntil();
        boolean out = until != null && until.isBefore(context.asOf());
        boolean soon = until != null && until.isBefore(LocalDate.of(context.year(), 1, 1));
        String name = switch (evaluation.outcome()) {
            case EXEMPT -> null;
            case FAILED -> "failed";
            case NOT_DONE -> "notDone";
            case PASSED, UNSTATED -> out ? "out" : soon ? "soon" : null;
        };
        if (name == null) {
            return;
        }
        Report report = operation.report(context, id()).keyed(what).show(what, text).show("validUntil", until).show("asOf", context.asOf());
        boolean warning = advised && evaluation.outcome() != Evaluation.Outcome.FAILED || name.equals("soon");
        Message subject = Message.of("linkage.B22." + what);
        found.accept((warning ? report.lighter() : report).say(name, operation.system().name(), operation.sum(), subject, until == null ? text : until));
    }
}
