package org.lianshen.service;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.lianshen.model.Message;
import org.lianshen.model.proposal.Attachment;
import org.lianshen.model.proposal.Explanation;
import org.lianshen.model.proposal.FormFinding;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.review.ReviewState;

/** Desk 1: application forms. */
public interface ProposalService {

    /** All proposals with their states on today's date, newest first. */
    List<Summary> list();

    /** @throws org.lianshen.model.UserProblem if there is none */
    Proposal get(UUID id);

    /** @throws org.lianshen.model.UserProblem if no proposal has this 联审编号 */
    Proposal byReviewNo(String reviewNo);

    /** A new draft, stored. */
    Proposal create(ProposalForm form);

    /**
     * Saves the draft. Refused when a version is under review.
     *
     * @throws org.lianshen.model.StaleWrite if somebody else saved since {@code proposal} was read
     */
    Proposal save(Proposal proposal);

    /** Deletes a draft that was never submitted. */
    void delete(UUID id);

    /** Runs the form check; stores nothing. */
    List<FormFinding> check(ProposalForm form);

    /**
     * Submits the draft: an immutable version with its digest; the first submission gives the 联审编号.
     *
     * @param explanations reasons for each warning
     * @param answers      after a return: the answer to each item of the return, by number; else empty
     * @throws org.lianshen.model.UserProblem naming every error and every warning without reason
     */
    Proposal submit(UUID id, List<Explanation> explanations, java.util.Map<Integer, String> answers);

    /** Keeps a file beside the database under its digest; it is bound to the form by saving the draft with it. */
    Attachment attach(String kind, Path file);

    /** Writes the kept file to {@code target}. */
    void fetch(Attachment attachment, Path target);

    /** Differences between two forms, field by field. */
    List<Difference> compare(ProposalForm older, ProposalForm newer);

    /** Reads a filled Excel or JSON form. Cells that cannot be read are named in the {@link org.lianshen.model.UserProblem}. */
    ProposalForm read(Path file, Progress progress);

    /** Writes the Excel form, filled with {@code form} (empty for a blank one). */
    void write(ProposalForm form, Path target);

    /** Withdraws a submitted proposal before a decision. */
    void withdraw(UUID id, String reason);

    record Summary(UUID id, String reviewNo, String name, String unit, String projectClass, org.lianshen.model.Money applied, ReviewState state,
            java.time.Instant editedAt) {
    }

    /** {@code place}: field name or {@code estimate[3].amount}; {@code label}: what it is called. */
    record Difference(String place, Message label, String before, String after) {
    }
}
