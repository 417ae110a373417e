package org.lianshen.service;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lianshen.model.finding.FindingId;
import org.lianshen.model.finding.FindingStandings;
import org.lianshen.model.finding.FindingState;
import org.lianshen.model.finding.FindingStep;
import org.lianshen.model.proposal.Attachment;

/** Desk 3: the life of findings. Every step is checked against state and permission before it is stored; a refused step changes nothing. */
public interface FindingService {

    /** How the findings of the year's last run stand today; empty where the year was never checked. */
    Optional<FindingStandings> standings(int year);

    /**
     * Enters a step.
     *
     * @param paper what was signed on paper for somebody else; null where the actor acts
     * @return the state after it
     * @throws org.lianshen.model.UserProblem          with what stands against the step
     * @throws org.lianshen.model.PermissionDenied if the actor may not
     */
    FindingState enter(int year, FindingId finding, FindingStep step, Paper paper);

    /** 申请豁免 of the finding as it is now. */
    FindingState requestWaiver(int year, FindingId finding, String reason, LocalDate until, List<Attachment> attachments);

    /** 豁免同意 or 不同意 of the actor's body, or of the paper's, to the request that waits. */
    FindingState signWaiver(int year, FindingId finding, boolean agreed, String note, Paper paper);

    /** 关闭 of the finding as it is now. */
    FindingState close(int year, FindingId finding, String reason);

    /** Keeps a file with the store. */
    Attachment attach(Path file);

    /** Writes a kept file to {@code target}. */
    void fetch(Attachment attachment, Path target);

    /** The day by which a unit has to answer a letter of today, in working days of the pack. */
    LocalDate replyDue();

    /** The day by which a rectification that begins today is to be done. */
    LocalDate rectificationDue();

    /**
     * 代录: what was signed on paper.
     *
     * @param body     code of the body it was signed for
     * @param signedBy name on the paper
     * @param scan     the scanned paper; null only where the store is one person's and none exists
     */
    record Paper(String body, String signedBy, Path scan) {
    }
}
