package org.lianshen.service;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.pack.CheckItem;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.Batch;
import org.lianshen.model.review.Condition;
import org.lianshen.model.review.DecisionKind;
import org.lianshen.model.review.LineApproval;
import org.lianshen.model.review.Overall;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.model.review.ReviewState;
import org.lianshen.model.review.State;
import org.lianshen.model.review.TimeLimit;
import org.lianshen.service.table.TableSpec;

/** Desk 2: acts of the workflow. Every act is checked against state and permission before it is stored; a refused act changes nothing. */
public interface ReviewService {

    /** What waits in the review, by due date. */
    List<Queued> queue();

    Review get(UUID proposal);

    /** 受理 of the annual collection: countersigning begins in all bodies. */
    default Review accept(UUID proposal) {
        return accept(proposal, Batch.ANNUAL);
    }

    /** 受理: countersigning begins in all bodies, for as long as amount, class and batch give. */
    Review accept(UUID proposal, Batch batch);

    /** 建议不予立项: to the meeting without detailed review. */
    Review suggestRejection(UUID proposal, String reason);

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

    /**
     * 加签: another unit is asked and waited for in this round.
     *
     * @param code of a body that is not required, or of a unit of the pack
     * @param due  null: as many working days as the other bodies have, from today
     */
    Review ask(UUID proposal, String code, LocalDate due, String reason);

    /**
     * 转办: the body's task goes to another body or person; its check items stay what they are.
     *
     * @param toPerson account, or null for anybody of {@code toBody}
     */
    Review transfer(UUID proposal, String body, String toBody, String toPerson, String reason);

    /** 催办 of a body, or of {@code unit}. */
    Review remind(UUID proposal, String to, String words);

    /** 催办 of several at once: all are reminded, or none. */
    void remind(List<Owing> owing, String words);

    /** 专家评审: the group's opinion where no panel was drawn here ({@link ExpertService#conclude} where one was). @param score average out of 100, or null */
    Review enterExperts(UUID proposal, Overall conclusion, BigDecimal score, String summary);

    /** 汇总: countersigning is closed. */
    Review summarise(UUID proposal, String words);

    /**
     * 结论 without a meeting, where countersigning suffices.
     *
     * @param approved   核定额; null where the kind has none
     * @param lines      what is approved of single estimate lines; empty where exactly what the bodies proposed is cut, or nothing
     * @param conditions for {@link DecisionKind#CONDITIONAL}, and what to correct for RETURNED
     */
    Review conclude(UUID proposal, DecisionKind kind, Money approved, List<LineApproval> lines, List<Condition> conditions, String remark);

    /** What is held where and how long, what is over first. */
    List<Held> held();

    /** Writes the board as shown. */
    void exportHeld(TableSpec<Held> columns, List<Held> rows, Path target);

    /** What the actor has not seen yet. Waits for nobody who writes. */
    News news(UUID proposal);

    /** The actor has seen the review up to there. @param acts how many acts were shown @param version number of the newest version shown */
    void seen(UUID proposal, int acts, int version);

    /** What the actor has not seen yet; from now on it is seen. */
    default News look(UUID proposal) {
        News news = news(proposal);
        Review shown = get(proposal);
        seen(proposal, shown.acts().size(), shown.proposal().versions().size());
        return news;
    }

    /**
     * Writes the scanned paper of an act to a file beside {@code target}.
     *
     * @param scan as the act names it
     * @return the file written: {@code target}, with the ending of what the scan is (pdf, jpg, png, tif) where it has not that already
     */
    Path fetchScan(UUID proposal, String scan, Path target);

    /** Whom a task can be passed on to: accounts by body code, account name and display name. */
    List<Person> people();

    /** 复核 of a condition of 修改后通过. */
    Review verify(UUID proposal, int conditionNo, boolean fulfilled, String evidence);

    /**
     * A task that somebody holds.
     *
     * @param proposal null for what follows from a meeting as a whole
     * @param reviewNo of the proposal; of what was raised in a meeting, the number of the meeting
     * @param state    of the proposal; null for what was raised in a meeting
     * @param who      code of the body whose task it is, {@code unit}, {@code lead} or {@code secretary}; {@code action} for what was raised in a meeting
     * @param holder   who has it, in words
     * @param meeting  in which it was raised; null for the steps of a review
     */
    record Held(UUID proposal, String reviewNo, String name, String unit, State state, String who, Message holder, Message what, TimeLimit limit, List<Reminded> reminders, UUID meeting) {

        public Held(UUID proposal, String reviewNo, String name, String unit, State state, String who, Message holder, Message what, TimeLimit limit, List<Reminded> reminders) {
            this(proposal, reviewNo, name, unit, state, who, holder, what, limit, reminders, null);
        }

        public boolean over() {
            return limit.level() == TimeLimit.Level.OVER;
        }
    }

    /** A reminder and who of those it was for saw it, each first time. */
    record Reminded(Instant at, String by, String words, List<Sight> seen) {
    }

    /** Somebody saw something. */
    record Sight(String person, Instant at) {
    }

    /**
     * @param since       when the actor looked last, null where never
     * @param acts        done since by others
     * @param version     number of the version seen then, where there is a newer one now, else 0
     * @param differences between that version and the newest
     */
    record News(Instant since, List<ReviewAct> acts, int version, List<ProposalService.Difference> differences) {

        public boolean nothing() {
            return acts.isEmpty() && differences.isEmpty();
        }
    }

    /** Somebody who is waited for. @param who code of the body, or {@code unit} */
    record Owing(UUID proposal, String who) {
    }

    /** An account that belongs to a body. */
    record Person(String body, String account, String display) {
    }

    record Queued(UUID proposal, String reviewNo, String name, String unit, Money applied, ReviewState state) {
    }

    /** @param items the pack's check items by body code, in the pack's order */
    record Review(Proposal proposal, List<ReviewAct> acts, ReviewState state, java.util.Map<String, List<CheckItem>> items) {
    }
}
