package org.lianshen.store.rows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;

/**
 * Things that come by imports and are known by a key: one that comes again keeps its id and takes the new content; every import stays as a fact of its own.
 *
 * @param <B> an import
 * @param <E> a thing
 */
final class KeyedRows<B, E> {

    private static final Field<UUID> ID = Columns.id("id");
    private static final Field<Instant> IMPORTED_AT = Columns.moment("imported_at");
    private static final Field<String> MATCH_KEY = Columns.text("match_key");
    private static final Field<UUID> BATCH = Columns.id("batch");
    private static final Field<Integer> ENTRY_NO = Columns.count("entry_no");
    private static final Field<String> CONTENT = Columns.text("content");
    private static final int AT_ONCE = 1000;

    private final Work work;
    private final Table<Record> batches;
    private final Class<B> batchType;
    private final Table<Record> entries;
    private final Class<E> type;

    KeyedRows(Work work, String batches, Class<B> batchType, String entries, Class<E> type) {
        this.work = work;
        this.batches = Columns.table(batches);
        this.batchType = batchType;
        this.entries = Columns.table(entries);
        this.type = type;
    }

    List<E> all() {
        return work.sql().select(CONTENT).from(entries).orderBy(ENTRY_NO).fetch(row -> work.json().read(row.get(CONTENT), type));
    }

    List<B> batches() {
        return work.sql().select(CONTENT).from(batches).orderBy(IMPORTED_AT, ID).fetch(row -> work.json().read(row.get(CONTENT), batchType));
    }

    /** A thing with the id that it is kept under. */
    interface Kept<E> {
        E with(E thing, UUID id);
    }

    /** @param things by key, with the ids that they have where they are new @return how many were new */
    int put(UUID batch, Instant importedAt, B content, Map<String, E> things, java.util.function.Function<E, UUID> id, Kept<E> kept) {
        work.writing();
        work.sql().insertInto(batches, ID, IMPORTED_AT, CONTENT).values(batch, importedAt, work.json().write(content)).execute();
        Map<String, UUID> known = new HashMap<>(work.sql().select(MATCH_KEY, ID).from(entries).fetchMap(MATCH_KEY, ID));
        int next = known.size();
        int added = 0;
        var queries = new ArrayList<Query>(AT_ONCE);
        for (var each : things.entrySet()) {
            UUID stored = known.get(each.getKey());
            UUID own = stored == null ? id.apply(each.getValue()) : stored;
            String written = work.json().write(kept.with(each.getValue(), own));
            if (stored == null) {
                added++;
                queries.add(work.sql().insertInto(entries, ID, MATCH_KEY, BATCH, ENTRY_NO, CONTENT).values(own, each.getKey(), batch, ++next, written));
            } else {
                queries.add(work.sql().update(entries).set(BATCH, batch).set(CONTENT, written).where(ID.eq(own)));
            }
            if (queries.size() == AT_ONCE) {
                work.sql().batch(queries).execute();
                queries.clear();
            }
        }
        work.sql().batch(queries).execute();
        return added;
    }
}
