package org.lianshen.service.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.finding.FindingId;
import org.lianshen.model.finding.FindingStep;
import org.lianshen.model.linkage.CheckRun;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.pack.RulePack;
import org.lianshen.service.FindingService.Paper;
import org.lianshen.service.LedgerService.Count;
import org.lianshen.service.Progress;
import org.lianshen.service.TodoService.Item;
import org.lianshen.service.TodoService.Kind;
import org.lianshen.service.ledger.LedgerDesk;
import org.lianshen.service.ledger.Projects;
import org.lianshen.service.linkage.Budget;
import org.lianshen.service.linkage.LinkageDesk;
import org.lianshen.service.memory.World;
import org.lianshen.service.packs.RulePacks;
import org.lianshen.service.session.Desk;
import org.lianshen.service.summary.SummaryDesk;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Mark;
import org.lianshen.service.table.TableWriter;
import org.lianshen.service.text.Texts;
import org.lianshen.service.todo.TodoDesk;

/** A project over its approval, forbidden until a waiver is granted: from then on it is counted as forbidden nowhere. */
class WaivedFindingTest {

    private static final Texts CHINESE = new Texts(Locale.CHINESE);
    private static final int YEAR = 2027;

    private final World world = new World();
    private final Budget budget = new Budget(world);
    private final Desk desk = world.oneself();
    private final Projects projects = new Projects(desk, CHINESE);
    private final List<TableWriter.Sheet<?>> written = new ArrayList<>();
    private final TableWriter writer = (target, sheets, locale) -> {
        written.clear();
        written.addAll(sheets);
    };
    private final LinkageDesk linkage = new LinkageDesk(desk, projects, new OnePack(), writer, null, CHINESE);
    private final FindingDesk findings = new FindingDesk(desk, linkage);
    private final LedgerDesk ledger = new LedgerDesk(desk, projects, null, writer, CHINESE);
    private final SummaryDesk summaries = new SummaryDesk(desk, projects, new OnePack(), writer, CHINESE);
    private UUID project;
    private FindingId over;

    /** The pack of the day, whatever is asked for. */
    private final class OnePack implements RulePacks {
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
    }

    @BeforeEach
    void overItsApproval() {
        project = budget.project("LS-1", "教育数据共享平台", "市教育局", Map.of()).id();
        budget.sheet("预算.xlsx", "ab", YEAR, SheetKind.ANNUAL, new String[] { "市教育局", "教育数据共享平台", "2000000.00" });
        CheckRun run = linkage.check(YEAR, null, Progress.NONE);
        over = FindingId.of(run.findings().stream().filter(finding -> finding.rule().equals("B06")).findFirst().orElseThrow());
        assertEquals(1, run.findings().stream().filter(finding -> finding.severity() == org.lianshen.model.pack.Severity.E).count(), run.findings().stream().map(Finding::rule).toList().toString());
    }

    private void waive() {
        findings.enter(YEAR, over, new FindingStep.Reply("应急建设，已报市政府", List.of()), null);
        findings.enter(YEAR, over, new FindingStep.Assignment("预算处 王敏", world.today().plusDays(9)), null);
        findings.requestWaiver(YEAR, over, "应急", world.today().plusMonths(2), List.of());
        findings.signWaiver(YEAR, over, true, "", new Paper("FIN", "李局", null));
        findings.signWaiver(YEAR, over, true, "", new Paper("DATA", "周局", null));
    }

    @Test
    void ledgerAndDashboardCountWhatStands() {
        assertEquals(1, ledger.row(project, world.today()).blocking());
        assertEquals(1, blocking());
        waive();
        assertEquals(0, ledger.row(project, world.today()).blocking());
        assertEquals(0, blocking());
    }

    private int blocking() {
        return ledger.dashboard(YEAR, world.today()).findings().stream().filter(count -> count.key().equals("table.severity.E")).mapToInt(Count::number).sum();
    }

    @Test
    void nothingWaitsAnyMore() {
        assertEquals(1, waiting());
        waive();
        assertEquals(0, waiting());
    }

    private long waiting() {
        return new TodoDesk(desk).items().stream().map(Item::kind).filter(Kind.FINDINGS::equals).count();
    }

    @Test
    void theWorkbookOfFindingsCountsWhatStands() {
        assertEquals(1, last("blocking"));
        waive();
        assertEquals(0, last("blocking"));
    }

    /** Of the totals in the sheet of units. */
    private Object last(String column) {
        linkage.exportFindings(linkage.last(YEAR).orElseThrow(), Path.of("a.xlsx"));
        TableWriter.Sheet<?> units = written.getLast();
        return value(units, units.rows().size() - 1, column);
    }

    @Test
    void theRectificationLedgerSaysHowItStands() {
        List<?> before = rectification();
        assertEquals("table.mark.blocked", ((Mark) before.getFirst()).textKey());
        assertEquals("新", before.get(1));
        waive();
        List<?> after = rectification();
        assertEquals(null, after.getFirst());
        assertEquals(List.of("豁免同意", "预算处 王敏", "应急建设，已报市政府"), after.subList(1, 4));
    }

    private List<?> rectification() {
        summaries.exportSummary(YEAR, Path.of("a.xlsx"));
        TableWriter.Sheet<?> sheet = written.stream().filter(each -> each.name().equals("整改台账")).findFirst().orElseThrow();
        int row = 0;
        while (!value(sheet, row, "rule").equals("B06")) {
            row++;
        }
        var values = new ArrayList<>();
        for (String column : List.of("mark", "state", "owner", "reply")) {
            values.add(value(sheet, row, column));
        }
        return values;
    }

    private static <T> Object value(TableWriter.Sheet<T> sheet, int row, String column) {
        return sheet.spec().columns().stream().filter((Column<T> each) -> each.id().equals(column)).findFirst().orElseThrow().value().apply(sheet.rows().get(row));
    }
}
