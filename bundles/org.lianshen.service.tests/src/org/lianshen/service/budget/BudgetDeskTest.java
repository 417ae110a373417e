package org.lianshen.service.budget;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.Ids;
import org.lianshen.model.PermissionDenied;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditRecord;
import org.lianshen.model.budget.AmountUnit;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.budget.ValueOrigin;
import org.lianshen.model.budget.VersionDiff;
import org.lianshen.model.identity.Actor;
import org.lianshen.service.BudgetService.Request;
import org.lianshen.service.Changes;
import org.lianshen.service.Progress;
import org.lianshen.service.intake.Grid;
import org.lianshen.service.intake.SheetPreview;
import org.lianshen.service.memory.MemoryStore;
import org.lianshen.service.session.ChangeHub;
import org.lianshen.service.session.Desk;
import org.lianshen.service.table.WorkbookMarker;
import org.lianshen.service.text.Texts;

class BudgetDeskTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-12T02:00:00Z"), ZoneId.of("Asia/Shanghai"));

    @TempDir
    Path folder;
    private final MemoryStore store = new MemoryStore(CLOCK);
    private final ChangeHub hub = new ChangeHub();
    private final List<Changes.Change> changes = new ArrayList<>();
    private Path file;
    private final List<WorkbookMarker.Note> marked = new ArrayList<>();
    private Grid grid = good();

    @BeforeEach
    void file() throws IOException {
        file = Files.writeString(folder.resolve("预算.xlsx"), "first");
        hub.listen(changes::add);
    }

    private static Grid good() {
        return new Grid("预算").row("单位：元").row("单位", "项目名称", "金额").row("甲", "a系统", 50000).row("乙", "b系统", 60000);
    }

    private static Grid bad() {
        return good().row("丙", "c系统", "待定");
    }

    private BudgetDesk desk() {
        return desk(Actor.oneself("wang"));
    }

    private BudgetDesk desk(Actor actor) {
        return new BudgetDesk(new Desk(actor, day -> null, store, CLOCK, new Ids(CLOCK), hub), (path, progress) -> grid, (source, target, notes, words) -> marked.addAll(notes), new Texts(Locale.CHINESE));
    }

    private static Request request(boolean dryRun, boolean partial) {
        return new Request(2026, SheetKind.ANNUAL, null, null, Map.of(), dryRun, partial);
    }

    private List<AuditRecord> audit() {
        return store.read(tx -> tx.audit().from(1, 100));
    }

    @Test
    void storesLinesWithTheirPlacesAndTheFileItself() {
        store.runEverythingTwice();
        var outcome = desk().take(file, Request.of(2026), Progress.NONE);
        assertTrue(outcome.stored() && outcome.clean());
        var lines = desk().lines(2026);
        assertEquals(List.of(3, 4), lines.stream().map(line -> line.row()).toList());
        assertEquals("50000.00", lines.getFirst().text(BudgetField.INITIAL));
        assertEquals("50000", lines.getFirst().raw().get(BudgetField.INITIAL));
        assertEquals(outcome.batch().id(), lines.getFirst().batch());
        assertEquals(64, outcome.batch().sha256().length());
        assertEquals("wang", outcome.batch().importedBy());
        assertEquals(List.of("budget.import"), audit().stream().map(AuditRecord::action).toList());
        assertEquals(List.of(new Changes.Change(Changes.Kind.BUDGET, outcome.batch().id())), changes);
    }

    @Test
    void anErrorStopsTheWholeFileUnlessPartial() {
        grid = bad();
        var outcome = desk().take(file, request(false, false), Progress.NONE);
        assertFalse(outcome.stored() || outcome.clean());
        assertNull(outcome.batch().id());
        assertEquals("C5", outcome.batch().sheets().getFirst().errors().getFirst().cell());
        assertEquals(List.of(), desk().batches());
        assertEquals(List.of(), audit());
        assertEquals(List.of(), changes);
        assertTrue(desk().take(file, request(false, true), Progress.NONE).stored());
        assertEquals(2, desk().lines(2026).size());
    }

    @Test
    void aDryRunStoresNothing() {
        var outcome = desk().take(file, request(true, false), Progress.NONE);
        assertFalse(outcome.stored());
        assertTrue(outcome.clean());
        assertEquals(2, outcome.batch().lines());
        assertEquals(List.of(), desk().batches());
        assertFalse(store.files().has(outcome.batch().sha256()));
    }

    @Test
    void theSameNameYearAndKindIsANewVersionThatReplacesTheOld() throws IOException {
        var first = desk().take(file, Request.of(2026), Progress.NONE).batch();
        grid = good().row("丙", "c系统", 70000);
        Files.writeString(file, "second");
        var second = desk().take(file, Request.of(2026), Progress.NONE).batch();
        assertEquals(first.id(), second.replaces());
        assertEquals(3, desk().lines(2026).size());
        assertEquals(2, desk().batches().size());
        grid = good();
        var other = desk().take(Files.writeString(folder.resolve("另一份.xlsx"), "third"), Request.of(2026), Progress.NONE).batch();
        assertNull(other.replaces());
        assertEquals(5, desk().lines(2026).size());
    }

    @Test
    void undoBringsTheVersionBeforeBack() {
        var first = desk().take(file, Request.of(2026), Progress.NONE).batch();
        grid = good().row("丙", "c系统", 70000);
        var second = desk().take(file, Request.of(2026), Progress.NONE).batch();
        desk().undo(second.id());
        assertEquals(first.id(), desk().lines(2026).getFirst().batch());
        assertEquals(2, desk().lines(2026).size());
        assertThrows(UserProblem.class, () -> desk().undo(second.id()));
        desk().undo(first.id());
        assertEquals(List.of(), desk().lines(2026));
        assertEquals(List.of("budget.import", "budget.import", "budget.undo", "budget.undo"), audit().stream().map(AuditRecord::action).toList());
    }

    @Test
    void theKeptFileComesBackAsItWas() throws IOException {
        var batch = desk().take(file, Request.of(2026), Progress.NONE).batch();
        byte[] before = Files.readAllBytes(file);
        Files.delete(file);
        Path target = folder.resolve("back.xlsx");
        desk().fetch(batch.id(), target);
        assertArrayEquals(before, Files.readAllBytes(target));
    }

    @Test
    void withoutPermissionNothingIsEvenRead() {
        var nobody = new Actor("li", "李", null, "甲", Set.of(), false);
        assertThrows(PermissionDenied.class, () -> desk(nobody).take(file, Request.of(2026), Progress.NONE));
        assertEquals(List.of(), audit());
    }

    @Test
    void cancelLeavesNothing() {
        var cancelled = new Progress() {
            @Override
            public void at(long done, long total) {
                // not shown
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThrows(Progress.Cancelled.class, () -> desk().take(file, Request.of(2026), cancelled));
        assertEquals(List.of(), desk().batches());
    }

    @Test
    void refusalLeavesNothing() {
        grid = new Grid("封面").row("2026年部门预算");
        assertThrows(UserProblem.class, () -> desk().take(file, Request.of(2026), Progress.NONE));
        assertThrows(UserProblem.class, () -> desk().take(file, Request.of(26), Progress.NONE));
        assertThrows(UserProblem.class, () -> desk().take(folder.resolve("没有.xlsx"), Request.of(2026), Progress.NONE));
        assertEquals(List.of(), desk().batches());
    }

    private static Grid many(int rows) {
        var grid = new Grid("预算").row("单位：元").row("单位", "项目名称", "金额");
        for (int i = 0; i < rows; i++) {
            grid.row("单位" + i % 7, "系统" + i, 10_000 + i);
        }
        return grid;
    }

    @Test
    void manyRowsAreStoredWhileTheyAreReadAlsoWhereTheTransactionRunsAgain() {
        grid = many(12_345);
        store.runEverythingTwice();
        assertEquals(12_345, desk().take(file, Request.of(2026), Progress.NONE).batch().lines());
        var lines = desk().lines(2026);
        assertEquals(12_345, lines.size());
        assertEquals("系统12344", lines.getLast().project());
        assertEquals(12_347, lines.getLast().row());
    }

    @Test
    void cancelInTheMiddleLeavesNothing() {
        grid = many(12_345);
        var seen = new java.util.concurrent.atomic.AtomicLong();
        var later = new Progress() {
            @Override
            public void at(long done, long total) {
                seen.set(done);
            }

            @Override
            public boolean cancelled() {
                return seen.get() >= 7_000;
            }
        };
        assertThrows(Progress.Cancelled.class, () -> desk().take(file, Request.of(2026), later));
        assertEquals(List.of(), desk().batches());
        assertEquals(List.of(), desk().lines(2026));
    }

    @Test
    void anErrorInTheLastRowTakesEverythingBack() {
        grid = many(5_000).row("丙", "c系统", "待定");
        var outcome = desk().take(file, Request.of(2026), Progress.NONE);
        assertFalse(outcome.stored());
        assertEquals(5_000, outcome.batch().lines());
        assertEquals(List.of(), desk().batches());
        assertEquals(List.of(), audit());
    }

    @Test
    void everyValueSaysWhereItCameFrom() {
        grid = new Grid("预算").row("单位：万元").row("预算单位", "项目名称", "功能分类", "金额").row("101001-市数据局", "城市大脑", "2010350-事业运行", "１２．５");
        var batch = desk().take(file, Request.of(2026), Progress.NONE).batch();
        var origin = desk().origin(desk().lines(2026).getFirst().id());
        assertEquals(batch.id(), origin.batch().id());
        assertEquals(new ValueOrigin(BudgetField.AGENCY_CODE, "101001", "A3", "101001-市数据局", "code.split"), origin.of(BudgetField.AGENCY_CODE).orElseThrow());
        assertEquals(new ValueOrigin(BudgetField.AGENCY_NAME, "市数据局", "A3", "101001-市数据局", "name.split"), origin.of(BudgetField.AGENCY_NAME).orElseThrow());
        assertEquals(new ValueOrigin(BudgetField.PROJECT_NAME, "城市大脑", "B3", "城市大脑", "text"), origin.of(BudgetField.PROJECT_NAME).orElseThrow());
        assertEquals(new ValueOrigin(BudgetField.FUNCTION_NAME, "事业运行", "C3", "2010350-事业运行", "name.split"), origin.of(BudgetField.FUNCTION_NAME).orElseThrow());
        assertEquals(new ValueOrigin(BudgetField.INITIAL, "125000.00", "D3", "１２．５", "amount.wan"), origin.amount().orElseThrow());
        assertThrows(UserProblem.class, () -> desk().origin(batch.id()));
    }

    @Test
    void thePlaceInTheOriginalIsShownWithItsHeads() {
        grid = many(500);
        var batch = desk().take(file, Request.of(2026), Progress.NONE).batch();
        var excerpt = desk().excerpt(batch.id(), "预算", 400);
        assertEquals("预算.xlsx", excerpt.file());
        assertEquals(2, excerpt.rows().getFirst().number(), "the heads come first");
        assertEquals(360, excerpt.rows().get(1).number());
        assertEquals(440, excerpt.rows().getLast().number());
        assertThrows(UserProblem.class, () -> desk().excerpt(batch.id(), "别的表", 4));
    }

    @Test
    void aCorrectionIsRememberedForTheLayoutAndCanBeForgotten() throws IOException {
        grid = new Grid("预算2026").row("单位：元").row("单位", "项目名称", "2026年金额", "本次金额").row("甲", "a系统", 50000, 20000).row("乙", "b系统", 60000, 30000);
        var corrected = new Request(2026, SheetKind.ANNUAL, null, null, Map.of("预算2026", Map.of(BudgetField.INITIAL, "D")), false, false);
        desk().take(file, corrected, Progress.NONE);
        assertEquals(List.of("20000.00", "30000.00"), desk().lines(2026).stream().map(line -> line.text(BudgetField.INITIAL)).toList());
        assertEquals("预算2026", desk().layouts().getFirst().label());

        grid = new Grid("预算2027").row("单位：元").row("单位", "项目名称", "2027年金额", "本次金额").row("甲", "a系统", 50000, 21000);
        Path next = Files.writeString(folder.resolve("明年.xlsx"), "next");
        var preview = desk().preview(next, Request.of(2027), Progress.NONE).getFirst();
        assertEquals("D", preview.reading().columns().get(BudgetField.INITIAL));
        assertEquals("wang", preview.remembered().by());
        assertTrue(preview.reading().notices().stream().anyMatch(notice -> notice.key().equals("intake.remembered")));
        desk().take(next, Request.of(2027), Progress.NONE);
        assertEquals("21000.00", desk().lines(2027).getFirst().text(BudgetField.INITIAL));

        desk().forget(preview.layoutKey());
        assertEquals(List.of(), desk().layouts());
        assertEquals("C", desk().preview(next, Request.of(2027), Progress.NONE).getFirst().reading().columns().get(BudgetField.INITIAL));
        assertTrue(audit().stream().anyMatch(record -> record.action().equals("budget.forgetLayout")));
    }

    @Test
    void anotherUnitStatedIsAnotherLayout() throws IOException {
        grid = new Grid("表").row("单位：元").row("单位", "项目名称", "金额", "其他").row("甲", "a系统", 50000, 1);
        desk().take(file, new Request(2026, SheetKind.ANNUAL, null, AmountUnit.WAN, Map.of("表", Map.of()), false, false), Progress.NONE);
        grid = new Grid("表").row("单位：万元").row("单位", "项目名称", "金额", "其他").row("甲", "a系统", 5, 1);
        assertNull(desk().preview(file, Request.of(2026), Progress.NONE).getFirst().remembered());
    }

    @Test
    void whatDiffersFromTheVersionBeforeIsSaidBeforeAndAfterItIsStored() throws IOException {
        assertTrue(desk().compare(file, Request.of(2026), Progress.NONE).isEmpty());
        grid = good().row("丙", "c系统", 70000).row("丁", "d系统", 80000).row("戊", "e平台", 90000);
        var first = desk().take(file, Request.of(2026), Progress.NONE).batch();
        assertTrue(desk().compare(file, Request.of(2026), Progress.NONE).orElseThrow().same());
        Files.writeString(file, "changed");
        grid = new Grid("预算").row("单位：元").row("单位", "项目名称", "金额").row("新", "n系统", 1000).row("甲", "a系统", 51000).row("乙", "b系统", 60000).row("丁", "d系统", 80000)
                .row("戊", "e平台二期", 90000);
        var before = desk().compare(file, Request.of(2026), Progress.NONE).orElseThrow();
        assertEquals(List.of(1, 1, 2, 2), List.of(before.added(), before.gone(), before.changed(), before.unchanged()));
        assertEquals(first.id(), before.before().id());
        var changed = before.lines().stream().filter(line -> line.after() != null && line.line().project().equals("a系统")).findFirst().orElseThrow();
        assertEquals(List.of(new VersionDiff.CellChange(BudgetField.INITIAL, "50000.00", "51000.00")), changed.cells());
        assertTrue(before.lines().stream().anyMatch(line -> line.after() == null && line.before().project().equals("c系统")));
        assertEquals(1, desk().batches().size(), "nothing is stored by comparing");
        var second = desk().take(file, Request.of(2026), Progress.NONE).batch();
        var after = desk().changes(second.id()).orElseThrow();
        assertEquals(before.total(), after.total());
        assertTrue(desk().changes(first.id()).isEmpty());
    }

    @Test
    void whatCouldNotBeReadGoesBackMarked() {
        grid = bad();
        var outcome = desk().take(file, Request.of(2026), Progress.NONE);
        assertEquals(1, desk().rejected(file, outcome.batch().sheets(), folder.resolve("back.xlsx")));
        assertEquals("C5", marked.getFirst().cell());
        assertTrue(marked.getFirst().text().contains("待定"));
        grid = good();
        var clean = desk().preview(file, Request.of(2026), Progress.NONE).stream().map(SheetPreview::reading).toList();
        assertThrows(UserProblem.class, () -> desk().rejected(file, clean, folder.resolve("back.xlsx")));
    }

    @Test
    void theFirstRowsOfALongSheetAreThereBeforeTheRest() {
        grid = many(3_000);
        var early = new ArrayList<List<SheetPreview>>();
        var whole = desk().preview(file, Request.of(2026), early::add, Progress.NONE);
        assertEquals(1, early.size());
        assertFalse(early.getFirst().getFirst().whole());
        assertEquals(200, early.getFirst().getFirst().rows().size());
        assertTrue(early.getFirst().getFirst().reading().rowsRead() < 210);
        assertEquals(3_000, whole.getFirst().reading().rowsRead());
        assertTrue(whole.getFirst().whole());
    }

    @Test
    void theKindIsWhatTheHeadsSayWhereNoneIsAskedFor() {
        var asked = new Request(2026, null, null, null, Map.of(), false, false);
        grid = new Grid("支付").row("单位：元").row("支付日期", "收款人", "项目名称", "支付金额").row("2026-03-01", "某公司", "a系统", 100);
        assertEquals(SheetKind.PAYMENT, desk().take(file, asked, Progress.NONE).batch().kind());
        grid = new Grid("指标").row("单位：元").row("指标文号", "发文日期", "项目名称", "调整方向", "原指标ID", "金额").row("财预〔2026〕1号", "2026年3月1日", "a系统", "调减", "Z001", 100);
        var quota = desk().take(file, asked, Progress.NONE).batch();
        assertEquals(SheetKind.QUOTA, quota.kind());
        var line = desk().lines(2026).stream().filter(each -> each.batch().equals(quota.id())).findFirst().orElseThrow();
        assertEquals("Z001", line.text(BudgetField.ORIGINAL_LINE));
        assertEquals(BudgetLine.DOWN, line.text(BudgetField.ADJUST_DIRECTION));
        assertEquals("-100.00", line.amount().toString());
        assertEquals("2026-03-01", line.text(BudgetField.DOCUMENT_DATE));
        assertEquals("date.cn", line.rules().get(BudgetField.DOCUMENT_DATE));
    }
}
