package org.lianshen.service.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.ledger.LedgerRow;
import org.lianshen.model.linkage.Candidate;
import org.lianshen.model.linkage.CheckRun;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.ItVerdict;
import org.lianshen.model.linkage.LineResult;
import org.lianshen.model.linkage.LineVerdict;
import org.lianshen.model.linkage.MatchedBy;
import org.lianshen.model.pack.Grade;
import org.lianshen.model.pack.Severity;
import org.lianshen.model.proposal.FundKind;
import org.lianshen.model.proposal.FundShare;
import org.lianshen.model.review.State;
import org.lianshen.service.memory.PackFixture;
import org.lianshen.service.table.Column.Mark;
import org.lianshen.service.text.Texts;

class TablesTest {

    private static final Texts CHINESE = new Texts(Locale.CHINESE);
    private static final UUID BATCH = new UUID(0, 1);

    private static LedgerProject project(Map<LedgerColumn, String> more, State state) {
        return new LedgerProject(new UUID(0, 9), false, "LS-330500-2026-0042", "教育大脑", "126009", "市教育局", "市教育局", "APP", "NEW", "CITY", 2026, Money.ofWan(1300), Money.parseYuan("12345000.00"),
                state, LocalDate.of(2026, 11, 20), LocalDate.of(2028, 11, 20), List.of(new FundShare(2027, FundKind.GENERAL_BUDGET, Money.ofWan(1000), null),
                        new FundShare(2028, FundKind.GENERAL_BUDGET, Money.ofWan(234), null), new FundShare(2027, FundKind.PROVINCE_GRANT, Money.ofWan(10), null)),
                "330500261000000012345", true, List.of(), "通过", List.of(), more);
    }

    private static Object value(LedgerRow row, LedgerColumn column) {
        return new LedgerTable(CHINESE).spec().columns().get(column.ordinal()).value().apply(row);
    }

    @Test
    void theLedgerHasTheColumnsOfItsListInOrder() {
        TableSpec<LedgerRow> spec = new LedgerTable(CHINESE).spec();
        assertEquals(36, spec.columns().size());
        assertEquals("联审编号,项目名称,单位,主管部门,类别,性质,级别,申报年,申报额,核定额,核减率,结论,有效期,资金来源,预算项目编码,年初预算,调整后,支付,执行率,采购方式,供应商,合同额,初验,终验,上云,共享率,等保级/到期,密评/到期,信创,双合格,年运维,占比,绩效分/等级,处置,问题数(E/W),状态",
                String.join(",", spec.columns().stream().map(column -> CHINESE.get(column.label())).toList()));
    }

    @Test
    void aLedgerRowShowsItsAmountChain() {
        var row = new LedgerRow(project(Map.of(LedgerColumn.CONTRACT_AMOUNT, "11800000.00", LedgerColumn.FIRST_ACCEPTANCE, "2027-06-30", LedgerColumn.SHARING_RATE, "0.875",
                LedgerColumn.FINAL_ACCEPTANCE, "2027年底", LedgerColumn.ON_CLOUD, "是"), State.APPROVED), Money.ofWan(1000), Money.ofWan(1200), Money.ofWan(900), new BigDecimal("92.50"), Grade.EXCELLENT, 1, 2);
        assertEquals("一般业务应用", value(row, LedgerColumn.CLASS));
        assertEquals("市级", value(row, LedgerColumn.LEVEL));
        assertEquals(new BigDecimal("0.050385"), value(row, LedgerColumn.CUT_RATE));
        assertEquals("一般公共预算（本级）、省补助", value(row, LedgerColumn.FUND_SOURCE));
        assertEquals(Money.ofWan(1200), value(row, LedgerColumn.FINAL_BUDGET));
        assertEquals(new BigDecimal("0.750000"), value(row, LedgerColumn.EXECUTION_RATE));
        assertEquals(Money.ofWan(1180), value(row, LedgerColumn.CONTRACT_AMOUNT));
        assertEquals(LocalDate.of(2027, 6, 30), value(row, LedgerColumn.FIRST_ACCEPTANCE));
        assertEquals("2027年底", value(row, LedgerColumn.FINAL_ACCEPTANCE));
        assertEquals(new BigDecimal("0.875"), value(row, LedgerColumn.SHARING_RATE));
        assertEquals("92.50 优", value(row, LedgerColumn.PERFORMANCE));
        assertEquals("1/2 不得纳入预算", value(row, LedgerColumn.FINDINGS));
        assertEquals("已批复", CHINESE.get(((Mark) value(row, LedgerColumn.STATE)).textKey()));
    }

    @Test
    void whatIsNotKnownIsEmptyAndNothingIsDividedByZero() {
        var bare = new LedgerProject(new UUID(0, 9), true, null, "x", null, "y", null, null, null, null, 0, Money.ZERO, null, State.APPROVED, null, null, List.of(), null, false, List.of(), null, List.of(), Map.of());
        var row = new LedgerRow(bare, null, Money.ZERO, null, null, null, 0, 0);
        for (LedgerColumn column : List.of(LedgerColumn.CUT_RATE, LedgerColumn.EXECUTION_RATE, LedgerColumn.YEAR, LedgerColumn.FINDINGS, LedgerColumn.CLASS, LedgerColumn.CONTRACT_AMOUNT)) {
            assertNull(value(row, column), column.name());
        }
    }

    @Test
    void everyStateHasAMark() {
        for (State state : State.values()) {
            var mark = (Mark) value(new LedgerRow(project(Map.of(), state), null, null, null, null, null, 0, 0), LedgerColumn.STATE);
            assertTrue(CHINESE.has(mark.textKey()) && !mark.icon().isEmpty(), state.name());
        }
    }

    private static BudgetLine line(int no, String unit, String project, long wan) {
        return new BudgetLine(new UUID(1, no), BATCH, 2027, SheetKind.ANNUAL, "项目支出", no + 3, Map.of(BudgetField.AGENCY_NAME, unit, BudgetField.PROJECT_NAME, project, BudgetField.FINAL,
                Money.ofWan(wan).toString(), BudgetField.ECONOMIC_CODE, "30213", BudgetField.ECONOMIC_NAME, "维修(护)费"), Map.of());
    }

    private static LineResult result(int no, LineVerdict verdict, ItVerdict.Answer it, List<Candidate> candidates) {
        return new LineResult(new UUID(1, no), new ItVerdict(it, List.of()), verdict, null, null, MatchedBy.NONE, null, candidates);
    }

    private static Finding finding(String rule, Severity severity, int line, String unit) {
        var evidence = new LinkedHashMap<String, String>();
        evidence.put("linkage.evidence.amount", "1000000.00");
        evidence.put("自由标签", "值");
        return new Finding(rule, severity, rule + line, List.of(new UUID(1, line)), unit, "甲项目", null, null, Money.ofWan(100), null, null, Message.of("common.wan", "1"), MatchedBy.NONE, null, evidence);
    }

    private static CheckRun run() {
        var near = new Candidate(new UUID(2, 2), "LS-330500-2025-0007", "甲系统", "市教育局", Money.ofWan(90), new BigDecimal("0.8123"), List.of("甲"), true, false);
        return new CheckRun(new UUID(3, 3), 2027, LocalDate.of(2026, 11, 21), "huzhou@2026.1", Instant.EPOCH, "wang",
                List.of(result(1, LineVerdict.UNREVIEWED, ItVerdict.Answer.YES, List.of(near)), result(2, LineVerdict.REVIEWED, ItVerdict.Answer.YES, List.of()),
                        result(3, LineVerdict.NOT_IT, ItVerdict.Answer.NO, List.of()), result(4, LineVerdict.SUSPECT, ItVerdict.Answer.DOUBTFUL, List.of()),
                        result(99, LineVerdict.UNREVIEWED, ItVerdict.Answer.YES, List.of())),
                List.of(finding("B01", Severity.E, 1, "市教育局"), finding("B39", Severity.W, 2, "市水利局"), finding("B50", Severity.I, 2, null)));
    }

    private static FindingsTables tables(Texts texts) {
        var lines = new LinkedHashMap<UUID, BudgetLine>();
        for (BudgetLine line : List.of(line(1, "市教育局", "甲项目", 100), line(2, "市水利局", "乙项目", 200), line(3, "市水利局", "办公费", 50), line(4, "市教育局", "丙项目", 30))) {
            lines.put(line.id(), line);
        }
        return new FindingsTables(texts, PackFixture.pack(), lines, Map.of(BATCH, "2027预算.xlsx"));
    }

    private static <T> Object value(TableSpec<T> spec, T row, String column) {
        return spec.columns().stream().filter(each -> each.id().equals(column)).findFirst().orElseThrow().value().apply(row);
    }

    @Test
    void aFindingNamesFileSheetAndRowAndItsEvidence() {
        TableSpec<Finding> spec = tables(CHINESE).findings();
        Finding finding = run().findings().getFirst();
        assertEquals("2027预算.xlsx", value(spec, finding, "file"));
        assertEquals("项目支出", value(spec, finding, "sheet"));
        assertEquals(4, value(spec, finding, "row"));
        assertEquals("预算金额（元）：1000000.00\n自由标签：值", value(spec, finding, "evidence"));
        assertEquals("test（依据待核实）", value(spec, finding, "basis"));
        assertEquals("整改", value(spec, finding, "remedy"));
        assertEquals("禁止", CHINESE.get(((Mark) value(spec, finding, "severity")).textKey()));
    }

    @Test
    void theListOfUnreviewedLinesHoldsOnlyThose() {
        List<TableWriter.Sheet<?>> sheets = tables(CHINESE).sheets(run(), run().findings());
        assertEquals(List.of("疑点", "预算行", "未联审清单", "分单位汇总"), sheets.stream().map(TableWriter.Sheet::name).toList());
        assertEquals(List.of(3, 4, 1), List.of(sheets.get(0).rows().size(), sheets.get(1).rows().size(), sheets.get(2).rows().size()));
        assertEquals("2027 年度；按 2026-11-21 的状态判断；规则包 huzhou@2026.1；金额单位：万元", sheets.getFirst().notes().getFirst());
        var line = tables(CHINESE).lines(run()).getFirst();
        assertEquals("LS-330500-2025-0007 甲系统（市教育局，0.8123）", value(tables(CHINESE).lineTable(Set.of()), line, "candidates"));
        assertEquals("30213 维修(护)费", value(tables(CHINESE).lineTable(Set.of()), line, "economic"));
    }

    @Test
    void sumsByUnitAddUpToTheTotal() {
        List<FindingsTables.UnitSums> sums = tables(CHINESE).sums(run(), run().findings());
        assertEquals(3, sums.size());
        assertEquals("市教育局", sums.getFirst().unit());
        assertEquals(Money.ofWan(130), sums.getFirst().total());
        assertEquals(Money.ofWan(100), sums.getFirst().amount(LineVerdict.UNREVIEWED));
        assertEquals(Money.ofWan(200), sums.get(1).total());
        var total = sums.getLast();
        assertNull(total.unit());
        assertEquals(3, total.lines());
        assertEquals(Money.ofWan(330), total.total());
        assertEquals(1, total.blocking());
        assertEquals(1, total.warnings());
        assertEquals("合计", value(tables(CHINESE).units(), total, "unit"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everyWordOfTheTablesIsThere(String language) {
        Texts texts = new Texts(Locale.of(language));
        var tables = tables(texts);
        var ids = new HashSet<String>();
        for (TableSpec<?> spec : List.of(new LedgerTable(texts).spec(), tables.findings(), tables.lineTable(Set.of()), tables.units())) {
            assertTrue(texts.has(spec.title()), spec.title());
            spec.columns().forEach(column -> assertTrue(texts.has(column.label()), column.label()));
            assertTrue(ids.add(spec.id()));
        }
        for (LineVerdict verdict : LineVerdict.values()) {
            assertTrue(texts.has("table.verdict." + verdict.name()));
        }
        for (MatchedBy matched : MatchedBy.values()) {
            assertTrue(texts.has("table.matchedBy." + matched.name()));
        }
        tables.sheets(run(), run().findings()).forEach(TablesTest::readAll);
    }

    private static <T> void readAll(TableWriter.Sheet<T> sheet) {
        sheet.rows().forEach(row -> sheet.spec().columns().forEach(column -> column.value().apply(row)));
    }
}
