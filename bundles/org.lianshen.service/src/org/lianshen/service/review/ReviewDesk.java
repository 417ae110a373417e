package org.lianshen.service.review;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.lianshen.model.Message;
import org.lianshen.model.PermissionDenied;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.pack.CheckItem;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.CheckAnswer;
import org.lianshen.model.review.ReviewActs;
import org.lianshen.model.review.ReviewState;
import org.lianshen.model.review.State;
import org.lianshen.service.Changes.Kind;
import org.lianshen.service.ReviewService;
import org.lianshen.service.review.ActRegister.Signature;
import org.lianshen.service.session.Desk;
import org.lianshen.service.session.States;
import org.lianshen.service.store.Tx;

/** Desk 2, from receipt to the opinions and the verification of conditions. */
public final class ReviewDesk implements ReviewService {

    private static final Set<State> WAITING =
            Set.of(State.SUBMITTED, State.RETURNED, State.COUNTERSIGN, State.READY_FOR_MEETING, State.DEFERRED, State.CONDITIONAL);

    private final Desk desk;
    private final States states;
    private final ActRegister register;

    public ReviewDesk(Desk desk) {
        this.desk = desk;
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
    public Review accept(UUID id) {
        requireLead(Permission.RECEIVE);
        return act(Permission.RECEIVE, id, (tx, proposal) -> {
            RulePack pack = desk.pack();
            LocalDate due = pack.calendar().plusWorkdays(desk.today(), pack.intParam("days.countersign"));
            return register.enter(tx, proposal, lead(), new ActDetail.Acceptance(due));
        });
    }

    @Override
    public Review sendBack(UUID id, ActDetail.Return items) {
        requireLead(Permission.RECEIVE);
        return act(Permission.RECEIVE, id, (tx, proposal) -> register.enter(tx, proposal, lead(), items));
    }

    @Override
    public ActDetail.Opinion draft(UUID id, String body) {
        requireOwnBody(body);
        return desk.read(tx -> {
            ReviewState state = states.today(tx, states.proposal(tx, id));
            return tx.acts().draft(id, body).filter(kept -> kept.versionNo() == state.round()).or(() -> state.opinion(body)).orElseGet(() -> blank(body, state.round()));
        });
    }

    private ActDetail.Opinion blank(String body, int round) {
        List<CheckAnswer> open = desk.pack().checkItems(body).stream().map(item -> new CheckAnswer(item.code(), null, "", "", "")).toList();
        return new ActDetail.Opinion(round, open, null, List.of(), "", "");
    }

    @Override
    public void saveDraft(UUID id, String body, ActDetail.Opinion opinion) {
        requireOwnBody(body);
        desk.write(Permission.DRAFT_OPINION, Kind.REVIEW, id, tx -> {
            Proposal proposal = states.proposal(tx, id);
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
            requireMayOpine(tx, proposal, signature, opinion);
            ReviewState state = register.enter(tx, proposal, signature, opinion);
            tx.acts().saveDraft(proposal.id(), signature.body(), null);
            return state;
        });
    }

    @Override
    public Review withdrawOpinion(UUID id, String body, String reason) {
        return act(Permission.SIGN_OPINION, id, (tx, proposal) -> {
            Signature signature = Signature.of(desk.actor(), body);
            var withdrawal = new ActDetail.OpinionWithdrawal(reason);
            requireMayOpine(tx, proposal, signature, withdrawal);
            return register.enter(tx, proposal, signature, withdrawal);
        });
    }

    @Override
    public Review verify(UUID id, int conditionNo, boolean fulfilled, String evidence) {
        requireLead(Permission.RECEIVE);
        return act(Permission.RECEIVE, id,
                (tx, proposal) -> register.enter(tx, proposal, lead(), new ActDetail.Verification(conditionNo, fulfilled, evidence)));
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

    /** In a store that is one person's nobody else can sign: the act is entered as recorded on behalf of the body. */
    private void requireMayOpine(Tx tx, Proposal proposal, Signature signature, ActDetail detail) {
        boolean onBehalf = signature.onBehalf() && (desk.actor().oneself() || desk.actor().may(Permission.RECORD_PAPER_OPINION) && signature.scan() != null);
        var act = register.next(tx, proposal, new Signature(signature.body(), signature.signedBy(), onBehalf, signature.scan()), detail);
        ReviewActs.refusalFor(desk.actor(), states.facts(tx, proposal), act, List.of(proposal.createdBy(), proposal.editedBy())).ifPresent(message -> {
            throw new PermissionDenied(message);
        });
    }

    private void requireLead(Permission permission) {
        desk.require(permission);
        ReviewBody lead = desk.pack().leadBody();
        if (!desk.actor().oneself() && !lead.code().equals(desk.actor().body())) {
            throw new PermissionDenied(Message.of("review.notLead", desk.actor().display(), Message.of("review.bodyName", lead.shortName(), lead.nameEn())));
        }
    }

    /** Drafts are the body's own: nobody else sees or changes them. */
    private void requireOwnBody(String body) {
        if (!desk.actor().oneself() && !body.equals(desk.actor().body())) {
            throw new PermissionDenied(Message.of("review.draftPrivate", desk.actor().display()));
        }
    }

    private void requireNoAuthor(Proposal proposal) {
        if (!desk.actor().oneself() && List.of(proposal.createdBy(), proposal.editedBy()).contains(desk.actor().name())) {
            throw new PermissionDenied(Message.of("review.refuse.author", desk.actor().display()));
        }
    }
}
