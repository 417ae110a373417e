package org.lianshen.model.linkage.rule;

import java.math.BigDecimal;
import java.util.function.Consumer;
import org.lianshen.model.Message;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.GradeRecord;
import org.lianshen.model.pack.Grade;

/** B28: the last settled appraisal is 差, and money is asked for all the same; below the pack's warning line it is a warning. */
final class PoorGrade implements Rule {

    @Override
    public String id() {
        return "B28";
    }

    @Override
    public Scope scope() {
        return Scope.LINE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        BigDecimal warnBelow = context.pack().ratio("perf.warnBelow");
        for (CheckedLine line : context.lines()) {
            for (LedgerProject project : context.concerned(line)) {
                GradeRecord grade = context.grade(project.id());
                if (grade == null || !line.line().amount().isPositive()) {
                    continue;
                }
                boolean poor = grade.grade() == Grade.POOR;
                if (!poor && grade.score().compareTo(warnBelow) >= 0) {
                    continue;
                }
                Report report = Report.at(context, id(), line).project(project).showProject().show("amount", line.line().amount())
                        .show("appraisalYear", grade.year()).show("score", grade.score().toPlainString()).show("grade", grade.grade().chinese());
                found.accept(poor
                        ? report.say("poor", line.line().project(), project.name(), grade.year(), grade.score().toPlainString(), line.line().amount())
                        : report.lighter().say("low", line.line().project(), project.name(), grade.year(), grade.score().toPlainString(),
                                warnBelow.toPlainString(), Message.of("linkage.grade." + grade.grade().name())));
            }
        }
    }
}
