package org.lianshen.model.linkage.rule;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.ledger.LedgerText;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.GradeRecord;
import org.lianshen.model.proposal.ProposalField;

/**
 * B16: a later phase (二期, 三期 …), or what the application says to follow an earlier project, is to be paid for, but the ledger has no earlier phase of the unit, or the earlier one was not accepted or not appraised. Phases as
 * such are in order. Looks at the projects of the line's unit only: a predecessor of another unit is not judged.
 */
final class EarlierPhase implements Rule {

    @Override
    public String id() {
        return "B16";
    }

    @Override
    public Scope scope() {
        return Scope.UNIT;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        Map<UUID, CheckedLine> first = new LinkedHashMap<>();
        for (CheckedLine line : context.lines()) {
            LedgerProject project = line.project();
            if (project != null && !line.operations() && project.state().decidedFor() && line.line().kind() != SheetKind.PAYMENT
                    && (context.phase(project) > 1 || !predecessor(context, project).isEmpty()) && line.line().amount().isPositive() && context.unitGroup(line).equals(context.unitGroup(project))) {
                first.putIfAbsent(project.id(), line);
            }
        }
        first.values().forEach(line -> judge(context, line, found));
    }

    private void judge(CheckContext context, CheckedLine line, Consumer<Finding> found) {
        LedgerProject project = line.project();
        String named = predecessor(context, project);
        List<LedgerProject> earlier = context.numbered(named, project).map(List::of).orElseGet(() -> context.earlierPhases(project));
        if (earlier.isEmpty() && !named.isEmpty()) {
            return;
        }
        if (earlier.isEmpty()) {
            found.accept(Report.at(context, id(), line).aboutProject().showProject().say("none", project.name(), context.phase(project)));
            return;
        }
        LedgerProject last = earlier.getFirst();
        LocalDate accepted = LedgerText.day(last.more(LedgerColumn.FINAL_ACCEPTANCE)).filter(day -> !day.isAfter(context.asOf())).orElse(null);
        GradeRecord grade = context.grade(last.id());
        boolean appraised = grade != null || !last.more(LedgerColumn.PERFORMANCE).isBlank();
        if ((accepted != null || last.operating()) && appraised) {
            return;
        }
        Report report = Report.at(context, id(), line).aboutProject().showProject().show("earlier", String.join(" ", text(last.reviewNo()), last.name()).strip())
                .show("finalAcceptance", last.more(LedgerColumn.FINAL_ACCEPTANCE)).show("earlierState", last.more(LedgerColumn.STATE))
                .show("score", grade == null ? last.more(LedgerColumn.PERFORMANCE) : grade.score().toPlainString());
        found.accept(report.say(accepted == null && !last.operating() ? appraised ? "notAccepted" : "neither" : "notAppraised", project.name(), last.name()));
    }

    /** The predecessor that the application of a later phase, extension or upgrade names. */
    private static String predecessor(CheckContext context, LedgerProject project) {
        return context.dossier(project).map(dossier -> dossier.form().text(ProposalField.PREDECESSOR).strip()).orElse("");
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
