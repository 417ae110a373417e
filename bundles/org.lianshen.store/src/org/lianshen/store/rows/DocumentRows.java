package org.lianshen.store.rows;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.lianshen.model.StaleWrite;

/**
 * Rows that hold one object each as a document, with a row version beside it.
 *
 * @param <T> type of the object
 */
final class DocumentRows<T> {

    private static final Field<UUID> ID = Columns.id("id");
    private static final Field<String> CONTENT = Columns.text("content");
    private static final Field<Long> ROW_VERSION = Columns.number("row_version");
    private final Work work;
    private final Table<Record> table;
    private final Class<T> type;
    private final WithVersion<T> withVersion;

    DocumentRows(Work work, String table, Class<T> type, WithVersion<T> withVersion) {
        this.work = work;
        this.table = Columns.table(table);
        this.type = type;
        this.withVersion = withVersion;
    }

    List<T> all() {
        return work.sql().select(CONTENT, ROW_VERSION).from(table).orderBy(ID).fetch(this::read);
    }

    Optional<T> find(UUID id) {
        return work.sql().select(CONTENT, ROW_VERSION).from(table).where(ID.eq(id)).fetchOptional(this::read);
    }

    /** @param name what the object is called in a message */
    T save(UUID id, long version, String name, T object) {
        work.writing();
        Long stored = work.sql().select(ROW_VERSION).from(table).where(ID.eq(id)).fetchOne(ROW_VERSION);
        if (version != (stored == null ? 0 : stored)) {
            throw new StaleWrite(name, object, find(id).orElse(null));
        }
        T saved = withVersion.of(object, version + 1);
        String content = work.json().write(saved);
        if (stored == null) {
            work.sql().insertInto(table, ID, CONTENT, ROW_VERSION).values(id, content, version + 1).execute();
        } else {
            work.sql().update(table).set(CONTENT, content).set(ROW_VERSION, version + 1).where(ID.eq(id)).execute();
        }
        return saved;
    }

    private T read(Record row) {
        return withVersion.of(work.json().read(row.get(CONTENT), type), row.get(ROW_VERSION));
    }

    interface WithVersion<T> {
        T of(T object, long version);
    }
}
