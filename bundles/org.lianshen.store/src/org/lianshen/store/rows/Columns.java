package org.lianshen.store.rows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Columns by type. Moments and days are ISO text: exact in both databases. */
final class Columns {

    private static final DataType<Instant> MOMENT =
            SQLDataType.VARCHAR.asConvertedDataType(Converter.ofNullable(String.class, Instant.class, Instant::parse, Instant::toString));
    private static final DataType<LocalDate> DAY =
            SQLDataType.VARCHAR.asConvertedDataType(Converter.ofNullable(String.class, LocalDate.class, LocalDate::parse, LocalDate::toString));

    private Columns() {
    }

    static Table<Record> table(String name) {
        return DSL.table(DSL.name(name));
    }

    static Field<UUID> id(String name) {
        return DSL.field(DSL.name(name), SQLDataType.UUID);
    }

    static Field<String> text(String name) {
        return DSL.field(DSL.name(name), SQLDataType.VARCHAR);
    }

    static Field<Integer> count(String name) {
        return DSL.field(DSL.name(name), SQLDataType.INTEGER);
    }

    static Field<Long> number(String name) {
        return DSL.field(DSL.name(name), SQLDataType.BIGINT);
    }

    static Field<Boolean> flag(String name) {
        return DSL.field(DSL.name(name), SQLDataType.BOOLEAN);
    }

    static Field<Instant> moment(String name) {
        return DSL.field(DSL.name(name), MOMENT);
    }

    static Field<LocalDate> day(String name) {
        return DSL.field(DSL.name(name), DAY);
    }
}
