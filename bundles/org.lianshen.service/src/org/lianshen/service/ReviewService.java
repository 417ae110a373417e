package org.lianshen.service;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.lianshen.model.pack.CheckItem;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.model.review.ReviewState;

/** Desk 2: acts of the workflow. Every act is checked against state and permission before it is stored; a refused act changes nothing. */
public interface ReviewService {

    /** What waits in the review, by due date. */
    List<Queued> queue();

    Review get(UUID proposal);

    /** 受理: countersigning begins in all bodies. */
    Review accept(UUID proposal);

    /** 退回补正. */
    Review sendBack(UUID proposal, ActDetail.Return items);

    /** The draft of the actor's body's opinion; where none is kept, the opinion that counts; else an empty one with the pack's check items. */
    ActDetail.Opinion draft(UUID proposal, String body);

    /** Keeps a draft; drafts are seen by the body alone and count for nothing. */
    void saveDraft(UUID proposal, String body, ActDetail.Opinion opinion);

    /** Signs as the actor's own body. */
    Review sign(UUID proposal, String body, ActDetail.Opinion opinion);

    /**
     * 代录: enters the opinion of a body from paper.
     *
     * @param signedBy name on the paper
     * @param scan     the scanned paper; null only where the store is one person's and none exists
     */
    Review record(UUID proposal, String body, ActDetail.Opinion opinion, String signedBy, Path scan);

    Review withdrawOpinion(UUID proposal, String body, String reason);

    /** 复核 of a condition of 修改后通过. */
    Review verify(UUID proposal, int conditionNo, boolean fulfilled, String evidence);

    record Queued(UUID proposal, String reviewNo, String name, String unit, org.lianshen.model.Money applied, ReviewState state) {
    }

    /** @param items the pack's check items by body code, in the pack's order */
    record Review(Proposal proposal, List<ReviewAct> acts, ReviewState state, java.util.Map<String, List<CheckItem>> items) {
    }
}
