package org.lianshen.service.linkage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.PermissionDenied;
import org.lianshen.model.UserProblem;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.identity.Role;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.CheckRun;
import org.lianshen.model.linkage.LineVerdict;
import org.lianshen.model.linkage.UnitAlias;
import org.lianshen.model.linkage.MatchedBy;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.Severity;
import org.lianshen.service.Progress;
import org.lianshen.service.ledger.Projects;
import org.lianshen.service.memory.World;
import org.lianshen.service.packs.RulePacks;
import org.lianshen.service.session.Desk;
import org.lianshen.service.table.TableWriter;
import org.lianshen.service.table.WorkbookMarker.Note;
import org.lianshen.service.text.Texts;

class LinkageDeskTest {

    private static final Texts CHINESE = new Texts(Locale.CHINESE);

    private final World world = new World();
    private final Budget budget = new Budget(world);
    private final List<TableWriter.Sheet<?>> written = new ArrayList<>();
    private final Map<String, List<Note>> marked = new HashMap<>();
    private final LinkageDesk desk = desk(world.oneself());

    private LinkageDesk desk(Desk of) {
        return new LinkageDesk(of, new Projects(of, CHINESE), packs(), (target, sheets, locale) -> written.addAll(sheets),
                (source, target, notes, words) -> marked.put(target.getFileName() + " from " + extension(source), notes), CHINESE);
    }

    private static String extension(Path file) {
        return file.getFileName().toString().replaceFirst(".*\\.", "");
    }

    private RulePacks packs() {
        return new RulePacks() {
            @Override
            public List<RulePack> all() {
                return List.of(world.pack());
            }

            @Override
            public RulePack of(String place, java.time.LocalDate on) {
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

    @Test
    void aRunIsKeptWithItsAuditRecord() {
        budget.project("LS-1", "教育数据共享平台建设项目", "湖州市教育局", Map.of());
        List<BudgetLine> lines = budget.sheet("预算.xlsx", "ab", 2027, SheetKind.ANNUAL, new String[] { "市教育局", "教育数据共享平台", "600000.00" },
                new String[] { "市教育局", "智慧食堂系统", "300000.00" }, new String[] { "市教育局", "课桌椅", "1.00" });
        CheckRun run = desk.check(2027, null, Progress.NONE);
        assertEquals(List.of(LineVerdict.REVIEWED, LineVerdict.UNREVIEWED, LineVerdict.NOT_IT), run.lines().stream().map(result -> result.verdict()).toList());
        assertEquals(List.of("B01"), run.findings().stream().map(finding -> finding.rule()).toList());
        assertEquals(lines.get(1).id(), run.findings().getFirst().lines().getFirst());
        assertEquals(World.START, run.asOf());
        assertEquals("huzhou@2026.1", run.pack());
        assertEquals(run, desk.last(2027).orElseThrow());
        assertTrue(desk.last(2026).isEmpty());
        var audit = world.store().read(tx -> tx.audit().from(1, 100)).getLast();
        assertEquals("linkage.check", audit.action());
        assertTrue(audit.note().startsWith("lines 3 E 1 W 0"), audit.note());
    }

    /** The quota sheet calls the code by the ledger's name, the annual sheet by another: the check remembers that, says so, and can be told otherwise. */
    @Test
    void anAgencyCodeTeachesAnotherNameOfItsUnit() {
        budget.project("LS-1", "教育数据共享平台建设项目", "湖州市教育局", Map.of());
        budget.coded("104001").sheet("预算.xlsx", "ab", 2027, SheetKind.ANNUAL, new String[] { "后勤数字专班", "教育数据共享平台", "600000.00" });
        assertEquals(LineVerdict.UNREVIEWED, desk.check(2027, null, Progress.NONE).lines().getFirst().verdict());
        assertEquals(List.of(), desk.words().units());
        budget.sheet("指标.xlsx", "cd", 2027, SheetKind.QUOTA, new String[] { "市教育局", "教育数据共享平台", "600000.00" });
        assertEquals(LineVerdict.REVIEWED, desk.check(2027, null, Progress.NONE).lines().getFirst().verdict());
        UnitAlias word = desk.words().units().getFirst();
        assertEquals("后勤数字专班 湖州市教育局 单位编码 104001 相同，自动记住", String.join(" ", word.alias(), word.unit(), word.note()));
        assertTrue(world.store().read(tx -> tx.audit().from(1, 100)).stream().anyMatch(record -> record.action().equals("unit.learn")));
        desk.revokeUnit(2027, word.alias(), word.unit(), "两个单位");
        assertEquals(LineVerdict.UNREVIEWED, desk.check(2027, null, Progress.NONE).lines().getFirst().verdict(), "what was taken back is not learnt again");
        assertEquals(2, desk.words().units().size());
    }

    @Test
    void aStoppedCheckKeepsNothing() {
        budget.sheet("预算.xlsx", "ab", 2027, SheetKind.ANNUAL, new String[] { "市教育局", "教育数据共享平台", "600000.00" });
        var stop = new Progress() {
            @Override
            public void at(long done, long total) {
                throw new AssertionError("nobody waits for this");
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThrows(Progress.Cancelled.class, () -> desk.check(2027, null, stop));
        assertTrue(desk.last(2027).isEmpty());
    }

    @Test
    void theOfficersWordChangesTheNextRun() {
        LedgerProject project = budget.project("LS-1", "教育数据共享平台建设项目", "市教育局", Map.of());
        BudgetLine line = budget.sheet("预算.xlsx", "ab", 2027, SheetKind.ANNUAL, new String[] { "市教育局", "教育数据共享系统", "1000000.00" }).getFirst();
        assertEquals(LineVerdict.SUSPECT, desk.check(2027, null, Progress.NONE).lines().getFirst().verdict());
        desk.confirm(line.id(), project.id(), "就是它");
        CheckRun confirmed = desk.check(2027, null, Progress.NONE);
        assertEquals(MatchedBy.CONFIRMED, confirmed.lines().getFirst().matchedBy());
        assertTrue(confirmed.findings().isEmpty());
        desk.reject(line.id(), project.id(), null);
        assertEquals(LineVerdict.UNREVIEWED, desk.check(2027, null, Progress.NONE).lines().getFirst().verdict());
        assertEquals(2, desk.words().links().size());
    }

    @Test
    void onlyBudgetOfficersDecideOnLinks() {
        var analyst = desk(world.desk(World.person("ana", null, "市财政局", Role.ANALYST)));
        assertThrows(PermissionDenied.class, () -> analyst.confirm(new UUID(1, 1), new UUID(1, 2), ""));
        assertThrows(PermissionDenied.class, () -> analyst.check(2027, null, Progress.NONE));
        var officer = desk(world.desk(World.person("fin", "FIN", "市财政局", Role.BUDGET_OFFICER)));
        assertEquals("linkage.noLine", assertThrows(UserProblem.class, () -> officer.confirm(new UUID(1, 1), new UUID(1, 2), "")).messages().getFirst().key());
        BudgetLine line = budget.sheet("预算.xlsx", "ab", 2027, SheetKind.ANNUAL, new String[] { "市教育局", "平台", "1.00" }).getFirst();
        assertEquals("linkage.noProject", assertThrows(UserProblem.class, () -> officer.confirm(line.id(), new UUID(1, 2), "")).messages().getFirst().key());
    }

    @Test
    void findingsGoOutAsSheets() {
        budget.sheet("预算.xlsx", "ab", 2027, SheetKind.ANNUAL, new String[] { "市教育局", "智慧食堂系统", "300000.00" });
        desk.exportFindings(desk.check(2027, null, Progress.NONE), Path.of("findings.xlsx"));
        assertEquals(4, written.size());
        assertEquals(1, written.getFirst().rows().size());
    }

    @Test
    void findingsBecomeCommentsAtTheirCells(@TempDir Path folder) throws IOException {
        Path workbook = Files.writeString(folder.resolve("a.csv"), "x");
        String sha256 = world.store().files().keep(workbook);
        budget.project("LS-1", "教育数据共享平台建设项目", "市教育局", Map.of());
        budget.sheet("预算.csv", sha256, 2027, SheetKind.ANNUAL, new String[] { "市教育局", "智慧食堂系统", "300000.00" },
                new String[] { "市教育局", "教育数据共享平台", "1000000.00", "1000000.01" });
        CheckRun run = desk.check(2027, null, Progress.NONE);
        assertEquals(List.of(folder.resolve("out.xlsx")), desk.mark(run, folder.resolve("out.xlsx")));
        List<Note> notes = marked.get("out.xlsx from csv");
        assertEquals(List.of("B4", "D5"), notes.stream().map(Note::cell).toList());
        assertEquals(Severity.E, notes.getFirst().severity());
        assertTrue(notes.getFirst().text().startsWith("B01 规则B01（不得纳入预算）：预算表第4行“智慧食堂系统”"), notes.getFirst().text());
        assertTrue(notes.getLast().text().startsWith("B06 "));
    }

    @Test
    void severalWorkbooksGetNumbersAndALostOneIsNamed(@TempDir Path folder) throws IOException {
        String first = world.store().files().keep(Files.writeString(folder.resolve("a.xlsx"), "x"));
        budget.sheet("甲.xlsx", first, 2027, SheetKind.ANNUAL, new String[] { "市教育局", "智慧食堂系统", "300000.00" });
        budget.sheet("乙.xls", world.store().files().keep(Files.writeString(folder.resolve("b.xls"), "y")), 2027, SheetKind.ANNUAL,
                new String[] { "市教育局", "智慧门禁系统", "300000.00" });
        CheckRun run = desk.check(2027, null, Progress.NONE);
        assertEquals(List.of(folder.resolve("out-1.xlsx"), folder.resolve("out-2.xlsx")), desk.mark(run, folder.resolve("out.xlsx")));
        budget.sheet("丙.xlsx", "00", 2027, SheetKind.ANNUAL, new String[] { "市教育局", "智慧校车系统", "300000.00" });
        var problem = assertThrows(UserProblem.class, () -> desk.mark(desk.check(2027, null, Progress.NONE), folder.resolve("out.xlsx")));
        assertEquals("linkage.noFile", problem.messages().getFirst().key());
    }
}
