package org.lianshen.store.rows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.budget.SheetReading;
import org.lianshen.service.store.Tx;

/** Batches of imported sheets; their lines are in {@link PageRows}, and those of stores of version 1 in {@link LineRows}. */
final class BudgetRows implements Tx.Budgets {

    private static final Table<Record> BUDGET_BATCH = Columns.table("budget_batch");
    private static final Field<UUID> ID = Columns.id("id");
    private static final Field<String> FILE_NAME = Columns.text("file_name");
    private static final Field<String> SHA256 = Columns.text("sha256");
    private static final Field<Integer> FISCAL_YEAR = Columns.count("fiscal_year");
    private static final Field<String> KIND = Columns.text("kind");
    private static final Field<String> SHEETS = Columns.text("sheets");
    private static final Field<Integer> LINE_COUNT = Columns.count("line_count");
    private static final Field<UUID> REPLACES = Columns.id("replaces");
    private static final Field<Instant> IMPORTED_AT = Columns.moment("imported_at");
    private static final Field<String> IMPORTED_BY = Columns.text("imported_by");
    private static final Field<Instant> UNDONE_AT = Columns.moment("undone_at");
    private static final List<Field<?>> ALL =
            List.of(ID, FILE_NAME, SHA256, FISCAL_YEAR, KIND, SHEETS, LINE_COUNT, REPLACES, IMPORTED_AT, IMPORTED_BY, UNDONE_AT);
    private final Work work;
    private final LineRows lines;
    private final PageRows pages;

    BudgetRows(Work work) {
        this.work = work;
        this.lines = new LineRows(work);
        this.pages = new PageRows(work);
    }

    @Override
    public List<BudgetBatch> batches() {
        return where(DSL.noCondition());
    }

    @Override
    public Optional<BudgetBatch> batch(UUID id) {
        return where(ID.eq(id)).stream().findFirst();
    }

    private List<BudgetBatch> where(Condition condition) {
        return work.sql().select(ALL).from(BUDGET_BATCH).where(condition).orderBy(IMPORTED_AT, ID)
                .fetch(row -> new BudgetBatch(row.get(ID), row.get(FILE_NAME), row.get(SHA256), row.get(FISCAL_YEAR), SheetKind.valueOf(row.get(KIND)),
                        work.json().readList(row.get(SHEETS), SheetReading.class), row.get(LINE_COUNT), row.get(REPLACES), row.get(IMPORTED_AT),
                        row.get(IMPORTED_BY), row.get(UNDONE_AT)));
    }

    @Override
    public Tx.Adding adding(UUID batch) {
        work.writing();
        PageRows.Insert insert = pages.insert(batch);
        return new Tx.Adding() {
            @Override
            public void line(BudgetLine line) {
                insert.add(line);
            }

            @Override
            public void finish(BudgetBatch finished) {
                insert.finish();
                store(finished);
            }
        };
    }

    private void store(BudgetBatch batch) {
        work.sql().insertInto(BUDGET_BATCH, ALL).values(batch.id(), batch.file(), batch.sha256(), batch.year(), batch.kind().name(),
                work.json().write(batch.sheets()), batch.lines(), batch.replaces(), batch.importedAt(), batch.importedBy(), batch.undoneAt()).execute();
    }

    @Override
    public void eachLineOf(UUID batch, Consumer<BudgetLine> consumer) {
        pages.each(batch, consumer);
        lines.each(batch, consumer);
    }

    @Override
    public void undo(UUID batch, Instant at) {
        work.writing();
        work.sql().update(BUDGET_BATCH).set(UNDONE_AT, at).where(ID.eq(batch)).execute();
    }

    @Override
    public List<BudgetLine> lines(int year) {
        var found = new ArrayList<BudgetLine>();
        eachLine(line -> {
            if (line.year() == year) {
                found.add(line);
            }
        });
        return found;
    }

    @Override
    public void eachLine(Consumer<BudgetLine> consumer) {
        inForce().forEach(batch -> eachLineOf(batch, consumer));
    }

    @Override
    public Optional<BudgetLine> line(UUID id) {
        return pages.find(id).or(() -> lines.find(id));
    }

    /** Batches that are neither undone nor replaced, by a batch in force or by one that was itself replaced; oldest first. */
    private List<UUID> inForce() {
        var all = work.sql().select(ID, REPLACES, UNDONE_AT).from(BUDGET_BATCH).orderBy(IMPORTED_AT, ID).fetch();
        return all.stream().filter(batch -> batch.get(UNDONE_AT) == null && !replaced(batch.get(ID), all)).map(batch -> batch.get(ID)).toList();
    }

    private static boolean replaced(UUID batch, List<? extends Record> all) {
        return all.stream().filter(other -> batch.equals(other.get(REPLACES))).anyMatch(other -> other.get(UNDONE_AT) == null || replaced(other.get(ID), all));
    }
}
