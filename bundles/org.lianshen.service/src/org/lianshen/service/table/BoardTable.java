package org.lianshen.service.table;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.lianshen.model.review.TimeLimit;
import org.lianshen.service.ReviewService.Held;
import org.lianshen.service.ReviewService.Reminded;
import org.lianshen.service.table.Column.Mark;
import org.lianshen.service.table.Column.Tone;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.text.Texts;

/** The overdue board as a table: which task, who holds it since when, what is left of the limit, who was reminded and saw it. */
public final class BoardTable {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    private final Texts texts;
    private final ZoneId zone;

    public BoardTable(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    public TableSpec<Held> spec() {
        return new TableSpec<>("overdueBoard", "review.board.title", List.of(new Column<>("level", "review.board.level", Type.STATE, 12, row -> mark(row.limit().level())),
                new Column<>("left", "review.board.left", Type.NUMBER, 9, row -> row.limit().left()),
                new Column<>("holder", "review.board.holder", Type.TEXT, 14, row -> texts.format(row.holder())),
                new Column<>("what", "review.board.what", Type.TEXT, 20, row -> texts.format(row.what())),
                new Column<>("name", "review.board.name", Type.TEXT, 36, Held::name),
                new Column<>("since", "review.board.since", Type.DATE, 12, row -> row.limit().since()),
                new Column<>("due", "review.board.due", Type.DATE, 12, row -> row.limit().due()),
                new Column<>("reminded", "review.board.reminded", Type.TEXT, 18, row -> row.reminders().stream().map(this::reminded).collect(Collectors.joining("; "))),
                new Column<>("seen", "review.board.seen", Type.TEXT, 18, this::seen),
                new Column<>("unit", "review.board.unit", Type.TEXT, 14, Held::unit), new Column<>("no", "review.board.no", Type.CODE, 20, Held::reviewNo)));
    }

    public TableWriter.Sheet<Held> sheet(TableSpec<Held> columns, List<Held> rows, LocalDate today) {
        return new TableWriter.Sheet<>(texts.get("review.board.title"), columns, rows, List.of(texts.get("table.ledger.note", today)));
    }

    private static Mark mark(TimeLimit.Level level) {
        return switch (level) {
            case OVER -> new Mark("review.level.OVER", Tone.BLOCK, "exclamation-octagon");
            case WARNING -> new Mark("review.level.WARNING", Tone.WARN, "hourglass-split");
            case IN_TIME -> new Mark("review.level.IN_TIME", Tone.INFO, "clock");
        };
    }

    private String reminded(Reminded reminder) {
        return String.join(" ", MINUTE.withZone(zone).format(reminder.at()), reminder.by() == null ? "" : reminder.by());
    }

    /** Of the last reminder; empty where nobody was reminded or nobody saw it. */
    private String seen(Held row) {
        return row.reminders().isEmpty() ? "" : row.reminders().getLast().seen().stream()
                .map(sight -> String.join(" ", sight.person(), MINUTE.withZone(zone).format(sight.at()))).collect(Collectors.joining("; "));
    }
}
