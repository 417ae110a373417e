package org.lianshen.store.rows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.lianshen.model.linkage.CheckRun;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.LineResult;
import org.lianshen.service.store.Tx;

/** Runs of the linkage check; the results of a hundred thousand lines are kept in pieces. */
final class CheckRows implements Tx.Checks {

    private static final int PART_CHARACTERS = 200_000;
    private static final String LINES = "LINES";
    private static final String FINDINGS = "FINDINGS";

    private static final Table<Record> CHECK_RUN = Columns.table("check_run");
    private static final Field<UUID> ID = Columns.id("id");
    private static final Field<Integer> FISCAL_YEAR = Columns.count("fiscal_year");
    private static final Field<LocalDate> AS_OF = Columns.day("as_of");
    private static final Field<String> PACK = Columns.text("pack");
    private static final Field<Instant> RUN_AT = Columns.moment("run_at");
    private static final Field<String> RUN_BY = Columns.text("run_by");
    private static final Table<Record> CHECK_PART = Columns.table("check_part");
    private static final Field<UUID> RUN = Columns.id("run");
    private static final Field<Integer> PART_NO = Columns.count("part_no");
    private static final Field<String> KIND = Columns.text("kind");
    private static final Field<String> CONTENT = Columns.text("content");
    private final Work work;

    CheckRows(Work work) {
        this.work = work;
    }

    @Override
    public Optional<CheckRun> last(int year) {
        return work.sql().select(ID, FISCAL_YEAR, AS_OF, PACK, RUN_AT, RUN_BY).from(CHECK_RUN).where(FISCAL_YEAR.eq(year)).orderBy(RUN_AT.desc(), ID.desc()).limit(1)
                .fetchOptional(row -> new CheckRun(row.get(ID), row.get(FISCAL_YEAR), row.get(AS_OF), row.get(PACK), row.get(RUN_AT), row.get(RUN_BY),
                        parts(row.get(ID), LINES, LineResult.class), parts(row.get(ID), FINDINGS, Finding.class)));
    }

    private <T> List<T> parts(UUID run, String kind, Class<T> type) {
        var items = new ArrayList<T>();
        work.sql().select(CONTENT).from(CHECK_PART).where(RUN.eq(run), KIND.eq(kind)).orderBy(PART_NO)
                .forEach(row -> items.addAll(work.json().readList(row.get(CONTENT), type)));
        return items;
    }

    @Override
    public void add(CheckRun run) {
        work.writing();
        work.sql().insertInto(CHECK_RUN, ID, FISCAL_YEAR, AS_OF, PACK, RUN_AT, RUN_BY).values(run.id(), run.year(), run.asOf(), run.pack(), run.at(), run.by())
                .execute();
        int next = add(run.id(), 0, LINES, run.lines());
        add(run.id(), next, FINDINGS, run.findings());
    }

    private int add(UUID run, int first, String kind, Collection<?> items) {
        int part = first;
        for (String content : work.json().writeParts(items, PART_CHARACTERS)) {
            work.sql().insertInto(CHECK_PART, RUN, PART_NO, KIND, CONTENT).values(run, part, kind, content).execute();
            part++;
        }
        return part;
    }
}
