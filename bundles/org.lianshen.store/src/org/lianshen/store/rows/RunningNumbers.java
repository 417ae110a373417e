package org.lianshen.store.rows;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** Numbers 1, 2, 3 … per series. A number taken in a transaction that is taken back is given again. */
final class RunningNumbers {

    private static final Table<Record> RUNNING_NUMBER = Columns.table("running_number");
    private static final Field<String> SERIES = Columns.text("series");
    private static final Field<Integer> LAST_NO = Columns.count("last_no");
    private final Work work;

    RunningNumbers(Work work) {
        this.work = work;
    }

    int next(String series) {
        work.writing();
        Integer last = work.sql().select(LAST_NO).from(RUNNING_NUMBER).where(SERIES.eq(series)).fetchOne(LAST_NO);
        if (last == null) {
            work.sql().insertInto(RUNNING_NUMBER, SERIES, LAST_NO).values(series, 1).execute();
            return 1;
        }
        work.sql().update(RUNNING_NUMBER).set(LAST_NO, last + 1).where(SERIES.eq(series)).execute();
        return last + 1;
    }
}
