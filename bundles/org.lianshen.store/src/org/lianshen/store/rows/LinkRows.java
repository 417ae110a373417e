package org.lianshen.store.rows;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.lianshen.model.linkage.LinkDecision;
import org.lianshen.service.store.Tx;

final class LinkRows implements Tx.Links {

    private static final Table<Record> LINK_DECISION = Columns.table("link_decision");
    private static final Field<UUID> ID = Columns.id("id");
    private static final Field<String> LINE_KEY = Columns.text("line_key");
    private static final Field<UUID> LINE = Columns.id("line");
    private static final Field<UUID> PROJECT = Columns.id("project");
    private static final Field<Boolean> CONFIRMED = Columns.flag("confirmed");
    private static final Field<String> DECIDED_BY = Columns.text("decided_by");
    private static final Field<Instant> DECIDED_AT = Columns.moment("decided_at");
    private static final Field<String> NOTE = Columns.text("note");
    private static final List<Field<?>> ALL = List.of(ID, LINE_KEY, LINE, PROJECT, CONFIRMED, DECIDED_BY, DECIDED_AT, NOTE);
    private final Work work;

    LinkRows(Work work) {
        this.work = work;
    }

    @Override
    public List<LinkDecision> all() {
        return work.sql().select(ALL).from(LINK_DECISION).orderBy(DECIDED_AT, ID).fetch(row -> new LinkDecision(row.get(ID), row.get(LINE_KEY), row.get(LINE),
                row.get(PROJECT), row.get(CONFIRMED), row.get(DECIDED_BY), row.get(DECIDED_AT), row.get(NOTE)));
    }

    @Override
    public void add(LinkDecision decision) {
        work.writing();
        work.sql().insertInto(LINK_DECISION, ALL).values(decision.id(), decision.lineKey(), decision.line(), decision.project(), decision.confirmed(), decision.by(),
                decision.at(), decision.note()).execute();
    }
}
