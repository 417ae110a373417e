package org.lianshen.model.linkage.rule;

import java.util.function.Consumer;
import org.lianshen.model.Message;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;

/** B03: the line's project is known but was not approved: still under way, returned, deferred, rejected, merged or withdrawn. */
final class NotApproved implements Rule {

    @Override
    public String id() {
        return "B03";
    }

    @Override
    public Scope scope() {
        return Scope.LINE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        for (CheckedLine line : context.tied()) {
            if (!line.project().state().decidedFor()) {
                Message state = Message.of("review.state." + line.project().state().name());
                found.accept(Report.at(context, id(), line).showProject().show("decision", line.project().decision())
                        .say("state", line.line().project(), line.project().name(), state));
            }
        }
    }
}
