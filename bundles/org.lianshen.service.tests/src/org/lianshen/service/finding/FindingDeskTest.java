package org.lianshen.service.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.PermissionDenied;
import org.lianshen.model.UserProblem;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.finding.FindingId;
import org.lianshen.model.finding.FindingState.Stage;
import org.lianshen.model.finding.FindingStep;
import org.lianshen.model.finding.RunHead;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.identity.Role;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.ItWord;
import org.lianshen.model.linkage.LineVerdict;
import org.lianshen.model.linkage.RunDifference;
import org.lianshen.service.FindingService;
import org.lianshen.service.FindingService.Paper;
import org.lianshen.service.LinkageService.Renewed;
import org.lianshen.service.Progress;
import org.lianshen.service.ledger.Projects;
import org.lianshen.service.linkage.Budget;
import org.lianshen.service.linkage.LinkageDesk;
import org.lianshen.service.memory.World;
import org.lianshen.service.session.Desk;
import org.lianshen.service.text.Texts;

/** Officers' words renew the last run at once; findings have a life through it. */
class FindingDeskTest {

    private static final Texts CHINESE = new Texts(Locale.CHINESE);
    private static final int YEAR = 2027;

    private final World world = new World();
    private final Budget budget = new Budget(world);
    private final Desk oneself = world.oneself();
    private final LinkageDesk linkage = linkage(oneself);
    private final FindingService findings = new FindingDesk(oneself, linkage);

    private LinkageDesk linkage(Desk of) {
        return new LinkageDesk(of, new Projects(of, CHINESE), null, null, null, CHINESE);
    }

    private FindingService as(Actor actor) {
        Desk of = world.desk(actor);
        return new FindingDesk(of, linkage(of));
    }

    private FindingId canteen() {
        budget.sheet("预算.xlsx", "ab", YEAR, SheetKind.ANNUAL, new String[] { "市教育局", "智慧食堂系统", "300000.00" }, new String[] { "市水利局", "水情监测平台", "50.00" });
        return FindingId.of(linkage.check(YEAR, null, Progress.NONE).findings().getFirst());
    }

    private Stage stage(FindingId id) {
        return findings.standings(YEAR).orElseThrow().of(id).stage();
    }

    @Test
    void aWordRenewsTheLastRunAtOnceAndTheHistorySaysWhy() {
        LedgerProject project = budget.project("LS-1", "教育数据共享平台建设项目", "市教育局", Map.of());
        List<BudgetLine> lines = budget.sheet("预算.xlsx", "ab", YEAR, SheetKind.ANNUAL, new String[] { "市教育局", "教育数据共享系统", "1000000.00" },
                new String[] { "市水利局", "水情监测平台", "50.00" });
        linkage.check(YEAR, null, Progress.NONE);
        world.minutes(1);
        Renewed confirmed = linkage.confirm(lines.getFirst().id(), project.id(), "就是它");
        assertEquals(LineVerdict.REVIEWED, confirmed.run().lines().getFirst().verdict());
        assertEquals(confirmed.run(), linkage.last(YEAR).orElseThrow());
        assertEquals(confirmed.run(), linkage(oneself).last(YEAR).orElseThrow(), "as stored");
        world.minutes(1);
        Renewed not = linkage.sayIt(lines.get(1).id(), ItWord.Answer.NOT_IT, "");
        assertEquals(LineVerdict.NOT_IT, not.run().lines().get(1).verdict());
        assertTrue(not.run().findings().isEmpty());
        List<RunHead> runs = linkage.runs(YEAR);
        assertEquals(List.of(RunHead.Cause.WORD, RunHead.Cause.WORD, RunHead.Cause.CHECK), runs.stream().map(RunHead::cause).toList());
        assertEquals(runs.get(1).id(), runs.get(0).basedOn());
        assertEquals(1, runs.getFirst().counts().closed());
        RunDifference difference = linkage.difference(not.run().id()).orElseThrow();
        assertEquals(1, difference.closed().size());
        world.minutes(1);
        linkage.revokeLink(lines.getFirst().id(), project.id(), "看错");
        assertEquals(LineVerdict.SUSPECT, linkage.last(YEAR).orElseThrow().lines().getFirst().verdict());
        assertThrows(UserProblem.class, () -> linkage.revokeLink(lines.get(1).id(), project.id(), ""), "nothing was said");
        assertEquals(LineVerdict.SUSPECT, linkage.last(YEAR).orElseThrow().lines().getFirst().verdict());
        assertEquals(2, linkage.words().links().size());
        assertEquals(linkage.last(YEAR).orElseThrow().findings(), linkage(oneself).check(YEAR, null, Progress.NONE).findings(), "the whole check says the same");
    }

    @Test
    void whatOthersDidMeanwhileIsTakenIn() {
        List<BudgetLine> lines = budget.sheet("预算.xlsx", "ab", YEAR, SheetKind.ANNUAL, new String[] { "市教育局", "教育数据共享平台", "1000000.00" },
                new String[] { "市水利局", "水情监测平台", "50.00" });
        linkage.check(YEAR, null, Progress.NONE);
        world.minutes(1);
        linkage(oneself).sayIt(lines.get(1).id(), ItWord.Answer.NOT_IT, "");
        budget.project("LS-1", "教育数据共享平台", "市教育局", Map.of());
        world.minutes(1);
        var renewed = linkage.renew(YEAR, Progress.NONE);
        assertEquals(List.of(LineVerdict.REVIEWED, LineVerdict.NOT_IT), renewed.lines().stream().map(result -> result.verdict()).toList());
        assertEquals(renewed, linkage.renew(YEAR, Progress.NONE), "nothing changed, no new run");
        assertEquals(3, linkage.runs(YEAR).size());
    }

    @Test
    void changedFactsAreKnownUntilSomebodyLookedAtThem() {
        assertFalse(linkage.outdated(YEAR), "never checked");
        List<BudgetLine> lines = budget.sheet("预算.xlsx", "ab", YEAR, SheetKind.ANNUAL, new String[] { "市教育局", "教育数据共享平台", "1000000.00" });
        linkage.check(YEAR, null, Progress.NONE);
        assertFalse(linkage.outdated(YEAR));
        linkage.sayIt(lines.getFirst().id(), ItWord.Answer.IT, "");
        findings.enter(YEAR, FindingId.of(linkage.last(YEAR).orElseThrow().findings().getFirst()), new FindingStep.Remark("先记一笔", List.of()), null);
        assertFalse(linkage.outdated(YEAR), "a word brings its own run, a step is not looked at");
        done("usage.import");
        assertFalse(linkage.outdated(YEAR), "usage is evidence for appraisals; no rule looks at it");
        done("review.look");
        done("review.draft");
        done("review.Reminder");
        assertFalse(linkage.outdated(YEAR), "whoever only opens a review changes no fact");
        done("budget.import");
        assertTrue(linkage.outdated(YEAR));
        assertTrue(linkage(oneself).outdated(YEAR), "after a new start too");
        linkage.renew(YEAR, Progress.NONE);
        assertFalse(linkage.outdated(YEAR), "looked at, though nothing changed");
        assertFalse(linkage(oneself).outdated(YEAR));
        for (int i = 0; i < 450; i++) {
            done("finding.Remark");
        }
        assertFalse(linkage(oneself).outdated(YEAR), "however much was said since");
        done("ledger.import");
        assertTrue(linkage(oneself).outdated(YEAR));
    }

    private void done(String action) {
        world.store().write("somebody", "TEST", tx -> {
            tx.audit().append(new AuditEntry(action, "x", null, null, null));
            return null;
        });
    }

    @Test
    void anyTwoRunsAreCompared() {
        List<BudgetLine> lines = budget.sheet("预算.xlsx", "ab", YEAR, SheetKind.ANNUAL, new String[] { "市教育局", "智慧食堂系统", "300000.00" });
        UUID first = linkage.check(YEAR, null, Progress.NONE).id();
        world.minutes(1);
        linkage.sayIt(lines.getFirst().id(), ItWord.Answer.NOT_IT, "");
        world.minutes(1);
        UUID last = linkage.check(YEAR, null, Progress.NONE).id();
        assertEquals(1, linkage.difference(first, last).orElseThrow().closed().size());
        assertEquals(1, linkage.difference(last, first).orElseThrow().added().size());
        assertTrue(linkage.difference(new UUID(0, 0), last).isEmpty());
    }

    @Test
    void withoutACheckAWordIsKeptForTheNextOne() {
        BudgetLine line = budget.sheet("预算.xlsx", "ab", YEAR, SheetKind.ANNUAL, new String[] { "市教育局", "智慧食堂系统", "300000.00" }).getFirst();
        assertEquals(null, linkage.sayIt(line.id(), ItWord.Answer.NOT_IT, "").run());
        assertEquals(LineVerdict.NOT_IT, linkage.check(YEAR, null, Progress.NONE).lines().getFirst().verdict());
        assertEquals("linkage.neverChecked", assertThrows(UserProblem.class, () -> linkage.renew(2020, Progress.NONE)).messages().getFirst().key());
    }

    @Test
    void aUnitLearntUnderAnotherNameIsFollowed() {
        budget.project("LS-1", "智慧食堂系统", "市教育局", Map.of());
        budget.sheet("预算.xlsx", "ab", YEAR, SheetKind.ANNUAL, new String[] { "后勤数字专班", "智慧食堂系统", "300000.00" });
        assertEquals(LineVerdict.UNREVIEWED, linkage.check(YEAR, null, Progress.NONE).lines().getFirst().verdict());
        assertEquals(LineVerdict.REVIEWED, linkage.sameUnit(YEAR, "后勤数字专班", "市教育局", "").run().lines().getFirst().verdict());
        assertEquals(LineVerdict.UNREVIEWED, linkage.revokeUnit(YEAR, "后勤数字专班", "市教育局", "").run().lines().getFirst().verdict());
        assertThrows(UserProblem.class, () -> linkage.sameUnit(YEAR, "市教育局", "市教育局", ""));
    }

    @Test
    void fromTheLetterToTheCheckThatFindsItNoMore(@TempDir Path folder) throws IOException {
        FindingId id = canteen();
        assertEquals(Stage.NEW, stage(id));
        LocalDate due = findings.replyDue();
        assertEquals(world.pack().calendar().plusWorkdays(world.today(), 5), due);
        assertEquals(Stage.NOTIFIED, findings.enter(YEAR, id, new FindingStep.Notice("湖财函12号", due), null).stage());
        Path file = Files.writeString(folder.resolve("说明.txt"), "已补报");
        var attachment = findings.attach(file);
        assertTrue(findings.enter(YEAR, id, new FindingStep.Reply("已补报", List.of(attachment)), null).replied());
        Path back = folder.resolve("back.txt");
        findings.fetch(attachment, back);
        assertEquals("已补报", Files.readString(back));
        findings.enter(YEAR, id, new FindingStep.Rectification("补报联审", findings.rectificationDue()), null);
        assertEquals(Stage.RECTIFIED, findings.enter(YEAR, id, new FindingStep.Verification(true, "已见意见书"), null).stage());
        var problem = assertThrows(UserProblem.class, () -> findings.close(YEAR, id, "了结"));
        assertEquals("finding.refuse.closeForbidden", problem.messages().getFirst().key());
        world.workdays(1);
        budget.project("LS-9", "智慧食堂系统", "市教育局", Map.of());
        linkage.check(YEAR, null, Progress.NONE);
        var gone = findings.standings(YEAR).orElseThrow().of(id);
        assertEquals(Stage.CLOSED, gone.stage());
        assertEquals("智慧食堂系统", gone.finding().projectName());
        assertEquals(4, findings.standings(YEAR).orElseThrow().acts(id).size());
        assertTrue(world.store().read(tx -> tx.audit().from(1, 100)).stream().anyMatch(record -> record.action().equals("finding.Notice") && record.to().equals("NOTIFIED")));
    }

    @Test
    void oneOfficerRecordsBothSignaturesFromPaper() {
        FindingId id = canteen();
        UUID line = linkage.last(YEAR).orElseThrow().findings().getFirst().lines().getFirst();
        assertTrue(findings.standings(YEAR).orElseThrow().blocked(line));
        findings.requestWaiver(YEAR, id, "应急", world.today().plusMonths(2), List.of());
        assertEquals("finding.onePersonSigns", assertThrows(UserProblem.class, () -> findings.signWaiver(YEAR, id, true, "", null)).messages().getFirst().key());
        findings.signWaiver(YEAR, id, true, "", new Paper("FIN", "李局", null));
        assertEquals("finding.refuse.samePerson",
                assertThrows(UserProblem.class, () -> findings.signWaiver(YEAR, id, true, "", new Paper("DATA", "李局", null))).messages().getFirst().key());
        assertEquals(Stage.WAIVED, findings.signWaiver(YEAR, id, true, "", new Paper("DATA", "周局", null)).stage());
        assertFalse(findings.standings(YEAR).orElseThrow().blocked(line));
    }

    @Test
    void whoMayDoWhat() {
        FindingId id = canteen();
        var officer = as(World.person("wang", "FIN", "市财政局", Role.BUDGET_OFFICER));
        var finance = as(World.person("li", "FIN", "市财政局", Role.BODY_SIGNER));
        var data = as(World.person("zhou", "DATA", "市数据局", Role.BODY_SIGNER));
        var planning = as(World.person("chen", "DRC", "市发改委", Role.BODY_SIGNER));
        var school = as(World.person("sun", null, "市教育局", Role.APPLICANT));
        var water = as(World.person("shui", null, "市水利局", Role.APPLICANT));
        var reply = new FindingStep.Reply("已补报", List.of());
        assertThrows(PermissionDenied.class, () -> school.enter(YEAR, id, new FindingStep.Notice("1", world.today()), null));
        officer.enter(YEAR, id, new FindingStep.Notice("1", world.today().plusDays(5)), null);
        assertThrows(PermissionDenied.class, () -> water.enter(YEAR, id, reply, null));
        assertTrue(school.enter(YEAR, id, reply, null).replied());
        officer.requestWaiver(YEAR, id, "应急", world.today().plusMonths(2), List.of());
        assertThrows(PermissionDenied.class, () -> officer.signWaiver(YEAR, id, true, "", null));
        assertThrows(PermissionDenied.class, () -> planning.signWaiver(YEAR, id, true, "", null));
        assertThrows(PermissionDenied.class, () -> officer.signWaiver(YEAR, id, true, "", new Paper("DATA", "周局", null)));
        var secretary = as(World.person("mi", "FIN", "市财政局", Role.SECRETARY));
        assertEquals("finding.noScan", assertThrows(UserProblem.class, () -> secretary.signWaiver(YEAR, id, true, "", new Paper("DATA", "周局", null))).messages().getFirst().key());
        finance.signWaiver(YEAR, id, true, "", null);
        assertEquals(Stage.WAIVED, data.signWaiver(YEAR, id, true, "", null).stage());
        assertEquals("finding.unknown",
                assertThrows(UserProblem.class, () -> officer.enter(YEAR, new FindingId("B99", "x"), new FindingStep.Remark("x", List.of()), null)).messages().getFirst().key());
    }

    @Test
    void oldRunsAreThinnedButNotThoseInWhichSomethingWasDone() {
        FindingId id = canteen();
        findings.enter(YEAR, id, new FindingStep.Remark("先记一笔", List.of()), null);
        for (int i = 0; i < 30; i++) {
            world.minutes(1);
            linkage.check(YEAR, null, Progress.NONE);
        }
        List<RunHead> runs = linkage.runs(YEAR);
        assertEquals(31, runs.size());
        assertEquals(21, runs.stream().filter(RunHead::kept).count());
        assertTrue(runs.getLast().kept(), "the run that the remark was made in");
        assertTrue(linkage.run(runs.get(25).id()).isEmpty());
    }
}
