package org.lianshen.service.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.expert.ExpertAct;
import org.lianshen.model.expert.ExpertRules;
import org.lianshen.model.expert.ExpertStep;
import org.lianshen.model.expert.ExpertStep.Exclusion;
import org.lianshen.model.expert.ExpertStep.Replacement;
import org.lianshen.model.expert.Panel;
import org.lianshen.model.expert.Panel.Drawn;
import org.lianshen.model.expert.Panel.Member;
import org.lianshen.model.expert.PanelDraw;
import org.lianshen.model.expert.PanelScores;
import org.lianshen.model.expert.Ranked;
import org.lianshen.model.expert.ScoreSheet;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.service.document.OfficialPaper.Block;
import org.lianshen.service.document.OfficialPaper.Block.Fields;
import org.lianshen.service.document.OfficialPaper.Block.Heading;
import org.lianshen.service.document.OfficialPaper.Block.Note;
import org.lianshen.service.document.OfficialPaper.Block.Paragraph;
import org.lianshen.service.document.OfficialPaper.Block.Table;
import org.lianshen.service.document.OfficialPaper.Field;
import org.lianshen.service.expert.SeenPanels;
import org.lianshen.service.session.Desk;
import org.lianshen.service.store.Tx;

/** The experts' papers of a round: 抽取记录, 专家评审意见表 of each expert, 专家组评审意见. What is hidden from whoever prints is on none of them. */
final class ExpertPapers implements PaperComposer {

    private static final int OPINION_LINES = 2;
    private static final int SIGNATURE_LINES = 2;

    private final Desk desk;
    private final PaperKind kind;

    /** @param kind DRAW_LOG, EXPERT_SHEET or EXPERT_GROUP */
    ExpertPapers(Desk desk, PaperKind kind) {
        this.desk = desk;
        this.kind = kind;
    }

    /** A round with its panel as the reader may see it. */
    private record Round(ProposalCase project, Panel panel, List<ExpertAct> acts) {

        ProposalForm form() {
            return project.form(panel.round());
        }
    }

    @Override
    public PaperKind kind() {
        return kind;
    }

    @Override
    public List<PaperKey> keys(Tx tx, UUID subject) {
        ProposalCase project = ProposalCase.find(desk, tx, subject);
        if (project == null) {
            return List.of();
        }
        List<ExpertAct> acts = tx.experts().acts(subject);
        var keys = new ArrayList<PaperKey>();
        var seen = new SeenPanels(tx, desk.actor());
        for (int no : acts.stream().map(ExpertAct::round).distinct().sorted().toList()) {
            Panel panel = seen.of(acts, no);
            parts(panel).forEach(part -> keys.add(new PaperKey(kind, subject, part)));
        }
        return keys;
    }

    /** {@code round/draw}, {@code round/number of the expert}, {@code round}. */
    private List<String> parts(Panel panel) {
        return switch (kind) {
            case DRAW_LOG -> panel.draws().stream().map(drawn -> String.join("/", Integer.toString(panel.round()), Integer.toString(drawn.number()))).toList();
            case EXPERT_SHEET -> panel.in().stream().filter(member -> member.scoring() != null).map(member -> String.join("/", Integer.toString(panel.round()), member.expert().no()))
                    .toList();
            default -> panel.open() ? List.of(Integer.toString(panel.round())) : List.of();
        };
    }

    private Round round(Tx tx, PaperKey key) {
        ProposalCase project = ProposalCase.of(desk, tx, key.subject());
        if (!keys(tx, key.subject()).contains(key)) {
            throw UserProblem.of("paper.expert.none", project.proposal().reviewNo());
        }
        List<ExpertAct> acts = tx.experts().acts(key.subject());
        int no = Integer.parseInt(key.part().split("/")[0]);
        return new Round(project, new SeenPanels(tx, desk.actor()).of(acts, no), acts.stream().filter(act -> act.round() == no).toList());
    }

    private static String second(PaperKey key) {
        return key.part().substring(key.part().indexOf('/') + 1);
    }

    @Override
    public Message name(Tx tx, PaperKey key) {
        Round round = round(tx, key);
        return switch (kind) {
            case DRAW_LOG -> Message.of("paper.name.DRAW_LOG", round.project().proposal().reviewNo(), round.panel().round(), second(key));
            case EXPERT_SHEET -> Message.of("paper.name.EXPERT_SHEET", round.project().proposal().reviewNo(), round.panel().round(), member(round, key).expert().name());
            default -> Message.of("paper.name.EXPERT_GROUP", round.project().proposal().reviewNo(), round.panel().round());
        };
    }

    /** The experts signed them; the office has nothing to add. */
    @Override
    public boolean goesOut(PaperKey key) {
        return false;
    }

    @Override
    public String author(Tx tx, PaperKey key) {
        return switch (kind) {
            case DRAW_LOG -> PaperTexts.unit(desk.pack().leadBody(), desk.pack());
            case EXPERT_SHEET -> member(round(tx, key), key).expert().name();
            default -> get("panel");
        };
    }

    @Override
    public OfficialPaper compose(Tx tx, PaperKey key, Consumer<Message> notices) {
        Round round = round(tx, key);
        String anchor = AuditCode.of(tx.audit().end(), notices);
        return switch (kind) {
            case DRAW_LOG -> log(round, round.panel().draws().get(Integer.parseInt(second(key)) - 1), anchor);
            case EXPERT_SHEET -> sheet(round, member(round, key), anchor);
            default -> group(round, anchor);
        };
    }

    private static Member member(Round round, PaperKey key) {
        return round.panel().in().stream().filter(member -> member.expert().no().equals(second(key))).findFirst().orElseThrow();
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, desk.clock().getZone());
    }

    private static String get(String key, Object... args) {
        return PaperTexts.get("paper.expert." + key, args);
    }

    private static Fields project(Round round) {
        ProposalForm form = round.form();
        return new Fields(List.of(List.of(new Field(get("project"), form.name())), List.of(new Field(get("unit"), form.unit()), new Field(get("amount"),
                PaperTexts.wan(form.money(org.lianshen.model.proposal.ProposalField.TOTAL_INVESTMENT)))),
                List.of(new Field(get("no"), round.project().proposal().reviewNo()), new Field(get("round"), Integer.toString(round.panel().round())))));
    }

    private OfficialPaper log(Round round, Drawn drawn, String anchor) {
        var blocks = new ArrayList<Block>();
        var announcement = drawn.announcement();
        String no = round.project().proposal().reviewNo();
        blocks.add(project(round));
        blocks.add(new Fields(List.of(List.of(new Field(get("seed"), announcement.seed())), List.of(new Field(get("source"), announcement.source())),
                List.of(new Field(get("announcedAt"), announcedAt(drawn.announcedAt())), new Field(get("drawnAt"), announcedAt(drawn.at()))),
                List.of(new Field(get("size"), Integer.toString(announcement.size())), new Field(get("pack"), announcement.rules().packVersion())))));
        blocks.add(section(blocks, "how"));
        blocks.add(new Paragraph(get("log.method", PanelDraw.keyText(announcement.seed(), no, round.panel().round(), get("log.anyNo")))));
        blocks.add(new Paragraph(get("log.walk", needs(announcement.rules()), announcement.rules().mostSameUnit())));
        blocks.add(section(blocks, "order"));
        blocks.add(order(drawn));
        if (!drawn.draw().excluded().isEmpty()) {
            blocks.add(section(blocks, "excluded"));
            blocks.add(excluded(drawn.draw().excluded()));
        }
        blocks.add(section(blocks, "after"));
        blocks.add(after(round, drawn));
        if (!drawn.replacements().isEmpty()) {
            blocks.add(section(blocks, "replacing"));
            blocks.add(replacing(round, drawn));
        }
        return OfficialPaper.working(get("log.title"), no, blocks, List.of(), "", day(drawn.at()), true, false, anchor);
    }

    /** The next section of a paper, numbered behind those that are there: a section without content is left out, and its number with it. */
    private static Heading section(List<Block> blocks, String name) {
        long before = blocks.stream().filter(Heading.class::isInstance).count();
        return PaperParts.section((int) before + 1, get("log." + name));
    }

    private String announcedAt(Instant at) {
        return java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(desk.clock().getZone()).format(at);
    }

    private static String needs(ExpertRules rules) {
        return PaperTexts.list(rules.needs().stream().map(need -> get("log.need", PaperTexts.get("expert.need." + need.name().name()), need.least())).toList());
    }

    private static Table order(Drawn drawn) {
        var rows = new ArrayList<List<String>>();
        for (Ranked each : drawn.draw().order()) {
            boolean second = each.expert().equals(drawn.draw().second());
            String result = drawn.draw().group().contains(each.expert()) ? get("log.taken") : second ? get("log.second")
                    : drawn.draw().passed().stream().filter(passed -> passed.expert().equals(each.expert())).findFirst().map(passed -> PaperTexts.format(passed.why())).orElse("");
            rows.add(List.of(Integer.toString(rows.size() + 1), each.no(), each.name(), each.unit(), fields(each), each.key(), result));
        }
        return new Table(heads("place", "expertNo", "name", "expertUnit", "fields", "key", "result"), List.of(3, 5, 5, 12, 6, 21, 9),
                List.of(true, false, false, false, false, false, false), rows);
    }

    private static List<String> heads(String... keys) {
        return java.util.Arrays.stream(keys).map(ExpertPapers::get).toList();
    }

    private static String fields(Ranked each) {
        return PaperTexts.list(each.fields().stream().sorted().map(field -> PaperTexts.get("expert.field." + field.name())).toList());
    }

    private static Table excluded(List<Exclusion> excluded) {
        return new Table(heads("expertNo", "name", "expertUnit", "why"), List.of(5, 5, 12, 30), List.of(false, false, false, false), excluded.stream()
                .map(each -> List.of(each.no(), each.name(), each.unit(), String.join("\n", each.why().stream().map(PaperTexts::format).toList()))).toList());
    }

    /** Who went out and who came in, in the order in which it was entered. */
    private Table after(Round round, Drawn drawn) {
        var rows = new ArrayList<List<String>>();
        for (Member member : round.panel().members()) {
            boolean ofDraw = drawn.draw().order().stream().anyMatch(each -> each.expert().equals(member.id()));
            if (ofDraw) {
                String replaces = member.replaces() == null ? "" : round.panel().member(member.replaces()).orElseThrow().expert().name();
                rows.add(List.of(member.expert().no(), member.expert().name(), PaperTexts.get("expert.standing." + member.standing().name()), PaperTexts.text(member.why()), replaces));
            }
        }
        return new Table(heads("expertNo", "name", "standing", "remark", "replaces"), List.of(5, 5, 6, 20, 6), List.of(false, false, false, false, false), rows);
    }

    /** Each seat filled again: who took it, and why those before in the order did not. */
    private static Table replacing(Round round, Drawn drawn) {
        var rows = new ArrayList<List<String>>();
        for (Replacement replacement : drawn.replacements()) {
            String leaving = name(round, replacement.out());
            rows.add(List.of(leaving, name(round, replacement.in()), get("log.tookSeat")));
            for (Ranked each : drawn.draw().order()) {
                replacement.passed().stream().filter(passed -> passed.expert().equals(each.expert())).forEach(passed -> rows.add(List.of(leaving, each.name(), PaperTexts.format(passed.why()))));
            }
            replacement.excluded().forEach(each -> rows.add(List.of(leaving, each.name(), String.join("\n", each.why().stream().map(PaperTexts::format).toList()))));
        }
        return new Table(heads("seatOf", "name", "result"), List.of(8, 8, 30), List.of(false, false, false), rows);
    }

    private static String name(Round round, UUID expert) {
        return round.panel().member(expert).orElseThrow().expert().name();
    }

    private OfficialPaper sheet(Round round, Member member, String anchor) {
        ScoreSheet sheet = member.scoring().sheet();
        var blocks = new ArrayList<Block>();
        blocks.add(project(round));
        blocks.add(new Fields(List.of(List.of(new Field(get("name"), member.expert().name()), new Field(get("role"), get(member.second() ? "log.second" : "member"))),
                List.of(new Field(get("expertUnit"), member.expert().unit())))));
        blocks.add(new Note("", get("hundred")));
        var rows = new ArrayList<List<String>>();
        round.panel().rules().items().forEach(item -> rows.add(List.of(item.title(), item.points().stripTrailingZeros().toPlainString(), sheet.points().get(item.code()).toPlainString())));
        rows.add(List.of(PaperTexts.get("paper.minutes.total"), "100", sheet.total().toPlainString()));
        blocks.add(new Table(heads("item", "most", "points"), List.of(20, 6, 6), List.of(false, true, true), rows));
        blocks.add(new Fields(List.of(List.of(new Field(get("plan"), sheet.plan(), OPINION_LINES)), List.of(new Field(get("budget"), sheet.budget(), OPINION_LINES)),
                List.of(new Field(get("risk"), sheet.risk(), OPINION_LINES)), List.of(new Field(get("reasonsNot"), sheet.reasonsNot(), OPINION_LINES)))));
        blocks.add(new Fields(List.of(List.of(new Field(get("conclusion"), PaperTexts.get("review.overall." + sheet.conclusion().name()))), List.of(new Field(get("declaration"), get("unbound"))),
                List.of(new Field(get("signature"), signature(member.scoring().signature()), SIGNATURE_LINES), new Field(get("date"), PaperTexts.date(day(member.since())))))));
        return OfficialPaper.working(get("sheet.title"), round.project().proposal().reviewNo(), blocks, List.of(), "", day(member.since()), false, false, anchor);
    }

    private static String signature(ExpertStep.Signature signature) {
        return signature.onBehalf() ? get("onBehalf", signature.by()) : signature.by();
    }

    private OfficialPaper group(Round round, String anchor) {
        Panel panel = round.panel();
        PanelScores scores = panel.scores().orElseThrow();
        var blocks = new ArrayList<Block>();
        blocks.add(project(round));
        var rows = new ArrayList<List<String>>();
        panel.in().forEach(member -> rows.add(List.of(member.expert().name(), member.expert().unit(), get(member.id().equals(panel.leader()) ? "leader" : member.second() ? "log.second" : "member"),
                scores.totals().get(member.id()).toPlainString(), PaperTexts.get("review.overall." + member.scoring().sheet().conclusion().name()))));
        blocks.add(new Table(heads("name", "expertUnit", "role", "points", "conclusion"), List.of(6, 16, 6, 5, 8), List.of(false, false, false, true, false), rows));
        blocks.add(new Fields(List.of(List.of(new Field(get("average"), scores.average().toPlainString()), new Field(get("spread"), scores.spread().toPlainString())))));
        if (panel.discussed() != null) {
            blocks.add(new Fields(List.of(List.of(new Field(get("discussion"), panel.discussed(), OPINION_LINES)))));
        }
        var opinion = panel.opinion();
        if (opinion != null) {
            var changes = new ArrayList<String>();
            opinion.changes().forEach(change -> changes.add(get("change", changes.size() + 1, change)));
            blocks.add(new Fields(List.of(List.of(new Field(get("conclusion"), PaperTexts.get("review.overall." + opinion.conclusion().name()))),
                    List.of(new Field(get("summary"), opinion.summary(), OPINION_LINES)), List.of(new Field(get("changes"), String.join("\n", changes), OPINION_LINES)),
                    List.of(new Field(get("leader"), signature(opinion.signature()), SIGNATURE_LINES), new Field(get("members"), "", SIGNATURE_LINES),
                            new Field(get("date"), PaperTexts.date(day(panel.signed())))))));
        }
        return OfficialPaper.working(get("group.title"), round.project().proposal().reviewNo(), blocks, List.of(), "", opinion == null ? null : day(panel.signed()), false, opinion == null, anchor);
    }
}
