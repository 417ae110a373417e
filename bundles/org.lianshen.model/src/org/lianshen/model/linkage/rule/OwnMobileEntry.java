package org.lianshen.model.linkage.rule;

import java.util.List;
import java.util.function.Consumer;
import org.lianshen.model.ledger.Dossier;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.proposal.ProposalField;

/**
 * B47: money for a mobile entry of the unit's own. Where the form is known it decides; else the name of a line that is not operation, by {@code mobile.words}, unless it
 * names the common entry ({@code mobile.unifiedWords}).
 */
final class OwnMobileEntry implements Rule {

    @Override
    public String id() {
        return "B47";
    }

    @Override
    public Scope scope() {
        return Scope.LINE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        Words words = Words.of(context.pack().list("mobile.words"));
        Words unified = Words.of(context.pack().list("mobile.unifiedWords"));
        for (CheckedLine line : context.lines()) {
            if (!line.it() || line.operations() || !line.line().amount().isPositive()) {
                continue;
            }
            Dossier dossier = line.project() == null ? null : context.dossier(line.project()).orElse(null);
            List<String> named = words.in(line.line().project());
            if (dossier != null && dossier.form().yes(ProposalField.OWN_MOBILE_ENTRY)) {
                found.accept(Report.at(context, id(), line).show("amount", line.line().amount()).showProject().show("unifiedEntry", dossier.form().text(ProposalField.UNIFIED_ENTRY)).say("declared", line.line().project(), line.line().amount()));
            } else if ((dossier == null || !dossier.form().no(ProposalField.OWN_MOBILE_ENTRY)) && !named.isEmpty() && !unified.any(line.line().project())) {
                found.accept(Report.at(context, id(), line).show("amount", line.line().amount()).show("words", String.join(" ", named)).say("named", line.line().project(), line.line().amount(), named));
            }
        }
    }
}
