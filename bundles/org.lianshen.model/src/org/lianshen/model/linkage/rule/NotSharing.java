package org.lianshen.model.linkage.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.ledger.LedgerText;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.proposal.DataItem;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;

/**
 * B20: operation of a system that does not share its data as required: the ledger has a rate below the whole, or the application answers no and gives no reason.
 * Without an entry nothing is said.
 */
final class NotSharing implements Rule {

    @Override
    public String id() {
        return "B20";
    }

    @Override
    public Scope scope() {
        return Scope.PROJECT;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        for (Asked.Operation operation : Asked.operations(context)) {
            String entry = operation.system().more(LedgerColumn.SHARING_RATE).strip();
            BigDecimal share = LedgerText.share(entry).orElse(LedgerText.yes(entry).filter(yes -> !yes).map(no -> BigDecimal.ZERO).orElse(null));
            if (share != null && share.compareTo(BigDecimal.ONE) < 0 && !LedgerText.exempt(entry)) {
                found.accept(operation.report(context, id()).show("sharingRate", entry).show("sharedItems", shared(context, operation))
                        .say("rate", operation.system().name(), operation.sum(), OperationCap.percent(share)));
            } else if (share == null) {
                context.dossier(operation.system()).map(dossier -> dossier.form())
                        .filter(form -> form.no(ProposalField.SHARES_DATA) && form.text(ProposalField.NOT_SHARED_REASON).isEmpty())
                        .ifPresent(form -> found.accept(operation.report(context, id()).show("sharedItems", items(form)).say("none", operation.system().name(), operation.sum())));
            }
        }
    }

    private static List<String> shared(CheckContext context, Asked.Operation operation) {
        return context.dossier(operation.system()).map(dossier -> items(dossier.form())).orElse(List.of());
    }

    /** What the system brings and is to share. */
    private static List<String> items(ProposalForm form) {
        return form.data().stream().filter(item -> !item.needed() && item.name() != null && !"不予".equals(item.shareType())).map(DataItem::name).toList();
    }
}
