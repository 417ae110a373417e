package org.lianshen.review.ui;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.lianshen.model.Message;
import org.lianshen.model.expert.DrawProof;
import org.lianshen.model.expert.Expert;
import org.lianshen.model.expert.Expert.Interests;
import org.lianshen.model.expert.ExpertAct;
import org.lianshen.model.expert.ExpertRules;
import org.lianshen.model.expert.ExpertRules.Item;
import org.lianshen.model.expert.ExpertRules.Kind;
import org.lianshen.model.expert.ExpertRules.Need;
import org.lianshen.model.expert.ExpertStep;
import org.lianshen.model.expert.ExpertStep.Announcement;
import org.lianshen.model.expert.ExpertStep.Exclusion;
import org.lianshen.model.expert.ExpertStep.Signature;
import org.lianshen.model.expert.Expertise;
import org.lianshen.model.expert.Panel;
import org.lianshen.model.expert.PanelActs;
import org.lianshen.model.expert.PanelDraw;
import org.lianshen.model.expert.PanelScores;
import org.lianshen.model.expert.Ranked;
import org.lianshen.model.expert.ScoreSheet;
import org.lianshen.model.expert.Seats;
import org.lianshen.model.expert.Tie;
import org.lianshen.model.review.Overall;
import org.lianshen.service.ExpertService;
import org.lianshen.service.Progress;
import org.lianshen.service.table.TableSpec;

/** Experts in memory: the acts as they were entered, refused as the rules refuse them. */
final class ExpertOffice implements ExpertService {

    static final String NO = "LS-330500-2026-0042";
    static final ExpertRules RULES = new ExpertRules("huzhou@2026.1", 3, List.of(new Need(Kind.COST, 1), new Need(Kind.SECURITY, 1)), 1, 3, false, BigDecimal.valueOf(60),
            BigDecimal.valueOf(25), BigDecimal.valueOf(15), List.of(item("necessity", "必要性", "Necessity", 40), item("plan", "方案先进与可行", "Plan: up to date and feasible", 40),
                    item("budget", "预算合理", "Reasonable budget", 20)));

    final List<ExpertAct> acts = new CopyOnWriteArrayList<>();
    final List<Expert> pool = new ArrayList<>();
    final List<String> said = new CopyOnWriteArrayList<>();
    UUID me;
    ScoreSheet draft;

    ExpertOffice() {
        Expertise[] fields = {Expertise.SOFTWARE, Expertise.COST, Expertise.SECURITY, Expertise.DATA, Expertise.CIPHER, Expertise.COST, Expertise.NETWORK};
        for (int i = 0; i < fields.length; i++) {
            pool.add(new Expert(new UUID(7, i), "ZJ%04d".formatted(i + 1), "示例专家" + "甲乙丙丁戊己庚".charAt(i), "示例单位第" + (i + 1) + "研究院（信息技术与网络安全测评中心）", List.of(), "高级工程师", Set.of(fields[i]),
                    "13800000000", "123X", "", true, "", Interests.NONE, "", 1));
        }
    }

    private static Item item(String code, String zh, String en, int points) {
        return new Item(code, zh, en, BigDecimal.valueOf(points));
    }

    Panel panel() {
        return Panel.of(acts, 1);
    }

    private Board enter(ExpertStep step) {
        Message refusal = PanelActs.refusal(panel(), step);
        if (refusal != null) {
            throw new org.lianshen.model.UserProblem(List.of(refusal));
        }
        acts.add(new ExpertAct(new UUID(8, acts.size()), Reviews.PROPOSAL, acts.size() + 1, 1, "sun", Instant.parse("2026-11-20T01:00:00Z").plusSeconds(acts.size()), step));
        said.add(step.getClass().getSimpleName());
        return board(Reviews.PROPOSAL);
    }

    private List<Ranked> order() {
        return PanelDraw.inOrder(pool.stream().limit(6).map(expert -> new Ranked(expert.id(), expert.no(), expert.name(), expert.unit(), expert.unit(), expert.fields(),
                PanelDraw.key(panel().announced().seed(), NO, 1, expert.no()))).toList());
    }

    private List<Exclusion> excluded() {
        Expert last = pool.getLast();
        return List.of(new Exclusion(last.id(), last.no(), last.name(), last.unit(),
                List.of(Message.of("expert.conflict.employer", last.unit(), Message.of("expert.tie.SUPPLIER"), last.unit()))));
    }

    @Override
    public Board board(UUID proposal) {
        Panel panel = panel();
        return new Board(proposal, NO, "智慧水务监测平台二期", "市水利局", panel.seenBy(me), RULES, List.of(), pool.stream().limit(6).toList(), excluded(), null, me, DrawProof.problems(acts, NO),
                panel.drawn() == null ? null : panel.vacant().stream().map(Panel.Member::id).findFirst().orElse(null), null);
    }

    @Override
    public List<Pooled> pool() {
        return pool.stream().map(expert -> new Pooled(expert, 0, List.of())).toList();
    }

    @Override
    public Expert save(Expert expert) {
        Expert kept = expert.with(expert.id() == null ? new UUID(7, pool.size()) : expert.id(), expert.no().isEmpty() ? "ZJ%04d".formatted(pool.size() + 1) : expert.no(), expert.version() + 1);
        pool.removeIf(each -> each.id().equals(kept.id()));
        pool.add(kept);
        return kept;
    }

    @Override
    public Expert suspend(UUID expert, String reason) {
        return save(pool.stream().filter(each -> each.id().equals(expert)).findFirst().orElseThrow().standing(false, reason));
    }

    @Override
    public Expert resume(UUID expert) {
        return save(pool.stream().filter(each -> each.id().equals(expert)).findFirst().orElseThrow().standing(true, ""));
    }

    @Override
    public Outcome take(Path file, boolean dryRun, boolean partial, Progress progress) {
        throw new AssertionError("not asked for");
    }

    @Override
    public void export(TableSpec<Pooled> columns, List<Pooled> rows, Path target) {
        said.add("export " + rows.size());
    }

    @Override
    public Board state(UUID proposal, List<Tie> ties) {
        return enter(new ExpertStep.Statement(ties));
    }

    @Override
    public Board publish(UUID proposal, String seed, String source, Integer size, Boolean second) {
        return enter(new Announcement(seed, source, size, second, pool.stream().map(Expert::id).toList(), RULES));
    }

    @Override
    public Board draw(UUID proposal) {
        List<Ranked> order = order();
        Seats.Filled filled = Seats.draw(panel(), order);
        return enter(new ExpertStep.Draw(order, excluded(), filled.group().taken().stream().map(Ranked::expert).toList(), filled.second() == null ? null : filled.second().expert(),
                filled.passed()));
    }

    @Override
    public Board replace(UUID proposal, UUID out) {
        var ever = panel().members().stream().map(Panel.Member::id).toList();
        List<Ranked> left = panel().drawn().draw().order().stream().filter(each -> !ever.contains(each.expert())).toList();
        var next = Seats.replace(panel(), panel().member(out).orElseThrow(), left);
        return enter(new ExpertStep.Replacement(out, next.taken().getFirst().expert(), next.passed(), List.of()));
    }

    @Override
    public Board invite(UUID proposal, List<UUID> experts, String words) {
        experts.forEach(expert -> enter(new ExpertStep.Invitation(expert, words)));
        return board(proposal);
    }

    @Override
    public Board answer(UUID proposal, UUID expert, boolean accepts, String reason) {
        return enter(accepts ? new ExpertStep.Acceptance(expert) : new ExpertStep.Refusal(expert, reason));
    }

    @Override
    public Board avoid(UUID proposal, UUID expert, String reason) {
        return enter(new ExpertStep.Avoidance(expert, reason));
    }

    @Override
    public Board absent(UUID proposal, UUID expert, String reason) {
        return enter(new ExpertStep.Absence(expert, reason));
    }

    @Override
    public Board lead(UUID proposal, UUID expert) {
        return enter(new ExpertStep.Leader(expert));
    }

    @Override
    public ScoreSheet sheet(UUID proposal) {
        return draft == null ? ScoreSheet.blank(1) : draft;
    }

    @Override
    public void saveSheet(UUID proposal, ScoreSheet sheet) {
        draft = sheet;
        said.add("draft");
    }

    @Override
    public Board sign(UUID proposal, ScoreSheet sheet) {
        return enter(new ExpertStep.Scoring(me, sheet, new Signature(panel().member(me).orElseThrow().expert().name(), false, null)));
    }

    @Override
    public Board record(UUID proposal, UUID expert, ScoreSheet sheet, Path scan) {
        return enter(new ExpertStep.Scoring(expert, sheet, new Signature(panel().member(expert).orElseThrow().expert().name(), true, null)));
    }

    @Override
    public Board discuss(UUID proposal, String words) {
        return enter(new ExpertStep.Discussion(words));
    }

    @Override
    public Board conclude(UUID proposal, Overall conclusion, String summary, List<String> changes, Path scan) {
        return enter(new ExpertStep.GroupOpinion(conclusion, summary, changes, panel().scores().map(PanelScores::average).orElseThrow(), new Signature("组长", true, null)));
    }

    @Override
    public List<Message> verify(UUID proposal) {
        return List.of();
    }

    /** Drawn, invited and accepted. */
    ExpertOffice accepted(boolean second) {
        publish(Reviews.PROPOSAL, "2026-11-20 现场摸号 17-03-29", "会议室现场摸号，监督人王某", 3, second);
        draw(Reviews.PROPOSAL);
        panel().in().forEach(member -> {
            invite(Reviews.PROPOSAL, List.of(member.id()), "11月25日 9:00 政务服务中心 305 会议室");
            answer(Reviews.PROPOSAL, member.id(), true, "");
        });
        return this;
    }

    void scored(int... plans) {
        var in = panel().in();
        for (int i = 0; i < plans.length; i++) {
            record(Reviews.PROPOSAL, in.get(i).id(), sheet(plans[i]), null);
        }
    }

    static ScoreSheet sheet(int plan) {
        Map<String, BigDecimal> points = new LinkedHashMap<>();
        points.put("necessity", BigDecimal.valueOf(32));
        points.put("plan", BigDecimal.valueOf(plan));
        points.put("budget", BigDecimal.valueOf(16));
        return new ScoreSheet(1, points, "方案总体可行，视频汇聚部分与城市大脑重复", "硬件单价偏高", "数据共享协议未签", "现有平台扩容即可满足", Overall.AGREE_WITH_CHANGES, true);
    }
}
