package org.lianshen.store.rows;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.lianshen.model.finding.FindingAct;
import org.lianshen.model.finding.FindingId;
import org.lianshen.model.finding.FindingStep;
import org.lianshen.model.finding.FindingTurn;
import org.lianshen.model.linkage.Finding;
import org.lianshen.service.store.Tx;

/** The life of findings. */
final class FindingRows implements Tx.Findings {

    private static final Field<Integer> FISCAL_YEAR = Columns.count("fiscal_year");
    private static final Field<String> RULE = Columns.text("rule_id");
    private static final Field<String> KEY = Columns.text("finding_key");
    private static final Field<UUID> RUN = Columns.id("run");

    private static final Table<Record> FINDING_ACT = Columns.table("finding_act");
    private static final Field<UUID> ID = Columns.id("id");
    private static final Field<Instant> DONE_AT = Columns.moment("done_at");
    private static final Field<String> SIGNED_BY = Columns.text("signed_by");
    private static final Field<String> RECORDED_BY = Columns.text("recorded_by");
    private static final Field<String> BODY = Columns.text("body_code");
    private static final Field<Boolean> ON_BEHALF = Columns.flag("on_behalf");
    private static final Field<String> SCAN = Columns.text("scan");
    private static final Field<String> DETAIL = Columns.text("detail");
    private static final List<Field<?>> ACT = List.of(ID, FISCAL_YEAR, RULE, KEY, RUN, BODY, SIGNED_BY, RECORDED_BY, ON_BEHALF, SCAN, DONE_AT, DETAIL);

    private static final Table<Record> FINDING_TURN = Columns.table("finding_turn");
    private static final Field<Integer> TURN_NO = Columns.count("turn_no");
    private static final Field<Instant> TURNED_AT = Columns.moment("turned_at");
    private static final Field<Boolean> PRESENT = Columns.flag("present");
    private static final Field<String> CONTENT = Columns.text("content");
    private final Work work;

    FindingRows(Work work) {
        this.work = work;
    }

    @Override
    public List<FindingAct> acts(int year) {
        return work.sql().select(ACT).from(FINDING_ACT).where(FISCAL_YEAR.eq(year)).orderBy(DONE_AT, ID).fetch(row -> new FindingAct(row.get(ID), row.get(FISCAL_YEAR),
                new FindingId(row.get(RULE), row.get(KEY)), row.get(RUN), row.get(BODY), row.get(SIGNED_BY), row.get(RECORDED_BY), row.get(ON_BEHALF), row.get(SCAN),
                row.get(DONE_AT), work.json().read(row.get(DETAIL), FindingStep.class)));
    }

    @Override
    public void add(FindingAct act) {
        work.writing();
        work.sql().insertInto(FINDING_ACT, ACT).values(act.id(), act.year(), act.finding().rule(), act.finding().key(), act.run(), act.body(), act.signedBy(),
                act.recordedBy(), act.onBehalf(), act.scan(), act.at(), work.json().write(act.step())).execute();
    }

    @Override
    public List<FindingTurn> turns(int year) {
        return work.sql().select(RUN, RULE, KEY, TURNED_AT, PRESENT, CONTENT).from(FINDING_TURN).where(FISCAL_YEAR.eq(year)).orderBy(TURNED_AT, RUN, TURN_NO)
                .fetch(row -> new FindingTurn(row.get(RUN), year, new FindingId(row.get(RULE), row.get(KEY)), row.get(TURNED_AT), row.get(PRESENT),
                        row.get(CONTENT) == null ? null : work.json().read(row.get(CONTENT), Finding.class)));
    }

    @Override
    public void add(Collection<FindingTurn> turns) {
        work.writing();
        if (turns.isEmpty()) {
            return;
        }
        var insert = work.sql().insertInto(FINDING_TURN, RUN, TURN_NO, FISCAL_YEAR, RULE, KEY, TURNED_AT, PRESENT, CONTENT).values((UUID) null, null, null, null, null, null, null,
                null);
        var batch = work.sql().batch(insert);
        int no = 0;
        for (FindingTurn turn : turns) {
            batch.bind(turn.run(), no++, turn.year(), turn.finding().rule(), turn.finding().key(), turn.at(), turn.present(),
                    turn.last() == null ? null : work.json().write(turn.last()));
        }
        batch.execute();
    }
}
