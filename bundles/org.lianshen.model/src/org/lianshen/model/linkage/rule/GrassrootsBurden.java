package org.lianshen.model.linkage.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.lianshen.model.ledger.Dossier;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.proposal.FunctionItem;
import org.lianshen.model.proposal.ProposalField;

/**
 * B53: functions that make people check in or rank them (list {@code burden.words}, after the phrases of {@code burden.denials} are taken out), or forms for grass-roots
 * staff without the number of their admission. Words are looked for in the form's functions and summary, of an imported project in the ledger's functions; the admission
 * needs the form.
 */
final class GrassrootsBurden implements Rule {

    @Override
    public String id() {
        return "B53";
    }

    @Override
    public Scope scope() {
        return Scope.PROJECT;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        Words words = Words.of(context.pack().list("burden.words"));
        Words denials = Words.of(context.pack().list("burden.denials"));
        for (List<CheckedLine> all : context.projectsOfYear().values()) {
            LedgerProject project = all.getFirst().project();
            Dossier dossier = context.dossier(project).orElse(null);
            CheckedLine shown = context.firstOfYear(all);
            List<String> hits = texts(project, dossier).stream().filter(text -> words.any(denials.takenOut(text))).toList();
            if (!hits.isEmpty()) {
                List<String> named = words.in(denials.takenOut(String.join("\n", hits)));
                found.accept(Report.at(context, id(), shown).aboutProject().keyed("words").showProject().show("functions", hits).show("words", String.join(" ", named))
                        .say("words", project.name(), named));
            }
            if (dossier != null && dossier.form().yes(ProposalField.GRASSROOTS_FORMS) && dossier.form().text(ProposalField.GRASSROOTS_APPROVAL_NO).isBlank()) {
                found.accept(Report.at(context, id(), shown).aboutProject().keyed("forms").showProject().say("forms", project.name()));
            }
        }
    }

    private static List<String> texts(LedgerProject project, Dossier dossier) {
        if (dossier == null) {
            return project.functions();
        }
        var texts = new ArrayList<String>();
        for (FunctionItem item : dossier.form().functions()) {
            texts.add(String.join(" ", text(item.path()), text(item.name()), text(item.description())).strip());
        }
        texts.add(dossier.form().text(ProposalField.CONTENT_SUMMARY));
        return texts;
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
