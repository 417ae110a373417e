package org.lianshen.service.expert;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.expert.Conflicts;
import org.lianshen.model.expert.DrawProof;
import org.lianshen.model.expert.Expert;
import org.lianshen.model.expert.ExpertAct;
import org.lianshen.model.expert.ExpertRules;
import org.lianshen.model.expert.ExpertStep;
import org.lianshen.model.expert.ExpertStep.Announcement;
import org.lianshen.model.expert.ExpertStep.Exclusion;
import org.lianshen.model.expert.Panel;
import org.lianshen.model.expert.Panel.Member;
import org.lianshen.model.expert.PanelActs;
import org.lianshen.model.expert.PanelDraw;
import org.lianshen.model.expert.Ranked;
import org.lianshen.model.expert.Seats;
import org.lianshen.model.expert.Tie;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.Overall;
import org.lianshen.model.review.ReviewState;
import org.lianshen.model.review.UnitNames;
import org.lianshen.service.ExpertService.Board;
import org.lianshen.service.review.ActRegister;
import org.lianshen.service.session.Desk;
import org.lianshen.service.session.States;
import org.lianshen.service.store.Tx;

/** The experts of one proposal inside a transaction: who could be drawn, what is entered, what the actor may see. */
final class Panels {

    private final Desk desk;
    private final Tx tx;
    private final Proposal proposal;
    private final ReviewState review;
    private final List<ExpertAct> acts;
    private final UnitNames names;
    private List<Expert> pool;
    private Conflicts conflicts;

    Panels(Desk desk, Tx tx, UUID id) {
        this.desk = desk;
        this.tx = tx;
        var states = new States(desk);
        proposal = states.proposal(tx, id);
        review = states.today(tx, proposal);
        acts = new ArrayList<>(tx.experts().acts(id));
        names = new UnitNames(desk.pack());
    }

    Proposal proposal() {
        return proposal;
    }

    ReviewState review() {
        return review;
    }

    /** As the facts have it, with every sheet: never handed out. */
    Panel panel() {
        return Panel.of(acts, review.round());
    }

    /** The actor's own place on this panel. */
    Optional<Member> me() {
        UUID me = SeenPanels.expertOf(pool(), desk.actor());
        return me == null ? Optional.empty() : panel().member(me);
    }

    /** Read once. */
    private List<Expert> pool() {
        if (pool == null) {
            pool = tx.experts().pool();
        }
        return pool;
    }

    ExpertRules rules() {
        Panel panel = panel();
        return panel.rules() != null ? panel.rules() : ExpertRules.of(desk.pack(), review.applied());
    }

    private List<Tie> ties() {
        return ProjectTies.of(tx, proposal, panel(), names);
    }

    /** Why nothing can be entered about experts now; null where it can. */
    Message closed() {
        if (!review.state().countersigning() || review.steps().closed() || review.decision() != null) {
            return Message.of("expert.refuse.state", Message.of("review.state." + review.state().name()));
        }
        return null;
    }

    /** Enters a step with its audit record, or refuses it with what stands against it. The record never says what a sheet says. */
    void enter(ExpertStep step, String audited) {
        Message against = closed();
        Message refusal = against != null ? against : PanelActs.refusal(panel(), step);
        if (refusal != null) {
            throw new UserProblem(List.of(refusal));
        }
        var act = new ExpertAct(desk.ids().next(), proposal.id(), acts.size() + 1, review.round(), desk.actor().name(), desk.clock().instant(), step);
        tx.experts().add(act);
        acts.add(act);
        conflicts = step instanceof ExpertStep.Statement || step instanceof Announcement ? null : conflicts;
        tx.audit().append(new AuditEntry("expert." + step.getClass().getSimpleName(), "proposal " + proposal.reviewNo(), null, null, audited));
    }

    void dropDraft(UUID expert) {
        tx.experts().saveDraft(proposal.id(), expert, null);
    }

    /** The group's opinion becomes the review's act, with the average of the sheets. */
    void conclude(ActRegister.Signature signature, Overall conclusion, BigDecimal average, String summary) {
        LocalDate opinionsDue = review.steps().expertsAwaitedFirst() ? desk.pack().calendar().plusWorkdays(desk.today(), review.steps().route().days()) : null;
        new ActRegister(desk).enter(tx, proposal, signature, new ActDetail.ExpertReview(review.round(), average, conclusion, summary, opinionsDue));
    }

    /** Everybody of the pool who is not on the panel, each with the reasons that stand against a draw now; none where there are none. */
    Map<Expert, List<Message>> reasons() {
        Panel panel = panel();
        Conflicts binding = conflicts();
        Map<Expert, List<Message>> reasons = new LinkedHashMap<>();
        for (Expert expert : pool()) {
            Optional<Member> member = panel.member(expert.id());
            if (member.isPresent() && member.get().in()) {
                continue;
            }
            var why = new ArrayList<Message>();
            if (!expert.active()) {
                why.add(Message.of("expert.conflict.suspended", expert.note()));
            }
            member.ifPresent(out -> why.add(Message.of("expert.conflict.out", Message.of("expert.standing." + out.standing().name()), out.why())));
            if (panel.announced() != null && !panel.announced().pool().contains(expert.id())) {
                why.add(Message.of("expert.conflict.afterSeed"));
            }
            why.addAll(binding.of(expert));
            reasons.put(expert, why);
        }
        return reasons;
    }

    /** Made once: ledger and catalogue are read for it. */
    private Conflicts conflicts() {
        if (conflicts == null) {
            conflicts = new Conflicts(ties(), names, rules().avoidYears(), desk.today());
        }
        return conflicts;
    }

    /** What binds an expert now, found after the draw. */
    List<Message> bound(UUID expert) {
        return bound(pool().stream().filter(each -> each.id().equals(expert)).findFirst().orElseThrow(() -> UserProblem.of("expert.unknown")));
    }

    List<Message> bound(Expert expert) {
        return conflicts().of(expert);
    }

    static List<Expert> free(Map<Expert, List<Message>> reasons) {
        return reasons.entrySet().stream().filter(entry -> entry.getValue().isEmpty()).map(Map.Entry::getKey).toList();
    }

    static List<Exclusion> excluded(Map<Expert, List<Message>> reasons) {
        return reasons.entrySet().stream().filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> new Exclusion(entry.getKey().id(), entry.getKey().no(), entry.getKey().name(), entry.getKey().unit(), entry.getValue())).toList();
    }

    /** In the order that the seed gives. */
    List<Ranked> order(List<Expert> candidates, String seed) {
        return PanelDraw.inOrder(candidates.stream().map(expert -> new Ranked(expert.id(), expert.no(), expert.name(), expert.unit(), names.key(expert.unit()), expert.fields(),
                PanelDraw.key(seed, proposal.reviewNo(), review.round(), expert.no()))).toList());
    }

    /** The rule that a draw with this seed could not keep; null where it can. Which seed makes no difference. */
    Message obstacle(Announcement announcement) {
        return obstacle(announcement, reasons());
    }

    private Message obstacle(Announcement announcement, Map<Expert, List<Message>> reasons) {
        return Seats.draw(withSeed(announcement), order(free(reasons), announcement.seed())).group().impossible();
    }

    private Panel withSeed(Announcement announcement) {
        Panel now = panel();
        return new Panel(now.round(), now.ties(), announcement, now.draws(), now.members(), now.leader(), now.discussed(), now.opinion(), now.signed(), now.shown(), now.sealed());
    }

    Announcement announcement(String seed, String source, Integer size, Boolean second) {
        ExpertRules rules = ExpertRules.of(desk.pack(), review.applied());
        int least = rules.least() % 2 == 0 ? rules.least() + 1 : rules.least();
        return new Announcement(seed, source, size == null ? least : size, second == null ? rules.second() : second, pool().stream().map(Expert::id).toList(), rules);
    }

    Board board() {
        Panel panel = panel();
        var reasons = reasons();
        boolean waits = panel.drawn() == null || panel.announced() != null;
        Message obstacle = !waits ? null : obstacle(panel.announced() != null ? panel.announced() : announcement("-", "-", null, null), reasons);
        UUID me = me().map(Member::id).orElse(null);
        UUID reader = SeenPanels.expertOf(pool(), desk.actor());
        return new Board(proposal.id(), proposal.reviewNo(), proposal.form().name(), proposal.form().unit(), new SeenPanels(reader, desk.actor()).of(panel), rules(), conflicts().ties(),
                free(reasons).stream().map(Expert::withoutPersonal).toList(), excluded(reasons), obstacle, me, DrawProof.problems(acts, proposal.reviewNo()),
                replaceableSeat().map(Member::id).orElse(null), closed());
    }

    List<Message> proof() {
        return DrawProof.problems(acts, proposal.reviewNo());
    }

    /** Those of the last draw who may still take a seat, and why the others may not. */
    Replaceable replaceable() {
        Panel panel = panel();
        Map<UUID, List<Message>> why = reasons().entrySet().stream().collect(Collectors.toMap(entry -> entry.getKey().id(), Map.Entry::getValue));
        Set<UUID> ever = panel.members().stream().map(Member::id).collect(Collectors.toSet());
        var left = new ArrayList<Ranked>();
        var excluded = new ArrayList<Exclusion>();
        for (Ranked each : panel.drawn().draw().order()) {
            if (ever.contains(each.expert())) {
                continue;
            }
            List<Message> against = why.getOrDefault(each.expert(), List.of());
            if (against.isEmpty()) {
                left.add(each);
            } else {
                excluded.add(new Exclusion(each.expert(), each.no(), each.name(), each.unit(), against));
            }
        }
        return new Replaceable(left, excluded);
    }

    /** Who comes into the seat of one who left, by the last draw. */
    PanelDraw.Outcome next(Member out) {
        return Seats.replace(panel(), out, replaceable().left());
    }

    /** The first who left and whose seat the last draw can still fill. */
    Optional<Member> replaceableSeat() {
        Panel panel = panel();
        return panel.drawn() == null || panel.announced() != null ? Optional.empty() : panel.vacant().stream().filter(out -> next(out).impossible() == null).findFirst();
    }

    record Replaceable(List<Ranked> left, List<Exclusion> excluded) {
    }
}
