package org.lianshen.service.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.exchange.KeyCard;
import org.lianshen.model.exchange.OwnKey;
import org.lianshen.model.exchange.PackageContent;
import org.lianshen.model.exchange.PackageFact;
import org.lianshen.model.exchange.PackageHeader;
import org.lianshen.model.exchange.ReturnedWork;
import org.lianshen.model.expert.Expert;
import org.lianshen.model.expert.ExpertAct;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.proposal.Attachment;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.BodyStatus;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.model.review.ReviewState;
import org.lianshen.service.Changes.Kind;
import org.lianshen.service.ExchangeService.Sendable;
import org.lianshen.service.Progress;
import org.lianshen.service.expert.CarriedPanels;
import org.lianshen.service.session.Desk;
import org.lianshen.service.session.States;
import org.lianshen.service.store.Tx;

/** Packages on their way out: review packages from the office, answers from the desk of a body. */
final class Outgoing {

    private static final int USUAL_DAYS = 30;

    private final Desk desk;
    private final PackageSeal seal;
    private final SharedRules rules;
    private final States states;

    Outgoing(Desk desk, PackageSeal seal, SharedRules rules) {
        this.desk = desk;
        this.seal = seal;
        this.rules = rules;
        states = new States(desk);
    }

    List<Sendable> sendable(String body) {
        return desk.read(tx -> {
            var sent = tx.exchange().packages();
            Stream<Proposal> submitted = tx.proposals().all().stream().filter(Proposal::submitted);
            Stream<Optional<Sendable>> found;
            if (KeyCard.expertNo(body) == null) {
                var acts = tx.acts().all();
                found = submitted.map(proposal -> sendable(proposal, states.on(proposal, acts.getOrDefault(proposal.id(), List.of()), desk.today()), body, sent));
            } else {
                Expert expert = new CarriedPanels(desk, tx).byNo(KeyCard.expertNo(body)).orElse(null);
                var withPanel = expert == null ? Set.<UUID>of() : tx.experts().allActs().keySet();
                found = submitted.filter(proposal -> withPanel.contains(proposal.id())).map(proposal -> toExpert(tx, proposal, body, expert, sent));
            }
            return found.flatMap(Optional::stream).sorted(Comparator.comparing(Sendable::due, Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(Sendable::reviewNo)).toList();
        });
    }

    private static Optional<Sendable> sendable(Proposal proposal, ReviewState state, String body, List<PackageFact> facts) {
        return task(state, body)
                .map(status -> new Sendable(proposal.id(), proposal.reviewNo(), proposal.form().name(), proposal.form().unit(), status.due(), status.act() != null, left(proposal, body, facts)));
    }

    private Optional<Sendable> toExpert(Tx tx, Proposal proposal, String body, Expert expert, List<PackageFact> facts) {
        var panels = new CarriedPanels(desk, tx);
        return !panels.asked(proposal.id(), expert.id()) ? Optional.empty() : Optional.of(new Sendable(proposal.id(), proposal.reviewNo(), proposal.form().name(), proposal.form().unit(), null,
                panels.counted(proposal.id(), proposal.latest().no(), expert.id()) != null, left(proposal, body, facts)));
    }

    private static Instant left(Proposal proposal, String body, List<PackageFact> facts) {
        return facts.stream().filter(fact -> fact.sent() && fact.header().body().equals(body) && fact.part(proposal.id()).isPresent()).map(PackageFact::at)
                .max(Comparator.naturalOrder()).orElse(null);
    }

    /** The place of a body that it can be asked for its own opinion now: the round is open, and it has its own task. */
    static Optional<BodyStatus> task(ReviewState state, String body) {
        if (!state.state().countersigning() || state.steps().summary() != null || state.steps().expertsAwaitedFirst()) {
            return Optional.empty();
        }
        return state.bodies().stream().filter(status -> status.body().equals(body) && status.seat() != null && status.seat().holder().equals(body) && status.seat().person() == null
                && status.standing() != BodyStatus.Standing.RECUSED).findFirst();
    }

    PackageFact export(String fingerprint, List<UUID> proposals, LocalDate validUntil, char[] password, Path target, Progress progress) {
        desk.require(Permission.EXCHANGE_PACKAGES);
        LocalDate until = validUntil == null ? desk.today().plusDays(USUAL_DAYS) : validUntil;
        if (until.isBefore(desk.today())) {
            throw UserProblem.of("exchange.validPast", until);
        }
        if (proposals.isEmpty()) {
            throw UserProblem.of("exchange.nothingChosen");
        }
        OwnKey own = desk.read(this::officeKey);
        KeyCard to = desk.read(tx -> Keyring.requireTrusted(tx, fingerprint)).card();
        if (to.office()) {
            throw UserProblem.of("exchange.toOffice", to.holder());
        }
        var header = header(PackageHeader.Kind.REVIEW, own.card(), to, to.body(), until, null);
        var parts = new ArrayList<PackageFact.Part>();
        PackageContent content = desk.read(tx -> {
            parts.clear();
            Expert expert = to.expertNo() == null ? null : new CarriedPanels(desk, tx).holder(to).withoutPersonal();
            var projects = proposals.stream().distinct().map(id -> expert == null ? project(tx, id, to.body(), parts) : project(tx, id, expert, parts)).toList();
            return new PackageContent(projects, rules.published(), List.of(), expert);
        });
        try (WorkFolder folder = WorkFolder.make()) {
            Map<String, Path> files = attachments(content, folder.path());
            return written(header, content, files, own, password, to, parts, target, progress, "exchange.export", Permission.EXCHANGE_PACKAGES);
        }
    }

    private OwnKey officeKey(Tx tx) {
        OwnKey own = Keyring.requireOwn(tx);
        if (!own.card().office()) {
            throw UserProblem.of("exchange.notOffice", DeskOfBody.named(desk.pack(), own.card().body()));
        }
        return own;
    }

    private PackageHeader header(PackageHeader.Kind kind, KeyCard from, KeyCard to, String body, LocalDate until, UUID answers) {
        return new PackageHeader(desk.ids().next(), kind, desk.pack().place(), desk.pack().id(), rules.digest(), from.store(), from.fingerprint(), to.fingerprint(), body,
                desk.clock().instant(), until, answers);
    }

    private PackageContent.Project project(Tx tx, UUID id, String body, List<PackageFact.Part> parts) {
        Proposal stored = states.proposal(tx, id);
        ReviewState state = states.today(tx, stored);
        if (task(state, body).isEmpty()) {
            throw UserProblem.of("exchange.noTask", stored.reviewNo() == null ? stored.draft().name() : stored.reviewNo(), DeskOfBody.named(desk.pack(), body));
        }
        ReviewAct counted = ReturnedWork.counted(state, body);
        return sent(tx, stored, counted == null ? null : counted.id(), List.of(), parts);
    }

    private PackageContent.Project project(Tx tx, UUID id, Expert expert, List<PackageFact.Part> parts) {
        Proposal stored = states.proposal(tx, id);
        var panels = new CarriedPanels(desk, tx);
        if (!panels.asked(id, expert.id())) {
            throw UserProblem.of("exchange.notAsked", stored.reviewNo() == null ? stored.draft().name() : stored.reviewNo(), expert.name());
        }
        ExpertAct counted = panels.counted(id, stored.latest().no(), expert.id());
        return sent(tx, stored, counted == null ? null : counted.id(), panels.sent(id, expert.id()), parts);
    }

    /** @param counted id of the opinion or the sheet that counts now, or null */
    private static PackageContent.Project sent(Tx tx, Proposal stored, UUID counted, List<ExpertAct> panel, List<PackageFact.Part> parts) {
        UUID id = stored.id();
        parts.add(new PackageFact.Part(id, stored.reviewNo(), stored.latest().no(), stored.latest().digest(), counted, PackageFact.Outcome.SENT, List.of(), null));
        var shown = new Proposal(id, stored.reviewNo(), stored.form(), List.of(), stored.createdBy(), stored.latest().submittedAt(), stored.editedBy(), stored.versions(), 0);
        return new PackageContent.Project(shown, tx.acts().of(id), panel);
    }

    private Map<String, Path> attachments(PackageContent content, Path folder) {
        var files = new LinkedHashMap<String, Path>();
        content.projects().stream().flatMap(project -> project.proposal().form().attachments().stream()).map(Attachment::sha256).distinct().forEach(digest -> {
            Path file = folder.resolve(digest);
            desk.store().files().fetch(digest, file);
            files.put(digest, file);
        });
        return files;
    }

    PackageFact answer(UUID reviewPackage, char[] password, Path target, Progress progress) {
        Permission permission = desk.read(DeskOfBody::of).map(DeskOfBody::permission).orElse(Permission.SIGN_OPINION);
        desk.require(permission);
        PackageFact review = desk.read(tx -> tx.exchange().find(reviewPackage).filter(fact -> !fact.sent() && fact.header().kind() == PackageHeader.Kind.REVIEW)
                .orElseThrow(() -> UserProblem.of("exchange.noSuchPackage", reviewPackage.toString())));
        OwnKey own = desk.read(Keyring::requireOwn);
        KeyCard to = desk.read(tx -> Keyring.requireTrusted(tx, review.header().sender())).card();
        var parts = new ArrayList<PackageFact.Part>();
        PackageContent content = desk.read(tx -> {
            parts.clear();
            var carried = tx.exchange().carried();
            var returned = review.parts().stream().map(part -> returned(tx, part, review.header().body(), carried, parts)).filter(Objects::nonNull).toList();
            return new PackageContent(List.of(), List.of(), returned, null);
        });
        if (content.returned().isEmpty()) {
            throw UserProblem.of("exchange.nothingSigned", review.fileName());
        }
        var header = header(PackageHeader.Kind.RETURN, own.card(), to, review.header().body(), review.header().validUntil(), reviewPackage);
        return written(header, content, Map.of(), own, password, to, parts, target, progress, "exchange.return", permission);
    }

    /** What was done here for the body since the package came; null where nothing was. */
    private PackageContent.Returned returned(Tx tx, PackageFact.Part part, String body, Map<UUID, UUID> carried, List<PackageFact.Part> parts) {
        Proposal proposal = states.proposal(tx, part.proposal());
        int round = part.versionNo();
        List<ReviewAct> acts = tx.acts().of(part.proposal()).stream().filter(act -> !carried.containsKey(act.id()) && act.round() == round && body.equals(act.body()))
                .filter(act -> act.detail() instanceof ActDetail.Opinion || act.detail() instanceof ActDetail.OpinionWithdrawal).toList();
        List<ExpertAct> panel = KeyCard.expertNo(body) == null ? List.of()
                : new CarriedPanels(desk, tx).own(part.proposal(), round).stream().filter(act -> !carried.containsKey(act.id())).toList();
        if (acts.isEmpty() && panel.isEmpty()) {
            return null;
        }
        List<UUID> ids = Stream.concat(acts.stream().map(ReviewAct::id), panel.stream().map(ExpertAct::id)).toList();
        parts.add(new PackageFact.Part(part.proposal(), part.reviewNo(), part.versionNo(), part.digest(), null, PackageFact.Outcome.SENT, ids, null));
        return new PackageContent.Returned(part.proposal(), proposal.reviewNo(), part.versionNo(), part.digest(), acts, panel);
    }

    /** The fact is stored before the file has its name: no package is out of which this store knows nothing. */
    private PackageFact written(PackageHeader header, PackageContent content, Map<String, Path> files, OwnKey own, char[] password, KeyCard to, List<PackageFact.Part> parts, Path target,
            Progress progress, String action, Permission permission) {
        Path beside = null;
        try {
            beside = Files.createTempFile(target.toAbsolutePath().getParent(), ".", ".package");
            String digest = seal.seal(header, content, files, new PackageSeal.Key(own, password), to, beside, progress);
            var fact = new PackageFact(header, true, String.valueOf(target.getFileName()), digest, "", parts, desk.actor().name(), desk.clock().instant());
            store(fact, to, action, permission);
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
            return fact;
        } catch (IOException e) {
            throw UserProblem.because(e, "exchange.notWritten", target.toString(), String.valueOf(e.getMessage()));
        } finally {
            if (beside != null) {
                beside.toFile().delete();
            }
        }
    }

    private void store(PackageFact fact, KeyCard to, String action, Permission permission) {
        desk.write(permission, Kind.EXCHANGE, null, tx -> {
            tx.exchange().add(fact);
            fact.parts().forEach(part -> tx.audit().append(new AuditEntry(action, "proposal " + part.reviewNo(), null, null, "package " + fact.header().id() + " to " + to.holder() + " " + to.code())));
            return null;
        });
    }
}
