package org.lianshen.service.exchange;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.exchange.KeyCard;
import org.lianshen.model.exchange.OwnKey;
import org.lianshen.model.exchange.PackageContent;
import org.lianshen.model.exchange.PackageFact;
import org.lianshen.model.exchange.PackageHeader;
import org.lianshen.model.expert.Expert;
import org.lianshen.model.expert.ExpertAct;
import org.lianshen.model.expert.ExpertCheck;
import org.lianshen.model.proposal.FormDigest;
import org.lianshen.model.proposal.ProposalVersion;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.service.ExchangeService.KnownKey;
import org.lianshen.service.Progress;
import org.lianshen.service.exchange.PackageSeal.Opened;
import org.lianshen.service.session.Desk;
import org.lianshen.service.store.Tx;

/** What a package has to pass before anything in it is looked at: signature, receiver, sender, kind, place, dates, and that it was not here before. */
final class Gate {

    /** Clocks of machines without a network differ. */
    private static final Duration SKEW = Duration.ofMinutes(15);

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Desk desk;
    private final PackageSeal seal;

    Gate(Desk desk, PackageSeal seal) {
        this.desk = desk;
        this.seal = seal;
    }

    /** A package that passed. @param file the copy that was checked. @param sender who signed it */
    record Passed(Path file, Opened opened, KnownKey sender) {
        PackageHeader header() {
            return opened.header();
        }
    }

    /**
     * @param folder for a copy of the package and for its attachments
     * @throws UserProblem with the reason
     */
    Passed pass(Path file, PackageHeader.Kind kind, char[] password, WorkFolder folder, Progress progress) {
        seal.look(file);
        Path copy = folder.copy(file);
        KeyCard signer = desk.read(tx -> signer(tx, seal.look(copy)));
        Opened opened = seal.open(copy, signer, header -> desk.read(tx -> {
            OwnKey own = own(tx, header);
            check(tx, header, kind);
            return new PackageSeal.Key(own, password);
        }), folder.attachments(), progress);
        if (!sound(opened.content(), kind)) {
            throw UserProblem.of("exchange.edited", String.valueOf(file.getFileName()));
        }
        return new Passed(copy, opened, desk.read(tx -> Keyring.requireTrusted(tx, signer.fingerprint())));
    }

    /** Whose signature is to be checked, trusted or not: of a package that was edited nothing else is worth saying. */
    private static KeyCard signer(Tx tx, PackageHeader header) {
        Keyring.requireOwn(tx);
        return Keyring.own(tx, header.sender()).map(OwnKey::card).or(() -> Keyring.known(tx, header.sender()).map(KnownKey::card)).orElseThrow(() -> {
            own(tx, header);
            return UserProblem.of("exchange.refuse.unknownKey", KeyCard.code(header.sender()));
        });
    }

    private static OwnKey own(Tx tx, PackageHeader header) {
        if (Keyring.own(tx, header.sender()).isPresent()) {
            throw UserProblem.of("exchange.refuse.ownPackage");
        }
        return Keyring.own(tx, header.receiver()).orElseThrow(() -> Keyring.known(tx, header.receiver())
                .map(key -> UserProblem.of("exchange.refuse.otherReceiver", key.card().holder(), key.card().code()))
                .orElseGet(() -> UserProblem.of("exchange.refuse.otherReceiverUnknown", KeyCard.code(header.receiver()))));
    }

    /** Also asked again inside the transaction that stores. */
    KnownKey check(Tx tx, PackageHeader header, PackageHeader.Kind kind) {
        KnownKey sender = Keyring.requireTrusted(tx, header.sender());
        if (header.kind() != kind) {
            throw UserProblem.of("exchange.refuse.otherKind", Message.of("exchange.kind." + header.kind().name()), Message.of("exchange.kind." + kind.name()));
        }
        if (!header.place().equals(desk.pack().place())) {
            throw UserProblem.of("exchange.refuse.place", header.place(), desk.pack().place());
        }
        Optional<PackageFact> here = tx.exchange().find(header.id());
        if (here.isPresent()) {
            throw UserProblem.of("exchange.refuse.replay", here.get().fileName(), day(here.get().at()), here.get().by());
        }
        if (header.validUntil().isBefore(desk.today())) {
            throw UserProblem.of("exchange.refuse.expired", header.validUntil());
        }
        if (header.created().isAfter(desk.clock().instant().plus(SKEW))) {
            throw UserProblem.of("exchange.refuse.future", time(header.created()), time(desk.clock().instant()));
        }
        return sender;
    }

    private java.time.LocalDate day(Instant at) {
        return java.time.LocalDate.ofInstant(at, desk.clock().getZone());
    }

    private String time(Instant at) {
        return java.time.LocalDateTime.ofInstant(at, desk.clock().getZone()).withNano(0).toString().replace('T', ' ');
    }

    /** The sender is trusted, the program that wrote it need not be: what is missing here would fall over later. */
    private static boolean sound(PackageContent content, PackageHeader.Kind kind) {
        boolean review = kind == PackageHeader.Kind.REVIEW;
        if (content.projects().isEmpty() == review || content.returned().isEmpty() != review || !review && !content.rules().isEmpty()) {
            return false;
        }
        boolean panels = content.projects().stream().allMatch(project -> project.panel().isEmpty() == (content.expert() == null)) && (content.expert() == null || sound(content.expert()));
        return panels && content.projects().stream().allMatch(Gate::sound) && content.returned().stream().allMatch(Gate::sound)
                && content.projects().stream().map(project -> project.proposal().id()).distinct().count() == content.projects().size()
                && content.returned().stream().map(PackageContent.Returned::proposal).distinct().count() == content.returned().size();
    }

    private static boolean sound(PackageContent.Project project) {
        var proposal = project.proposal();
        if (proposal == null || proposal.id() == null || proposal.reviewNo() == null || proposal.versions().isEmpty() || proposal.createdBy() == null || proposal.editedBy() == null
                || proposal.editedAt() == null || proposal.draft() == null || !proposal.draft().equals(proposal.form())) {
            return false;
        }
        for (int i = 0; i < proposal.versions().size(); i++) {
            ProposalVersion version = proposal.versions().get(i);
            if (version.no() != i + 1 || version.form() == null || version.submittedAt() == null || version.submittedBy() == null
                    || !version.form().attachments().stream().allMatch(attachment -> attachment.sha256() != null && SHA256.matcher(attachment.sha256()).matches()) || !FormDigest.of(version.form()).equals(version.digest())) {
                return false;
            }
        }
        for (int i = 0; i < project.acts().size(); i++) {
            if (!sound(project.acts().get(i)) || project.acts().get(i).seq() != i + 1 || !proposal.id().equals(project.acts().get(i).proposal())) {
                return false;
            }
        }
        return project.acts().stream().map(ReviewAct::id).distinct().count() == project.acts().size() && sound(project.panel(), proposal.id());
    }

    private static boolean sound(Expert expert) {
        return expert.id() != null && ExpertCheck.goodNumber(expert.no()) && !expert.name().isEmpty();
    }

    private static boolean sound(List<ExpertAct> panel, UUID proposal) {
        return panel.stream().allMatch(act -> act.id() != null && proposal.equals(act.proposal()) && act.by() != null && act.at() != null && act.step() != null)
                && panel.stream().map(ExpertAct::id).distinct().count() == panel.size();
    }

    private static boolean sound(PackageContent.Returned returned) {
        return returned.proposal() != null && returned.reviewNo() != null && returned.digest() != null && returned.acts().isEmpty() != returned.panel().isEmpty()
                && sound(returned.panel(), returned.proposal()) && returned.acts().stream().allMatch(Gate::sound)
                && returned.acts().stream().map(ReviewAct::id).distinct().count() == returned.acts().size();
    }

    private static boolean sound(ReviewAct act) {
        return act != null && act.id() != null && act.proposal() != null && act.at() != null && act.detail() != null;
    }

    /** Files by digest that are named in the content but are neither in the package nor here. */
    static boolean complete(PackageContent content, Map<String, Path> files, java.util.function.Predicate<String> here) {
        return content.projects().stream().flatMap(project -> project.proposal().form().attachments().stream())
                .allMatch(attachment -> files.containsKey(attachment.sha256()) || here.test(attachment.sha256()));
    }
}
