package org.lianshen.model.linkage.rule;

import java.util.function.Consumer;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;

/** B17: operation is to be paid for, but the ledger has no built project of the unit that it could be for. */
final class NothingBuilt implements Rule {

    @Override
    public String id() {
        return "B17";
    }

    @Override
    public Scope scope() {
        return Scope.LINE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        for (CheckedLine line : context.lines()) {
            if (line.it() && line.operations() && context.builtFor(line).isEmpty()) {
                Report report = Report.at(context, id(), line).show("amount", line.line().amount());
                if (line.project() != null) {
                    report.showProject();
                }
                found.accept(report.showCandidates().say("none", line.line().project(), line.line().amount()));
            }
        }
    }
}
