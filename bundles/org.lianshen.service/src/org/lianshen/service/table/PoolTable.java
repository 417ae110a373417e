package org.lianshen.service.table;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.lianshen.model.expert.Expert;
import org.lianshen.model.expert.Expert.FormerUnit;
import org.lianshen.service.ExpertService.Pooled;
import org.lianshen.service.table.Column.Mark;
import org.lianshen.service.table.Column.Tone;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.text.Texts;

/** The pool of experts as a table. What is exported can be imported again. */
public final class PoolTable {

    private static final String BETWEEN = "、";

    private final Texts texts;

    public PoolTable(Texts texts) {
        this.texts = texts;
    }

    /** @param personal whether phone, identity and bank are columns */
    public TableSpec<Pooled> spec(boolean personal) {
        var columns = new java.util.ArrayList<Column<Pooled>>();
        columns.add(column("no", Type.CODE, 10, row -> row.expert().no()));
        columns.add(column("name", Type.TEXT, 12, row -> row.expert().name()));
        columns.add(column("unit", Type.TEXT, 30, row -> row.expert().unit()));
        columns.add(column("title", Type.TEXT, 14, row -> row.expert().title()));
        columns.add(column("fields", Type.TEXT, 16, row -> fields(row.expert())));
        columns.add(new Column<>("state", "expert.column.state", Type.STATE, 11, row -> row.expert().active() ? new Mark("expert.state.active", Tone.OK, "check-circle")
                : new Mark("expert.state.suspended", Tone.MUTED, "slash-circle")));
        columns.add(new Column<>("load", "expert.column.load", Type.NUMBER, 8, Pooled::load));
        columns.add(new Column<>("served", "expert.column.served", Type.NUMBER, 9, Pooled::served));
        if (personal) {
            columns.add(column("phone", Type.CODE, 14, row -> row.expert().phone()));
            columns.add(column("idTail", Type.CODE, 10, row -> row.expert().idTail()));
            columns.add(column("bank", Type.CODE, 20, row -> row.expert().bank()));
        }
        columns.add(column("former", Type.TEXT, 24, row -> row.expert().former().stream().map(this::former).collect(Collectors.joining(BETWEEN))));
        columns.add(column("vendors", Type.TEXT, 20, row -> String.join(BETWEEN, row.expert().interests().vendors())));
        columns.add(column("relatives", Type.TEXT, 12, row -> String.join(BETWEEN, row.expert().interests().relatives())));
        columns.add(column("authored", Type.TEXT, 20, row -> String.join(BETWEEN, row.expert().interests().authored())));
        columns.add(column("note", Type.TEXT, 16, row -> row.expert().note()));
        return new TableSpec<>("expertPool", "expert.pool.title", columns);
    }

    private static Column<Pooled> column(String id, Type type, int width, java.util.function.Function<Pooled, String> value) {
        return new Column<>(id, "expert.column." + id, type, width, value);
    }

    public TableWriter.Sheet<Pooled> sheet(TableSpec<Pooled> columns, List<Pooled> rows, LocalDate today) {
        return new TableWriter.Sheet<>(texts.get("expert.pool.title"), columns, rows, List.of(texts.get("table.ledger.note", today)));
    }

    public String fields(Expert expert) {
        return expert.fields().stream().map(field -> texts.get("expert.field." + field.name())).collect(Collectors.joining(BETWEEN));
    }

    /** As the import reads it. */
    public String former(FormerUnit former) {
        return former.until() == null ? former.name() : texts.get("expert.formerUntil", former.name(), former.until());
    }
}
