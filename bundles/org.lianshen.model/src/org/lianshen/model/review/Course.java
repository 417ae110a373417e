package org.lianshen.model.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianshen.model.pack.CheckItem;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.proposal.ProposalVersion;

/**
 * The course of one review up to a day: the fold over the acts behind {@link ReviewStates} and {@link ReviewActs}. An act that was not allowed when it was done
 * changes nothing, so that a history merged from elsewhere cannot bring about a state that the rules do not give.
 */
final class Course {

    /** Where the course stands, apart from what only the calendar changes. */
    enum Phase {
        DRAFT, SUBMITTED, RETURNED, COUNTERSIGN, APPROVED, CONDITIONAL, REJECTED, DEFERRED, MERGED, WITHDRAWN
    }

    private final ReviewFacts facts;
    private Phase phase = Phase.DRAFT;
    private int round;
    private LocalDate since;
    private LocalDate opinionsDue;
    private final Map<String, ReviewAct> opinions = new LinkedHashMap<>();
    private final Map<Integer, Boolean> verified = new HashMap<>();
    private ReviewAct decision;
    private List<ReturnItem> returned = List.of();
    private Set<String> recused;
    private RulePack pack;

    private Course(ReviewFacts facts) {
        this.facts = facts;
        this.pack = facts.pack();
    }

    static Course until(ReviewFacts facts, LocalDate date) {
        var course = new Course(facts);
        ProposalVersion first = facts.version(1, date);
        if (first != null) {
            course.phase = Phase.SUBMITTED;
            course.round = 1;
            course.since = facts.day(first.submittedAt());
        }
        facts.acts().stream().filter(act -> !facts.day(act.at()).isAfter(date)).forEach(course::take);
        course.judgeBy(course.settled() ? facts.then().apply(course.decision.at()) : facts.pack());
        return course;
    }

    /** Whether a decision ended the course; a deferred proposal and one sent back go on. */
    private boolean settled() {
        return switch (phase) {
            case APPROVED, CONDITIONAL, REJECTED, MERGED -> true;
            case DRAFT, SUBMITTED, RETURNED, COUNTERSIGN, DEFERRED, WITHDRAWN -> false;
        };
    }

    private void judgeBy(RulePack other) {
        if (other != pack) {
            pack = other;
            recused = null;
        }
    }

    private void take(ReviewAct act) {
        judgeBy(facts.then().apply(act.at()));
        if (ActRules.refusal(this, act) == null) {
            apply(act);
        }
    }

    private void apply(ReviewAct act) {
        LocalDate day = facts.day(act.at());
        switch (act.detail()) {
            case ActDetail.Acceptance acceptance -> {
                move(Phase.COUNTERSIGN, day);
                opinionsDue = acceptance.due();
            }
            case ActDetail.Return items -> {
                move(Phase.RETURNED, day);
                returned = items.items();
            }
            case ActDetail.Resubmission resubmission -> {
                move(Phase.SUBMITTED, day);
                round = resubmission.versionNo();
                recused = null;
                opinionsDue = null;
                opinions.clear();
                verified.clear();
                decision = null;
                returned = List.of();
            }
            case ActDetail.Opinion opinion -> opinions.put(act.body(), act);
            case ActDetail.OpinionWithdrawal withdrawal -> opinions.remove(act.body());
            case ActDetail.Decision decided -> decide(act, decided, day);
            case ActDetail.Verification verification -> {
                verified.put(verification.conditionNo(), verification.fulfilled());
                if (openConditions().isEmpty()) {
                    move(Phase.APPROVED, day);
                }
            }
            case ActDetail.Withdrawal withdrawal -> {
                move(Phase.WITHDRAWN, day);
                decision = null;
            }
        }
    }

    private void decide(ReviewAct act, ActDetail.Decision decided, LocalDate day) {
        decision = act;
        verified.clear();
        move(switch (decided.kind()) {
            case APPROVED -> Phase.APPROVED;
            case CONDITIONAL -> Phase.CONDITIONAL;
            case RETURNED -> Phase.RETURNED;
            case REJECTED -> Phase.REJECTED;
            case DEFERRED -> Phase.DEFERRED;
            case MERGED -> Phase.MERGED;
        }, day);
        if (decided.kind() == DecisionKind.RETURNED) {
            returned = itemsOf(decided);
        }
    }

    /** What a meeting that returns a proposal asks for: its conditions, or its remark where it lists none. */
    private static List<ReturnItem> itemsOf(ActDetail.Decision decided) {
        if (decided.conditions().isEmpty()) {
            return List.of(new ReturnItem(1, "", decided.remark(), decided.remark(), ""));
        }
        return decided.conditions().stream().map(condition -> new ReturnItem(condition.no(), "", condition.text(), condition.text(), "")).toList();
    }

    private void move(Phase next, LocalDate day) {
        phase = next;
        since = day;
    }

    ReviewFacts facts() {
        return facts;
    }

    /** The rules that count: those of the moment while acts are taken, then those of the decision, or those in force where nothing is decided. */
    RulePack pack() {
        return pack;
    }

    Phase phase() {
        return phase;
    }

    int round() {
        return round;
    }

    /** Day of the last step; null for a draft. */
    LocalDate since() {
        return since;
    }

    /** Last day for opinions; null before acceptance. */
    LocalDate opinionsDue() {
        return opinionsDue;
    }

    /** Opinions that count, by body. */
    Map<String, ReviewAct> opinions() {
        return opinions;
    }

    ReviewAct decisionAct() {
        return decision;
    }

    ActDetail.Decision decision() {
        return decision == null ? null : (ActDetail.Decision) decision.detail();
    }

    /** Items of the return that waits for an answer. */
    List<ReturnItem> returned() {
        return returned;
    }

    ProposalForm form() {
        return facts.versions().stream().filter(version -> version.no() == round).findFirst().orElseThrow().form();
    }

    boolean recused(ReviewBody body) {
        if (recused == null) {
            recused = Recusal.bodies(form(), pack);
        }
        return recused.contains(body.code());
    }

    /** The body's opinion that counts, or null. */
    ActDetail.Opinion opinion(String body) {
        ReviewAct act = opinions.get(body);
        return act == null ? null : (ActDetail.Opinion) act.detail();
    }

    /** Required bodies that have neither spoken nor abstain. */
    List<ReviewBody> missing() {
        return pack.bodies().stream().filter(body -> body.required() && !opinions.containsKey(body.code()) && !recused(body)).toList();
    }

    boolean limitOver(LocalDate date) {
        return opinionsDue != null && date.isAfter(opinionsDue);
    }

    /** Whether countersigning is closed on a day: every required opinion is in, or the limit is over. */
    boolean readyForMeeting(LocalDate date) {
        return phase == Phase.COUNTERSIGN && (missing().isEmpty() || limitOver(date));
    }

    /** Veto items that a required body answered 不通过 with 不同意 overall (rule T5), in the pack's order. */
    List<CheckItem> vetoes() {
        var vetoes = new ArrayList<CheckItem>();
        for (ReviewBody body : pack.bodies()) {
            ActDetail.Opinion opinion = opinion(body.code());
            if (body.required() && opinion != null && opinion.overall() == Overall.DISAGREE) {
                pack.checkItems(body.code()).stream().filter(CheckItem::veto).filter(item -> failed(opinion, item.code())).forEach(vetoes::add);
            }
        }
        return vetoes;
    }

    private static boolean failed(ActDetail.Opinion opinion, String item) {
        return opinion.answers().stream().anyMatch(answer -> answer.item().equals(item) && answer.verdict() == Verdict.FAIL);
    }

    List<Condition> openConditions() {
        if (decision == null || decision().kind() != DecisionKind.CONDITIONAL) {
            return List.of();
        }
        return decision().conditions().stream().filter(condition -> !verified.getOrDefault(condition.no(), false)).toList();
    }

    boolean expired(LocalDate date) {
        return (phase == Phase.APPROVED || phase == Phase.CONDITIONAL) && decision().validUntil() != null && date.isAfter(decision().validUntil());
    }

    State state(LocalDate date) {
        return switch (phase) {
            case DRAFT -> State.DRAFT;
            case SUBMITTED -> State.SUBMITTED;
            case RETURNED -> State.RETURNED;
            case COUNTERSIGN -> readyForMeeting(date) ? State.READY_FOR_MEETING : State.COUNTERSIGN;
            case APPROVED -> expired(date) ? State.EXPIRED : State.APPROVED;
            case CONDITIONAL -> expired(date) ? State.EXPIRED : State.CONDITIONAL;
            case REJECTED -> State.REJECTED;
            case DEFERRED -> State.DEFERRED;
            case MERGED -> State.MERGED;
            case WITHDRAWN -> State.WITHDRAWN;
        };
    }
}
