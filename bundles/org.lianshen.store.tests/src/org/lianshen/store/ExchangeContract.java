package org.lianshen.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lianshen.model.StaleWrite;
import org.lianshen.model.exchange.KeyCard;
import org.lianshen.model.exchange.KeyWord;
import org.lianshen.model.exchange.OwnKey;
import org.lianshen.model.exchange.PackageFact;
import org.lianshen.model.exchange.PackageHeader;

/** What every store promises of keys and packages; runs on H2 and on PostgreSQL. */
abstract class ExchangeContract extends StoreFixture {

    private KeyCard card(int seed) {
        var any = new Anything(seed).of(KeyCard.class);
        return new KeyCard(String.format("%064x", seed), any.publicKey(), any.place(), any.store(), any.body(), any.holder(), Instant.ofEpochSecond(seed));
    }

    private PackageFact fact(int seed) {
        var anything = new Anything(seed);
        var any = anything.of(PackageFact.class);
        var header = anything.of(PackageHeader.class);
        var told = new PackageHeader(ids.next(), header.kind(), header.place(), header.packId(), header.packDigest(), header.store(), header.sender(), header.receiver(), header.body(),
                header.created(), header.validUntil(), header.answers());
        return new PackageFact(told, any.sent(), any.fileName(), any.digest(), any.code(), any.parts(), any.by(), Instant.ofEpochSecond(seed));
    }

    @Test
    void keysComeBackAsTheyWere() {
        var own = new ArrayList<OwnKey>();
        var cards = new ArrayList<KeyCard>();
        var words = new ArrayList<KeyWord>();
        for (int seed = 10; seed < 10 + SEEDS; seed++) {
            var key = new OwnKey(card(seed), OwnKey.Protection.values()[seed % 2], "aa:bb:cc" + seed);
            var any = new Anything(seed).of(KeyWord.class);
            var word = new KeyWord(ids.next(), any.fingerprint(), any.standing(), any.by(), Instant.ofEpochSecond(seed), any.how());
            own.add(key);
            cards.add(card(seed));
            words.add(word);
            KeyCard same = card(seed);
            write(tx -> {
                tx.exchange().addOwnKey(key);
                tx.exchange().addCard(same);
                tx.exchange().addCard(new KeyCard(same.fingerprint(), "", "other", same.store(), "", "", same.madeAt()));
                tx.exchange().add(word);
            });
        }
        reopen();
        assertEquals(own, read(tx -> tx.exchange().ownKeys()));
        assertEquals(cards, read(tx -> tx.exchange().cards()), "a card that is known is kept as it was");
        assertEquals(words, read(tx -> tx.exchange().words()));
    }

    @Test
    void packagesComeBackAsTheyWereAndOnce() {
        var facts = new ArrayList<PackageFact>();
        for (int seed = 10; seed < 10 + SEEDS; seed++) {
            PackageFact fact = fact(seed);
            facts.add(fact);
            write(tx -> tx.exchange().add(fact));
        }
        reopen();
        assertEquals(facts, read(tx -> tx.exchange().packages()));
        PackageFact first = facts.getFirst();
        assertEquals(Optional.of(first), read(tx -> tx.exchange().find(first.header().id())));
        assertEquals(Optional.empty(), read(tx -> tx.exchange().find(ids.next())));
        assertEquals(first, assertThrows(StaleWrite.class, () -> write(tx -> tx.exchange().add(first))).stored());
    }

    @Test
    void anActSaysByWhichPackageItCame() {
        PackageFact fact = fact(3);
        var act = ids.next();
        write(tx -> {
            tx.exchange().add(fact);
            tx.exchange().addCarried(act, fact.header().id());
        });
        reopen();
        assertEquals(Map.of(act, fact.header().id()), read(tx -> tx.exchange().carried()));
        assertThrows(RuntimeException.class, () -> write(tx -> tx.exchange().addCarried(act, fact.header().id())));
        assertThrows(RuntimeException.class, () -> write(tx -> tx.exchange().addCarried(ids.next(), ids.next())));
    }

    @Test
    void aReadingTransactionWritesNothing() {
        assertThrows(IllegalStateException.class, () -> read(tx -> {
            tx.exchange().addCard(card(1));
            return null;
        }));
        assertThrows(IllegalStateException.class, () -> read(tx -> {
            tx.exchange().add(fact(1));
            return null;
        }));
        assertEquals(List.of(), read(tx -> tx.exchange().cards()));
    }
}
