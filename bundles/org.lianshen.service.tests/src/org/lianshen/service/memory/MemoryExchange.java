package org.lianshen.service.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lianshen.model.StaleWrite;
import org.lianshen.model.exchange.KeyCard;
import org.lianshen.model.exchange.KeyWord;
import org.lianshen.model.exchange.OwnKey;
import org.lianshen.model.exchange.PackageFact;
import org.lianshen.service.store.Tx;

/** Keys and packages in memory. */
record MemoryExchange(MemoryTx tx) implements Tx.Exchange {

    @Override
    public List<OwnKey> ownKeys() {
        return tx.state().ownKeys.stream().sorted(Comparator.comparing((OwnKey key) -> key.card().madeAt()).thenComparing(key -> key.card().fingerprint())).toList();
    }

    @Override
    public void addOwnKey(OwnKey key) {
        tx.writing();
        tx.state().ownKeys.add(key);
    }

    @Override
    public List<KeyCard> cards() {
        return List.copyOf(tx.state().cards.values());
    }

    @Override
    public void addCard(KeyCard card) {
        tx.writing();
        tx.state().cards.putIfAbsent(card.fingerprint(), card);
    }

    @Override
    public List<KeyWord> words() {
        return tx.state().words.stream().sorted(Comparator.comparing(KeyWord::at).thenComparing(KeyWord::id)).toList();
    }

    @Override
    public void add(KeyWord word) {
        tx.writing();
        tx.state().words.add(word);
    }

    @Override
    public List<PackageFact> packages() {
        return List.copyOf(tx.state().packages.values());
    }

    @Override
    public Optional<PackageFact> find(UUID id) {
        return Optional.ofNullable(tx.state().packages.get(id));
    }

    @Override
    public void add(PackageFact fact) {
        tx.writing();
        PackageFact stored = tx.state().packages.putIfAbsent(fact.header().id(), fact);
        if (stored != null) {
            throw new StaleWrite(fact.fileName(), fact, stored);
        }
    }

    @Override
    public Map<UUID, UUID> carried() {
        return Map.copyOf(tx.state().carried);
    }

    @Override
    public void addCarried(UUID act, UUID byPackage) {
        tx.writing();
        tx.state().carried.put(act, byPackage);
    }
}
