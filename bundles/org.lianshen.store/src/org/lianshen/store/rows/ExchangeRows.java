package org.lianshen.store.rows;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.lianshen.model.StaleWrite;
import org.lianshen.model.exchange.KeyCard;
import org.lianshen.model.exchange.KeyWord;
import org.lianshen.model.exchange.OwnKey;
import org.lianshen.model.exchange.PackageFact;
import org.lianshen.service.store.Tx;

final class ExchangeRows implements Tx.Exchange {

    private static final Table<Record> OWN_KEY = Columns.table("own_key");
    private static final Table<Record> KNOWN_KEY = Columns.table("known_key");
    private static final Field<String> FINGERPRINT = Columns.text("fingerprint");
    private static final Field<Instant> MADE_AT = Columns.moment("made_at");
    private static final Table<Record> KEY_WORD = Columns.table("key_word");
    private static final Field<Instant> SAID_AT = Columns.moment("said_at");
    private static final Table<Record> PACKAGE = Columns.table("exchange_package");
    private static final Field<UUID> ID = Columns.id("id");
    private static final Field<Instant> DONE_AT = Columns.moment("done_at");
    private static final Field<String> CONTENT = Columns.text("content");
    private static final Table<Record> CARRIED_ACT = Columns.table("carried_act");
    private static final Field<UUID> ACT = Columns.id("act");
    private static final Field<UUID> BY_PACKAGE = Columns.id("package");
    private final Work work;

    ExchangeRows(Work work) {
        this.work = work;
    }

    @Override
    public List<OwnKey> ownKeys() {
        return work.sql().select(CONTENT).from(OWN_KEY).orderBy(MADE_AT, FINGERPRINT).fetch(row -> work.json().read(row.get(CONTENT), OwnKey.class));
    }

    @Override
    public void addOwnKey(OwnKey key) {
        work.writing();
        work.sql().insertInto(OWN_KEY, FINGERPRINT, MADE_AT, CONTENT).values(key.card().fingerprint(), key.card().madeAt(), work.json().write(key)).execute();
    }

    @Override
    public List<KeyCard> cards() {
        return work.sql().select(CONTENT).from(KNOWN_KEY).orderBy(MADE_AT, FINGERPRINT).fetch(row -> work.json().read(row.get(CONTENT), KeyCard.class));
    }

    @Override
    public void addCard(KeyCard card) {
        work.writing();
        if (!work.sql().fetchExists(KNOWN_KEY, FINGERPRINT.eq(card.fingerprint()))) {
            work.sql().insertInto(KNOWN_KEY, FINGERPRINT, MADE_AT, CONTENT).values(card.fingerprint(), card.madeAt(), work.json().write(card)).execute();
        }
    }

    @Override
    public List<KeyWord> words() {
        return work.sql().select(CONTENT).from(KEY_WORD).orderBy(SAID_AT, ID).fetch(row -> work.json().read(row.get(CONTENT), KeyWord.class));
    }

    @Override
    public void add(KeyWord word) {
        work.writing();
        work.sql().insertInto(KEY_WORD, ID, SAID_AT, CONTENT).values(word.id(), word.at(), work.json().write(word)).execute();
    }

    @Override
    public List<PackageFact> packages() {
        return work.sql().select(CONTENT).from(PACKAGE).orderBy(DONE_AT, ID).fetch(row -> work.json().read(row.get(CONTENT), PackageFact.class));
    }

    @Override
    public Optional<PackageFact> find(UUID id) {
        return work.sql().select(CONTENT).from(PACKAGE).where(ID.eq(id)).fetchOptional(row -> work.json().read(row.get(CONTENT), PackageFact.class));
    }

    @Override
    public void add(PackageFact fact) {
        work.writing();
        find(fact.header().id()).ifPresent(stored -> {
            throw new StaleWrite(fact.fileName(), fact, stored);
        });
        work.sql().insertInto(PACKAGE, ID, DONE_AT, CONTENT).values(fact.header().id(), fact.at(), work.json().write(fact)).execute();
    }

    @Override
    public Map<UUID, UUID> carried() {
        var carried = new HashMap<UUID, UUID>();
        work.sql().select(ACT, BY_PACKAGE).from(CARRIED_ACT).forEach(row -> carried.put(row.get(ACT), row.get(BY_PACKAGE)));
        return carried;
    }

    @Override
    public void addCarried(UUID act, UUID byPackage) {
        work.writing();
        work.sql().insertInto(CARRIED_ACT, ACT, BY_PACKAGE).values(act, byPackage).execute();
    }
}
