package org.lianshen.service.proposal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.PermissionDenied;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.proposal.Attachment;
import org.lianshen.model.proposal.Explanation;
import org.lianshen.model.proposal.FormCheck;
import org.lianshen.model.proposal.FormDigest;
import org.lianshen.model.proposal.FormFinding;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.proposal.ProposalVersion;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.ReviewFacts;
import org.lianshen.model.review.ReviewState;
import org.lianshen.model.review.State;
import org.lianshen.service.Changes.Kind;
import org.lianshen.service.Progress;
import org.lianshen.service.ProposalService;
import org.lianshen.service.intake.ProposalFiles;
import org.lianshen.service.price.PriceBook;
import org.lianshen.service.review.ActRegister.Signature;
import org.lianshen.service.review.ActRegister;
import org.lianshen.service.session.Desk;
import org.lianshen.service.session.States;
import org.lianshen.service.store.Tx;

/** Desk 1. */
public final class ProposalDesk implements ProposalService {

    private final Desk desk;
    private final ProposalFiles files;
    private final States states;
    private final PriceBook prices;
    private final Submission submission;
    private final ActRegister register;

    public ProposalDesk(Desk desk, ProposalFiles files) {
        this.desk = desk;
        this.files = files;
        states = new States(desk);
        prices = new PriceBook(desk.clock().getZone());
        submission = new Submission(desk, prices);
        register = new ActRegister(desk);
    }

    @Override
    public List<Summary> list() {
        return desk.read(tx -> {
            var acts = tx.acts().all();
            return tx.proposals().all().stream().map(proposal -> summary(proposal, states.on(proposal, acts.getOrDefault(proposal.id(), List.of()), desk.today())))
                    .sorted(Comparator.comparing(Summary::editedAt).reversed()).toList();
        });
    }

    private static Summary summary(Proposal proposal, ReviewState state) {
        ProposalForm form = state.state() == State.RETURNED ? proposal.draft() : proposal.form();
        Money applied = ReviewFacts.applied(form);
        return new Summary(proposal.id(), proposal.reviewNo(), form.name(), form.unit(), form.text(ProposalField.PROJECT_CLASS), applied, state, proposal.editedAt());
    }

    @Override
    public Proposal get(UUID id) {
        return desk.read(tx -> states.proposal(tx, id));
    }

    @Override
    public Proposal byReviewNo(String reviewNo) {
        return desk.read(tx -> tx.proposals().byReviewNo(reviewNo)).orElseThrow(() -> UserProblem.of("review.noReviewNo", reviewNo));
    }

    @Override
    public Proposal create(ProposalForm form) {
        requireKeepable(form);
        requireOwn(form.unit());
        UUID id = desk.ids().next();
        return desk.write(Permission.EDIT_PROPOSAL, Kind.PROPOSAL, id, tx -> {
            var now = desk.clock().instant();
            var proposal = tx.proposals().save(new Proposal(id, null, form, List.of(), desk.actor().name(), now, desk.actor().name(), List.of(), 0));
            tx.audit().append(new AuditEntry("proposal.create", object(proposal), null, State.DRAFT.name(), form.name()));
            return proposal;
        });
    }

    @Override
    public Proposal save(Proposal changed) {
        requireKeepable(changed.draft());
        return desk.write(Permission.EDIT_PROPOSAL, Kind.PROPOSAL, changed.id(), tx -> {
            Proposal stored = editable(tx, changed.id());
            var kept = tx.proposals().save(new Proposal(stored.id(), stored.reviewNo(), changed.draft(), changed.explanations(), stored.createdBy(),
                    desk.clock().instant(), desk.actor().name(), stored.versions(), changed.rowVersion()));
            tx.audit().append(AuditEntry.of("proposal.save", object(kept)));
            return kept;
        });
    }

    /** The next number that no reviewed project of an imported ledger carries already. */
    private static String freeNumber(Tx tx, RulePack pack, int year) {
        Set<String> taken = tx.ledger().imported().stream().map(LedgerProject::reviewNo).collect(Collectors.toSet());
        String number;
        do {
            number = Submission.reviewNo(pack, year, tx.proposals().nextNumber(Submission.division(pack), year));
        } while (taken.contains(number));
        return number;
    }

    @Override
    public void delete(UUID id) {
        desk.write(Permission.EDIT_PROPOSAL, Kind.PROPOSAL, id, tx -> {
            Proposal stored = editable(tx, id);
            if (stored.submitted()) {
                throw UserProblem.of("form.deleteSubmitted", stored.reviewNo());
            }
            List<String> merged = mergedInto(tx, id);
            if (!merged.isEmpty()) {
                throw UserProblem.of("form.deleteMerged", stored.draft().name(), merged);
            }
            tx.proposals().delete(id);
            tx.audit().append(new AuditEntry("proposal.delete", object(stored), State.DRAFT.name(), null, stored.draft().name()));
            return null;
        });
    }

    @Override
    public List<FormFinding> check(ProposalForm form) {
        return desk.read(tx -> FormCheck.check(form, desk.pack(), desk.today(), prices.of(tx)));
    }

    @Override
    public Proposal submit(UUID id, List<Explanation> explanations, Map<Integer, String> answers) {
        return desk.write(Permission.SUBMIT_PROPOSAL, Kind.PROPOSAL, id, tx -> {
            Proposal stored = editable(tx, id);
            requireKeepable(stored.draft());
            submission.requireSound(tx, stored.draft(), explanations);
            RulePack pack = desk.pack();
            int no = stored.versions().size() + 1;
            var version = new ProposalVersion(no, stored.draft(), FormDigest.of(stored.draft()), desk.clock().instant(), desk.actor().name(), explanations, pack.id());
            var versions = new ArrayList<>(stored.versions());
            versions.add(version);
            int year = desk.today().getYear();
            String reviewNo = stored.reviewNo() == null ? freeNumber(tx, pack, year) : stored.reviewNo();
            Proposal kept = tx.proposals().save(new Proposal(id, reviewNo, stored.draft(), explanations, stored.createdBy(), stored.editedAt(), stored.editedBy(),
                    versions, stored.rowVersion()));
            if (no > 1) {
                register.enter(tx, kept, Signature.of(desk.actor(), null), new ActDetail.Resubmission(no, answers));
            } else {
                tx.audit().append(new AuditEntry("proposal.submit", object(kept), State.DRAFT.name(), State.SUBMITTED.name(), version.digest()));
            }
            return kept;
        });
    }

    @Override
    public Attachment attach(String kind, Path file) {
        desk.require(Permission.EDIT_PROPOSAL);
        try {
            if (!Files.isRegularFile(file)) {
                throw UserProblem.of("form.noFile", file.getFileName().toString());
            }
            return new Attachment(kind, file.getFileName().toString(), desk.store().files().keep(file), Files.size(file));
        } catch (IOException e) {
            throw UserProblem.because(e, "form.noFile", file.getFileName().toString());
        }
    }

    @Override
    public void fetch(Attachment attachment, Path target) {
        desk.store().files().fetch(attachment.sha256(), target);
    }

    @Override
    public List<Difference> compare(ProposalForm older, ProposalForm newer) {
        return FormDifferences.between(older, newer);
    }

    @Override
    public ProposalForm read(Path file, Progress progress) {
        ProposalForm form = files.read(file, progress);
        progress.check();
        return form;
    }

    @Override
    public void write(ProposalForm form, Path target) {
        files.write(form, target);
    }

    @Override
    public void withdraw(UUID id, String reason) {
        desk.write(Permission.SUBMIT_PROPOSAL, Kind.PROPOSAL, id, tx -> {
            Proposal stored = states.proposal(tx, id);
            requireOwn(stored);
            return register.enter(tx, stored, Signature.of(desk.actor(), null), new ActDetail.Withdrawal(reason));
        });
    }

    /** Numbers of the projects that a meeting merged into this one: their scope and money would go with it. */
    private List<String> mergedInto(Tx tx, UUID id) {
        var acts = tx.acts().all();
        return tx.proposals().all().stream().filter(Proposal::submitted).filter(proposal -> {
            ActDetail.Decision decision = states.on(proposal, acts.getOrDefault(proposal.id(), List.of()), desk.today()).decision();
            return decision != null && id.equals(decision.mergedInto());
        }).map(Proposal::reviewNo).sorted().toList();
    }

    /** A draft, or a returned proposal, that the actor's unit owns (rule T1). */
    private Proposal editable(Tx tx, UUID id) {
        Proposal stored = states.proposal(tx, id);
        requireOwn(stored);
        State state = states.today(tx, stored).state();
        if (state != State.DRAFT && state != State.RETURNED) {
            throw UserProblem.of("form.underReview", stored.reviewNo(), Message.of("review.state." + state.name()));
        }
        return stored;
    }

    private void requireOwn(Proposal stored) {
        if (!stored.createdBy().equals(desk.actor().name())) {
            requireOwn(stored.draft().unit());
        }
    }

    /** People of a unit touch only its own forms; somebody without a unit, such as a help desk, and a one-person store any. */
    private void requireOwn(String unit) {
        String own = desk.actor().unit();
        if (own != null && !own.isBlank() && !unit.isEmpty() && !own.equals(unit)) {
            throw new PermissionDenied(Message.of("identity.notYourUnit", desk.actor().display(), own, unit));
        }
    }

    private static void requireKeepable(ProposalForm form) {
        FormCheck.refusalToKeep(form).ifPresent(message -> {
            throw new UserProblem(List.of(message));
        });
    }

    private static String object(Proposal proposal) {
        return "proposal " + (proposal.reviewNo() == null ? proposal.id() : proposal.reviewNo());
    }
}
