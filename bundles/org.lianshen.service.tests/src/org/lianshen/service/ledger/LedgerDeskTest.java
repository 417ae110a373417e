package org.lianshen.service.ledger;

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
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lianshen.model.Money;
import org.lianshen.model.PermissionDenied;
import org.lianshen.model.UserProblem;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.identity.Role;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.ledger.LedgerRow;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.State;
import org.lianshen.service.LedgerService.Dashboard;
import org.lianshen.service.LedgerService.Event;
import org.lianshen.service.LedgerService.Ratio;
import org.lianshen.service.Progress;
import org.lianshen.service.linkage.Budget;
import org.lianshen.service.memory.FormFixture;
import org.lianshen.service.memory.World;
import org.lianshen.service.session.Desk;
import org.lianshen.service.table.LedgerTable;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.table.TableWriter;
import org.lianshen.service.text.Texts;

class LedgerDeskTest {

    private static final Texts CHINESE = new Texts(Locale.CHINESE);

    private final World world = new World();
    private final Budget budget = new Budget(world);
    private final List<TableWriter.Sheet<?>> written = new ArrayList<>();
    private final LedgerDesk desk = desk(world.oneself());

    private LedgerDesk desk(Desk of) {
        return new LedgerDesk(of, new Projects(of, CHINESE), null, (target, sheets, locale) -> written.addAll(sheets), CHINESE);
    }

    private static String[] row(String... cells) {
        return cells;
    }

    @Test
    void theChainGoesFromAppliedToPaid() {
        UUID id = budget.project("LS-1", "教育数据共享平台建设项目", "市教育局", Map.of()).id();
        budget.sheet("2027.xlsx", "ab", 2027, SheetKind.ANNUAL, row("市教育局", "教育数据共享平台", "600000.00", "550000.00"));
        budget.sheet("指标.xlsx", "ab", 2027, SheetKind.QUOTA, row("市教育局", "教育数据共享平台", "550000.00"));
        budget.sheet("2028.xlsx", "ab", 2028, SheetKind.QUOTA, row("市教育局", "教育数据共享平台", "400000.00"));
        budget.sheet("支付.xlsx", "ab", 2027, SheetKind.PAYMENT, row("市教育局", "教育数据共享平台", "100000.01", "2027-03-01"), row("市教育局", "教育数据共享平台", "0.02", "2027-04-01"));
        LedgerRow found = desk.row(id, world.today());
        assertEquals(Money.ofWan(120), found.project().applied());
        assertEquals(Money.ofWan(100), found.project().approved());
        assertEquals(Money.parseYuan("1000000.00"), found.initialBudget());
        assertEquals(Money.parseYuan("950000.00"), found.budgeted());
        assertEquals(Money.parseYuan("100000.03"), found.paid());
    }

    @Test
    void withoutLinesThereIsNothingInsteadOfZero() {
        UUID id = budget.project("LS-1", "教育数据共享平台建设项目", "市教育局", Map.of()).id();
        LedgerRow row = desk.row(id, world.today());
        assertNull(row.budgeted());
        assertNull(row.paid());
        assertThrows(UserProblem.class, () -> desk.row(new UUID(0, 0), world.today()));
    }

    @Test
    void proposalsOfTheStoreStandBesideImportedOnes() {
        budget.project("LS-0", "别的平台建设项目", "市公安局", Map.of());
        Proposal proposal = world.ready(world.oneself(), FormFixture.form());
        LedgerProject found = desk.projects(world.today()).stream().filter(project -> project.id().equals(proposal.id())).findFirst().orElseThrow();
        assertEquals(2, desk.projects(world.today()).size());
        assertEquals(State.READY_FOR_MEETING, found.state());
        assertEquals(Money.ofWan(100), found.applied());
        assertEquals("教育数据共享平台", found.name());
        assertEquals("是", found.more(LedgerColumn.ON_CLOUD));
        assertEquals(List.of("数据归集", "共享服务"), found.functions());
        assertEquals(2026, found.year());
    }

    @Test
    void theLedgerOfAnEarlierDayKnowsNothingOfLater() {
        budget.project("LS-1", "教育数据共享平台建设项目", "市教育局", LocalDate.of(2026, 6, 1), false, Map.of());
        assertEquals(List.of(), desk.projects(LocalDate.of(2026, 5, 31)));
        assertEquals(State.APPROVED, desk.projects(LocalDate.of(2026, 6, 1)).getFirst().state());
        assertEquals(State.APPROVED, desk.projects(LocalDate.of(2028, 6, 1)).getFirst().state());
        assertEquals(State.EXPIRED, desk.projects(LocalDate.of(2028, 6, 2)).getFirst().state());
    }

    @Test
    void theDashboardNamesWhatIsMissing() {
        for (int i = 1; i <= 7; i++) {
            budget.project("LS-" + i, "平台" + (char) ('甲' + i), "市教育局", Map.of(LedgerColumn.ON_CLOUD, "是", LedgerColumn.SHARING_RATE, "1"));
        }
        budget.project("LS-8", "老系统", "市公安局", Map.of(LedgerColumn.ON_CLOUD, "否", LedgerColumn.SHARING_RATE, "0.75"));
        budget.sheet("预算.xlsx", "ab", 2027, SheetKind.ANNUAL, row("市教育局", "智慧食堂系统", "300000.00"), row("湖州市公安局", "老系统", "200000.00"),
                row("市公安局", "装备购置", "900000.00"));
        Dashboard board = desk.dashboard(2027, world.today());
        assertEquals(8, board.projects());
        assertEquals(Money.ofWan(960), board.applied());
        assertEquals(Money.ofWan(800), board.approved());
        assertEquals(Money.ofWan(50), board.budgeted());
        assertEquals(Money.ofWan(30), board.unreviewed());
        assertEquals(List.of(new Ratio("ledger.ratio.CLOUD", 7, 8, List.of("老系统")), new Ratio("ledger.ratio.POOLED", 0, 0, List.of()),
                new Ratio("ledger.ratio.SHARING", 7, 8, List.of("老系统"))), board.ratios());
        assertEquals(List.of("市教育局", "市公安局"), board.byUnit().stream().map(slice -> slice.label()).toList());
        assertEquals(Money.ofWan(20), board.byUnit().getLast().budgeted());
        assertEquals(List.of("proposal.choice.PROJECT_CLASS.APP", "ledger.class.unknown"), board.byClass().stream().map(slice -> slice.label()).toList());
        assertEquals("table.severity.E", board.findings().getFirst().key());
    }

    @Test
    void theTimeLineIsInOrderAndCanBeSaid() {
        Proposal proposal = world.ready(world.oneself(), FormFixture.form());
        world.minutes(5);
        budget.sheet("2027.xlsx", "ab", 2027, SheetKind.ANNUAL, row("市教育局", "教育数据共享平台", "600000.00"));
        budget.sheet("支付.xlsx", "ab", 2027, SheetKind.PAYMENT, row("市教育局", "教育数据共享平台", "100000.00", "2027-03-01"));
        List<Event> events = desk.timeline(proposal.id());
        List<String> said = events.stream().map(event -> CHINESE.format(event.what())).toList();
        assertEquals("提交申报书第1版", said.getFirst());
        assertEquals("受理", said.get(1));
        assertTrue(said.get(2).contains("会签：同意"), said.get(2));
        assertEquals("列入2027年预算60.00 万元", said.get(said.size() - 2));
        assertEquals("支付10.00 万元", said.getLast());
        assertEquals(events.stream().map(Event::at).sorted().toList(), events.stream().map(Event::at).toList());
    }

    @Test
    void exportsOneRowForEachProjectThatWasSubmitted() {
        budget.project("LS-1", "教育数据共享平台建设项目", "市教育局", Map.of());
        desk.export(world.today(), Path.of("ledger.xlsx"));
        assertEquals(1, written.getFirst().rows().size());
        assertEquals(LedgerColumn.values().length, written.getFirst().spec().columns().size());
    }

    @Test
    void exportsTheRowsAndColumnsSomebodyHasOnTheScreen() {
        budget.project("LS-1", "教育数据共享平台建设项目", "市教育局", Map.of());
        budget.project("LS-2", "智慧水务", "市水利局", Map.of());
        var all = new LedgerTable(new Texts(Locale.CHINESE)).spec();
        var shown = new TableSpec<>(all.id(), all.title(), all.columns().subList(0, 2));
        desk.export(world.today(), shown, desk.rows(world.today()).subList(0, 1), Path.of("ledger.xlsx"));
        assertEquals(1, written.getFirst().rows().size());
        assertEquals(2, written.getFirst().spec().columns().size());
        var applicant = desk(world.desk(World.person("app", null, null, Role.APPLICANT)));
        assertThrows(PermissionDenied.class, () -> applicant.export(world.today(), shown, List.of(), Path.of("x.xlsx")));
    }

    @Test
    void onlyBudgetOfficersImport() {
        var analyst = desk(world.desk(World.person("ana", null, null, Role.ANALYST)));
        assertThrows(PermissionDenied.class, () -> analyst.take(Path.of("x.xlsx"), true, false, Progress.NONE));
        var applicant = desk(world.desk(World.person("app", null, null, Role.APPLICANT)));
        assertThrows(PermissionDenied.class, () -> applicant.export(world.today(), Path.of("x.xlsx")));
    }
}
