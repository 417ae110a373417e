package org.lianshen.model.linkage.rule;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.PlainText;
import org.lianshen.model.proposal.Attachment;

/**
 * B02: the line's project stands in the ledger as filed only or as outside the review (the decision has one of the words {@code scope.filedWords}), which allows the
 * money, but nothing shows for it: no number, no document number in the decision, no attachment of a kind of {@code scope.evidence}.
 */
final class FiledWithoutEvidence implements Rule {

    private static final Pattern DOCUMENT_NO = Pattern.compile("[\\[(]20\\d\\d[\\])]\\s*第?\\d+号");

    @Override
    public String id() {
        return "B02";
    }

    @Override
    public Scope scope() {
        return Scope.PROJECT;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        List<String> words = context.pack().list("scope.filedWords").stream().map(PlainText::folded).toList();
        for (List<CheckedLine> all : context.projectsOfYear().values()) {
            LedgerProject project = all.getFirst().project();
            List<CheckedLine> lines = all.stream().filter(each -> each.line().year() == context.year()).toList();
            String decision = project.decision() == null ? "" : PlainText.folded(project.decision());
            if (project.state().decidedFor() && words.stream().anyMatch(decision::contains) && !shown(context, project, decision)) {
                Report report = Report.at(context, id(), lines.getFirst()).aboutProject().showProject().show("decision", project.decision());
                report.all(lines);
                found.accept(report.say("noEvidence", lines.getFirst().line().project(), project.name(), project.decision()));
            }
        }
    }

    private static boolean shown(CheckContext context, LedgerProject project, String decision) {
        boolean numbered = project.imported() && project.reviewNo() != null && !project.reviewNo().isBlank();
        List<String> kinds = context.pack().list("scope.evidence");
        return numbered || DOCUMENT_NO.matcher(decision).find()
                || context.dossier(project).stream().flatMap(dossier -> dossier.form().attachments().stream()).map(Attachment::kind).anyMatch(kinds::contains);
    }
}
