package org.lianshen.store.rows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.lianshen.model.ledger.CatalogueBatch;
import org.lianshen.model.ledger.CatalogueEntry;
import org.lianshen.service.store.Tx;

/** Entries of catalogues. One that comes again keeps its key and takes the new content; every import stays as a fact of its own. */
final class CatalogueRows implements Tx.Catalogues {

    private static final Table<Record> CATALOGUE_BATCH = Columns.table("catalogue_batch");
    private static final Table<Record> CATALOGUE_ENTRY = Columns.table("catalogue_entry");
    private static final Field<UUID> ID = Columns.id("id");
    private static final Field<Instant> IMPORTED_AT = Columns.moment("imported_at");
    private static final Field<String> MATCH_KEY = Columns.text("match_key");
    private static final Field<UUID> BATCH = Columns.id("batch");
    private static final Field<Integer> ENTRY_NO = Columns.count("entry_no");
    private static final Field<String> CONTENT = Columns.text("content");
    private static final int AT_ONCE = 1000;
    private final Work work;

    CatalogueRows(Work work) {
        this.work = work;
    }

    @Override
    public List<CatalogueEntry> all() {
        return work.sql().select(CONTENT).from(CATALOGUE_ENTRY).orderBy(ENTRY_NO).fetch(row -> work.json().read(row.get(CONTENT), CatalogueEntry.class));
    }

    @Override
    public List<CatalogueBatch> batches() {
        return work.sql().select(CONTENT).from(CATALOGUE_BATCH).orderBy(IMPORTED_AT, ID).fetch(row -> work.json().read(row.get(CONTENT), CatalogueBatch.class));
    }

    @Override
    public int put(CatalogueBatch batch, Collection<CatalogueEntry> entries) {
        work.writing();
        work.sql().insertInto(CATALOGUE_BATCH, ID, IMPORTED_AT, CONTENT).values(batch.id(), batch.importedAt(), work.json().write(batch)).execute();
        Map<String, UUID> known = new HashMap<>(work.sql().select(MATCH_KEY, ID).from(CATALOGUE_ENTRY).fetchMap(MATCH_KEY, ID));
        int next = known.size();
        int added = 0;
        var last = new LinkedHashMap<String, CatalogueEntry>();
        entries.forEach(entry -> last.put(entry.key(), entry));
        var queries = new ArrayList<Query>(AT_ONCE);
        for (var each : last.entrySet()) {
            UUID id = known.get(each.getKey());
            CatalogueEntry entry = each.getValue();
            if (id == null) {
                added++;
                queries.add(work.sql().insertInto(CATALOGUE_ENTRY, ID, MATCH_KEY, BATCH, ENTRY_NO, CONTENT)
                        .values(entry.id(), each.getKey(), batch.id(), ++next, work.json().write(entry)));
            } else {
                queries.add(work.sql().update(CATALOGUE_ENTRY).set(BATCH, batch.id()).set(CONTENT, work.json().write(entry.withId(id))).where(ID.eq(id)));
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
