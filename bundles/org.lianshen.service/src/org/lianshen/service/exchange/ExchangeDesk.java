package org.lianshen.service.exchange;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.lianshen.model.exchange.OwnKey;
import org.lianshen.model.exchange.PackageFact;
import org.lianshen.model.exchange.PackageHeader;
import org.lianshen.model.identity.Permission;
import org.lianshen.service.ExchangeService;
import org.lianshen.service.Progress;
import org.lianshen.service.intake.OpinionFiles;
import org.lianshen.service.packs.PackForms;
import org.lianshen.service.packs.StorePacks;
import org.lianshen.service.session.Desk;
import org.lianshen.service.text.Texts;

/** Without a network: keys, packages out, packages in. */
public final class ExchangeDesk implements ExchangeService {

    private final Desk desk;
    private final PackageSeal seal;
    private final Keyring keyring;
    private final Outgoing outgoing;
    private final Opening opening;
    private final Merging merging;
    private final OpinionForms forms;

    /** @param texts language of what is written into acts */
    public ExchangeDesk(Desk desk, StorePacks packs, PackForms packForms, PackageSeal seal, OpinionFiles files, Texts texts) {
        this.desk = desk;
        this.seal = seal;
        var rules = new SharedRules(desk, packs, packForms);
        var gate = new Gate(desk, seal);
        keyring = new Keyring(desk, seal);
        outgoing = new Outgoing(desk, seal, rules);
        opening = new Opening(desk, gate, rules);
        merging = new Merging(desk, gate, texts);
        forms = new OpinionForms(desk, files, rules);
    }

    private static <T> T wiping(char[] password, Supplier<T> work) {
        try {
            return work.get();
        } finally {
            if (password != null) {
                Arrays.fill(password, '\0');
            }
        }
    }

    @Override
    public Optional<OwnKey> ownKey() {
        return desk.read(Keyring::own);
    }

    @Override
    public OwnKey makeKey(String holder, String body, char[] password) {
        return wiping(password, () -> keyring.make(holder, body, password));
    }

    @Override
    public void writeCard(char[] password, Path target) {
        wiping(password, () -> {
            seal.writeCard(desk.read(Keyring::requireOwn), password, target);
            return null;
        });
    }

    @Override
    public List<KnownKey> keys() {
        return desk.read(Keyring::known);
    }

    @Override
    public KnownKey importCard(Path file) {
        return keyring.importCard(file);
    }

    @Override
    public KnownKey trust(String code) {
        return keyring.trust(code);
    }

    @Override
    public KnownKey withdraw(String fingerprint, String reason) {
        return keyring.withdraw(fingerprint, reason);
    }

    @Override
    public List<Sendable> sendable(String body) {
        desk.require(Permission.EXCHANGE_PACKAGES);
        return outgoing.sendable(body);
    }

    @Override
    public PackageFact export(String fingerprint, List<UUID> proposals, LocalDate validUntil, char[] password, Path target, Progress progress) {
        return wiping(password, () -> outgoing.export(fingerprint, proposals, validUntil, password, target, progress));
    }

    @Override
    public Inspection inspect(Path file) {
        PackageHeader header = seal.look(file);
        return desk.read(tx -> new Inspection(header, Keyring.known(tx, header.sender()).orElse(null), Keyring.own(tx, header.receiver()).isPresent(),
                tx.exchange().find(header.id()).orElse(null)));
    }

    @Override
    public PackageFact open(Path file, char[] password, Progress progress) {
        return wiping(password, () -> opening.open(file, password, progress));
    }

    @Override
    public PackageFact answer(UUID reviewPackage, char[] password, Path target, Progress progress) {
        return wiping(password, () -> outgoing.answer(reviewPackage, password, target, progress));
    }

    @Override
    public Incoming compare(Path file, char[] password, Progress progress) {
        return wiping(password, () -> merging.compare(file, password, progress));
    }

    @Override
    public PackageFact merge(Path file, Map<UUID, Choice> choices, char[] password, Progress progress) {
        return wiping(password, () -> merging.merge(file, choices, password, progress));
    }

    @Override
    public PackageFact exportForm(String body, List<UUID> proposals, LocalDate validUntil, Path target) {
        return forms.export(body, proposals, validUntil, target);
    }

    @Override
    public List<FormPage> readForm(Path file, Progress progress) {
        return forms.read(file, progress);
    }

    @Override
    public PackageFact takeForm(Path file, Progress progress) {
        return forms.take(file, progress);
    }

    @Override
    public List<PackageFact> packages() {
        return desk.read(tx -> tx.exchange().packages()).reversed();
    }

    @Override
    public Map<UUID, UUID> carried() {
        return desk.read(tx -> tx.exchange().carried());
    }
}
