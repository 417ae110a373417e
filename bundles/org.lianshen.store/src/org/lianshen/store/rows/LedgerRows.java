package org.lianshen.store.rows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.lianshen.model.ledger.LedgerBatch;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.service.store.Tx;

/** Imported projects. One that comes again keeps the key of its first row, so that links to it stay. */
final class LedgerRows implements Tx.Ledger {

    private static final Table<Record> LEDGER_BATCH = Columns.table("ledger_batch");
    private static final Table<Record> LEDGER_PROJECT = Columns.table("ledger_project");
    private static final Field<UUID> ID = Columns.id("id");
    private static final Field<Instant> IMPORTED_AT = Columns.moment("imported_at");
    private static final Field<String> MATCH_KEY = Columns.text("match_key");
    private static final Field<UUID> BATCH = Columns.id("batch");
    private static final Field<String> CONTENT = Columns.text("content");
    private static final int AT_ONCE = 1000;
    private final Work work;

    LedgerRows(Work work) {
        this.work = work;
    }

    @Override
    public List<LedgerProject> imported() {
        return work.sql().select(CONTENT).from(LEDGER_PROJECT).orderBy(ID).fetch(row -> work.json().read(row.get(CONTENT), LedgerProject.class));
    }

    @Override
    public Optional<LedgerProject> find(UUID id) {
        return work.sql().select(CONTENT).from(LEDGER_PROJECT).where(ID.eq(id)).fetchOptional(CONTENT).map(text -> work.json().read(text, LedgerProject.class));
    }

    @Override
    public List<LedgerBatch> batches() {
        return work.sql().select(CONTENT).from(LEDGER_BATCH).orderBy(IMPORTED_AT, ID).fetch(row -> work.json().read(row.get(CONTENT), LedgerBatch.class));
    }

    @Override
    public int put(LedgerBatch batch, Collection<LedgerProject> projects) {
        work.writing();
        work.sql().insertInto(LEDGER_BATCH, ID, IMPORTED_AT, CONTENT).values(batch.id(), batch.importedAt(), work.json().write(batch)).execute();
        Map<String, UUID> known = new HashMap<>(work.sql().select(MATCH_KEY, ID).from(LEDGER_PROJECT).fetchMap(MATCH_KEY, ID));
        var last = new LinkedHashMap<String, LedgerProject>();
        projects.forEach(project -> last.put(key(project), project));
        int added = 0;
        var queries = new ArrayList<Query>(AT_ONCE);
        for (var entry : last.entrySet()) {
            UUID id = known.get(entry.getKey());
            if (id == null) {
                added++;
                queries.add(work.sql().insertInto(LEDGER_PROJECT, ID, MATCH_KEY, BATCH, CONTENT)
                        .values(entry.getValue().id(), entry.getKey(), batch.id(), work.json().write(entry.getValue())));
            } else {
                queries.add(work.sql().update(LEDGER_PROJECT).set(BATCH, batch.id()).set(CONTENT, work.json().write(withId(entry.getValue(), id))).where(ID.eq(id)));
            }
            if (queries.size() == AT_ONCE) {
                work.sql().batch(queries).execute();
                queries.clear();
            }
        }
        work.sql().batch(queries).execute();
        return added;
    }

    private static String key(LedgerProject project) {
        String reviewNo = project.reviewNo();
        return reviewNo == null || reviewNo.isBlank() ? "name:" + project.unit() + "|" + project.name() : "no:" + reviewNo.strip();
    }

    private static LedgerProject withId(LedgerProject p, UUID id) {
        return new LedgerProject(id, p.imported(), p.reviewNo(), p.name(), p.unitCode(), p.unit(), p.department(), p.projectClass(), p.nature(), p.level(), p.year(),
                p.applied(), p.approved(), p.state(), p.approvedOn(), p.validUntil(), p.funds(), p.projectCode(), p.operating(), p.openConditions(), p.decision(),
                p.functions(), p.more());
    }
}
