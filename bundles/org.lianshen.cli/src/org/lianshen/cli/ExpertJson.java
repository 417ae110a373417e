package org.lianshen.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lianshen.model.Message;
import org.lianshen.model.expert.Expert;
import org.lianshen.model.expert.ExpertStep.Exclusion;
import org.lianshen.model.expert.ExpertStep.Scoring;
import org.lianshen.model.expert.Panel;
import org.lianshen.model.expert.Panel.Drawn;
import org.lianshen.model.expert.Panel.Member;
import org.lianshen.model.expert.PanelDraw;
import org.lianshen.model.expert.PanelScores;
import org.lianshen.model.expert.Ranked;
import org.lianshen.service.ExpertService.Board;
import org.lianshen.service.ExpertService.Pooled;
import org.lianshen.service.text.Texts;

/** Experts as JSON. A sheet that is not open to the reader is not there, and nothing computed from it is. */
final class ExpertJson {

    private final Texts texts;

    ExpertJson(Texts texts) {
        this.texts = texts;
    }

    ObjectNode pool(List<Pooled> pool) {
        ObjectNode json = Json.object();
        ArrayNode experts = json.putArray("experts");
        pool.forEach(row -> {
            ObjectNode one = expert(row.expert(), experts.addObject());
            one.put("load", row.load()).put("served", row.served());
            ArrayNode history = one.putArray("history");
            row.history().forEach(served -> history.addObject().put("project", served.reviewNo()).put("round", served.round()).put("standing", served.standing().name())
                    .put("score", plain(served.score())).put("date", served.day().toString()));
        });
        return json;
    }

    private static ObjectNode expert(Expert expert, ObjectNode json) {
        json.put("no", expert.no()).put("name", expert.name()).put("unit", expert.unit()).put("title", expert.title()).put("active", expert.active()).put("account", expert.account());
        ArrayNode fields = json.putArray("fields");
        expert.fields().forEach(field -> fields.add(field.name()));
        return json;
    }

    ObjectNode board(Board board) {
        Panel panel = board.panel();
        Map<UUID, Member> members = panel.members().stream().collect(Collectors.toMap(Member::id, Function.identity()));
        ObjectNode json = Json.object().put("no", board.reviewNo()).put("round", panel.round()).put("complete", panel.complete()).put("open", panel.open())
                .put("sealed", panel.sealed()).put("second", panel.second());
        json.put("seed", panel.announced() == null ? null : panel.announced().seed());
        ArrayNode draws = json.putArray("draws");
        panel.draws().forEach(drawn -> draw(drawn, board, draws.addObject()));
        ArrayNode people = json.putArray("members");
        panel.members().forEach(member -> member(member, members, people.addObject()));
        json.put("leader", panel.leader() == null ? null : members.get(panel.leader()).expert().no());
        panel.scores().ifPresent(scores -> scores(scores, members, json.putObject("scores")));
        json.put("discussion", panel.discussed());
        if (panel.opinion() != null) {
            ObjectNode opinion = json.putObject("opinion").put("conclusion", panel.opinion().conclusion().name()).put("summary", panel.opinion().summary())
                    .put("average", plain(panel.opinion().average())).put("signedBy", panel.opinion().signature().by()).put("onBehalf", panel.opinion().signature().onBehalf());
            ArrayNode changes = opinion.putArray("changes");
            panel.opinion().changes().forEach(changes::add);
        }
        ArrayNode candidates = json.putArray("candidates");
        board.candidates().forEach(candidate -> candidates.add(candidate.no()));
        excluded(board.excluded(), json.putArray("excluded"));
        json.put("obstacle", board.obstacle() == null ? null : texts.format(board.obstacle()));
        said(board.proof(), json.putArray("proof"));
        return json;
    }

    private void draw(Drawn drawn, Board board, ObjectNode json) {
        Map<UUID, String> numbers = drawn.draw().order().stream().collect(Collectors.toMap(Ranked::expert, Ranked::no));
        json.put("number", drawn.number()).put("seed", drawn.announcement().seed()).put("source", drawn.announcement().source()).put("size", drawn.announcement().size())
                .put("pack", drawn.announcement().rules().packVersion()).put("announcedAt", drawn.announcedAt().toString()).put("drawnAt", drawn.at().toString());
        ArrayNode order = json.putArray("order");
        drawn.draw().order().forEach(each -> order.addObject().put("no", each.no()).put("name", each.name()).put("unit", each.unit()).put("key", each.key())
                .put("text", PanelDraw.keyText(drawn.announcement().seed(), board.reviewNo(), board.panel().round(), each.no())));
        ArrayNode group = json.putArray("group");
        drawn.draw().group().forEach(id -> group.add(numbers.get(id)));
        json.put("secondAssessor", numbers.get(drawn.draw().second()));
        ArrayNode passed = json.putArray("passed");
        drawn.draw().passed().forEach(each -> passed.addObject().put("no", numbers.get(each.expert())).put("why", texts.format(each.why())));
        excluded(drawn.draw().excluded(), json.putArray("excluded"));
    }

    private void member(Member member, Map<UUID, Member> members, ObjectNode json) {
        json.put("no", member.expert().no()).put("name", member.expert().name()).put("unit", member.expert().unit()).put("second", member.second())
                .put("standing", member.standing().name()).put("why", member.why()).put("replaces", member.replaces() == null ? null : members.get(member.replaces()).expert().no());
        Scoring scoring = member.scoring();
        if (scoring != null) {
            ObjectNode sheet = json.putObject("sheet").put("total", plain(scoring.sheet().total())).put("conclusion", scoring.sheet().conclusion().name())
                    .put("plan", scoring.sheet().plan()).put("budget", scoring.sheet().budget()).put("risk", scoring.sheet().risk()).put("reasonsNot", scoring.sheet().reasonsNot())
                    .put("signedBy", scoring.signature().by()).put("onBehalf", scoring.signature().onBehalf());
            ObjectNode points = sheet.putObject("points");
            scoring.sheet().points().forEach((item, given) -> points.put(item, plain(given)));
        }
    }

    private static void scores(PanelScores scores, Map<UUID, Member> members, ObjectNode json) {
        json.put("average", plain(scores.average())).put("spread", plain(scores.spread())).put("belowLine", scores.belowLine()).put("discuss", scores.discuss());
        ArrayNode outliers = json.putArray("outliers");
        scores.outliers().forEach(id -> outliers.add(members.get(id).expert().no()));
    }

    private void excluded(List<Exclusion> excluded, ArrayNode json) {
        excluded.forEach(each -> said(each.why(), json.addObject().put("no", each.no()).put("name", each.name()).put("unit", each.unit()).putArray("why")));
    }

    ArrayNode said(List<Message> messages, ArrayNode json) {
        messages.forEach(message -> json.add(texts.format(message)));
        return json;
    }

    private static String plain(BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
