package org.lianshen.service.exchange;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.exchange.OpinionForm;
import org.lianshen.model.exchange.OpinionForm.FilledPage;
import org.lianshen.model.exchange.PackageFact;
import org.lianshen.model.exchange.PackageFact.Outcome;
import org.lianshen.model.exchange.PackageHeader;
import org.lianshen.model.exchange.ReturnedWork;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.BodyStatus;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.model.review.ReviewActs;
import org.lianshen.model.review.ReviewFacts;
import org.lianshen.model.review.ReviewState;
import org.lianshen.service.Changes.Kind;
import org.lianshen.service.ExchangeService.FormPage;
import org.lianshen.service.Progress;
import org.lianshen.service.intake.FileDigest;
import org.lianshen.service.intake.OpinionFiles;
import org.lianshen.service.review.ActRegister;
import org.lianshen.service.review.ActRegister.Signature;
import org.lianshen.service.session.Desk;
import org.lianshen.service.session.States;
import org.lianshen.service.store.Tx;

/** Opinions by workbook: what left is known by its code; what comes back is recorded on the body's behalf with the workbook as the proof, all pages or none. */
final class OpinionForms {

    private static final int USUAL_DAYS = 30;

    private final Desk desk;
    private final OpinionFiles files;
    private final SharedRules rules;
    private final States states;
    private final ActRegister register;

    OpinionForms(Desk desk, OpinionFiles files, SharedRules rules) {
        this.desk = desk;
        this.files = files;
        this.rules = rules;
        states = new States(desk);
        register = new ActRegister(desk);
    }

    PackageFact export(String body, List<UUID> proposals, LocalDate validUntil, Path target) {
        desk.require(Permission.EXCHANGE_PACKAGES);
        LocalDate until = validUntil == null ? desk.today().plusDays(USUAL_DAYS) : validUntil;
        if (until.isBefore(desk.today())) {
            throw UserProblem.of("exchange.validPast", until);
        }
        if (proposals.isEmpty()) {
            throw UserProblem.of("exchange.nothingChosen");
        }
        var header = new PackageHeader(desk.ids().next(), PackageHeader.Kind.FORM, desk.pack().place(), desk.pack().id(), rules.digest(), new UUID(0, 0), "", "", body,
                desk.clock().instant(), until, null);
        var parts = new ArrayList<PackageFact.Part>();
        OpinionForm form = desk.read(tx -> {
            parts.clear();
            var entries = new ArrayList<OpinionForm.Entry>();
            var bodyName = new String[] {body};
            var pages = proposals.stream().distinct().map(id -> page(tx, id, body, parts, entries, bodyName)).toList();
            return new OpinionForm(new OpinionForm.Code(header.id(), header.place(), body, entries), bodyName[0], until, pages);
        });
        files.write(form, target);
        var fact = new PackageFact(header, true, String.valueOf(target.getFileName()), FileDigest.of(target), form.code().digest(), parts, desk.actor().name(), desk.clock().instant());
        return desk.write(Permission.EXCHANGE_PACKAGES, Kind.EXCHANGE, null, tx -> {
            tx.exchange().add(fact);
            parts.forEach(part -> tx.audit().append(new AuditEntry("exchange.form", "proposal " + part.reviewNo(), null, null, "form " + header.id() + " for " + body)));
            return fact;
        });
    }

    private OpinionForm.Page page(Tx tx, UUID id, String body, List<PackageFact.Part> parts, List<OpinionForm.Entry> entries, String[] bodyName) {
        Proposal proposal = states.proposal(tx, id);
        ReviewState state = states.today(tx, proposal);
        BodyStatus status = Outgoing.task(state, body).orElseThrow(() -> UserProblem.of("exchange.noTask", proposal.reviewNo() == null ? proposal.draft().name() : proposal.reviewNo(), DeskOfBody.named(desk.pack(), body)));
        bodyName[0] = status.office(desk.pack()).name();
        ReviewAct counted = status.act();
        parts.add(new PackageFact.Part(id, proposal.reviewNo(), proposal.latest().no(), proposal.latest().digest(), counted == null ? null : counted.id(), Outcome.SENT, List.of(), null));
        entries.add(new OpinionForm.Entry(proposal.reviewNo(), id, proposal.latest().no(), proposal.latest().digest()));
        return new OpinionForm.Page(id, proposal.reviewNo(), proposal.form().name(), proposal.form().unit(), ReviewFacts.applied(proposal.form()), proposal.latest().no(), status.due(),
                desk.pack().checkItems(body), proposal.form().estimate());
    }

    /** What came back, with what stands against each page; nothing is stored. */
    List<FormPage> read(Path file, Progress progress) {
        desk.require(Permission.RECORD_PAPER_OPINION);
        OpinionForm.Filled filled = files.read(file, progress);
        String digest = FileDigest.of(file);
        return desk.read(tx -> {
            PackageFact sent = sent(tx, filled, digest);
            return filled.pages().stream().map(page -> {
                Proposal proposal = states.proposal(tx, page.proposal());
                return new FormPage(proposal.reviewNo(), proposal.form().name(), page, against(tx, sent, page, digest).orElse(null));
            }).toList();
        });
    }

    PackageFact take(Path file, Progress progress) {
        desk.require(Permission.RECORD_PAPER_OPINION);
        OpinionForm.Filled filled = files.read(file, progress);
        String digest = FileDigest.of(file);
        desk.read(tx -> {
            requireGood(tx, filled, digest);
            return null;
        });
        progress.check();
        if (!desk.store().files().keep(file).equals(digest)) {
            throw UserProblem.of("exchange.form.changedMeanwhile", String.valueOf(file.getFileName()));
        }
        return desk.write(Permission.RECORD_PAPER_OPINION, Kind.REVIEW, null, tx -> entered(tx, filled, digest, file));
    }

    private PackageFact requireGood(Tx tx, OpinionForm.Filled filled, String digest) {
        PackageFact sent = sent(tx, filled, digest);
        var against = new ArrayList<Message>();
        filled.pages().forEach(page -> against(tx, sent, page, digest).ifPresent(message -> against.add(Message.of("exchange.form.onSheet", page.sheet(), message))));
        if (!against.isEmpty()) {
            throw new UserProblem(against);
        }
        return sent;
    }

    private PackageFact entered(Tx tx, OpinionForm.Filled filled, String digest, Path file) {
        PackageFact sent = requireGood(tx, filled, digest);
        var parts = new ArrayList<PackageFact.Part>();
        for (FilledPage page : filled.pages()) {
            Proposal proposal = states.proposal(tx, page.proposal());
            register.enter(tx, proposal, signature(sent, page, digest), page.opinion());
            tx.acts().saveDraft(page.proposal(), sent.header().body(), null);
            ReviewAct act = tx.acts().of(page.proposal()).getLast();
            var left = sent.part(page.proposal()).orElseThrow();
            parts.add(new PackageFact.Part(page.proposal(), proposal.reviewNo(), left.versionNo(), left.digest(), left.opinion(), Outcome.TAKEN, List.of(act.id()), null));
        }
        PackageHeader out = sent.header();
        var header = new PackageHeader(desk.ids().next(), PackageHeader.Kind.FORM, out.place(), out.packId(), out.packDigest(), out.store(), "", "", out.body(), desk.clock().instant(),
                out.validUntil(), out.id());
        var fact = new PackageFact(header, false, String.valueOf(file.getFileName()), digest, filled.code().digest(), parts, desk.actor().name(), desk.clock().instant());
        tx.exchange().add(fact);
        fact.parts().forEach(part -> part.acts().forEach(act -> tx.exchange().addCarried(act, header.id())));
        tx.audit().append(new AuditEntry("exchange.formTaken", "form " + out.id(), null, null, fact.fileName() + " " + digest));
        return fact;
    }

    private static Signature signature(PackageFact sent, FilledPage page, String digest) {
        return new Signature(sent.header().body(), page.signer(), true, digest);
    }

    /** The form that left here. @throws UserProblem if none did, it was changed where nobody writes, or this very file was taken before */
    private PackageFact sent(Tx tx, OpinionForm.Filled filled, String digest) {
        OpinionForm.Code code = filled.code();
        if (!code.place().equals(desk.pack().place())) {
            throw UserProblem.of("exchange.refuse.place", code.place(), desk.pack().place());
        }
        PackageFact sent = tx.exchange().find(code.form()).filter(fact -> fact.sent() && fact.header().kind() == PackageHeader.Kind.FORM)
                .orElseThrow(() -> UserProblem.of("exchange.form.unknown"));
        if (!sent.code().equals(code.digest()) || !sent.header().body().equals(code.body())) {
            throw UserProblem.of("exchange.form.codeChanged", sent.fileName());
        }
        tx.exchange().packages().stream().filter(fact -> !fact.sent() && fact.digest().equals(digest)).findFirst().ifPresent(fact -> {
            throw UserProblem.of("exchange.refuse.replay", fact.fileName(), LocalDate.ofInstant(fact.at(), desk.clock().getZone()), fact.by());
        });
        if (sent.header().validUntil().isBefore(desk.today())) {
            throw UserProblem.of("exchange.refuse.expired", sent.header().validUntil());
        }
        return sent;
    }

    private Optional<Message> against(Tx tx, PackageFact sent, FilledPage page, String digest) {
        Proposal proposal = states.proposal(tx, page.proposal());
        var left = sent.part(page.proposal()).orElseThrow();
        if (left.versionNo() != proposal.latest().no() || !left.digest().equals(proposal.latest().digest())) {
            return Optional.of(Message.of("exchange.refuse.superseded", proposal.reviewNo(), left.versionNo(), proposal.latest().no()));
        }
        ReviewState state = states.today(tx, proposal);
        ReviewFacts facts = states.facts(tx, proposal);
        ReviewAct act = register.next(tx, proposal, signature(sent, page, digest), page.opinion());
        ReviewAct counted = ReturnedWork.counted(state, sent.header().body());
        if (counted != null && counted.detail().equals(page.opinion())) {
            return Optional.of(Message.of("exchange.refuse.same", proposal.reviewNo()));
        }
        return register.refusal(facts, act).or(() -> Outgoing.task(state, sent.header().body()).isPresent() ? Optional.empty()
                : Optional.of(Message.of("exchange.form.handedOn", proposal.reviewNo(), DeskOfBody.named(desk.pack(), sent.header().body()))))
                .or(() -> ReviewActs.refusalFor(desk.actor(), facts, act, List.of(proposal.createdBy(), proposal.editedBy())));
    }
}
