package org.lianshen.store.rows;

import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.lianshen.service.store.Tx;

final class SettingRows implements Tx.Settings {

    private static final Table<Record> SETTING = Columns.table("setting");
    private static final Field<String> NAME = Columns.text("name");
    private static final Field<String> CONTENT = Columns.text("content");
    private final Work work;

    SettingRows(Work work) {
        this.work = work;
    }

    @Override
    public Optional<String> get(String key) {
        return work.sql().select(CONTENT).from(SETTING).where(NAME.eq(key)).fetchOptional(CONTENT);
    }

    @Override
    public void put(String key, String value) {
        work.writing();
        if (work.sql().update(SETTING).set(CONTENT, value).where(NAME.eq(key)).execute() == 0) {
            work.sql().insertInto(SETTING, NAME, CONTENT).values(key, value).execute();
        }
    }
}
