package org.lianshen.store.rows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.lianshen.model.review.Look;
import org.lianshen.service.store.Tx;

final class LookRows implements Tx.Looks {

    private static final Table<Record> REVIEW_LOOK = Columns.table("review_look");
    private static final Field<UUID> PROPOSAL = Columns.id("proposal");
    private static final Field<String> ACCOUNT = Columns.text("account");
    private static final Field<Integer> SEQ = Columns.count("seq");
    private static final Field<Integer> VERSION = Columns.count("version_no");
    private static final Field<Instant> LOOKED_AT = Columns.moment("looked_at");
    private static final List<Field<?>> ALL = List.of(PROPOSAL, ACCOUNT, SEQ, VERSION, LOOKED_AT);
    private final Work work;

    LookRows(Work work) {
        this.work = work;
    }

    @Override
    public List<Look> of(UUID proposal) {
        return work.sql().select(ALL).from(REVIEW_LOOK).where(PROPOSAL.eq(proposal)).orderBy(LOOKED_AT, ACCOUNT, SEQ, VERSION).fetch(LookRows::look);
    }

    @Override
    public Map<UUID, List<Look>> all() {
        var all = new HashMap<UUID, List<Look>>();
        work.sql().select(ALL).from(REVIEW_LOOK).orderBy(PROPOSAL, LOOKED_AT, ACCOUNT, SEQ, VERSION)
                .forEach(row -> all.computeIfAbsent(row.get(PROPOSAL), id -> new ArrayList<>()).add(look(row)));
        return all;
    }

    @Override
    public void add(Look look) {
        work.writing();
        boolean known = work.sql().fetchExists(work.sql().select(SEQ).from(REVIEW_LOOK)
                .where(PROPOSAL.eq(look.proposal()), ACCOUNT.eq(look.account()), SEQ.eq(look.seq()), VERSION.eq(look.version())));
        if (!known) {
            work.sql().insertInto(REVIEW_LOOK, ALL).values(look.proposal(), look.account(), look.seq(), look.version(), look.at()).execute();
        }
    }

    private static Look look(Record row) {
        return new Look(row.get(PROPOSAL), row.get(ACCOUNT), row.get(SEQ), row.get(VERSION), row.get(LOOKED_AT));
    }
}
