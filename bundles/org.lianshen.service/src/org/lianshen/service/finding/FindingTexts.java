package org.lianshen.service.finding;

import java.util.List;
import java.util.Optional;
import org.lianshen.model.Message;
import org.lianshen.model.finding.FindingAct;
import org.lianshen.model.finding.FindingStates;
import org.lianshen.model.finding.FindingStep;
import org.lianshen.model.proposal.Attachment;

/** What was done about a finding, in a sentence. */
public final class FindingTexts {

    private FindingTexts() {
    }

    public static Message said(FindingStep step) {
        return switch (step) {
            case FindingStep.Notice notice -> Message.of("finding.said.Notice", notice.letterNo(), notice.due());
            case FindingStep.Reply reply -> Message.of("finding.said.Reply", reply.text(), files(reply.attachments()));
            case FindingStep.Rectification rectification -> Message.of("finding.said.Rectification", rectification.measure(), rectification.due());
            case FindingStep.Verification verification -> Message.of(verification.accepted() ? "finding.said.Verification.done" : "finding.said.Verification.notDone",
                    verification.note());
            case FindingStep.WaiverRequest request -> Message.of("finding.said.WaiverRequest", request.reason(), request.until(), files(request.attachments()));
            case FindingStep.WaiverSignature signature -> Message.of(signature.agreed() ? "finding.said.WaiverSignature.agreed" : "finding.said.WaiverSignature.refused",
                    signature.note());
            case FindingStep.Closure closure -> Message.of("finding.said.Closure", closure.reason());
            case FindingStep.Reopening reopening -> Message.of("finding.said.Reopening", reopening.reason());
            case FindingStep.Assignment assignment -> assignment.due() == null ? Message.of("finding.said.Assignment", assignment.owner())
                    : Message.of("finding.said.Assignment.due", assignment.owner(), assignment.due());
            case FindingStep.Remark remark -> Message.of("finding.said.Remark", remark.text(), files(remark.attachments()));
            case FindingStep.Retraction retraction -> Message.of("finding.said.Retraction", retraction.reason());
        };
    }

    /** The unit's last reply that was not taken back. */
    public static Optional<FindingStep.Reply> lastReply(List<FindingAct> acts) {
        return FindingStates.counting(acts).stream().map(FindingAct::step).filter(FindingStep.Reply.class::isInstance).map(FindingStep.Reply.class::cast).reduce((a, b) -> b);
    }

    private static Object files(List<Attachment> attachments) {
        return attachments.isEmpty() ? "" : Message.of("finding.said.files", attachments.stream().map(Attachment::fileName).toList());
    }
}
