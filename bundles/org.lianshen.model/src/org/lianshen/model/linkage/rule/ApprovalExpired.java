package org.lianshen.model.linkage.rule;

import java.util.function.Consumer;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.review.State;

/** B05: the approval is past its last day and nothing was procured under it. What is under contract or built keeps its approval. */
final class ApprovalExpired implements Rule {

    @Override
    public String id() {
        return "B05";
    }

    @Override
    public Scope scope() {
        return Scope.LINE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        for (CheckedLine line : context.tied()) {
            LedgerProject project = line.project();
            boolean past = project.state() == State.EXPIRED
                    || project.state() == State.APPROVED && project.validUntil() != null && project.validUntil().isBefore(context.asOf());
            if (past && !project.procured()) {
                Report report = Report.at(context, id(), line).showProject().show("approvedOn", project.approvedOn()).show("validUntil", project.validUntil())
                        .show("asOf", context.asOf());
                found.accept(project.validUntil() == null ? report.say("expired", line.line().project(), project.name())
                        : report.say("expiredOn", line.line().project(), project.name(), project.validUntil()));
            }
        }
    }
}
