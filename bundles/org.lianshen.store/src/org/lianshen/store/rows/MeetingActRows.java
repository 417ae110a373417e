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
import org.lianshen.model.StaleWrite;
import org.lianshen.model.meeting.MeetingAct;
import org.lianshen.service.store.Tx;

final class MeetingActRows implements Tx.MeetingActs {

    private static final Table<Record> MEETING_ACT = Columns.table("meeting_act");
    private static final Field<UUID> ID = Columns.id("id");
    private static final Field<UUID> MEETING = Columns.id("meeting");
    private static final Field<Integer> SEQ = Columns.count("seq");
    private static final Field<String> DONE_BY = Columns.text("done_by");
    private static final Field<Instant> DONE_AT = Columns.moment("done_at");
    private static final Field<String> DETAIL = Columns.text("detail");
    private static final List<Field<?>> ALL = List.of(ID, MEETING, SEQ, DONE_BY, DONE_AT, DETAIL);
    private final Work work;

    MeetingActRows(Work work) {
        this.work = work;
    }

    @Override
    public List<MeetingAct> of(UUID meeting) {
        return work.sql().select(ALL).from(MEETING_ACT).where(MEETING.eq(meeting)).orderBy(SEQ).fetch(this::act);
    }

    @Override
    public Map<UUID, List<MeetingAct>> all() {
        var all = new HashMap<UUID, List<MeetingAct>>();
        work.sql().select(ALL).from(MEETING_ACT).orderBy(MEETING, SEQ).forEach(row -> all.computeIfAbsent(row.get(MEETING), id -> new ArrayList<>()).add(act(row)));
        return all;
    }

    @Override
    public void add(MeetingAct act) {
        work.writing();
        work.sql().select(ALL).from(MEETING_ACT).where(MEETING.eq(act.meeting()), SEQ.eq(act.seq())).fetchOptional(this::act).ifPresent(stored -> {
            throw new StaleWrite(act.meeting() + " #" + act.seq(), act, stored);
        });
        work.sql().insertInto(MEETING_ACT, ALL).values(act.id(), act.meeting(), act.seq(), act.by(), act.at(), work.json().write(act.detail())).execute();
    }

    private MeetingAct act(Record row) {
        return new MeetingAct(row.get(ID), row.get(MEETING), row.get(SEQ), row.get(DONE_BY), row.get(DONE_AT), work.json().read(row.get(DETAIL), MeetingAct.Detail.class));
    }
}
