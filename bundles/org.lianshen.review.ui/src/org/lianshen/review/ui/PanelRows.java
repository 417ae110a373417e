package org.lianshen.review.ui;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lianshen.model.Message;
import org.lianshen.model.expert.Expert;
import org.lianshen.model.expert.ExpertStep.Exclusion;
import org.lianshen.model.expert.Expertise;
import org.lianshen.model.expert.Panel.Drawn;
import org.lianshen.model.expert.Panel.Member;
import org.lianshen.model.expert.PanelScores;
import org.lianshen.model.expert.Ranked;
import org.lianshen.service.ExpertService.Board;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Mark;
import org.lianshen.service.table.Column.Tone;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.text.Texts;

/** The panel and the list it was drawn from as tables. No widgets. */
final class PanelRows {

    private static final String BETWEEN = "、";

    private final Texts texts;

    PanelRows(Texts texts) {
        this.texts = texts;
    }

    /** @param total null where there is no sheet, or it is hidden */
    record Seat(Member member, boolean leads, BigDecimal total, boolean outlier) {
    }

    enum Result {
        TAKEN, PASSED, EXCLUDED, FREE
    }

    /** @param place in the order, 0 where there is none. @param why it is so, empty where nothing needs saying */
    record Candidate(int place, String no, String name, String unit, Set<Expertise> fields, Result result, List<Message> why, String key) {
    }

    static List<Seat> seats(Board board) {
        Set<UUID> outliers = board.panel().scores().map(PanelScores::outliers).orElse(Set.of());
        return board.panel().members().stream().map(member -> new Seat(member, member.id().equals(board.panel().leader()),
                member.scoring() == null ? null : member.scoring().sheet().total(), outliers.contains(member.id()))).toList();
    }

    /** Of the last draw in its order; before a draw who could be drawn. Behind them who cannot. */
    static List<Candidate> candidates(Board board) {
        Drawn drawn = board.panel().announced() == null ? board.panel().drawn() : null;
        var rows = new ArrayList<Candidate>();
        if (drawn == null) {
            board.candidates().forEach(expert -> rows.add(free(expert)));
            board.excluded().forEach(each -> rows.add(excluded(each)));
            return rows;
        }
        Map<UUID, Message> passed = new HashMap<>();
        Map<UUID, List<Message>> excluded = new HashMap<>();
        drawn.draw().passed().forEach(each -> passed.put(each.expert(), each.why()));
        drawn.replacements().forEach(replacement -> {
            replacement.passed().forEach(each -> passed.put(each.expert(), each.why()));
            replacement.excluded().forEach(each -> excluded.put(each.expert(), each.why()));
        });
        Set<UUID> members = board.panel().members().stream().map(Member::id).collect(Collectors.toSet());
        for (Ranked each : drawn.draw().order()) {
            Result result = members.contains(each.expert()) ? Result.TAKEN : excluded.containsKey(each.expert()) ? Result.EXCLUDED
                    : passed.containsKey(each.expert()) ? Result.PASSED : Result.FREE;
            rows.add(new Candidate(rows.size() + 1, each.no(), each.name(), each.unit(), each.fields(), result, switch (result) {
                case PASSED -> List.of(passed.get(each.expert()));
                case EXCLUDED -> excluded.get(each.expert());
                default -> List.of();
            }, each.key()));
        }
        drawn.draw().excluded().forEach(each -> rows.add(excluded(each)));
        return rows;
    }

    private static Candidate free(Expert expert) {
        return new Candidate(0, expert.no(), expert.name(), expert.unit(), expert.fields(), Result.FREE, List.of(), "");
    }

    private static Candidate excluded(Exclusion each) {
        return new Candidate(0, each.no(), each.name(), each.unit(), Set.of(), Result.EXCLUDED, each.why(), "");
    }

    TableSpec<Seat> seatSpec() {
        return new TableSpec<>("expertSeats", "expert.seats.title", List.of(column("no", Type.CODE, 9, (Seat row) -> row.member().expert().no()),
                column("name", Type.TEXT, 12, row -> row.member().expert().name()), column("unit", Type.TEXT, 30, row -> row.member().expert().unit()),
                column("fields", Type.TEXT, 12, row -> fields(row.member().expert().fields())), column("role", Type.TEXT, 10, this::role),
                column("standing", Type.STATE, 14, PanelRows::standing), column("total", Type.NUMBER, 8, Seat::total),
                column("mark", Type.TEXT, 12, row -> row.outlier() ? texts.get("expert.seats.outlier") : ""), column("why", Type.TEXT, 26, row -> row.member().why())));
    }

    TableSpec<Candidate> candidateSpec() {
        return new TableSpec<>("expertDraw", "expert.draw.title", List.of(column("place", Type.NUMBER, 6, (Candidate row) -> row.place() == 0 ? null : row.place()),
                column("no", Type.CODE, 9, Candidate::no), column("name", Type.TEXT, 12, Candidate::name), column("unit", Type.TEXT, 30, Candidate::unit),
                column("fields", Type.TEXT, 12, row -> fields(row.fields())), column("result", Type.STATE, 12, PanelRows::result),
                column("reason", Type.TEXT, 44, row -> row.why().stream().map(texts::format).collect(Collectors.joining("；"))), column("key", Type.CODE, 22, Candidate::key)));
    }

    private static <T> Column<T> column(String id, Type type, int width, java.util.function.Function<T, ?> value) {
        return new Column<>(id, "expert.column." + id, type, width, value);
    }

    private String fields(Set<Expertise> fields) {
        return fields.stream().sorted().map(field -> texts.get("expert.field." + field.name())).collect(Collectors.joining(BETWEEN));
    }

    private String role(Seat row) {
        return row.leads() ? texts.get("expert.seats.leader") : row.member().second() ? texts.get("expert.seats.second") : "";
    }

    private static Mark standing(Seat row) {
        String key = "expert.standing." + row.member().standing().name();
        return switch (row.member().standing()) {
            case SCORED -> new Mark(key, Tone.OK, "check-circle");
            case ACCEPTED -> new Mark(key, Tone.INFO, "person");
            case DRAWN, INVITED -> new Mark(key, Tone.INFO, "clock");
            case DECLINED, AVOIDED, ABSENT -> new Mark(key, Tone.MUTED, "slash-circle");
        };
    }

    private static Mark result(Candidate row) {
        String key = "expert.result." + row.result().name();
        return switch (row.result()) {
            case TAKEN -> new Mark(key, Tone.OK, "check-circle");
            case PASSED -> new Mark(key, Tone.WARN, "clock");
            case EXCLUDED -> new Mark(key, Tone.BLOCK, "slash-circle");
            case FREE -> new Mark(key, Tone.MUTED, "person");
        };
    }
}
