package org.lianshen.store.rows;

import java.time.Instant;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.lianshen.model.StaleWrite;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.model.paper.PaperTemplate;
import org.lianshen.service.store.Tx;

final class TemplateRows implements Tx.Templates {

    private static final Table<Record> TEMPLATE = Columns.table("paper_template");
    private static final Field<String> KIND = Columns.text("kind");
    private static final Field<Integer> VERSION_NO = Columns.count("version_no");
    private static final Field<String> CONTENT = Columns.text("content");
    private static final Field<Instant> SAVED_AT = Columns.moment("saved_at");
    private static final Field<String> SAVED_BY = Columns.text("saved_by");
    private static final List<Field<?>> ALL = List.of(KIND, VERSION_NO, CONTENT, SAVED_AT, SAVED_BY);
    private final Work work;

    TemplateRows(Work work) {
        this.work = work;
    }

    @Override
    public List<PaperTemplate> of(PaperKind kind) {
        return work.sql().select(ALL).from(TEMPLATE).where(KIND.eq(kind.name())).orderBy(VERSION_NO).fetch(TemplateRows::template);
    }

    private static PaperTemplate template(Record row) {
        return new PaperTemplate(PaperKind.valueOf(row.get(KIND)), row.get(VERSION_NO), row.get(CONTENT), row.get(SAVED_AT), row.get(SAVED_BY));
    }

    @Override
    public void add(PaperTemplate template) {
        work.writing();
        of(template.kind()).stream().filter(other -> other.no() == template.no()).findFirst().ifPresent(other -> {
            throw new StaleWrite("template", template, other);
        });
        work.sql().insertInto(TEMPLATE, ALL).values(template.kind().name(), template.no(), template.text(), template.at(), template.by()).execute();
    }
}
