package org.lianshen.store.rows;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.lianshen.model.ceiling.Pin;
import org.lianshen.service.store.Tx;

final class PinRows implements Tx.Pins {

    private static final Table<Record> CEILING_PIN = Columns.table("ceiling_pin");
    private static final Field<UUID> ID = Columns.id("id");
    private static final Field<Integer> YEAR = Columns.count("fiscal_year");
    private static final Field<UUID> PROJECT = Columns.id("project");
    private static final Field<String> KIND = Columns.text("kind");
    private static final Field<String> REASON = Columns.text("reason");
    private static final Field<String> SAID_BY = Columns.text("said_by");
    private static final Field<Instant> SAID_AT = Columns.moment("said_at");
    private static final List<Field<?>> ALL = List.of(ID, YEAR, PROJECT, KIND, REASON, SAID_BY, SAID_AT);
    private final Work work;

    PinRows(Work work) {
        this.work = work;
    }

    @Override
    public List<Pin> of(int year) {
        return work.sql().select(ALL).from(CEILING_PIN).where(YEAR.eq(year)).orderBy(SAID_AT, ID).fetch(row -> new Pin(row.get(ID), row.get(YEAR), row.get(PROJECT), Pin.Kind.valueOf(row.get(KIND)),
                row.get(REASON), row.get(SAID_BY), row.get(SAID_AT)));
    }

    @Override
    public void add(Pin pin) {
        work.writing();
        work.sql().insertInto(CEILING_PIN, ALL).values(pin.id(), pin.year(), pin.project(), pin.kind().name(), pin.reason(), pin.by(), pin.at()).execute();
    }
}
