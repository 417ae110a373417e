package org.lianshen.model.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        DRAFT, SUBMITTED, RETURNED, PRE_REJECTED, COUNTERSIGN, APPROVED, CONDITIONAL, REJECTED, DEFERRED, MERGED, WITHDRAWN
    }

    private final ReviewFacts facts;
    private Phase phase = Phase.DRAFT;
    private int round;
    private LocalDate since;
    private LocalDate opinionsSince;
    private LocalDate opinionsDue;
    private Batch batch;
    private final Map<String, ReviewAct> added = new LinkedHashMap<>();
    private final Map<String, ActDetail.Transfer> transfers = new HashMap<>();
    private final Map<String, ReviewAct> opinions = new LinkedHashMap<>();
    private final Map<Integer, Boolean> verified = new HashMap<>();
    private final List<ReviewAct> reminders = new ArrayList<>();
    private ReviewAct preRejection;
    private ReviewAct experts;
    private ReviewAct summary;
    private ReviewAct issuance;
    private ReviewAct decision;
    private List<ReturnItem> returned = List.of();
    private Set<String> recused;
    private int running;
    private int stopped;
    private Route route;
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
        course.judgeBy(course.settled() ? facts.then().apply(course.decision.at()) : course.rules(facts.pack()));
        return course;
    }

    /** Whether a decision ended the course; a deferred proposal and one sent back go on. */
    private boolean settled() {
        return switch (phase) {
            case APPROVED, CONDITIONAL, REJECTED, MERGED -> true;
            case DRAFT, SUBMITTED, RETURNED, PRE_REJECTED, COUNTERSIGN, DEFERRED, WITHDRAWN -> false;
        };
    }

    /** A closed round never changes: it is judged by the rules under which it was closed, whatever was published since. */
    private RulePack rules(RulePack now) {
        return summary == null ? now : facts.then().apply(summary.at());
    }

    private void judgeBy(RulePack other) {
        if (other != pack) {
            pack = other;
            recused = null;
            route = null;
        }
    }

    private void take(ReviewAct act) {
        judgeBy(rules(facts.then().apply(act.at())));
        if (ActRules.refusal(this, act) == null) {
            apply(act);
        }
    }

    private void apply(ReviewAct act) {
        LocalDate day = facts.day(act.at());
        switch (act.detail()) {
            case ActDetail.Acceptance acceptance -> {
                move(Phase.COUNTERSIGN, day);
                opinionsSince = day;
                opinionsDue = acceptance.due();
                batch = acceptance.batch();
                route = null;
                preRejection = null;
                decision = null;
            }
            case ActDetail.PreRejection suggestion -> {
                move(Phase.PRE_REJECTED, day);
                preRejection = act;
            }
            case ActDetail.Addition addition -> added.put(addition.code(), act);
            case ActDetail.Transfer transfer -> transfers.put(act.body(), transfer);
            case ActDetail.Reminder reminder -> reminders.add(act);
            case ActDetail.ExpertReview review -> {
                experts = act;
                if (review.opinionsDue() != null) {
                    opinionsSince = day;
                    opinionsDue = review.opinionsDue();
                }
            }
            case ActDetail.Summary closing -> summary = act;
            case ActDetail.Issuance letter -> issuance = act;
            case ActDetail.Return items -> {
                move(Phase.RETURNED, day);
                returned = items.items();
            }
            case ActDetail.Resubmission resubmission -> {
                move(Phase.SUBMITTED, day);
                round = resubmission.versionNo();
                begin();
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

    /** Of the round before nothing counts any more. */
    private void begin() {
        recused = null;
        route = null;
        opinionsSince = null;
        opinionsDue = null;
        batch = null;
        added.clear();
        transfers.clear();
        opinions.clear();
        reminders.clear();
        preRejection = null;
        experts = null;
        summary = null;
        issuance = null;
        verified.clear();
        decision = null;
        returned = List.of();
    }

    private void decide(ReviewAct act, ActDetail.Decision decided, LocalDate day) {
        decision = act;
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
        spell(day);
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

    /** Who is asked in this round: the bodies of the pack in its order, then those that were asked besides. */
    List<Seat> seats() {
        var seats = new ArrayList<Seat>();
        for (ReviewBody body : pack.bodies()) {
            seats.add(added.containsKey(body.code()) ? addedSeat(body, added.get(body.code())) : seat(body, body.required(), opinionsSince, opinionsDue, false));
        }
        added.forEach((code, act) -> {
            if (pack.bodies().stream().noneMatch(body -> body.code().equals(code))) {
                var addition = (ActDetail.Addition) act.detail();
                seats.add(addedSeat(new ReviewBody(code, addition.name(), addition.name(), "", code, ReviewBody.Kind.OFFICE, false, false, false, Set.of(), ""), act));
            }
        });
        return seats;
    }

    /** Whoever was asked while the experts came first has at least the time of all others, which began when the experts were done. */
    private Seat addedSeat(ReviewBody body, ReviewAct act) {
        LocalDate due = ((ActDetail.Addition) act.detail()).due();
        boolean waited = experts != null && ((ActDetail.ExpertReview) experts.detail()).opinionsDue() != null && act.seq() < experts.seq();
        return waited ? seat(body, true, opinionsSince, due.isAfter(opinionsDue) ? due : opinionsDue, true) : seat(body, true, facts.day(act.at()), due, true);
    }

    private Seat seat(ReviewBody body, boolean required, LocalDate since, LocalDate due, boolean isAdded) {
        ActDetail.Transfer transfer = transfers.get(body.code());
        return new Seat(body, required, since, due, transfer == null ? body.code() : transfer.toBody(), transfer == null ? null : transfer.toPerson(), isAdded);
    }

    Optional<Seat> seat(String code) {
        return seats().stream().filter(seat -> seat.body().code().equals(code)).findFirst();
    }

    /** Required bodies that have neither spoken nor abstain. */
    List<Seat> missing() {
        return seats().stream().filter(seat -> seat.required() && !opinions.containsKey(seat.body().code()) && !recused(seat.body())).toList();
    }

    /** While the experts are waited for first, no limit of the bodies runs. */
    boolean limitOver(Seat seat, LocalDate date) {
        return !expertsFirstMissing() && seat.due() != null && date.isAfter(seat.due());
    }

    /** Whether nobody is waited for on a day: every required opinion is in, or the limit of those that are missing is over, or the round was closed. */
    boolean collected(LocalDate date) {
        return closed() || !expertsFirstMissing() && missing().stream().allMatch(seat -> limitOver(seat, date));
    }

    boolean closed() {
        return summary != null;
    }

    /** Whether the experts' opinion is still needed. */
    boolean expertsMissing() {
        return opinionsDue != null && experts == null && route().experts();
    }

    boolean expertsFirstMissing() {
        return expertsMissing() && route().expertsFirst();
    }

    /** Whether a decision can be taken on a day. */
    boolean decidable(LocalDate date) {
        return phase == Phase.DEFERRED || phase == Phase.PRE_REJECTED || phase == Phase.COUNTERSIGN && collected(date) && !expertsMissing();
    }

    /**
     * Whether no meeting is needed: the amount is small, nobody is silent where silence is no consent, nobody is against, and the lead body, which would conclude, is not
     * the applicant.
     */
    boolean concludable(LocalDate date) {
        boolean heard = missing().isEmpty() || pack.flag("review.overdueIsConsent");
        return phase == Phase.COUNTERSIGN && route().simple() && !recused(pack.leadBody()) && decidable(date) && heard && vetoes().isEmpty() && experts() != Overall.DISAGREE
                && seats().stream().map(seat -> opinion(seat.body().code())).noneMatch(opinion -> opinion != null && opinion.overall() == Overall.DISAGREE);
    }

    /** Those whose opinions ask for something that an approval without conditions would drop. */
    List<Seat> asking() {
        return seats().stream().filter(seat -> opinion(seat.body().code()) != null && !ProposedDecision.asked(opinion(seat.body().code())).isEmpty()).toList();
    }

    private Overall experts() {
        return experts == null ? null : ((ActDetail.ExpertReview) experts.detail()).conclusion();
    }

    Route route() {
        if (route == null) {
            route = Route.of(form(), batch, pack);
        }
        return route;
    }

    ReviewAct issuance() {
        return issuance;
    }

    ReviewAct expertsAct() {
        return experts;
    }

    ReviewAct summaryAct() {
        return summary;
    }

    /** @param date up to which the clock runs, where nothing is decided yet */
    ReviewSteps steps(LocalDate date) {
        int on = settled() || phase == Phase.WITHDRAWN ? 0 : pack.calendar().workdaysBetween(since, date);
        boolean with = stopped();
        return new ReviewSteps(opinionsDue == null ? null : route(), preRejection, experts, summary, issuance, reminders,
                new ReviewClock(running + (with ? 0 : on), stopped + (with ? on : 0)));
    }

    boolean preRejected() {
        return preRejection != null;
    }

    String preRejectedFor() {
        return ((ActDetail.PreRejection) preRejection.detail()).reason();
    }

    /** The clock stands while the unit has it, and while it is put off. */
    private boolean stopped() {
        return phase == Phase.RETURNED || phase == Phase.DEFERRED;
    }

    /** Counts the working days of the phase that ends. */
    private void spell(LocalDate end) {
        if (phase == Phase.DRAFT || settled()) {
            return;
        }
        int days = pack.calendar().workdaysBetween(since, end);
        if (stopped()) {
            stopped += days;
        } else {
            running += days;
        }
    }

    /** Veto items that a required body answered 不通过 with 不同意 overall (rule T5), in the pack's order. */
    List<CheckItem> vetoes() {
        var vetoes = new ArrayList<CheckItem>();
        for (Seat seat : seats()) {
            ReviewBody body = seat.body();
            ActDetail.Opinion opinion = opinion(body.code());
            if (seat.required() && opinion != null && opinion.overall() == Overall.DISAGREE) {
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
            case PRE_REJECTED -> State.PRE_REJECTED;
            case COUNTERSIGN -> countersigning(date);
            case APPROVED -> expired(date) ? State.EXPIRED : State.APPROVED;
            case CONDITIONAL -> expired(date) ? State.EXPIRED : State.CONDITIONAL;
            case REJECTED -> State.REJECTED;
            case DEFERRED -> State.DEFERRED;
            case MERGED -> State.MERGED;
            case WITHDRAWN -> State.WITHDRAWN;
        };
    }

    private State countersigning(LocalDate date) {
        if (expertsFirstMissing() || expertsMissing() && collected(date)) {
            return State.EXPERT_REVIEW;
        }
        return !collected(date) ? State.COUNTERSIGN : concludable(date) ? State.READY_TO_CONCLUDE : State.READY_FOR_MEETING;
    }
}
