package org.lianshen.model.linkage.rule;

import java.util.List;
import java.util.function.Consumer;
import org.lianshen.model.ledger.CatalogueEntry.Kind;
import org.lianshen.model.ledger.Dossier;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.proposal.ProjectClass;
import org.lianshen.model.proposal.ProposalField;

/**
 * B52: an AI project, by its class or by a word of its name ({@code ai.words}), that the compute and model ledger does not have, or whose form declares neither compute
 * nor model. Needs that ledger ({@code import catalogue}) or the form; without both nothing is said.
 */
final class ModelNotRegistered implements Rule {

    @Override
    public String id() {
        return "B52";
    }

    @Override
    public Scope scope() {
        return Scope.PROJECT;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        Words words = Words.of(context.pack().list("ai.words"));
        for (List<CheckedLine> all : context.projectsOfYear().values()) {
            LedgerProject project = all.getFirst().project();
            if (!ProjectClass.AI.name().equals(project.projectClass()) && !words.any(project.name())) {
                continue;
            }
            Dossier dossier = context.dossier(project).orElse(null);
            String declared = dossier == null ? "" : dossier.form().text(ProposalField.AI_DECLARATION);
            Report report = Report.at(context, id(), context.firstOfYear(all)).aboutProject().showProject().show("words", String.join(" ", words.in(project.name())))
                    .show("aiDeclaration", declared);
            if (dossier != null && declared.isBlank()) {
                found.accept(report.say("undeclared", project.name()));
            } else if (context.catalogue().knows(Kind.MODEL) && context.catalogue().entry(Kind.MODEL, project).isEmpty()) {
                found.accept(report.say("unregistered", project.name(), context.catalogue().of(Kind.MODEL).size()));
            }
        }
    }
}
