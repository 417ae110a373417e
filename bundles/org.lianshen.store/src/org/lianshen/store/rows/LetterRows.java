package org.lianshen.store.rows;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.lianshen.model.letter.Letter;
import org.lianshen.service.store.Tx;

final class LetterRows implements Tx.Letters {

    private static final Table<Record> LETTER = Columns.table("letter");
    private static final Field<UUID> ID = Columns.id("id");
    private static final Field<Integer> YEAR = Columns.count("fiscal_year");
    private static final Field<Instant> WRITTEN_AT = Columns.moment("written_at");
    private static final Field<String> CONTENT = Columns.text("content");
    private final Work work;

    LetterRows(Work work) {
        this.work = work;
    }

    @Override
    public List<Letter> of(int year) {
        return work.sql().select(CONTENT).from(LETTER).where(YEAR.eq(year)).orderBy(WRITTEN_AT, ID).fetch(row -> work.json().read(row.get(CONTENT), Letter.class));
    }

    @Override
    public void add(Letter letter) {
        work.writing();
        work.sql().insertInto(LETTER, ID, YEAR, WRITTEN_AT, CONTENT).values(letter.id(), letter.year(), letter.at(), work.json().write(letter)).execute();
    }
}
