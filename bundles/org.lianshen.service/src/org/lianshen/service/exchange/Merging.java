package org.lianshen.service.exchange;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.exchange.KeyCard;
import org.lianshen.model.exchange.OpinionComparison.Side;
import org.lianshen.model.exchange.PackageContent;
import org.lianshen.model.exchange.PackageFact;
import org.lianshen.model.exchange.PackageFact.Outcome;
import org.lianshen.model.exchange.PackageHeader;
import org.lianshen.model.exchange.ReturnedWork;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.model.review.ReviewFacts;
import org.lianshen.service.Changes.Kind;
import org.lianshen.service.ExchangeService.Choice;
import org.lianshen.service.ExchangeService.Incoming;
import org.lianshen.service.Progress;
import org.lianshen.service.exchange.Gate.Passed;
import org.lianshen.service.review.ActRegister;
import org.lianshen.service.review.ActRegister.Signature;
import org.lianshen.service.session.Desk;
import org.lianshen.service.session.States;
import org.lianshen.service.store.Tx;
import org.lianshen.service.text.Texts;

/** Returns merged into the office's store: by the id of each act, under the rules of today, and never over what somebody else did meanwhile. */
final class Merging {

    private final Desk desk;
    private final Gate gate;
    private final Texts texts;
    private final States states;
    private final ActRegister register;

    /** @param texts language of what is written into acts */
    Merging(Desk desk, Gate gate, Texts texts) {
        this.desk = desk;
        this.gate = gate;
        this.texts = texts;
        states = new States(desk);
        register = new ActRegister(desk);
    }

    Incoming compare(Path file, char[] password, Progress progress) {
        desk.require(Permission.EXCHANGE_PACKAGES);
        try (WorkFolder folder = WorkFolder.make()) {
            Passed passed = gate.pass(file, PackageHeader.Kind.RETURN, password, folder, progress);
            return desk.read(tx -> incoming(tx, passed));
        }
    }

    private Incoming incoming(Tx tx, Passed passed) {
        PackageFact review = answered(tx, passed);
        var projects = passed.opened().content().returned().stream().map(returned -> {
            ReturnedWork work = judge(tx, passed, review, returned);
            String name = tx.proposals().find(returned.proposal()).map(proposal -> proposal.form().name()).orElse("");
            return new Incoming.Project(name, work);
        }).toList();
        return new Incoming(passed.header(), passed.sender(), projects);
    }

    /** The package that this one answers: it left here, and it went to the store that answers. */
    private PackageFact answered(Tx tx, Passed passed) {
        gate.check(tx, passed.header(), PackageHeader.Kind.RETURN);
        PackageFact review = tx.exchange().find(passed.header().answers()).filter(fact -> fact.sent() && fact.header().kind() == PackageHeader.Kind.REVIEW)
                .orElseThrow(() -> UserProblem.of("exchange.refuse.notAsked"));
        KeyCard sender = passed.sender().card();
        boolean sameStore = tx.exchange().cards().stream().anyMatch(card -> card.fingerprint().equals(review.header().receiver()) && card.store().equals(sender.store()));
        if (!sameStore || !review.header().body().equals(sender.body()) || !review.header().body().equals(passed.header().body())) {
            throw UserProblem.of("exchange.refuse.otherAnswers", sender.holder());
        }
        if (review.header().validUntil().isBefore(desk.today())) {
            throw UserProblem.of("exchange.refuse.expired", review.header().validUntil());
        }
        return review;
    }

    private ReturnedWork judge(Tx tx, Passed passed, PackageFact review, PackageContent.Returned returned) {
        Optional<Proposal> proposal = tx.proposals().find(returned.proposal());
        ReviewFacts facts = proposal.map(each -> states.facts(tx, each)).orElse(null);
        return ReturnedWork.judge(new ReturnedWork.Here(proposal.orElse(null), facts, review.part(returned.proposal()).orElse(null), passed.sender().card(),
                left(tx, review, returned), desk.clock().instant()), returned);
    }

    /** They may have signed when an earlier package brought them the same version. */
    private static Instant left(Tx tx, PackageFact review, PackageContent.Returned returned) {
        return tx.exchange().packages().stream().filter(fact -> fact.sent() && fact.header().kind() == PackageHeader.Kind.REVIEW && fact.header().body().equals(review.header().body()))
                .filter(fact -> fact.part(returned.proposal()).filter(part -> part.versionNo() == returned.versionNo()).isPresent()).map(fact -> fact.header().created())
                .min(Comparator.naturalOrder()).orElse(review.header().created());
    }

    PackageFact merge(Path file, Map<UUID, Choice> choices, char[] password, Progress progress) {
        desk.require(Permission.EXCHANGE_PACKAGES);
        if (choices.values().stream().anyMatch(choice -> !new Choice.Whole(Side.MINE).equals(choice))) {
            desk.require(Permission.RECORD_PAPER_OPINION);
        }
        try (WorkFolder folder = WorkFolder.make()) {
            Passed passed = gate.pass(file, PackageHeader.Kind.RETURN, password, folder, progress);
            requireDecided(desk.read(tx -> incoming(tx, passed)), choices);
            progress.check();
            desk.store().files().keep(passed.file());
            return desk.write(Permission.EXCHANGE_PACKAGES, Kind.REVIEW, null, tx -> take(tx, passed, file, choices));
        }
    }

    private static void requireDecided(Incoming incoming, Map<UUID, Choice> choices) {
        if (!incoming.anything()) {
            throw new UserProblem(incoming.projects().stream().map(project -> project.work().reason()).toList());
        }
        List<Message> open = incoming.conflicts().stream().filter(project -> !choices.containsKey(project.work().proposal()))
                .map(project -> Message.of("exchange.choose", project.work().reviewNo(), project.name())).toList();
        if (!open.isEmpty()) {
            throw new UserProblem(open);
        }
    }

    private PackageFact take(Tx tx, Passed passed, Path file, Map<UUID, Choice> choices) {
        Incoming incoming = incoming(tx, passed);
        requireDecided(incoming, choices);
        PackageFact review = answered(tx, passed);
        var taken = new ArrayList<Taken>();
        for (Incoming.Project project : incoming.projects()) {
            ReturnedWork work = project.work();
            taken.add(switch (work.kind()) {
                case FITS -> new Taken(work, Outcome.TAKEN, carried(tx, passed, work, work.fresh()));
                case CONFLICT -> chosen(tx, passed, work, choices.get(work.proposal()));
                case NOTHING_NEW -> new Taken(work, Outcome.NOTHING_NEW, List.of());
                case REFUSED -> new Taken(work, Outcome.REFUSED, List.of());
            });
        }
        var parts = taken.stream().map(each -> part(review, each)).toList();
        var fact = new PackageFact(passed.header(), false, String.valueOf(file.getFileName()), passed.opened().digest(), "", parts, desk.actor().name(), desk.clock().instant());
        tx.exchange().add(fact);
        taken.forEach(each -> {
            each.acts.forEach(act -> tx.exchange().addCarried(act, passed.header().id()));
            tx.audit().append(new AuditEntry("exchange.merge", "proposal " + each.work.reviewNo(), null, each.outcome.name(), note(passed)));
        });
        return fact;
    }

    private record Taken(ReturnedWork work, Outcome outcome, List<UUID> acts) {
    }

    private static PackageFact.Part part(PackageFact review, Taken taken) {
        var left = review.part(taken.work.proposal());
        return new PackageFact.Part(taken.work.proposal(), taken.work.reviewNo(), left.map(PackageFact.Part::versionNo).orElse(0), left.map(PackageFact.Part::digest).orElse(""),
                left.map(PackageFact.Part::opinion).orElse(null), taken.outcome, taken.acts, taken.work.reason());
    }

    private static String note(Passed passed) {
        return "package " + passed.header().id() + " of " + passed.sender().card().holder() + " " + passed.sender().card().code();
    }

    private List<UUID> carried(Tx tx, Passed passed, ReturnedWork work, List<ReviewAct> acts) {
        Proposal proposal = states.proposal(tx, work.proposal());
        acts.forEach(act -> register.enterCarried(tx, proposal, act, note(passed)));
        tx.acts().saveDraft(work.proposal(), acts.getFirst().body(), null);
        return acts.stream().map(ReviewAct::id).toList();
    }

    private Taken chosen(Tx tx, Passed passed, ReturnedWork work, Choice choice) {
        return switch (choice) {
            case Choice.Whole(Side side) when side == Side.MINE -> new Taken(work, Outcome.CHOSEN_MINE, List.of());
            case Choice.Whole whole -> theirs(tx, passed, work);
            case Choice.Fields(Map<String, Side> sides) -> combined(tx, passed, work, sides);
        };
    }

    /** What is here is taken back first, on the body's behalf and with the package as the proof; then theirs is entered as it was signed. */
    private Taken theirs(Tx tx, Passed passed, ReturnedWork work) {
        Proposal proposal = withdrawn(tx, passed, work);
        if (work.theirs() == null) {
            return new Taken(work, Outcome.CHOSEN_THEIRS, List.of());
        }
        ReviewAct act = ReturnedWork.numbered(work.theirs(), tx.acts().of(proposal.id()).size() + 1);
        return new Taken(work, Outcome.CHOSEN_THEIRS, carried(tx, passed, work, List.of(act)));
    }

    private Proposal withdrawn(Tx tx, Passed passed, ReturnedWork work) {
        Proposal proposal = states.proposal(tx, work.proposal());
        if (work.mine() != null) {
            register.enter(tx, proposal, onBehalf(passed, work, desk.actor().display()),
                    new ActDetail.OpinionWithdrawal(texts.get("exchange.withdrawnFor", passed.sender().card().holder(), LocalDate.ofInstant(passed.header().created(), desk.clock().getZone()))));
        }
        return proposal;
    }

    private static Signature onBehalf(Passed passed, ReturnedWork work, String signedBy) {
        return new Signature(work.fresh().getFirst().body(), signedBy, true, passed.opened().digest());
    }

    /** Nobody of the body signed it like this: it is recorded on its behalf, with the package as the proof. */
    private Taken combined(Tx tx, Passed passed, ReturnedWork work, Map<String, Side> sides) {
        ActDetail.Opinion opinion;
        try {
            opinion = work.comparison().combined(sides);
        } catch (IllegalArgumentException open) {
            throw UserProblem.because(open, "exchange.chooseField", work.reviewNo(), open.getMessage());
        }
        Proposal proposal = withdrawn(tx, passed, work);
        ReviewAct last = work.fresh().getLast();
        register.enter(tx, proposal, onBehalf(passed, work, last.signedBy()), opinion);
        tx.acts().saveDraft(work.proposal(), last.body(), null);
        return new Taken(work, Outcome.COMBINED, List.of());
    }
}
