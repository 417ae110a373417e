package org.lianshen.model.linkage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.pack.Grade;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.proposal.FundKind;
import org.lianshen.model.proposal.FundShare;
import org.lianshen.model.review.State;

/** A kept check that follows changes gives what a check from the beginning gives, whatever changes. */
class LinkageSessionTest {

    private static final LongConsumer QUIET = done -> {
    };
    private static final String[] UNITS = { "市教育局", "湖州市教育局", "市卫健委", "湖州市卫生健康委员会", "市大数据局", "市数据局", "吴兴区教育局", "湖州市第一人民医院" };
    private static final String[] CORES = { "校园安全", "智慧食堂", "远程会诊", "公共数据", "视频巡查", "门诊叫号", "信息化", "办公用品" };
    private static final String[] FORMS = { "平台", "系统", "系统运维", "平台运行维护服务", "平台（二期）", "系统一期", "" };
    private static final String[] AMOUNTS = { "1000000.00", "1000000.00", "950000.00", "600000.00", "400000.00", "1200000.01", "-5000.00", "0.00" };
    private static final String[] ECONOMIC = { "31007", "30213", "30201", "30227", "" };

    /** With every limit and cap set, so that no rule is silent for want of one. */
    private final RulePack pack = Packs.with(Map.of("limit.small", "500000", "limit.expert", "1000000", "ops.capSoftware", "0.1", "ops.capHardware", "0.05"));
    private Random random;
    private List<LedgerProject> projects;
    private List<BudgetLine> lines;
    private List<LinkDecision> links;
    private List<ItWord> it;
    private List<GradeRecord> grades;
    private int made;

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 20_261_121 })
    void followsEveryChange(long seed) {
        begin(seed);
        LinkageSession session = LinkageSession.open(input(), QUIET);
        for (int step = 0; step < 60; step++) {
            LinkageCheck.Outcome before = session.outcome();
            String what = change();
            LinkageSession.Change change = session.update(input(), QUIET);
            LinkageCheck.Outcome expected = LinkageCheck.run(input(), QUIET);
            String where = "seed " + seed + ", step " + step + ", " + what;
            assertEquals(expected.lines(), session.outcome().lines(), where);
            assertEquals(expected.findings(), session.outcome().findings(), where);
            assertEquals(without(before.findings(), expected.findings()), new HashSet<>(change.gone()), where);
            assertEquals(without(expected.findings(), before.findings()), new HashSet<>(change.come()), where);
            assertEquals(without(expected.lines(), before.lines()), new HashSet<>(change.lines()), where);
        }
    }

    @Test
    void oneLineIsExchangedByItsId() {
        begin(5);
        LinkageSession session = LinkageSession.open(input(), QUIET);
        int at = random.nextInt(lines.size());
        lines.set(at, altered(lines.get(at)));
        session.exchange(lines.get(at));
        assertEquals(LinkageCheck.run(input(), QUIET), session.outcome());
        assertThrows(IllegalArgumentException.class, () -> session.exchange(line()));
    }

    @Test
    void nothingChangedNothingSaid() {
        begin(6);
        LinkageSession session = LinkageSession.open(input(), QUIET);
        LinkageSession.Change change = session.update(input(), QUIET);
        assertTrue(change.lines().isEmpty() && change.gone().isEmpty() && change.come().isEmpty());
    }

    private static <T> Collection<T> without(Collection<T> some, Collection<T> others) {
        var rest = new HashSet<>(some);
        rest.removeAll(new HashSet<>(others));
        return rest;
    }

    private void begin(long seed) {
        random = new Random(seed);
        made = 0;
        projects = new ArrayList<>();
        lines = new ArrayList<>();
        links = new ArrayList<>();
        it = new ArrayList<>();
        grades = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            projects.add(project());
        }
        for (int i = 0; i < 70; i++) {
            lines.add(line());
        }
    }

    private CheckInput input() {
        return new CheckInput(2026, LocalDate.of(2025, 11, 20), pack, lines, List.of(), projects, Map.of(), new OfficerWords(links, it, List.of()), grades, List.of());
    }

    private String one(String[] words) {
        return words[random.nextInt(words.length)];
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private boolean sometimes() {
        return random.nextInt(3) == 0;
    }

    private LedgerProject project() {
        int no = ++made;
        State state = sometimes() ? one(List.of(State.CONDITIONAL, State.REJECTED, State.EXPIRED, State.DRAFT)) : State.APPROVED;
        Money approved = Money.parseYuan(one(new String[] { "1000000.00", "950000.00", "600000.00" }));
        return new LedgerProject(new UUID(1, no), true, "LS-" + no, one(CORES) + one(FORMS) + "建设项目", sometimes() ? "12600" + random.nextInt(3) : "", one(UNITS), "",
                sometimes() ? "OPS" : "APP", "NEW", "CITY", 2024 + random.nextInt(3), approved, approved, state, LocalDate.of(2025, 6, 1),
                LocalDate.of(2025 + random.nextInt(3), 5, 31), sometimes() ? List.of(new FundShare(2026, FundKind.GENERAL_BUDGET, approved, null)) : List.of(),
                sometimes() ? code() : "", random.nextBoolean(), List.of(), "同意", List.of(), sometimes() ? Map.of(LedgerColumn.DISPOSAL, "停") : Map.of());
    }

    private String code() {
        return "33050026T00000000000" + random.nextInt(6);
    }

    private BudgetLine line() {
        return line(new UUID(2, ++made));
    }

    private BudgetLine line(UUID id) {
        Map<BudgetField, String> values = new EnumMap<>(BudgetField.class);
        values.put(BudgetField.AGENCY_NAME, one(UNITS));
        values.put(BudgetField.PROJECT_NAME, one(CORES) + one(FORMS));
        SheetKind kind = random.nextInt(5) == 0 ? one(List.of(SheetKind.values())) : SheetKind.ANNUAL;
        values.put(kind == SheetKind.ANNUAL ? BudgetField.INITIAL : BudgetField.AMOUNT, one(AMOUNTS));
        put(values, BudgetField.ECONOMIC_CODE, one(ECONOMIC));
        put(values, BudgetField.FUND_TYPE, sometimes() ? "政府性基金" : "一般公共预算");
        put(values, BudgetField.PROJECT_CODE, sometimes() ? code() : "");
        put(values, BudgetField.REVIEW_NO, random.nextInt(5) == 0 ? one(projects).reviewNo() : "");
        put(values, BudgetField.AGENCY_CODE, sometimes() ? "12600" + random.nextInt(3) : "");
        put(values, BudgetField.PAY_DATE, kind == SheetKind.PAYMENT ? "2025-0" + (1 + random.nextInt(9)) + "-01" : "");
        return new BudgetLine(id, Scene.BATCH, sometimes() ? 2025 : 2026, kind, "表", random.nextInt(1000), values, Map.of());
    }

    private static void put(Map<BudgetField, String> values, BudgetField field, String text) {
        if (!text.isEmpty()) {
            values.put(field, text);
        }
    }

    private BudgetLine altered(BudgetLine line) {
        BudgetLine other = line(line.id());
        Map<BudgetField, String> values = new EnumMap<>(BudgetField.class);
        values.putAll(line.values());
        BudgetField field = one(new ArrayList<>(other.values().keySet()));
        values.put(field, other.text(field));
        return random.nextInt(4) == 0 ? other : new BudgetLine(line.id(), line.batch(), line.year(), line.kind(), line.sheet(), line.row(), values, line.raw());
    }

    /** Changes what the check rests on. @return what it did */
    private String change() {
        int kind = random.nextInt(20);
        switch (kind) {
            case 0 -> lines.add(random.nextInt(lines.size() + 1), line());
            case 1 -> lines.remove(random.nextInt(lines.size()));
            case 2, 3, 4 -> {
                BudgetLine line = one(lines);
                links.add(new LinkDecision(new UUID(3, ++made), LineKey.of(line), line.id(), one(projects).id(),
                        LinkDecision.Answer.values()[random.nextInt(3)],
                        sometimes() ? Money.parseYuan("500000.00") : null, "officer", Instant.EPOCH, ""));
            }
            case 5 -> grades.add(new GradeRecord(one(projects).id(), 2024 + random.nextInt(2), new BigDecimal(random.nextInt(100)), one(List.of(Grade.values()))));
            case 6 -> projects.set(random.nextInt(projects.size()), project());
            case 7 -> {
                BudgetLine line = one(lines);
                it.add(new ItWord(new UUID(4, ++made), LineKey.of(line), line.id(), one(List.of(ItWord.Answer.values())), "officer", Instant.EPOCH, ""));
            }
            case 8 -> {
                for (int i = 0; i < 5; i++) {
                    int at = random.nextInt(lines.size());
                    lines.set(at, altered(lines.get(at)));
                }
                lines.remove(0);
                lines.add(line());
            }
            default -> {
                int at = random.nextInt(lines.size());
                lines.set(at, altered(lines.get(at)));
            }
        }
        return "change " + kind;
    }
}
