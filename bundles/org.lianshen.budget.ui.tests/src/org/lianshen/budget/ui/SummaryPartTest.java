package org.lianshen.budget.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.ceiling.CeilingCandidate;
import org.lianshen.model.ceiling.CeilingPlan;
import org.lianshen.model.ceiling.Pin;
import org.lianshen.model.ceiling.Priority;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.MatchedBy;
import org.lianshen.model.pack.Param;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.Severity;
import org.lianshen.model.pack.WorkCalendar;
import org.lianshen.model.pool.PoolLot;
import org.lianshen.model.pool.PooledLine;
import org.lianshen.model.price.PriceMemory;
import org.lianshen.model.price.SeenPrice;
import org.lianshen.model.summary.BudgetSummary;
import org.lianshen.model.summary.CutRow;
import org.lianshen.model.summary.DepartmentRow;
import org.lianshen.model.summary.Share;
import org.lianshen.model.summary.Sums;
import org.lianshen.model.summary.YearOperations;
import org.lianshen.service.Session;
import org.lianshen.service.SummaryService;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.testing.AccessibleNames;
import org.lianshen.workbench.testing.ModelCheck;
import org.lianshen.workbench.testing.OffUi;
import org.lianshen.workbench.testing.UiTest;

class SummaryPartTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final Sum sums = new Sum();

    @TempDir
    Path folder;

    @Test
    void departmentsComeWithPicturesOfTheUnreviewedPart() {
        try (var ui = desk()) {
            ui.make(SummaryPart.class);
            ui.until(() -> ui.shows("2027 年信息化预算 3 行 900.00 万元，未联审 300.00 万元，不得纳入预算 300.00 万元"), "the sums");
            assertTrue(ui.shows("各单位预算与未联审部分（万元）"), ui.words().toString());
            assertTrue(ui.shows("运维预算逐年对比（万元）"));
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
        }
    }

    @Test
    void typingTheCeilingSaysAtOnceWhatFits() {
        try (var ui = desk()) {
            ui.make(SummaryPart.class);
            ui.until(() -> ui.shows("2027 年信息化预算 3 行 900.00 万元，未联审 300.00 万元，不得纳入预算 300.00 万元"), "the sums");
            tab(ui, 2);
            ui.until(() -> ui.shows("总额 500.00 万元：纳入 1 项 300.00 万元，余 200.00 万元；未纳入 1 项 400.00 万元，转下批"), "the plan");
            Text amount = ui.find(Text.class, text -> "总额（万元）".equals(UiTest.accessibleName(text)));
            amount.setText("700");
            assertTrue(ui.shows("总额 700.00 万元：纳入 2 项 700.00 万元，余 0.00 万元；未纳入 0 项 0.00 万元，转下批"), ui.words().toString());
            amount.setText("七百");
            assertTrue(ui.shows("总额不是数字：请以万元为单位填写，如 3000 或 3000.50"));
            amount.setText("300");
            ui.press("存为本年总额");
            ui.until(() -> Money.ofWan(300).equals(sums.kept), "the pool is kept");
        }
    }

    @Test
    void whatAFindingForbidsStandsApartWithTheFinding() {
        sums.standing = new Finding[] {new Finding("B28", Severity.E, "project:2", List.of(), "市水利局", "智慧水务2", new UUID(5, 2), "LS-2", Money.ofWan(400), null, null,
                Message.of("summary.noReason"), MatchedBy.REVIEW_NO, null, Map.of())};
        try (var ui = desk()) {
            ui.make(SummaryPart.class);
            ui.until(() -> ui.shows("2027 年信息化预算"), "the sums");
            tab(ui, 2);
            ui.until(() -> ui.shows("总额 500.00 万元：纳入 1 项 300.00 万元，余 200.00 万元；未纳入 0 项 0.00 万元，转下批；另有 1 项 400.00 万元有未解决的禁止类疑点，不得纳入预算"), "the plan");
        }
        sums.checked = false;
        try (var ui = desk()) {
            ui.make(SummaryPart.class);
            ui.until(() -> ui.shows("2027 年信息化预算"), "the sums");
            tab(ui, 2);
            ui.until(() -> ui.shows("本年度尚未校验，禁止类疑点未计"), "that nothing is known");
        }
    }

    @Test
    void lotsAndPricesFollowTheChoice() {
        try (var ui = desk()) {
            ui.make(SummaryPart.class);
            ui.until(() -> ui.shows("2027 年信息化预算 3 行 900.00 万元，未联审 300.00 万元，不得纳入预算 300.00 万元"), "the sums");
            tab(ui, 3);
            ui.until(() -> ui.shows("1 个类别，建议打包 1 个，合计 80.00 万元"), "the lots");
            tab(ui, 4);
            ui.until(() -> ui.shows("1 种内容，1 种有偏离中位数的单价"), "the prices");
            tab(ui, 1);
            ui.until(() -> ui.shows("1 项；联审核减 0.00 万元，预算核减 300.00 万元"), "the cuts");
        }
    }

    @Test
    void modelIsWhole() {
        assertEquals(List.of(), ModelCheck.of(SummaryPart.class, "fragment.e4xmi").problems());
    }

    private static void tab(UiTest ui, int index) {
        TabFolder tabs = ui.find(TabFolder.class, each -> true);
        tabs.setSelection(index);
        tabs.notifyListeners(SWT.Selection, null);
    }

    private UiTest desk() {
        var ui = new UiTest(folder);
        ui.with(SummaryService.class, OffUi.guard(SummaryService.class, sums));
        ui.with(Session.class, SessionDouble.on(TODAY, pack()));
        ui.with(Updates.class, new Updates(listener -> () -> {
        }, ui.display()));
        return ui;
    }

    private static RulePack pack() {
        var calendar = new WorkCalendar(Set.of(), Set.of(), LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), "test", false);
        var deviation = new Param("estimate.priceDeviation", "0.3", "ratio", "x", "x", "test", false, "");
        return new RulePack("huzhou", "330500", "湖州市", "Huzhou", "2026.1", LocalDate.of(2025, 1, 1), Optional.empty(), "", List.of(), List.of(), Map.of(deviation.key(), deviation), Map.of(), Map.of(),
                calendar, List.of(), List.of(), Map.of());
    }

    /** A year with three units, two projects, a lot and a thing with an outlying price. */
    private static final class Sum implements SummaryService {

        private Money kept;
        private boolean checked = true;
        private Finding[] standing = {};
        private final Map<UUID, Pin> pins = new HashMap<>();

        private static Sums of(long reviewed, long unreviewed) {
            return new Sums(1, Money.ofWan(reviewed + unreviewed), Money.ofWan(reviewed), Money.ZERO, Money.ofWan(unreviewed), Money.ZERO, Money.ZERO, unreviewed > 0 ? 1 : 0, Money.ofWan(unreviewed), unreviewed > 0 ? 1 : 0, 0);
        }

        @Override
        public BudgetSummary summary(int year) {
            List<DepartmentRow> rows = new ArrayList<>();
            Sums all = Sums.NONE;
            String[] units = {"湖州市南太湖新区管理委员会社会事务和大数据发展管理中心（数字化改革工作专班办公室）", "市卫生健康委员会", "市水利局"};
            for (int i = 0; i < units.length; i++) {
                Sums sums = of(i == 1 ? 0 : 300, i == 1 ? 300 : 0);
                rows.add(new DepartmentRow(units[i], units[i], sums));
                all = all.plus(sums);
            }
            rows.add(new DepartmentRow(null, null, all));
            var cut = new CutRow(CutRow.Stage.BUDGET, "市卫生健康委员会", "市卫生健康委员会", "健康大脑运维", null, null, new UUID(1, 1), Money.ofWan(300), Money.ZERO, List.of(new CutRow.Reason("B01", null, "")));
            return new BudgetSummary(year, true, rows, List.of(new Share("ledger.class.unknown", all)),
                    List.of(new YearOperations(2026, 2, Money.ofWan(70), List.of()), new YearOperations(2027, 3, Money.ofWan(80), List.of())), List.of(cut));
        }

        @Override
        public void exportSummary(int year, Path target) {
            throw new AssertionError("nobody asked for it");
        }

        @Override
        public Pool ceiling(int year) {
            return new Pool(year, Money.ofWan(500), List.of(candidate(1, Priority.KEY, 300), candidate(2, Priority.OTHER, 400, standing)), pins, Money.ofWan(300), checked);
        }

        private static CeilingCandidate candidate(int no, Priority priority, long wan, Finding... forbidden) {
            return new CeilingCandidate(new UUID(5, no), "LS-" + no, "智慧水务" + no, "市水利局", Money.ofWan(wan), priority, Message.of("summary.because.score"), null, TODAY, List.of(forbidden));
        }

        @Override
        public void setCeiling(int year, Money amount) {
            kept = amount;
        }

        @Override
        public Pin pin(int year, UUID project, Pin.Kind kind, String reason) {
            var pin = new Pin(new UUID(6, 1), year, project, kind, reason, "fin", Instant.EPOCH);
            pins.put(project, pin);
            return pin;
        }

        @Override
        public void exportCeiling(int year, CeilingPlan plan, Path target) {
            throw new AssertionError("nobody asked for it");
        }

        @Override
        public List<PoolLot> lots(int year) {
            return List.of(new PoolLot("网络安全", List.of(new PooledLine(new UUID(7, 1), "市水利局", "防火墙维护", "防火墙维护", Money.ofWan(30), "防火墙", false),
                    new PooledLine(new UUID(7, 2), "市教育局", "防火墙维护", "防火墙维护", Money.ofWan(50), "防火墙", false))));
        }

        @Override
        public void exportLots(int year, Path target) {
            throw new AssertionError("nobody asked for it");
        }

        @Override
        public PriceMemory prices() {
            return PriceMemory.of(List.of(seen(100), seen(110), seen(300)));
        }

        private static SeenPrice seen(long yuan) {
            return new SeenPrice("云主机", "", "台", Money.ofYuan(yuan), BigDecimal.ONE, "智慧水务", 2026, "市水利局", SeenPrice.Source.ESTIMATE, new UUID(8, yuan), "1");
        }

        @Override
        public void exportPrices(PriceMemory prices, Path target) {
            throw new AssertionError("nobody asked for it");
        }
    }
}
