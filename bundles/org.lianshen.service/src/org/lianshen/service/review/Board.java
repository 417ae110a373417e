package org.lianshen.service.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lianshen.model.Message;
import org.lianshen.model.identity.Account;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.BodyStatus;
import org.lianshen.model.review.Look;
import org.lianshen.model.review.OpenItem;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.model.review.ReviewState;
import org.lianshen.model.review.TimeLimit;
import org.lianshen.service.MeetingService;
import org.lianshen.service.MeetingService.FollowUp;
import org.lianshen.service.ReviewService.Held;
import org.lianshen.service.ReviewService.Reminded;
import org.lianshen.service.ReviewService.Sight;
import org.lianshen.service.meeting.FollowUps;
import org.lianshen.service.session.Desk;
import org.lianshen.service.session.States;
import org.lianshen.service.store.Tx;

/** 逾期看板: every task with a limit, who holds it, what is left of the limit, and who was reminded and saw it. */
final class Board {

    private static final String UNIT = "unit";

    private final Desk desk;
    private final States states;
    private final Map<UUID, List<ReviewAct>> acts;
    private final Map<UUID, List<Look>> looks;
    private final Map<String, Account> accounts;
    private final List<Proposal> proposals;
    private final Tx tx;

    Board(Desk desk, Tx tx) {
        this.desk = desk;
        this.tx = tx;
        states = new States(desk);
        acts = tx.acts().all();
        looks = tx.looks().all();
        accounts = tx.accounts().all().stream().collect(Collectors.toMap(Account::name, Function.identity()));
        proposals = tx.proposals().all();
    }

    /** What is over longest first. */
    List<Held> held() {
        var held = new ArrayList<Held>();
        LocalDate today = desk.today();
        for (Proposal proposal : proposals) {
            if (proposal.submitted()) {
                ReviewState state = states.on(proposal, acts.getOrDefault(proposal.id(), List.of()), today);
                state.open().stream().filter(item -> item.due() != null).forEach(item -> held.add(held(proposal, state, item, today)));
            }
        }
        new FollowUps(desk, tx).actions(proposals).stream().filter(action -> action.status() != MeetingService.Status.DONE).forEach(action -> held.add(held(action, today)));
        held.sort(Comparator.comparing((Held each) -> each.limit().left()).thenComparing(each -> each.limit().due()).thenComparing(Held::reviewNo).thenComparing(Held::who));
        return List.copyOf(held);
    }

    private Held held(FollowUp action, LocalDate today) {
        String holder = String.join(" ", action.owner(), action.person()).strip();
        return new Held(action.proposal(), action.meetingNo(), action.project().isEmpty() ? action.what() : action.project(), action.owner(), null, "action",
                Message.of("review.bodyName", holder, holder), Message.of("review.open.action", action.what()), TimeLimit.of(action.since(), action.due(), today, desk.pack()), List.of(),
                action.meeting());
    }

    private Held held(Proposal proposal, ReviewState state, OpenItem item, LocalDate today) {
        Optional<BodyStatus> body = state.bodies().stream().filter(status -> status.body().equals(item.who())).findFirst();
        return new Held(proposal.id(), proposal.reviewNo(), proposal.form().name(), proposal.form().unit(), state.state(), item.who(), holder(proposal, item, body), item.what(),
                TimeLimit.of(item.since(), item.due(), today, desk.pack()), reminded(proposal, state, item, body));
    }

    private Message holder(Proposal proposal, OpenItem item, Optional<BodyStatus> body) {
        if (body.isPresent()) {
            BodyStatus status = body.get();
            Message own = name(status.office(desk.pack()));
            if (status.seat() == null || !status.seat().transferred()) {
                return own;
            }
            String person = status.seat().person() == null ? "" : display(status.seat().person());
            Message holder = desk.pack().bodies().stream().filter(each -> each.code().equals(status.holder())).findFirst().map(Board::name).orElse(own);
            return Message.of("review.heldBy", own, holder, person);
        }
        return switch (item.who()) {
            case UNIT -> Message.of("review.bodyName", proposal.form().unit(), proposal.form().unit());
            case "lead" -> name(desk.pack().leadBody());
            default -> Message.of("review.who." + item.who());
        };
    }

    private static Message name(ReviewBody body) {
        return Message.of("review.bodyName", body.shortName(), body.nameEn().isEmpty() ? body.shortName() : body.nameEn());
    }

    private String display(String account) {
        Account known = accounts.get(account);
        return known == null ? account : known.display();
    }

    private List<Reminded> reminded(Proposal proposal, ReviewState state, OpenItem item, Optional<BodyStatus> body) {
        return state.steps().reminders().stream().filter(act -> ((ActDetail.Reminder) act.detail()).to().equals(item.who()))
                .map(act -> new Reminded(act.at(), act.signedBy(), ((ActDetail.Reminder) act.detail()).words(), seen(proposal, act, body))).toList();
    }

    /** Each person's first look at the review after the reminder; of the body that was reminded, or of the unit. */
    private List<Sight> seen(Proposal proposal, ReviewAct reminder, Optional<BodyStatus> body) {
        var first = new java.util.LinkedHashMap<String, Sight>();
        looks.getOrDefault(proposal.id(), List.of()).stream().filter(look -> look.seq() >= reminder.seq() && concerns(look.account(), proposal, body))
                .forEach(look -> first.putIfAbsent(look.account(), new Sight(display(look.account()), look.at())));
        return List.copyOf(first.values());
    }

    private boolean concerns(String name, Proposal proposal, Optional<BodyStatus> body) {
        Account account = accounts.get(name);
        if (account == null) {
            return true;
        }
        if (body.isEmpty()) {
            return proposal.form().unit().equals(account.unit()) || name.equals(proposal.createdBy());
        }
        BodyStatus status = body.get();
        boolean asked = status.seat() != null && status.seat().added() && status.seat().body().name().equals(account.unit());
        return asked || status.holder().equals(account.body()) || status.body().equals(account.body());
    }
}
