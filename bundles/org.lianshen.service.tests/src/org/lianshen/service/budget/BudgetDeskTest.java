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
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.identity.Actor;
import org.lianshen.service.BudgetService.Request;
import org.lianshen.service.Changes;
import org.lianshen.service.Progress;
import org.lianshen.service.intake.Grid;
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
        return new BudgetDesk(new Desk(actor, day -> null, store, CLOCK, new Ids(CLOCK), hub), (path, progress) -> grid, (source, target, notes) -> marked.addAll(notes), new Texts(Locale.CHINESE));
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
}
