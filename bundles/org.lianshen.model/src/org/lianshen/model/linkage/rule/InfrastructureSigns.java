package org.lianshen.model.linkage.rule;

import java.util.List;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.ledger.Dossier;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.ledger.LedgerText;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.PlainText;
import org.lianshen.model.proposal.Network;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;

/**
 * What tells that a line builds infrastructure of its own: words of the line, the ledger's column 上云, answers and estimate of the application. An exception or a
 * reason that the application gives was before the review and is respected.
 *
 * @param hardware word of the line, or null
 * @param offCloud whether the ledger says that the project is not on the cloud
 * @param estimate lines of the estimate that buy such things
 * @param network  word of the line, or null
 * @param declared whether the application declares a network of its own
 */
record InfrastructureSigns(String hardware, boolean offCloud, List<String> estimate, String network, boolean declared) {

    static InfrastructureSigns of(CheckContext context, CheckedLine line, InfrastructureWords words) {
        LedgerProject project = line.project();
        ProposalForm form = project == null ? null : context.dossier(project).map(Dossier::form).orElse(null);
        String text = PlainText.folded(line.line().project() + " " + line.line().text(BudgetField.REMARK) + " " + line.line().text(BudgetField.PROCUREMENT_CATALOGUE));
        boolean excepted = form != null && !form.text(ProposalField.CLOUD_EXCEPTION).isEmpty();
        boolean reasoned = form != null && !form.text(ProposalField.PRIVATE_NETWORK_REASON).isEmpty();
        boolean offCloud = project != null && !excepted && !Asked.operationOnly(project) && !LedgerText.yes(project.more(LedgerColumn.ON_CLOUD)).orElse(true);
        return new InfrastructureSigns(excepted || !words.bought(line.economicCode()) ? null : words.hardwareIn(text), offCloud,
                form == null || excepted ? List.of() : estimated(form, words), reasoned ? null : words.networkIn(text),
                form != null && !reasoned && form.choice(ProposalField.NETWORK, Network.class) == Network.PRIVATE);
    }

    private static List<String> estimated(ProposalForm form, InfrastructureWords words) {
        return form.estimate().stream().filter(each -> each.item() != null && words.hardwareIn(PlainText.folded(each.item())) != null)
                .map(each -> each.no() + " " + each.item() + (each.amount() == null ? "" : ": " + each.amount())).toList();
    }

    boolean any() {
        return name() != null;
    }

    /** Which of them the finding speaks of, the heaviest first; null for none. */
    String name() {
        return hardware != null ? "hardware" : offCloud ? "offCloud" : !estimate.isEmpty() ? "estimate" : network != null ? "network" : declared ? "declaredNetwork" : null;
    }
}
