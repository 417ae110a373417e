package org.lianshen.service.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianshen.model.Money;
import org.lianshen.model.PermissionDenied;
import org.lianshen.model.UserProblem;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.ceiling.CeilingPlan;
import org.lianshen.model.ceiling.Pin;
import org.lianshen.model.identity.Role;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.pack.RulePack;
import org.lianshen.service.Progress;
import org.lianshen.service.ledger.Projects;
import org.lianshen.service.linkage.Budget;
import org.lianshen.service.linkage.LinkageDesk;
import org.lianshen.service.memory.PackFixture;
import org.lianshen.service.memory.World;
import org.lianshen.service.packs.RulePacks;
import org.lianshen.service.session.Desk;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.SummaryTables;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.table.TableWriter;
import org.lianshen.service.text.Texts;

class SummaryDeskTest {

    private static final Texts CHINESE = new Texts(Locale.CHINESE);

    private final World world = new World(new PackFixture().param("estimate.priceDeviation", "0.3", "ratio").list("ops.pooledCategories", "网络安全").list("ops.pooledWords", "集约").list("ops.pooledCategoryWords").build());
    private final Budget budget = new Budget(world);
    private final List<TableWriter.Sheet<?>> written = new ArrayList<>();
    private final SummaryDesk summaries = summaries(world.oneself());

    private SummaryDesk summaries(Desk desk) {
        return new SummaryDesk(desk, new Projects(desk, CHINESE), packs(), (target, sheets, locale) -> {
            written.clear();
            written.addAll(sheets);
        }, CHINESE);
    }

    private RulePacks packs() {
        return new RulePacks() {
            @Override
            public List<RulePack> all() {
                return List.of(world.pack());
            }

            @Override
            public RulePack of(String place, LocalDate on) {
                return world.pack();
            }

            @Override
            public RulePack byId(String id) {
                return world.pack();
            }
        };
    }

    @BeforeEach
    void workThatRunsTwiceDoesTheSame() {
        world.store().runEverythingTwice();
    }

    private LedgerProject sheet() {
        LedgerProject project = budget.project("LS-1", "教育数据共享平台建设项目", "市教育局", Map.of());
        budget.sheet("预算.xlsx", "ab", 2027, SheetKind.ANNUAL, new String[] {"市教育局", "教育数据共享平台", "600000.00"}, new String[] {"市教育局", "智慧食堂系统", "300000.00"},
                new String[] {"市水利局", "网络安全系统运维", "50000.00"});
        return project;
    }

    private void check() {
        new LinkageDesk(world.oneself(), new Projects(world.oneself(), CHINESE), packs(), (target, sheets, locale) -> {
        }, (source, target, notes, words) -> {
        }, CHINESE).check(2027, null, Progress.NONE);
    }

    @Test
    void theSummaryWorkbookHoldsEveryListOnceTheYearIsChecked() {
        sheet();
        summaries.exportSummary(2027, Path.of("a.xlsx"));
        assertEquals(List.of("分部门汇总", "分类汇总", "核减汇总", "年度运维"), written.stream().map(TableWriter.Sheet::name).toList());
        check();
        summaries.exportSummary(2027, Path.of("a.xlsx"));
        assertEquals(List.of("分部门汇总", "分类汇总", "未联审清单", "核减汇总", "整改台账", "年度运维"), written.stream().map(TableWriter.Sheet::name).toList());
        assertTrue(cells(written.get(2)).stream().allMatch(row -> row.contains("table.mark.blocked")), "every unreviewed line carries 不得纳入预算");
        summaries.exportSummary(2027, Path.of("a.csv"));
        assertEquals(1, written.size());
    }

    /** All cells of a sheet as text; marks by their key. */
    private static <T> List<List<String>> cells(TableWriter.Sheet<T> sheet) {
        return sheet.rows().stream().map(row -> sheet.spec().columns().stream().map(column -> {
            Object value = column.value().apply(row);
            return value instanceof Column.Mark mark ? mark.textKey() : String.valueOf(value);
        }).toList()).toList();
    }

    @Test
    void theCeilingIsKeptAndPinsAreFactsWithReasons() {
        LedgerProject project = sheet();
        var pool = summaries.ceiling(2027);
        assertNull(pool.amount());
        assertEquals(List.of("教育数据共享平台建设项目"), pool.candidates().stream().map(each -> each.name()).toList());
        assertEquals(Money.parseYuan("350000.00"), pool.unreviewed());
        summaries.setCeiling(2027, Money.ofWan(50));
        assertEquals(Money.ofWan(50), summaries.ceiling(2027).amount());
        CeilingPlan plan = summaries.ceiling(2027).plan(Money.ofWan(50), false);
        assertEquals(CeilingPlan.Outcome.TOO_LARGE, plan.rows().getFirst().outcome());
        assertEquals("summary.noReason", assertThrows(UserProblem.class, () -> summaries.pin(2027, project.id(), Pin.Kind.OUT, " ")).messages().getFirst().key());
        summaries.pin(2027, project.id(), Pin.Kind.OUT, "绩效差");
        assertEquals("绩效差", summaries.ceiling(2027).pins().get(project.id()).reason());
        assertEquals("ceiling.pin", world.store().read(tx -> tx.audit().from(1, 100)).getLast().action());
        summaries.pin(2027, project.id(), Pin.Kind.FREE, "");
        assertTrue(summaries.ceiling(2027).pins().isEmpty());
        summaries.setCeiling(2027, null);
        assertNull(summaries.ceiling(2027).amount());
        summaries.exportCeiling(2027, plan, Path.of("a.xlsx"));
        assertEquals("没有优先事由，按绩效分和批复日期；需要 60.00 万元，只余 50.00 万元", cells(written.getFirst()).getFirst().get(9));
    }

    @Test
    void lotsAreExportedWithTheirLines() {
        sheet();
        assertEquals(List.of("网络安全"), summaries.lots(2027).stream().map(lot -> lot.category()).toList());
        summaries.exportLots(2027, Path.of("a.xlsx"));
        assertEquals(List.of("集约运维", "同名运维内容价差", "集约运维明细"), written.stream().map(TableWriter.Sheet::name).toList());
    }

    @Test
    void aReaderSeesAndDoesNotDecide() {
        LedgerProject project = sheet();
        var auditor = summaries(world.desk(World.person("aud", null, "市审计局", Role.AUDITOR)));
        assertEquals(3, auditor.summary(2027).total().lines());
        assertThrows(PermissionDenied.class, () -> auditor.pin(2027, project.id(), Pin.Kind.IN, "x"));
        assertThrows(PermissionDenied.class, () -> auditor.setCeiling(2027, Money.ZERO));
        assertThrows(PermissionDenied.class, () -> auditor.exportSummary(2027, Path.of("a.xlsx")));
    }

    @Test
    void everyHeadHasItsWordsInBothLanguages() {
        for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            var texts = new Texts(locale);
            var tables = new SummaryTables(texts);
            for (TableSpec<?> spec : List.of(tables.departments(), tables.classes(), tables.cuts(), tables.operations(), tables.rectifications(world.pack()), tables.ceiling(), tables.lots(), tables.lotLines(),
                    tables.lotItems(), tables.prices(java.math.BigDecimal.ONE), tables.seenPrices())) {
                assertTrue(texts.has(spec.title()), spec.title());
                spec.columns().forEach(column -> assertTrue(texts.has(column.label()), column.label()));
            }
        }
    }
}
