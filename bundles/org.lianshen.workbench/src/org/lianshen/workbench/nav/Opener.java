package org.lianshen.workbench.nav;

/** Opens parts by the id of their descriptor, so that desks reach each other without seeing each other's classes. */
public interface Opener {

    /** The parts that other desks may open; each takes the id of the object named. */
    String PROPOSAL = "org.lianshen.proposal.part.form";
    /** id of a proposal: its review with the check list */
    String REVIEW = "org.lianshen.review.part.review";
    /** id of a proposal: the score sheet of the expert who is signed in */
    String SCORE = "org.lianshen.review.part.score";
    /** all that is in review, with the preparation of the next meeting */
    String QUEUE = "org.lianshen.review.part.queue";
    /** what waits for whoever is signed in */
    String TODO = "org.lianshen.workbench.part.todo";
    /** packages without a network: files out, files in */
    String PACKAGES = "org.lianshen.review.part.packages";
    /** id of a meeting */
    String MEETING = "org.lianshen.review.part.meeting";
    /** what is to be done after meetings */
    String ACTIONS = "org.lianshen.review.part.actions";
    /** a budget year, empty for the one being prepared; with {@link #SUSPECTS} before it to begin with what waits for an officer's word; {@link #LINE} and the id of a budget line */
    String FINDINGS = "org.lianshen.budget.part.findings";
    String SUSPECTS = "suspects-";
    String LINE = "line-";
    /** id of an appraisal */
    String APPRAISAL = "org.lianshen.performance.part.appraisal";
    /** text to filter by, such as a unit's name; empty for all */
    String LEDGER = "org.lianshen.ledger.part.ledger";
    /** id of a ledger project */
    String PROJECT = "org.lianshen.ledger.part.project";
    /** id of a proposal or a meeting: its papers */
    String PAPERS = "org.lianshen.workbench.part.papers";
    /** papers as they will come out: {@code org.lianshen.workbench.paper.PaperAddress} says which */
    String PREVIEW = "org.lianshen.workbench.part.preview";

    /**
     * Shows the part for that object; one that is open already comes to the front. A desk without a title of its own is one part, whatever it shows: one that is open is told
     * to show the object ({@link PartActions#show}).
     *
     * @param part     id of the part descriptor
     * @param objectId of what it shows; empty for none
     * @param title    of the tab; null or empty to keep the descriptor's
     * @return false if no bundle of this installation brings that part
     */
    boolean open(String part, String objectId, String title);

    default boolean open(String part) {
        return open(part, "", null);
    }
}
