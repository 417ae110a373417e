package org.lianshen.service.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.Severity;
import org.lianshen.model.proposal.Attachment;
import org.lianshen.model.proposal.Explanation;
import org.lianshen.model.proposal.FormCheck;
import org.lianshen.model.proposal.FormFinding;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.service.price.PriceBook;
import org.lianshen.service.session.Desk;
import org.lianshen.service.store.Tx;

/** What stands between a draft and its submission: errors, warnings without a reason, attachments that were never kept. */
record Submission(Desk desk, PriceBook prices) {

    private static final String UNNUMBERED_PLACE = "000000";

    void requireSound(Tx tx, ProposalForm form, List<Explanation> explanations) {
        var against = new ArrayList<Message>();
        for (FormFinding finding : FormCheck.check(form, desk.pack(), desk.today(), prices.of(tx))) {
            if (finding.severity() == Severity.E) {
                against.add(finding.message());
            } else if (finding.severity() == Severity.W && reason(finding, explanations).isEmpty()) {
                against.add(Message.of("form.unexplained", finding.message()));
            }
        }
        for (Attachment attachment : form.attachments()) {
            if (!desk.store().files().has(attachment.sha256())) {
                against.add(Message.of("form.attachmentNotKept", attachment.fileName()));
            }
        }
        if (!against.isEmpty()) {
            throw new UserProblem(against);
        }
    }

    /** The typed reason for a warning: said about its place, or about the check wherever it arises. */
    private static Optional<String> reason(FormFinding finding, List<Explanation> explanations) {
        return explanations.stream().filter(each -> each.check().equals(finding.check()))
                .filter(each -> each.place() == null || each.place().isBlank() || each.place().equals(finding.place())).map(Explanation::reason)
                .filter(reason -> reason != null && !reason.isBlank()).findFirst();
    }

    /** {@code LS-330500-2026-0042}; a place without a division code has its own series. */
    static String reviewNo(RulePack pack, int year, int number) {
        return String.format("LS-%s-%d-%04d", division(pack), year, number);
    }

    static String division(RulePack pack) {
        return pack.divisionCode().isEmpty() ? UNNUMBERED_PLACE : pack.divisionCode();
    }
}
