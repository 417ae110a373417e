package org.lianshen.store.rows;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Field;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.service.store.Tx;

final class MeetingRows implements Tx.Meetings {

    private static final Field<UUID> ID = Columns.id("id");
    private static final Field<String> MEETING_NO = Columns.text("meeting_no");
    private final Work work;
    private final RunningNumbers numbers;
    private final DocumentRows<Meeting> documents;

    MeetingRows(Work work, RunningNumbers numbers) {
        this.work = work;
        this.numbers = numbers;
        this.documents = new DocumentRows<>(work, "meeting", Meeting.class, (meeting, version) -> meeting.stored(meeting.no(), meeting.closedAt(), version));
    }

    @Override
    public List<Meeting> all() {
        return documents.all();
    }

    @Override
    public Optional<Meeting> find(UUID id) {
        return documents.find(id);
    }

    @Override
    public Optional<Meeting> byNo(String no) {
        return work.sql().select(ID).from(Columns.table("meeting")).where(MEETING_NO.eq(no)).fetchOptional(ID).flatMap(this::find);
    }

    @Override
    public Meeting save(Meeting meeting) {
        Meeting saved = documents.save(meeting.id(), meeting.rowVersion(), meeting.no(), meeting);
        work.sql().update(Columns.table("meeting")).set(MEETING_NO, saved.no()).where(ID.eq(saved.id())).execute();
        return saved;
    }

    @Override
    public int nextNumber(int year) {
        return numbers.next("meeting " + year);
    }
}
