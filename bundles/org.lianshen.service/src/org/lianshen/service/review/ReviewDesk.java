package org.lianshen.service.review;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.PermissionDenied;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.expert.Panel;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.pack.CheckItem;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.UnitRecord;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.Batch;
import org.lianshen.model.review.CheckAnswer;
import org.lianshen.model.review.Condition;
import org.lianshen.model.review.DecisionKind;
import org.lianshen.model.review.LineApproval;
import org.lianshen.model.review.Overall;
import org.lianshen.model.review.ProposedCuts;
import org.lianshen.model.review.ReviewActs;
import org.lianshen.model.review.ReviewState;
import org.lianshen.model.review.Route;
import org.lianshen.model.review.State;
import org.lianshen.service.Changes.Kind;
import org.lianshen.service.ReviewService;
import org.lianshen.service.exchange.DeskOfBody;
import org.lianshen.service.review.ActRegister.Signature;
import org.lianshen.service.session.Desk;
import org.lianshen.service.session.States;
import org.lianshen.service.store.Tx;
import org.lianshen.service.table.BoardTable;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.table.TableWriter;
import org.lianshen.service.text.Texts;

/** Desk 2, from receipt to the opinions and the verification of conditions. */
public final class ReviewDesk implements ReviewService {

    private static final Set<State> WAITING =
            EnumSet.of(State.SUBMITTED, State.RETURNED, State.PRE_REJECTED, State.COUNTERSIGN, State.EXPERT_REVIEW, State.READY_FOR_MEETING, State.READY_TO_CONCLUDE,
                    State.DEFERRED, State.CONDITIONAL);

    private final Desk desk;
    private final States states;
    private final ActRegister register;
    private final TableWriter tables;
    private final Texts texts;

    /** @param texts language of exports */
    public ReviewDesk(Desk desk, TableWriter tables, Texts texts) {
        this.desk = desk;
        this.tables = tables;
        this.texts = texts;
        states = new States(desk);
        register = new ActRegister(desk);
    }

    @Override
    public List<Queued> queue() {
        return desk.read(tx -> {
            var acts = tx.acts().all();
            return tx.proposals().all().stream().filter(Proposal::submitted)
                    .map(proposal -> queued(proposal, states.on(proposal, acts.getOrDefault(proposal.id(), List.of()), desk.today())))
                    .filter(queued -> WAITING.contains(queued.state().state()))
                    .sorted(Comparator.comparing((Queued queued) -> queued.state().dueDate(), Comparator.nullsLast(Comparator.naturalOrder()))
                            .thenComparing(Queued::reviewNo))
                    .toList();
        });
    }

    private static Queued queued(Proposal proposal, ReviewState state) {
        ProposalForm form = proposal.form();
        return new Queued(proposal.id(), proposal.reviewNo(), form.name(), form.unit(), state.applied(), state);
    }

    @Override
    public Review get(UUID id) {
        return desk.read(tx -> review(tx, states.proposal(tx, id)));
    }

    private Review review(Tx tx, Proposal proposal) {
        RulePack pack = desk.pack();
        Map<String, List<CheckItem>> items = new LinkedHashMap<>();
        pack.bodies().forEach(body -> items.put(body.code(), pack.checkItems(body.code())));
        return new Review(proposal, tx.acts().of(proposal.id()), states.today(tx, proposal), items);
    }

    @Override
    public Review accept(UUID id, Batch batch) {
        return byLead(id, (tx, proposal) -> new ActDetail.Acceptance(after(Route.of(proposal.form(), batch, desk.pack()).days()), batch));
    }

    /** The day that is so many working days from today. */
    private LocalDate after(int days) {
        return desk.pack().calendar().plusWorkdays(desk.today(), days);
    }

    /** An act of the lead body. */
    private Review byLead(UUID id, BiFunction<Tx, Proposal, ActDetail> detail) {
        requireLead(Permission.RECEIVE);
        return act(Permission.RECEIVE, id, (tx, proposal) -> register.enter(tx, proposal, lead(), detail.apply(tx, proposal)));
    }

    @Override
    public Review suggestRejection(UUID id, String reason) {
        return byLead(id, (tx, proposal) -> new ActDetail.PreRejection(reason));
    }

    @Override
    public Review ask(UUID id, String code, LocalDate due, String reason) {
        return byLead(id, (tx, proposal) -> {
            LocalDate last = due == null ? after(route(tx, proposal).days()) : due;
            return new ActDetail.Addition(code, unitName(code), last, reason);
        });
    }

    private Route route(Tx tx, Proposal proposal) {
        Route chosen = states.today(tx, proposal).steps().route();
        return chosen == null ? Route.of(proposal.form(), Batch.ANNUAL, desk.pack()) : chosen;
    }

    /** Empty where the pack knows no such body or unit: the act is refused then. */
    private String unitName(String code) {
        return Stream.concat(desk.pack().bodies().stream().filter(body -> body.code().equals(code)).map(ReviewBody::name),
                desk.pack().units().stream().filter(unit -> unit.code().equals(code)).map(UnitRecord::name)).findFirst().orElse("");
    }

    @Override
    public Review transfer(UUID id, String body, String toBody, String toPerson, String reason) {
        return act(Permission.SIGN_OPINION, id, (tx, proposal) -> {
            if (DeskOfBody.of(tx).isPresent()) {
                throw UserProblem.of("exchange.noTransfer");
            }
            var transfer = new ActDetail.Transfer(toBody, toPerson, reason);
            Signature signature = requireMayOpine(tx, proposal, Signature.of(desk.actor(), body), transfer);
            if (toPerson != null && people(tx).stream().noneMatch(person -> person.account().equals(toPerson) && toBody.equals(person.body()))) {
                throw UserProblem.of("review.noPerson", toPerson, name(toBody));
            }
            boolean stays = states.today(tx, proposal).bodies().stream().anyMatch(status -> status.body().equals(body) && status.holder().equals(toBody));
            ReviewState state = register.enter(tx, proposal, signature, transfer);
            if (!stays) {
                tx.acts().saveDraft(proposal.id(), body, null);
            }
            return state;
        });
    }

    private Message name(String body) {
        return desk.pack().bodies().stream().filter(each -> each.code().equals(body)).findFirst().map(each -> Message.of("review.bodyName", each.shortName(), each.nameEn()))
                .orElseGet(() -> Message.of("review.bodyName", body, body));
    }

    @Override
    public Review remind(UUID id, String to, String words) {
        Permission permission = desk.actor().may(Permission.RECEIVE) ? Permission.RECEIVE : Permission.RUN_MEETING;
        requireLead(permission);
        return act(permission, id, (tx, proposal) -> register.enter(tx, proposal, lead(), reminder(to, words)));
    }

    @Override
    public void remind(List<Owing> owing, String words) {
        Permission permission = desk.actor().may(Permission.RECEIVE) ? Permission.RECEIVE : Permission.RUN_MEETING;
        requireLead(permission);
        if (!owing.isEmpty()) {
            desk.write(permission, Kind.REVIEW, null, tx -> {
                owing.forEach(each -> register.enter(tx, states.proposal(tx, each.proposal()), lead(), reminder(each.who(), words)));
                return null;
            });
        }
    }

    private static ActDetail.Reminder reminder(String to, String words) {
        return new ActDetail.Reminder(to, words == null ? "" : words.strip());
    }

    @Override
    public Review enterExperts(UUID id, Overall conclusion, BigDecimal score, String summary) {
        return byLead(id, (tx, proposal) -> {
            ReviewState state = states.today(tx, proposal);
            if (Panel.of(tx.experts().acts(id), state.round()).begun()) {
                throw UserProblem.of("expert.refuse.panelSigns");
            }
            LocalDate opinionsDue = state.steps().expertsAwaitedFirst() ? after(state.steps().route().days()) : null;
            return new ActDetail.ExpertReview(state.round(), score, conclusion, summary, opinionsDue);
        });
    }

    @Override
    public Review summarise(UUID id, String words) {
        return byLead(id, (tx, proposal) -> new ActDetail.Summary(words == null ? "" : words.strip()));
    }

    @Override
    public Review conclude(UUID id, DecisionKind kind, Money approved, List<LineApproval> lines, List<Condition> conditions, String remark) {
        requireLead(Permission.DECIDE);
        return act(Permission.DECIDE, id, (tx, proposal) -> {
            conditions.stream().filter(condition -> condition.due() != null && condition.due().isBefore(desk.today())).findFirst().ifPresent(condition -> {
                throw UserProblem.of("review.conditionDue", condition.no(), condition.due());
            });
            ReviewState state = states.today(tx, proposal);
            boolean approves = kind == DecisionKind.APPROVED || kind == DecisionKind.CONDITIONAL;
            LocalDate validUntil = approves ? desk.today().plusMonths(desk.pack().intParam("approval.validMonths")) : null;
            Money amount = approved == null ? Money.ZERO : approved;
            return register.enter(tx, proposal, lead(), new ActDetail.Decision(null, state.round(), kind, state.applied(), amount,
                    lines.isEmpty() ? ProposedCuts.lines(state, proposal.form(), approved) : lines, conditions, validUntil, null, null, remark == null ? "" : remark, desk.pack().id()));
        });
    }

    @Override
    public List<Held> held() {
        return desk.read(tx -> new Board(desk, tx).held());
    }

    @Override
    public void exportHeld(TableSpec<Held> columns, List<Held> rows, Path target) {
        tables.write(target, List.of(new BoardTable(texts, desk.clock().getZone()).sheet(columns, rows, desk.today())), texts.locale());
    }

    @Override
    public News news(UUID id) {
        return desk.read(tx -> new Looks(desk, tx).news(states.proposal(tx, id)));
    }

    @Override
    public void seen(UUID id, int acts, int version) {
        if (desk.read(tx -> new Looks(desk, tx).unseen(states.proposal(tx, id), acts, version))) {
            desk.store().write(desk.actor().name(), "", tx -> {
                Proposal proposal = states.proposal(tx, id);
                new Looks(desk, tx).mark(proposal, acts, version);
                tx.audit().append(AuditEntry.of("review.look", "proposal " + proposal.reviewNo()));
                return null;
            });
        }
    }

    @Override
    public Path fetchScan(UUID id, String scan, Path target) {
        boolean known = desk.read(tx -> tx.acts().of(states.proposal(tx, id).id()).stream().anyMatch(act -> scan.equals(act.scan())));
        if (!known) {
            throw UserProblem.of("review.noSuchScan");
        }
        return ScanFile.fetch(desk.store().files(), scan, target);
    }

    @Override
    public List<Person> people() {
        return desk.read(this::people);
    }

    private List<Person> people(Tx tx) {
        return tx.accounts().all().stream().filter(account -> account.active() && account.body() != null)
                .map(account -> new Person(account.body(), account.name(), account.display())).toList();
    }

    @Override
    public Review sendBack(UUID id, ActDetail.Return items) {
        return byLead(id, (tx, proposal) -> items);
    }

    @Override
    public ActDetail.Opinion draft(UUID id, String body) {
        return desk.read(tx -> {
            ReviewState state = states.today(tx, states.proposal(tx, id));
            requireOwnBody(state, body);
            return tx.acts().draft(id, body).filter(kept -> kept.versionNo() == state.round()).or(() -> state.opinion(body)).orElseGet(() -> blank(body, state.round()));
        });
    }

    private ActDetail.Opinion blank(String body, int round) {
        List<CheckAnswer> open = desk.pack().checkItems(body).stream().map(item -> new CheckAnswer(item.code(), null, "", "", "")).toList();
        return new ActDetail.Opinion(round, open, null, List.of(), "", "");
    }

    @Override
    public void saveDraft(UUID id, String body, ActDetail.Opinion opinion) {
        desk.write(Permission.DRAFT_OPINION, Kind.REVIEW, id, tx -> {
            Proposal proposal = states.proposal(tx, id);
            requireOwnBody(states.today(tx, proposal), body);
            requireNoAuthor(proposal);
            tx.acts().saveDraft(id, body, opinion);
            tx.audit().append(new AuditEntry("review.draft", "proposal " + proposal.reviewNo(), null, null, body));
            return null;
        });
    }

    @Override
    public Review sign(UUID id, String body, ActDetail.Opinion opinion) {
        return opinion(Permission.SIGN_OPINION, id, Signature.of(desk.actor(), body), opinion);
    }

    @Override
    public Review record(UUID id, String body, ActDetail.Opinion opinion, String signedBy, Path scan) {
        desk.require(Permission.RECORD_PAPER_OPINION);
        if (signedBy == null || signedBy.isBlank()) {
            throw UserProblem.of("review.noSigner");
        }
        if (scan == null && !desk.actor().oneself()) {
            throw UserProblem.of("review.noScan", signedBy);
        }
        String digest = scan == null ? null : desk.store().files().keep(scan);
        return opinion(Permission.RECORD_PAPER_OPINION, id, new Signature(body, signedBy, true, digest), opinion);
    }

    private Review opinion(Permission permission, UUID id, Signature signature, ActDetail.Opinion opinion) {
        return act(permission, id, (tx, proposal) -> {
            ReviewState state = register.enter(tx, proposal, requireMayOpine(tx, proposal, signature, opinion), opinion);
            tx.acts().saveDraft(proposal.id(), signature.body(), null);
            return state;
        });
    }

    @Override
    public Review withdrawOpinion(UUID id, String body, String reason) {
        return act(Permission.SIGN_OPINION, id, (tx, proposal) -> {
            var withdrawal = new ActDetail.OpinionWithdrawal(reason);
            return register.enter(tx, proposal, requireMayOpine(tx, proposal, Signature.of(desk.actor(), body), withdrawal), withdrawal);
        });
    }

    @Override
    public Review verify(UUID id, int conditionNo, boolean fulfilled, String evidence) {
        return byLead(id, (tx, proposal) -> new ActDetail.Verification(conditionNo, fulfilled, evidence));
    }

    private Review act(Permission permission, UUID id, BiFunction<Tx, Proposal, ReviewState> work) {
        return desk.write(permission, Kind.REVIEW, id, tx -> {
            Proposal proposal = states.proposal(tx, id);
            work.apply(tx, proposal);
            return review(tx, proposal);
        });
    }

    private Signature lead() {
        return Signature.of(desk.actor(), desk.pack().leadBody().code());
    }

    /**
     * In a store that is one person's nobody else can sign: the act is entered as recorded on behalf of the body. Whoever has the body's task, as one of a unit
     * that was asked besides or because it was passed on, signs in person.
     *
     * @return the signature as it is entered
     */
    private Signature requireMayOpine(Tx tx, Proposal proposal, Signature signature, ActDetail detail) {
        boolean onBehalf = signature.onBehalf() && (desk.actor().oneself() || desk.actor().may(Permission.RECORD_PAPER_OPINION) && signature.scan() != null);
        var entered = new Signature(signature.body(), signature.signedBy(), onBehalf, signature.scan());
        var act = register.next(tx, proposal, entered, detail);
        ReviewActs.refusalFor(desk.actor(), states.facts(tx, proposal), act, List.of(proposal.createdBy(), proposal.editedBy())).ifPresent(message -> {
            throw new PermissionDenied(message);
        });
        return entered;
    }

    private void requireLead(Permission permission) {
        desk.require(permission);
        ReviewBody lead = desk.pack().leadBody();
        if (!desk.actor().oneself() && !lead.code().equals(desk.actor().body())) {
            throw new PermissionDenied(Message.of("review.notLead", desk.actor().display(), Message.of("review.bodyName", lead.shortName(), lead.nameEn())));
        }
    }

    /** Drafts are of those who have the body's task: nobody else sees or changes them. */
    private void requireOwnBody(ReviewState state, String body) {
        boolean holds = state.bodies().stream().filter(status -> status.body().equals(body)).findFirst().map(status -> ReviewActs.holds(desk.actor(), status.seat()))
                .orElseGet(() -> body.equals(desk.actor().body()));
        if (!desk.actor().oneself() && !holds) {
            throw new PermissionDenied(Message.of("review.draftPrivate", desk.actor().display()));
        }
    }

    private void requireNoAuthor(Proposal proposal) {
        if (!desk.actor().oneself() && List.of(proposal.createdBy(), proposal.editedBy()).contains(desk.actor().name())) {
            throw new PermissionDenied(Message.of("review.refuse.author", desk.actor().display()));
        }
    }
}
