package org.lianshen.model.linkage.rule;

import java.util.List;
import java.util.function.Consumer;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.review.State;

/** B04: approved 修改后通过 with conditions that nobody has verified yet. */
final class OpenConditions implements Rule {

    @Override
    public String id() {
        return "B04";
    }

    @Override
    public Scope scope() {
        return Scope.LINE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        for (CheckedLine line : context.tied()) {
            if (line.project().state() != State.CONDITIONAL) {
                continue;
            }
            Report report = Report.at(context, id(), line).showProject().show("decision", line.project().decision());
            List<String> conditions = line.project().openConditions();
            report.show("conditions", conditions);
            found.accept(conditions.isEmpty() ? report.say("unverified", line.line().project(), line.project().name())
                    : report.say("open", line.line().project(), line.project().name(), conditions.size()));
        }
    }
}
