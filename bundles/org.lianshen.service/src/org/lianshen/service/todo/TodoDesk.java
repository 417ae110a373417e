package org.lianshen.service.todo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.lianshen.model.Message;
import org.lianshen.model.finding.FindingStandings;
import org.lianshen.model.finding.FindingState;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.linkage.CheckRun;
import org.lianshen.model.linkage.LineVerdict;
import org.lianshen.model.meeting.AgendaItem;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.performance.Appraisal;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.BodyStatus;
import org.lianshen.model.review.BodyStatus.Standing;
import org.lianshen.model.review.ReviewActs;
import org.lianshen.model.review.ReviewFacts;
import org.lianshen.model.review.ReviewState;
import org.lianshen.model.review.TimeLimit;
import org.lianshen.service.MeetingService;
import org.lianshen.service.MeetingService.FollowUp;
import org.lianshen.service.meeting.FollowUps;
import org.lianshen.service.TodoService;
import org.lianshen.service.finding.Standings;
import org.lianshen.service.session.States;
import org.lianshen.service.store.Tx;

/** 我的待办: computed from the facts; a one-person store sees everything, an account what its body, unit and roles have to do. */
public final class TodoDesk implements TodoService {

    private final org.lianshen.service.session.Desk desk;
    private final States states;

    public TodoDesk(org.lianshen.service.session.Desk desk) {
        this.desk = desk;
        states = new States(desk);
    }

    @Override
    public List<Item> items() {
        return desk.read(tx -> {
            var items = new ArrayList<Item>();
            Set<UUID> onAgendas = new HashSet<>();
            for (Meeting meeting : tx.meetings().all()) {
                if (!meeting.closed()) {
                    meeting.agenda().stream().map(AgendaItem::proposal).forEach(onAgendas::add);
                    meeting(meeting, items);
                }
            }
            var acts = tx.acts().all();
            var experts = may(Permission.ASSESS) && !desk.actor().oneself() ? new ExpertTodo(desk, tx) : null;
            List<Proposal> proposals = tx.proposals().all();
            for (Proposal proposal : proposals) {
                ReviewState state = states.on(proposal, acts.getOrDefault(proposal.id(), List.of()), desk.today());
                proposal(proposal, state, onAgendas.contains(proposal.id()), items);
                if (experts != null) {
                    experts.of(proposal, state, items);
                }
            }
            followUps(tx, proposals, items);
            budget(tx, items);
            performance(tx, items);
            items.sort(Comparator.comparing(Item::due, Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(Item::kind).thenComparing(Item::title));
            return List.copyOf(items);
        });
    }

    @Override
    public Map<Desk, Integer> counts() {
        var counts = new EnumMap<Desk, Integer>(Desk.class);
        for (Desk each : Desk.values()) {
            counts.put(each, 0);
        }
        items().forEach(item -> counts.merge(item.kind().desk(), 1, Integer::sum));
        return counts;
    }

    private void proposal(Proposal proposal, ReviewState state, boolean onAgenda, List<Item> items) {
        switch (state.state()) {
            case DRAFT -> {
                if (ownUnit(proposal) && may(Permission.EDIT_PROPOSAL)) {
                    items.add(item(Kind.DRAFT, proposal, state));
                }
            }
            case RETURNED -> {
                if (ownUnit(proposal) && may(Permission.EDIT_PROPOSAL)) {
                    items.add(item(Kind.ANSWER_RETURN, proposal, state));
                }
            }
            case SUBMITTED -> lead(Kind.ACCEPT, proposal, state, items);
            case COUNTERSIGN -> opinions(proposal, state, items);
            case EXPERT_REVIEW -> {
                opinions(proposal, state, items);
                experts(proposal, state, items);
            }
            case PRE_REJECTED, READY_FOR_MEETING, DEFERRED -> {
                opinions(proposal, state, items);
                if (!onAgenda && may(Permission.RUN_MEETING)) {
                    items.add(item(Kind.TAKE_TO_MEETING, proposal, state));
                }
            }
            case READY_TO_CONCLUDE -> {
                opinions(proposal, state, items);
                if (may(Permission.DECIDE)) {
                    items.add(item(Kind.CONCLUDE, proposal, state));
                }
            }
            case CONDITIONAL -> lead(Kind.VERIFY, proposal, state, items);
            case APPROVED, REJECTED, MERGED -> {
                if (!state.open().isEmpty()) {
                    lead(Kind.ISSUE, proposal, state, items);
                }
            }
            case EXPIRED, WITHDRAWN -> {
                // nothing waits
            }
        }
    }

    /** Of whoever arranges experts, or enters their opinion for the lead body. */
    private void experts(Proposal proposal, ReviewState state, List<Item> items) {
        if (may(Permission.ARRANGE_EXPERTS) && !may(Permission.RECEIVE)) {
            items.add(item(Kind.EXPERTS, proposal, state));
        } else {
            lead(Kind.EXPERTS, proposal, state, items);
        }
    }

    private void lead(Kind kind, Proposal proposal, ReviewState state, List<Item> items) {
        Actor actor = desk.actor();
        if (may(Permission.RECEIVE) && (actor.oneself() || desk.pack().leadBody().code().equals(actor.body()))) {
            items.add(item(kind, proposal, state));
        }
    }

    /** One item, naming the bodies that are waited for and that the actor may act for. */
    private void opinions(Proposal proposal, ReviewState state, List<Item> items) {
        Actor actor = desk.actor();
        RulePack pack = desk.pack();
        if (state.decision() != null || state.steps().closed()) {
            return;
        }
        List<BodyStatus> waiting = state.waitedFor(pack);
        List<BodyStatus> mine = waiting.stream().filter(status -> actor.oneself() || ReviewActs.holds(actor, status.seat())).toList();
        if (!mine.isEmpty() && may(Permission.DRAFT_OPINION)) {
            LocalDate due = mine.stream().map(BodyStatus::due).min(Comparator.naturalOrder()).orElseThrow();
            items.add(new Item(Kind.COUNTERSIGN, proposal.id(), proposal.form().name(), detail(proposal), state.applied(), due, desk.today().isAfter(due), hint(mine, state)));
        }
        List<Message> late = waiting.stream().filter(status -> status.standing() == Standing.OVERDUE).map(status -> name(status.office(pack))).toList();
        if (!late.isEmpty() && !actor.oneself() && may(Permission.RECEIVE) && pack.leadBody().code().equals(actor.body())) {
            items.add(new Item(Kind.CHASE, proposal.id(), proposal.form().name(), detail(proposal), state.applied(), waiting.getFirst().due(), true,
                    Message.of("todo.hint.CHASE", late)));
        }
    }

    /** Names the bodies, and who reminded them last. */
    private Message hint(List<BodyStatus> mine, ReviewState state) {
        List<Message> bodies = mine.stream().map(status -> name(status.office(desk.pack()))).toList();
        return state.steps().reminders().reversed().stream().filter(act -> mine.stream().anyMatch(status -> status.body().equals(((ActDetail.Reminder) act.detail()).to())))
                .findFirst().map(act -> Message.of("todo.hint.REMINDED", bodies, String.valueOf(act.signedBy()), ((ActDetail.Reminder) act.detail()).words()))
                .orElseGet(() -> Message.of("todo.hint.COUNTERSIGN", bodies));
    }

    private static Message name(ReviewBody body) {
        return Message.of("review.bodyName", body.shortName(), body.nameEn());
    }

    private void meeting(Meeting meeting, List<Item> items) {
        if (may(Permission.RUN_MEETING) || may(Permission.DECIDE)) {
            items.add(new Item(Kind.CLOSE_MEETING, meeting.id(), meeting.title(), meeting.no(), null, meeting.date(),
                    meeting.date() != null && desk.today().isAfter(meeting.date()), Message.of("todo.hint.CLOSE_MEETING", meeting.agenda().size())));
        }
    }

    /** What was raised in meetings: whoever owns it sees all of it, the secretary what is due soon or over. */
    private void followUps(Tx tx, List<Proposal> proposals, List<Item> items) {
        Actor actor = desk.actor();
        for (FollowUp action : new FollowUps(desk, tx).actions(proposals)) {
            boolean mine = !actor.oneself() && (action.owner().equals(actor.unit()) || desk.pack().bodies().stream()
                    .anyMatch(body -> body.code().equals(actor.body()) && (action.owner().equals(body.name()) || action.owner().equals(body.shortName()))));
            boolean late = may(Permission.RUN_MEETING) && TimeLimit.of(action.since(), action.due(), desk.today(), desk.pack()).level() != TimeLimit.Level.IN_TIME;
            if (action.status() != MeetingService.Status.DONE && (mine || late)) {
                items.add(new Item(Kind.FOLLOW_UP, action.action(), action.what(), String.join(" ", action.meetingNo(), action.project()).strip(), null, action.due(),
                        action.status() == MeetingService.Status.OVERDUE, Message.of("todo.hint.FOLLOW_UP", action.owner(), action.due())));
            }
        }
    }

    /** Of the last check of this year and the next, whose budget is prepared now. */
    private void budget(Tx tx, List<Item> items) {
        if (!may(Permission.CONFIRM_LINK) && !may(Permission.SIGN_WAIVER)) {
            return;
        }
        for (int year = desk.today().getYear(); year <= desk.today().getYear() + 1; year++) {
            tx.checks().last(year).ifPresent(run -> {
                FindingStandings standings = Standings.of(tx, run, desk);
                life(run, standings, items);
                if (!may(Permission.CONFIRM_LINK)) {
                    return;
                }
                count(Kind.FINDINGS, run, standings.states().stream().filter(FindingState::blocks).count(), items);
                count(Kind.SUSPECT_LINKS, run, run.lines().stream().filter(line -> line.verdict() == LineVerdict.SUSPECT).count(), items);
            });
        }
    }

    /** Waivers that wait for the actor's body, and findings with a day, the earliest first. */
    private void life(CheckRun run, FindingStandings standings, List<Item> items) {
        Actor actor = desk.actor();
        List<FindingState> unsigned = standings.states().stream().filter(state -> state.stage() == FindingState.Stage.WAIVER_REQUESTED)
                .filter(state -> actor.oneself() || may(Permission.SIGN_WAIVER) && state.waiver().missing().contains(actor.body())).toList();
        count(Kind.SIGN_WAIVER, run, unsigned.size(), items);
        if (!may(Permission.HANDLE_FINDING)) {
            return;
        }
        List<FindingState> due = standings.states().stream().filter(state -> state.due() != null && state.stage().open()).toList();
        due.stream().map(FindingState::due).min(Comparator.naturalOrder()).ifPresent(day -> items.add(new Item(Kind.FINDING_DUE, run.id(), String.valueOf(run.year()),
                String.valueOf(due.size()), null, day, desk.today().isAfter(day), Message.of("todo.hint.FINDING_DUE", run.year(), due.size(),
                due.stream().filter(FindingState::overdue).count()))));
    }

    private static void count(Kind kind, CheckRun run, long number, List<Item> items) {
        if (number > 0) {
            items.add(new Item(kind, run.id(), String.valueOf(run.year()), String.valueOf(number), null, null, false,
                    Message.of("todo.hint." + kind.name(), run.year(), number)));
        }
    }

    /** Scored projects of which no appraisal of the year is settled. */
    private void performance(Tx tx, List<Item> items) {
        if (!may(Permission.SETTLE_GRADE)) {
            return;
        }
        List<Appraisal> all = tx.appraisals().all();
        var settled = new HashSet<String>();
        all.stream().filter(Appraisal::settled).forEach(appraisal -> settled.add(appraisal.project() + "|" + appraisal.year()));
        all.stream().filter(appraisal -> appraisal.project() != null && settled.add(appraisal.project() + "|" + appraisal.year()))
                .forEach(appraisal -> items.add(new Item(Kind.SETTLE, appraisal.id(), appraisal.projectName(), appraisal.unit(), null, null, false,
                        Message.of("todo.hint.SETTLE", appraisal.year()))));
    }

    private Item item(Kind kind, Proposal proposal, ReviewState state) {
        ProposalForm form = state.round() == 0 ? proposal.draft() : proposal.form();
        LocalDate due = state.dueDate();
        return new Item(kind, proposal.id(), form.name(), detail(proposal), ReviewFacts.applied(form), due, due != null && desk.today().isAfter(due),
                Message.of("todo.hint." + kind.name()));
    }

    private static String detail(Proposal proposal) {
        return proposal.reviewNo() == null ? proposal.draft().unit() : proposal.reviewNo() + " " + proposal.form().unit();
    }

    private boolean ownUnit(Proposal proposal) {
        Actor actor = desk.actor();
        return actor.oneself() || actor.name().equals(proposal.createdBy()) || proposal.draft().unit().equals(actor.unit());
    }

    private boolean may(Permission permission) {
        return desk.actor().may(permission);
    }
}
