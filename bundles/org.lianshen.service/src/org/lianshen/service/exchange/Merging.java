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
import org.lianshen.model.exchange.ReturnedSheet;
import org.lianshen.model.exchange.ReturnedWork;
import org.lianshen.model.expert.Expert;
import org.lianshen.model.expert.ExpertAct;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.model.review.ReviewFacts;
import org.lianshen.service.Changes.Kind;
import org.lianshen.service.ExchangeService.Choice;
import org.lianshen.service.ExchangeService.Incoming;
import org.lianshen.service.Progress;
import org.lianshen.service.expert.CarriedPanels;
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
        return new Incoming(passed.header(), passed.sender(), judged(tx, passed).stream().map(each -> each.shown(tx)).toList());
    }

    /** A project of the return with what would become of it: of a body its opinion, of an expert the sheet. */
    private record Judged(ReturnedWork work, ReturnedSheet sheet) {

        UUID proposal() {
            return sheet == null ? work.proposal() : sheet.proposal();
        }

        Incoming.Project shown(Tx tx) {
            String name = tx.proposals().find(proposal()).map(proposal -> proposal.form().name()).orElse("");
            return sheet == null
                    ? new Incoming.Project(work.proposal(), work.reviewNo(), name, work.kind(), work.reason(), false, work.comparison() == null ? List.of() : work.comparison().fields(),
                            work.mine() == null ? null : work.mine().id(), work.theirs() == null ? null : work.theirs().id())
                    : new Incoming.Project(sheet.proposal(), sheet.reviewNo(), name, sheet.kind(), sheet.reason(), true, sheet.fields(), sheet.mine() == null ? null : sheet.mine().id(),
                            sheet.theirs() == null ? null : sheet.theirs().id());
        }
    }

    private List<Judged> judged(Tx tx, Passed passed) {
        PackageFact review = answered(tx, passed);
        String expert = passed.sender().card().expertNo();
        if (passed.opened().content().returned().stream().anyMatch(returned -> returned.panel().isEmpty() != (expert == null))) {
            throw UserProblem.of("exchange.edited", String.valueOf(passed.file().getFileName()));
        }
        return passed.opened().content().returned().stream()
                .map(returned -> expert == null ? new Judged(judge(tx, passed, review, returned), null) : new Judged(null, sheet(tx, passed, review, returned))).toList();
    }

    private ReturnedSheet sheet(Tx tx, Passed passed, PackageFact review, PackageContent.Returned returned) {
        var panels = new CarriedPanels(desk, tx);
        Expert expert = panels.holder(passed.sender().card());
        UUID id = returned.proposal();
        Optional<Proposal> proposal = tx.proposals().find(id).filter(each -> review.part(id).isPresent());
        return ReturnedSheet.judge(new ReturnedSheet.Here(proposal.orElse(null), tx.experts().acts(id), review.part(id).orElse(null), passed.sender().card(), expert,
                left(tx, review, returned), desk.clock().instant(), desk.clock().getZone(), proposal.map(each -> panels.closed(id)).orElse(null),
                proposal.map(each -> panels.bound(id, expert.id())).orElse(List.of())), returned);
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
            throw new UserProblem(incoming.projects().stream().map(Incoming.Project::reason).toList());
        }
        List<Message> open = incoming.conflicts().stream().filter(project -> !choices.containsKey(project.proposal()))
                .map(project -> Message.of(project.sheet() ? "exchange.chooseSheet" : "exchange.choose", project.reviewNo(), project.name())).toList();
        if (!open.isEmpty()) {
            throw new UserProblem(open);
        }
    }

    private PackageFact take(Tx tx, Passed passed, Path file, Map<UUID, Choice> choices) {
        requireDecided(incoming(tx, passed), choices);
        PackageFact review = answered(tx, passed);
        var taken = judged(tx, passed).stream().map(each -> each.sheet() == null ? taken(tx, passed, each.work(), choices) : taken(tx, passed, each.sheet(), choices)).toList();
        var parts = taken.stream().map(each -> part(review, each)).toList();
        var fact = new PackageFact(passed.header(), false, String.valueOf(file.getFileName()), passed.opened().digest(), "", parts, desk.actor().name(), desk.clock().instant());
        tx.exchange().add(fact);
        taken.forEach(each -> {
            each.acts.forEach(act -> tx.exchange().addCarried(act, passed.header().id()));
            tx.audit().append(new AuditEntry("exchange.merge", "proposal " + each.reviewNo, null, each.outcome.name(), note(passed)));
        });
        return fact;
    }

    private record Taken(UUID proposal, String reviewNo, Outcome outcome, List<UUID> acts, Message reason) {

        static Taken of(ReturnedWork work, Outcome outcome, List<UUID> acts) {
            return new Taken(work.proposal(), work.reviewNo(), outcome, acts, work.reason());
        }
    }

    private Taken taken(Tx tx, Passed passed, ReturnedWork work, Map<UUID, Choice> choices) {
        return switch (work.kind()) {
            case FITS -> Taken.of(work, Outcome.TAKEN, carried(tx, passed, work, work.fresh()));
            case CONFLICT -> chosen(tx, passed, work, choices.get(work.proposal()));
            case NOTHING_NEW -> Taken.of(work, Outcome.NOTHING_NEW, List.of());
            case REFUSED -> Taken.of(work, Outcome.REFUSED, List.of());
        };
    }

    /** A sheet is one person's judgement: it is taken as it was signed, or the one here stays. */
    private Taken taken(Tx tx, Passed passed, ReturnedSheet sheet, Map<UUID, Choice> choices) {
        Outcome outcome = switch (sheet.kind()) {
            case FITS -> Outcome.TAKEN;
            case NOTHING_NEW -> Outcome.NOTHING_NEW;
            case REFUSED -> Outcome.REFUSED;
            case CONFLICT -> switch (choices.get(sheet.proposal())) {
                case Choice.Whole(Side side) -> side == Side.MINE ? Outcome.CHOSEN_MINE : Outcome.CHOSEN_THEIRS;
                case Choice.Fields fields -> throw UserProblem.of("exchange.chooseSheet", sheet.reviewNo(), states.proposal(tx, sheet.proposal()).form().name());
            };
        };
        List<ExpertAct> acts = outcome == Outcome.CHOSEN_MINE ? List.of() : sheet.fresh();
        acts.forEach(act -> new CarriedPanels(desk, tx).enter(states.proposal(tx, sheet.proposal()), act, note(passed)));
        return new Taken(sheet.proposal(), sheet.reviewNo(), outcome, acts.stream().map(ExpertAct::id).toList(), sheet.reason());
    }

    private static PackageFact.Part part(PackageFact review, Taken taken) {
        var left = review.part(taken.proposal);
        return new PackageFact.Part(taken.proposal, taken.reviewNo, left.map(PackageFact.Part::versionNo).orElse(0), left.map(PackageFact.Part::digest).orElse(""),
                left.map(PackageFact.Part::opinion).orElse(null), taken.outcome, taken.acts, taken.reason);
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
            case Choice.Whole(Side side) when side == Side.MINE -> Taken.of(work, Outcome.CHOSEN_MINE, List.of());
            case Choice.Whole whole -> theirs(tx, passed, work);
            case Choice.Fields(Map<String, Side> sides) -> combined(tx, passed, work, sides);
        };
    }

    /** What is here is taken back first, on the body's behalf and with the package as the proof; then theirs is entered as it was signed. */
    private Taken theirs(Tx tx, Passed passed, ReturnedWork work) {
        Proposal proposal = withdrawn(tx, passed, work);
        if (work.theirs() == null) {
            return Taken.of(work, Outcome.CHOSEN_THEIRS, List.of());
        }
        ReviewAct act = ReturnedWork.numbered(work.theirs(), tx.acts().of(proposal.id()).size() + 1);
        return Taken.of(work, Outcome.CHOSEN_THEIRS, carried(tx, passed, work, List.of(act)));
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
        return Taken.of(work, Outcome.COMBINED, List.of());
    }
}
