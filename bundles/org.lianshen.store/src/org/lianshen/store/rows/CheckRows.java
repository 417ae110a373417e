package org.lianshen.store.rows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.lianshen.model.finding.FindingId;
import org.lianshen.model.finding.RunHead;
import org.lianshen.model.finding.RunPatch;
import org.lianshen.model.linkage.CheckRun;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.LineResult;
import org.lianshen.service.store.Tx;

/** Runs of the linkage check; the results of a hundred thousand lines are kept in pieces, those of a run after an officer's word as what it changes. */
final class CheckRows implements Tx.Checks {

    private static final int PART_CHARACTERS = 200_000;
    private static final String LINES = "LINES";
    private static final String GONE = "GONE";
    private static final String FINDINGS = "FINDINGS";

    private static final Table<Record> CHECK_RUN = Columns.table("check_run");
    private static final Field<UUID> ID = Columns.id("id");
    private static final Field<Integer> FISCAL_YEAR = Columns.count("fiscal_year");
    private static final Field<LocalDate> AS_OF = Columns.day("as_of");
    private static final Field<String> PACK = Columns.text("pack");
    private static final Field<Instant> RUN_AT = Columns.moment("run_at");
    private static final Field<String> RUN_BY = Columns.text("run_by");
    private static final Field<String> CAUSE = Columns.text("cause");
    private static final Field<UUID> BASED_ON = Columns.id("based_on");
    private static final Field<String> COUNTS = Columns.text("counts");
    private static final List<Field<?>> HEAD = List.of(ID, FISCAL_YEAR, AS_OF, PACK, RUN_AT, RUN_BY, CAUSE, BASED_ON, COUNTS);
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
        return lastHead(year).map(this::contents);
    }

    @Override
    public Optional<RunHead> lastHead(int year) {
        return work.sql().select(HEAD).from(CHECK_RUN).where(FISCAL_YEAR.eq(year)).orderBy(RUN_AT.desc(), ID.desc()).limit(1).fetchOptional(row -> head(row, true));
    }

    @Override
    public Optional<CheckRun> find(UUID run) {
        return head(run).filter(head -> work.sql().fetchExists(CHECK_PART, RUN.eq(run))).map(this::contents);
    }

    private Optional<RunHead> head(UUID run) {
        return work.sql().select(HEAD).from(CHECK_RUN).where(ID.eq(run)).fetchOptional(row -> head(row, true));
    }

    @Override
    public List<RunHead> heads(int year) {
        var kept = new HashSet<>(work.sql().selectDistinct(RUN).from(CHECK_PART).fetch(RUN));
        return work.sql().select(HEAD).from(CHECK_RUN).where(FISCAL_YEAR.eq(year)).orderBy(RUN_AT.desc(), ID.desc()).fetch(row -> head(row, kept.contains(row.get(ID))));
    }

    private RunHead head(Record row, boolean kept) {
        String counts = row.get(COUNTS);
        return new RunHead(row.get(ID), row.get(FISCAL_YEAR), row.get(AS_OF), row.get(PACK), row.get(RUN_AT), row.get(RUN_BY), RunHead.Cause.valueOf(row.get(CAUSE)),
                row.get(BASED_ON), counts == null ? null : work.json().read(counts, RunHead.Counts.class), kept);
    }

    /** The whole run that it rests on, with the changes up to it. */
    private CheckRun contents(RunHead wanted) {
        var chain = new ArrayDeque<RunHead>();
        RunHead head = wanted;
        while (head.basedOn() != null) {
            chain.push(head);
            head = head(head.basedOn()).orElseThrow();
        }
        var run = new CheckRun(head.id(), head.year(), head.asOf(), head.pack(), head.at(), head.by(), parts(head.id(), LINES, LineResult.class),
                parts(head.id(), FINDINGS, Finding.class));
        for (RunHead next : chain) {
            run = new RunPatch(parts(next.id(), LINES, LineResult.class), parts(next.id(), GONE, FindingId.class), parts(next.id(), FINDINGS, Finding.class)).applied(run,
                    next);
        }
        return run;
    }

    private <T> List<T> parts(UUID run, String kind, Class<T> type) {
        var items = new ArrayList<T>();
        work.sql().select(CONTENT).from(CHECK_PART).where(RUN.eq(run), KIND.eq(kind)).orderBy(PART_NO)
                .forEach(row -> items.addAll(work.json().readList(row.get(CONTENT), type)));
        return items;
    }

    @Override
    public void add(RunHead head, CheckRun run) {
        addHead(head);
        int next = add(run.id(), 0, LINES, run.lines());
        add(run.id(), next, FINDINGS, run.findings());
    }

    @Override
    public void add(RunHead head, RunPatch patch) {
        addHead(head);
        int next = add(head.id(), 0, LINES, patch.lines());
        next = add(head.id(), next, GONE, patch.gone());
        add(head.id(), next, FINDINGS, patch.come());
    }

    private void addHead(RunHead head) {
        work.writing();
        work.sql().insertInto(CHECK_RUN, HEAD).values(head.id(), head.year(), head.asOf(), head.pack(), head.at(), head.by(), head.cause().name(), head.basedOn(),
                head.counts() == null ? null : work.json().write(head.counts())).execute();
    }

    /** Nothing is kept as an empty list, so that contents that are kept can be told from those that are not. */
    private int add(UUID run, int first, String kind, Collection<?> items) {
        int part = first;
        for (String content : items.isEmpty() ? List.of("[]") : work.json().writeParts(items, PART_CHARACTERS)) {
            work.sql().insertInto(CHECK_PART, RUN, PART_NO, KIND, CONTENT).values(run, part, kind, content).execute();
            part++;
        }
        return part;
    }

    @Override
    public void thin(Collection<UUID> runs) {
        work.writing();
        work.sql().deleteFrom(CHECK_PART).where(RUN.in(runs)).execute();
    }
}
