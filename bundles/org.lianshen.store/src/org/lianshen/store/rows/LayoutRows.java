package org.lianshen.store.rows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.lianshen.model.budget.SheetLayout;
import org.lianshen.service.store.Tx;

final class LayoutRows implements Tx.Layouts {

    private static final Table<Record> SHEET_LAYOUT = Columns.table("sheet_layout");
    private static final Field<UUID> ID = Columns.id("id");
    private static final Field<String> LAYOUT_KEY = Columns.text("layout_key");
    private static final Field<String> CONTENT = Columns.text("content");
    private static final Field<Instant> LEARNT_AT = Columns.moment("learnt_at");
    private static final List<Field<?>> ALL = List.of(ID, LAYOUT_KEY, CONTENT, LEARNT_AT);
    private final Work work;

    LayoutRows(Work work) {
        this.work = work;
    }

    @Override
    public List<SheetLayout> all() {
        return where(DSL.noCondition());
    }

    @Override
    public Optional<SheetLayout> of(String key) {
        List<SheetLayout> said = where(LAYOUT_KEY.eq(key));
        return said.isEmpty() || said.getLast().forgotten() ? Optional.empty() : Optional.of(said.getLast());
    }

    private List<SheetLayout> where(Condition condition) {
        return work.sql().select(ALL).from(SHEET_LAYOUT).where(condition).orderBy(LEARNT_AT, ID).fetch(row -> work.json().read(row.get(CONTENT), SheetLayout.class));
    }

    @Override
    public void add(SheetLayout layout) {
        work.writing();
        work.sql().insertInto(SHEET_LAYOUT, ALL).values(layout.id(), layout.key(), work.json().write(layout), layout.at()).execute();
    }
}
