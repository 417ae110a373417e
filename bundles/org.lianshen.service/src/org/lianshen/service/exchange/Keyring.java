package org.lianshen.service.exchange;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.exchange.KeyCard;
import org.lianshen.model.exchange.KeyWord;
import org.lianshen.model.exchange.KeyWord.Standing;
import org.lianshen.model.exchange.OwnKey;
import org.lianshen.model.expert.ExpertCheck;
import org.lianshen.model.identity.Permission;
import org.lianshen.service.Changes.Kind;
import org.lianshen.service.ExchangeService.KnownKey;
import org.lianshen.service.identity.Passwords;
import org.lianshen.service.session.Desk;
import org.lianshen.service.store.StoreLocation;
import org.lianshen.service.store.Tx;

/** The keys of a store: its own, and what people said of those of others. */
final class Keyring {

    private final Desk desk;
    private final PackageSeal seal;

    Keyring(Desk desk, PackageSeal seal) {
        this.desk = desk;
        this.seal = seal;
    }

    static Optional<OwnKey> own(Tx tx) {
        return tx.exchange().ownKeys().stream().reduce((first, second) -> second);
    }

    /** @throws UserProblem if none was made yet */
    static OwnKey requireOwn(Tx tx) {
        return own(tx).orElseThrow(() -> UserProblem.of("exchange.noKey"));
    }

    static Optional<OwnKey> own(Tx tx, String fingerprint) {
        return tx.exchange().ownKeys().stream().filter(key -> key.card().fingerprint().equals(fingerprint)).findFirst();
    }

    static List<KnownKey> known(Tx tx) {
        Map<String, KeyWord> words = words(tx);
        return tx.exchange().cards().stream().map(card -> new KnownKey(card, words.get(card.fingerprint()))).sorted(Comparator.comparing((KnownKey key) -> key.word().standing()).thenComparing(key -> key.card().holder())).toList();
    }

    /** What counts of all that was said of each key, by fingerprint. */
    private static Map<String, KeyWord> words(Tx tx) {
        var words = new HashMap<String, KeyWord>();
        tx.exchange().words().forEach(word -> words.merge(word.fingerprint(), word, KeyWord::weightier));
        return words;
    }

    static Optional<KnownKey> known(Tx tx, String fingerprint) {
        return known(tx).stream().filter(key -> key.card().fingerprint().equals(fingerprint)).findFirst();
    }

    /** @throws UserProblem if nobody vouches for it, or nobody does any more */
    static KnownKey requireTrusted(Tx tx, String fingerprint) {
        KnownKey key = known(tx, fingerprint).orElseThrow(() -> UserProblem.of("exchange.refuse.unknownKey", KeyCard.code(fingerprint)));
        return switch (key.word().standing()) {
            case TRUSTED -> key;
            case UNVERIFIED -> throw UserProblem.of("exchange.refuse.unverifiedKey", key.card().holder(), key.card().code());
            case WITHDRAWN -> throw UserProblem.of("exchange.refuse.withdrawnKey", key.card().holder(), key.card().code(), key.word().how());
        };
    }

    OwnKey make(String holder, String wanted, char[] password) {
        desk.require(Permission.KEEP_KEYS);
        String body = wanted == null ? "" : wanted.strip();
        if (holder == null || holder.isBlank()) {
            throw UserProblem.of("exchange.noHolder");
        }
        requirePassword(password);
        requireBody(body);
        UUID store = desk.read(tx -> {
            requireDesk(tx, body);
            return tx.settings().get(DeskOfBody.STORE).map(UUID::fromString);
        }).orElseGet(() -> desk.ids().next());
        OwnKey key = seal.newKey(desk.pack().place(), store, body, holder.strip(), desk.read(this::madeAt), password);
        return desk.write(Permission.KEEP_KEYS, Kind.EXCHANGE, null, tx -> {
            requireDesk(tx, body);
            tx.settings().put(DeskOfBody.STORE, store.toString());
            tx.exchange().addOwnKey(key);
            if (!body.isEmpty()) {
                new DeskOfBody(body, holder.strip(), store).put(tx);
            }
            tx.audit().append(new AuditEntry("exchange.key", "key " + key.card().code(), null, key.protection().name(), body.isEmpty() ? holder.strip() : body + " " + holder.strip()));
            return key;
        });
    }

    /** Here and at the others the key that was made last is the one in use: a clock that was set back does not bring an older one back. */
    private Instant madeAt(Tx tx) {
        Instant now = desk.clock().instant();
        return own(tx).map(last -> last.card().madeAt().plusMillis(1)).filter(next -> next.isAfter(now)).orElse(now);
    }

    private void requirePassword(char[] password) {
        if (password != null) {
            Passwords.requireStrong(desk.actor().name(), password);
        } else if (DeskOfBody.shared(desk.actor()) || desk.store().location() instanceof StoreLocation.Server) {
            throw UserProblem.of("exchange.passwordForShared");
        }
    }

    private void requireBody(String body) {
        String expert = KeyCard.expertNo(body);
        boolean known = body.isEmpty() || expert != null && ExpertCheck.goodNumber(expert)
                || Stream.concat(desk.pack().bodies().stream().map(each -> each.code()), desk.pack().units().stream().map(each -> each.code())).anyMatch(body::equals);
        if (!known) {
            throw UserProblem.of("exchange.unknownBody", body);
        }
    }

    /** A store is the desk of one body for good, and only if nothing else was done in it. */
    private void requireDesk(Tx tx, String body) {
        Optional<DeskOfBody> now = DeskOfBody.of(tx);
        if (now.isPresent() ? !now.get().body().equals(body) : !body.isEmpty() && own(tx).isPresent()) {
            throw UserProblem.of("exchange.deskTaken", DeskOfBody.named(desk.pack(), now.map(DeskOfBody::body).orElse("")));
        }
        if (!body.isEmpty() && now.isEmpty() && (DeskOfBody.shared(desk.actor()) || !tx.proposals().all().isEmpty() || desk.store().location() instanceof StoreLocation.Server)) {
            throw UserProblem.of("exchange.deskNeedsOwnStore");
        }
    }

    KnownKey importCard(Path file) {
        desk.require(Permission.KEEP_KEYS);
        KeyCard card = seal.readCard(file);
        if (!card.place().equals(desk.pack().place())) {
            throw UserProblem.of("exchange.refuse.cardPlace", card.place(), desk.pack().place());
        }
        return desk.write(Permission.KEEP_KEYS, Kind.EXCHANGE, null, tx -> {
            if (own(tx, card.fingerprint()).isPresent()) {
                throw UserProblem.of("exchange.ownCard");
            }
            known(tx, card.fingerprint()).ifPresent(key -> {
                throw UserProblem.of("exchange.cardKnown", key.card().holder(), key.card().code());
            });
            tx.exchange().cards().stream().filter(other -> other.store().equals(card.store()) && !other.body().equals(card.body())).findFirst().ifPresent(other -> {
                throw UserProblem.of("exchange.cardOtherBody", other.holder(), other.body(), card.body());
            });
            tx.exchange().addCard(card);
            return say(tx, card, Standing.UNVERIFIED, "");
        });
    }

    KnownKey trust(String code) {
        String digits = String.valueOf(code).replaceAll("\\s", "");
        return desk.write(Permission.KEEP_KEYS, Kind.EXCHANGE, null, tx -> {
            KnownKey key = known(tx).stream().filter(each -> each.card().code().replace(" ", "").equals(digits)).findFirst().orElseThrow(() -> UserProblem.of("exchange.noSuchCode", code));
            if (key.word().standing() != Standing.UNVERIFIED) {
                throw UserProblem.of(key.trusted() ? "exchange.trustedAlready" : "exchange.refuse.withdrawnKey", key.card().holder(), key.card().code(), key.word().how());
            }
            return say(tx, key.card(), Standing.TRUSTED, "");
        });
    }

    KnownKey withdraw(String fingerprint, String reason) {
        if (reason == null || reason.isBlank()) {
            throw UserProblem.of("exchange.noReason");
        }
        return desk.write(Permission.KEEP_KEYS, Kind.EXCHANGE, null, tx -> {
            KnownKey key = known(tx, fingerprint).orElseThrow(() -> UserProblem.of("exchange.refuse.unknownKey", KeyCard.code(fingerprint)));
            if (key.word().standing() == Standing.WITHDRAWN) {
                throw UserProblem.of("exchange.refuse.withdrawnKey", key.card().holder(), key.card().code(), key.word().how());
            }
            return say(tx, key.card(), Standing.WITHDRAWN, reason.strip());
        });
    }

    private KnownKey say(Tx tx, KeyCard card, Standing standing, String how) {
        KeyWord before = words(tx).get(card.fingerprint());
        var word = new KeyWord(desk.ids().next(), card.fingerprint(), standing, desk.actor().name(), desk.clock().instant(), how);
        tx.exchange().add(word);
        String whose = card.body().isEmpty() ? card.holder() : card.body() + " " + card.holder();
        tx.audit().append(new AuditEntry("exchange.key", "key " + card.code(), before == null ? null : before.standing().name(), standing.name(), how.isEmpty() ? whose : whose + ": " + how));
        return new KnownKey(card, word);
    }
}
