package org.lianshen.budget.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.UserProblem;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.LineOrigin;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.budget.SheetLayout;
import org.lianshen.model.budget.SheetReading.CellError;
import org.lianshen.model.budget.SheetReading;
import org.lianshen.model.budget.VersionDiff;
import org.lianshen.model.finding.FindingAct;
import org.lianshen.model.finding.FindingId;
import org.lianshen.model.finding.FindingStandings;
import org.lianshen.model.finding.FindingState;
import org.lianshen.model.finding.FindingStep;
import org.lianshen.model.finding.RunHead;
import org.lianshen.model.linkage.Candidate;
import org.lianshen.model.linkage.CheckRun;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.ItVerdict;
import org.lianshen.model.linkage.ItWord;
import org.lianshen.model.linkage.LineResult;
import org.lianshen.model.linkage.LineVerdict;
import org.lianshen.model.linkage.MatchedBy;
import org.lianshen.model.linkage.OfficerWords;
import org.lianshen.model.linkage.RunDifference;
import org.lianshen.model.pack.Clause;
import org.lianshen.model.pack.Param;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.RuleSpec;
import org.lianshen.model.pack.Severity;
import org.lianshen.model.pack.WorkCalendar;
import org.lianshen.model.proposal.Attachment;
import org.lianshen.service.BudgetService;
import org.lianshen.service.LetterService;
import org.lianshen.service.FindingService;
import org.lianshen.service.LedgerService;
import org.lianshen.service.LinkageService;
import org.lianshen.service.Progress;
import org.lianshen.service.Session;
import org.lianshen.service.intake.SheetPreview;
import org.lianshen.service.intake.SourceExcerpt;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.testing.AccessibleNames;
import org.lianshen.workbench.testing.MessageCheck;
import org.lianshen.workbench.testing.ModelCheck;
import org.lianshen.workbench.testing.OffUi;
import org.lianshen.workbench.testing.RecordedDialogs;
import org.lianshen.workbench.testing.UiTest;

class BudgetDeskTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final UUID BATCH = new UUID(1, 1);
    private static final UUID LINE = new UUID(2, 1);
    private static final UUID NEAR = new UUID(3, 1);
    private static final UUID FAR = new UUID(3, 2);

    private final Office office = new Office();
    private final LetterDouble letters = new LetterDouble();

    @TempDir
    Path folder;

    @Test
    void findingShowsBothSidesAndItsBasis() {
        office.checked = true;
        try (var ui = desk()) {
            ui.make(FindingsPart.class);
            ui.until(() -> ui.shows("B01  未经联审的信息化项目"), "the finding");
            assertTrue(ui.shows("1 行，信息化 1，未联审 1，疑似 0"), ui.words().toString());
            assertTrue(ui.shows("卫健委2026.xlsx ▸ 项目!A3"), ui.words().toString());
            assertTrue(ui.shows("未经联审的信息化项目不得纳入预算"));
            assertTrue(ui.shows("条款已核实"));
            assertTrue(ui.shows("0.81"));
            StyledText name = ui.find(StyledText.class, text -> text.getText().equals("区域医学影像云平台"));
            assertEquals(1, name.getStyleRanges().length);
            assertEquals("医学", name.getText(name.getStyleRanges()[0].start, name.getStyleRanges()[0].start + name.getStyleRanges()[0].length - 1), "what the other side lacks is marked");
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
        }
    }

    @Test
    void officersWordIsKeptAndCheckedAgain() {
        office.checked = true;
        try (var ui = desk()) {
            ui.make(FindingsPart.class);
            ui.until(() -> ui.shows("核定 230.00 万元"), "the candidate");
            ui.press("就是它  Enter");
            ui.until(() -> office.words.equals(List.of("confirm " + NEAR)) && office.checks == 0, "the word, and no whole check after it");
            ui.press("都不是  Del");
            ui.until(() -> office.words.equals(List.of("confirm " + NEAR, "reject " + NEAR, "reject " + FAR)), "all rejected");
        }
    }

    @Test
    void keysDecideAndOpeningDoesNot() {
        office.checked = true;
        try (var ui = desk()) {
            FindingsPart part = ui.make(FindingsPart.class);
            ui.until(() -> ui.shows("核定 230.00 万元"), "the candidate");
            part.focus();
            Control table = ui.display().getFocusControl();
            ui.key(table, SWT.NONE, SWT.DEL, SWT.DEL);
            assertEquals(List.of("reject " + NEAR, "reject " + FAR), office.words);
            ui.key(table, SWT.NONE, SWT.CR, SWT.CR);
            assertEquals("confirm " + NEAR, office.words.getLast());
            assertEquals(3, office.words.size(), "once");
        }
    }

    @Test
    void findingsAreGatheredByRuleOrUnit() {
        office.checked = true;
        try (var ui = desk()) {
            ui.make(FindingsPart.class);
            ui.until(() -> ui.shows("核定 230.00 万元"), "the finding");
            NatTable groups = ui.find(NatTable.class, table -> table.getColumnCount() == 3);
            assertEquals(List.of("全部疑点 1 230.00", "B01  未经联审的信息化项目 1 230.00"), rows(groups));
            Combo by = ui.find(Combo.class, combo -> "分组".equals(UiTest.accessibleName(combo)));
            by.select(1);
            by.notifyListeners(SWT.Selection, null);
            assertEquals(List.of("全部疑点 1 230.00", "市卫生健康委员会 1 230.00"), rows(groups));
        }
        try (var ui = desk().input("suspects-2027")) {
            ui.make(FindingsPart.class);
            ui.until(() -> ui.shows("核定 230.00 万元"), "the finding");
            NatTable groups = ui.find(NatTable.class, table -> table.getColumnCount() == 3);
            assertEquals(List.of("全部疑点 1 230.00", "未联审 1 230.00"), rows(groups), "by link");
        }
    }

    private static List<String> rows(NatTable table) {
        return IntStream.range(1, table.getRowCount())
                .mapToObj(row -> IntStream.range(0, 3).mapToObj(column -> table.getCellByPosition(column, row).getDataValue()).map(BudgetDeskTest::word).collect(Collectors.joining(" "))).toList();
    }

    private static String word(Object value) {
        return value instanceof Money money ? money.wanText() : String.valueOf(value);
    }

    @Test
    void failureIsSaidInThePart() {
        office.problem = UserProblem.of("demo.budget");
        try (var ui = desk()) {
            ui.make(BatchesPart.class);
            ui.settle();
            office.problem = null;
            ui.press("重试");
            ui.until(() -> ui.shows("1 次导入"), "the list after trying again");
        }
    }

    @Test
    void yearWithoutLinesSaysToImport() {
        office.lines = List.of();
        try (var ui = desk()) {
            ui.make(FindingsPart.class);
            ui.until(() -> ui.shows("先导入 2027 年度的预算表。"), "the empty state");
            assertEquals("先导入 2027 年度的预算表。", ui.button("校验").blocked());
        }
    }

    @Test
    void linesNotCheckedOfferTheCheck() {
        try (var ui = desk()) {
            ui.make(FindingsPart.class);
            ui.until(() -> ui.shows("2027 年度已导入 1 行预算，还没有校验"), "the hint");
        }
    }

    @Test
    void wizardShowsTheSheetAndTakesCorrections() {
        try (var ui = desk()) {
            ui.make(ImportPart.class);
            ui.dialogs().answer(List.of(folder.resolve("卫健委2026.xlsx")));
            ui.press("选择文件");
            ui.until(() -> ui.shows("读出 3 行，可导入 2 行，忽略 0 行，拒绝 0 处"), "the reading");
            ui.settle();
            assertTrue(ui.shows("表内合计 3,160,000.00，读出合计 3,160,000.00，一致"));
            Combo third = ui.find(Combo.class, combo -> "列 C".equals(UiTest.accessibleName(combo)));
            third.select(BudgetField.FINAL.ordinal() + 1);
            third.notifyListeners(org.eclipse.swt.SWT.Selection, null);
            ui.until(() -> office.requests.size() == 2, "read again");
            assertEquals("C", office.requests.getLast().columns().get("项目").get(BudgetField.FINAL));
            ui.settle();
            ui.press("存入");
            ui.until(() -> ui.shows("2 行预算已存入 2027 年度"), "the result");
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
        }
    }

    @Test
    void unreadableCellsBlockStoring() {
        office.error = new CellError("项目", "C4", "八十六万", "amount.text", Message.of("demo.budget"));
        try (var ui = desk()) {
            ui.make(ImportPart.class);
            ui.dialogs().answer(List.of(folder.resolve("卫健委2026.xlsx")));
            ui.press("选择文件");
            ui.until(() -> ui.shows("拒绝 1 处"), "the reading");
            assertTrue(ui.button("存入").blocked().contains("1 个单元格不能识别"));
            assertTrue(ui.button("只存可读的行").getVisible());
        }
    }

    @Test
    void importsCanBeTakenBack() {
        try (var ui = desk()) {
            BatchesPart part = ui.make(BatchesPart.class);
            ui.until(() -> ui.shows("1 次导入"), "the list");
            assertEquals("先选一次导入", ui.button("撤回导入").blocked());
            part.refresh();
            ui.settle();
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
        }
    }

    @Test
    void linesShowWhatBecameOfThem() {
        office.checked = true;
        try (var ui = desk()) {
            ui.input("2027");
            ui.make(LinesPart.class);
            ui.until(() -> ui.shows("2027 年度 1 行"), "the lines");
            assertTrue(ui.shows("全部 1 行 · 230.00 万元"));
            ui.press("未联审 1 行 · 230.00 万元");
            assertEquals("没有这样的行", ui.button("已联审 0 行 · 0.00 万元").blocked());
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
        }
    }

    @Test
    void aFindingSaysHowItStandsAndWhatComesNext() {
        office.checked = true;
        try (var ui = desk()) {
            ui.input("2027");
            ui.make(FindingsPart.class);
            ui.until(() -> ui.shows("下一步：函告单位"), "the next step");
            assertTrue(ui.shows("不得纳入预算"));
            office.acts.add(new FindingAct(new UUID(8, 99), 2027, new FindingId("B01", "B01|x"), null, null, "王敏", "wang", false, null, Instant.EPOCH,
                    new FindingStep.WaiverRequest("应急建设", TODAY.plusMonths(2), Severity.E, Money.ofWan(230), List.of())));
            office.acts.add(new FindingAct(new UUID(8, 100), 2027, new FindingId("B01", "B01|x"), null, "FIN", "李局", "wang", true, null,
                    Instant.EPOCH.plusSeconds(1), new FindingStep.WaiverSignature(new UUID(8, 99), true, "")));
        }
        try (var ui = desk()) {
            ui.input("2027");
            ui.make(FindingsPart.class);
            ui.until(() -> ui.shows("还缺市数据局签署"), "what is missing");
            assertTrue(ui.shows("签署豁免"));
            assertTrue(ui.shows("市财政局同意：李局"));
            assertTrue(ui.shows("申请豁免至"), "the history");
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
            if (System.getProperty("life.shots") != null) {
                ui.screenshot(Path.of(System.getProperty("life.shots"), "waiver.png"));
            }
        }
    }

    @Test
    void whatIsRememberedIsListed() {
        try (var ui = desk()) {
            ui.make(WordsPart.class);
            ui.until(() -> ui.shows("还没有记住的判断"), "an empty list that says what to do");
            assertEquals(List.of(), ModelCheck.of(WordsPart.class, "fragment.e4xmi").problems());
        }
    }

    @Test
    void wordsAreWhole() {
        assertEquals(List.of(), MessageCheck.problems(BudgetMessages.class));
        assertEquals(List.of(), ModelCheck.of(FindingsPart.class, "fragment.e4xmi").problems());
    }

    @Test
    void lettersAreWrittenFromTheFindingsToTheUnitThatIsChosen() {
        office.checked = true;
        letters.units.add(new LetterService.UnitFindings("市卫生健康委员会", 1, 0, Money.ofWan(230), 1, null));
        try (var ui = desk()) {
            ui.make(FindingsPart.class);
            ui.until(() -> ui.shows("B01  未经联审的信息化项目"), "the finding");
            ui.dialogs().answer((RecordedDialogs.BoxAct) content -> true);
            ui.dialogs().answer(folder);
            ui.press("告知函…");
            ui.until(() -> !letters.written.isEmpty(), "the letter");
            assertEquals(List.of("市卫生健康委员会"), letters.to);
            assertEquals("湖财信函〔2026〕15号", letters.written.getFirst().number());
        }
    }

    private UiTest desk() {
        var ui = new UiTest(folder);
        ui.with(BudgetService.class, OffUi.guard(BudgetService.class, office));
        ui.with(LinkageService.class, OffUi.guard(LinkageService.class, (LinkageService) office));
        ui.with(LetterService.class, OffUi.guard(LetterService.class, letters));
        ui.with(FindingService.class, OffUi.guard(FindingService.class, new Life(office)));
        ui.with(LedgerService.class, OffUi.guard(LedgerService.class, (LedgerService) java.lang.reflect.Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] { LedgerService.class }, (proxy, method, args) -> List.of())));
        ui.with(Session.class, SessionDouble.on(TODAY, pack()));
        ui.with(Updates.class, new Updates(listener -> () -> {
        }, ui.display()));
        return ui;
    }

    private static ReviewBody body(String code, String name, ReviewBody.Kind kind) {
        return new ReviewBody(code, name, name, name, "", kind, false, true, true, java.util.Set.of(), "");
    }

    private static RulePack pack() {
        var clause = new Clause("Q1", "湖州市数字政府2.0建设工作方案", "湖政办发〔2025〕15号", "二（五）1", "000", "未经联审的信息化项目不得纳入预算", true, "");
        var rule = new RuleSpec("B01", Severity.E, "未经联审的信息化项目", "IT line without review", "请单位先报联审", "Have it reviewed first", "Q1", "湖政办发〔2025〕15号", true, Map.of(), true);
        var calendar = new WorkCalendar(java.util.Set.of(), java.util.Set.of(), LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), "test", false);
        return new RulePack("huzhou", "330500", "湖州市", "Huzhou", "2026.1", LocalDate.of(2025, 1, 1), Optional.empty(), "", List.of(body("FIN", "市财政局", ReviewBody.Kind.FINANCE), body("DATA", "市数据局", ReviewBody.Kind.DATA)), List.of(),
                Map.of("waiver.maxMonths", new Param("waiver.maxMonths", "12", "months", "", "", "", false, "")), Map.of("Q1", clause),
                Map.of("B01", rule), calendar, List.of(), List.of(), Map.of());
    }

    /** The life of the one finding: steps are entered as they come. */
    private static final class Life implements FindingService {

        private final Office office;

        Life(Office office) {
            this.office = office;
        }

        @Override
        public Optional<FindingStandings> standings(int year) {
            return office.last(year).map(run -> FindingStandings.of(run, office.acts, List.of(), pack(), ZoneId.of("Asia/Shanghai"), TODAY));
        }

        @Override
        public FindingState enter(int year, FindingId finding, FindingStep step, Paper paper) {
            office.acts.add(new FindingAct(new UUID(8, office.acts.size()), year, finding, null, paper == null ? null : paper.body(), "王敏", "wang", paper != null, null,
                    Instant.EPOCH.plusSeconds(office.acts.size()), step));
            return standings(year).orElseThrow().of(finding);
        }

        @Override
        public FindingState requestWaiver(int year, FindingId finding, String reason, LocalDate until, List<Attachment> attachments) {
            return enter(year, finding, new FindingStep.WaiverRequest(reason, until, Severity.E, Money.ofWan(230), attachments), null);
        }

        @Override
        public FindingState signWaiver(int year, FindingId finding, boolean agreed, String note, Paper paper) {
            return enter(year, finding, new FindingStep.WaiverSignature(standings(year).orElseThrow().of(finding).waiver().request(), agreed, note), paper);
        }

        @Override
        public FindingState close(int year, FindingId finding, String reason) {
            throw new AssertionError("not asked for in these tests");
        }

        @Override
        public Attachment attach(Path file) {
            throw new AssertionError("not asked for in these tests");
        }

        @Override
        public void fetch(Attachment attachment, Path target) {
            throw new AssertionError("not asked for in these tests");
        }

        @Override
        public LocalDate replyDue() {
            return TODAY.plusDays(7);
        }

        @Override
        public LocalDate rectificationDue() {
            return TODAY.plusDays(21);
        }
    }

    /** Finance and linkage in one, with one sheet and one finding. */
    private static final class Office implements BudgetService, LinkageService {

        private final List<String> words = new ArrayList<>();
        private final List<FindingAct> acts = new ArrayList<>();
        private final List<Request> requests = new ArrayList<>();
        private List<BudgetLine> lines = List.of(new BudgetLine(LINE, BATCH, 2027, SheetKind.ANNUAL, "项目", 3,
                Map.of(BudgetField.PROJECT_NAME, "区域影像云平台", BudgetField.AGENCY_NAME, "市卫生健康委员会", BudgetField.INITIAL, "2300000.00"), Map.of()));
        private CellError error;
        private VersionDiff diff;
        private UserProblem problem;
        private boolean checked;
        private int checks;

        @Override
        public List<BudgetBatch> batches() {
            if (problem != null) {
                throw problem;
            }
            return List.of(new BudgetBatch(BATCH, "卫健委2026.xlsx", "00", 2027, SheetKind.ANNUAL, List.of(Sheets.understood().reading()), 1, null, Instant.EPOCH, "x", null));
        }

        @Override
        public List<BudgetLine> lines(int year) {
            return lines;
        }

        @Override
        public List<SheetPreview> preview(Path file, Request request, Consumer<List<SheetPreview>> early, Progress progress) {
            requests.add(request);
            return List.of(error == null ? Sheets.understood() : Sheets.understood(error));
        }

        @Override
        public Optional<VersionDiff> compare(Path file, Request request, Progress progress) {
            return Optional.ofNullable(diff);
        }

        @Override
        public Optional<VersionDiff> changes(UUID batch) {
            return Optional.ofNullable(diff);
        }

        @Override
        public LineOrigin origin(UUID line) {
            return LineOrigin.of(lines.getFirst(), batches().getFirst());
        }

        @Override
        public SourceExcerpt excerpt(UUID batch, String sheet, int row) {
            return new SourceExcerpt("卫健委2026.xlsx", sheet, Sheets.understood().rows());
        }

        @Override
        public int rejected(Path file, List<SheetReading> readings, Path target) {
            words.add("rejected " + target.getFileName());
            return 1;
        }

        @Override
        public List<SheetLayout> layouts() {
            return List.of();
        }

        @Override
        public void forget(String layoutKey) {
            words.add("forget " + layoutKey);
        }

        @Override
        public Outcome take(Path file, Request request, Progress progress) {
            return new Outcome(new BudgetBatch(BATCH, file.getFileName().toString(), "00", request.year(), request.kind(), List.of(Sheets.understood().reading()), 2, null, Instant.EPOCH, "x", null), true);
        }

        @Override
        public void undo(UUID batch) {
            words.add("undo " + batch);
        }

        @Override
        public void fetch(UUID batch, Path target) {
            throw new AssertionError("not asked for in these tests");
        }

        @Override
        public CheckRun check(int year, LocalDate asOf, Progress progress) {
            checks++;
            checked = true;
            return last(year).orElseThrow();
        }

        @Override
        public Optional<CheckRun> last(int year) {
            if (!checked) {
                return Optional.empty();
            }
            var near = new Candidate(NEAR, "LS-330500-2025-0031", "区域医学影像云平台", "市卫生健康委员会", Money.ofWan(230), new BigDecimal("0.8100"), List.of("区域", "影像云平台"), true, true);
            var far = new Candidate(FAR, "LS-330500-2025-0017", "影像数据归集服务", "市中医院", Money.ofWan(88), new BigDecimal("0.4400"), List.of("影像"), false, false);
            var result = new LineResult(LINE, new ItVerdict(ItVerdict.Answer.YES, List.of()), LineVerdict.UNREVIEWED, null, null, MatchedBy.NONE, new BigDecimal("0.8100"), List.of(near, far));
            var evidence = new LinkedHashMap<>(Map.of("最接近", "0.81"));
            var finding = new Finding("B01", Severity.E, "B01|x", List.of(LINE), "市卫生健康委员会", "区域影像云平台", null, null, Money.ofWan(230), null, null, Message.of("demo.budget"),
                    MatchedBy.NONE, new BigDecimal("0.8100"), evidence);
            return Optional.of(new CheckRun(new UUID(9, checks), year, TODAY, "huzhou@2026.1", Instant.EPOCH, "x", List.of(result), List.of(finding)));
        }

        @Override
        public Renewed confirm(UUID line, UUID project, String note) {
            words.add("confirm " + project);
            return renewed(line);
        }

        @Override
        public Renewed reject(UUID line, UUID project, String note) {
            words.add("reject " + project);
            return renewed(line);
        }

        @Override
        public Renewed sayIt(UUID line, ItWord.Answer answer, String note) {
            words.add("it " + answer);
            return renewed(line);
        }

        @Override
        public Renewed revokeLink(UUID line, UUID project, String note) {
            words.add("revoke " + project);
            return renewed(line);
        }

        private Renewed renewed(UUID line) {
            return new Renewed(UUID.randomUUID(), last(2027).orElse(null));
        }

        @Override
        public Renewed confirmShare(UUID line, UUID project, Money share, String note) {
            throw new AssertionError("not asked for in these tests");
        }

        @Override
        public Renewed sameUnit(int year, String alias, String unit, String note) {
            words.add("unit " + alias + " = " + unit);
            return renewed(null);
        }

        @Override
        public Renewed revokeUnit(int year, String alias, String unit, String note) {
            words.add("no unit " + alias + " = " + unit);
            return renewed(null);
        }

        @Override
        public OfficerWords words() {
            return OfficerWords.NONE;
        }

        @Override
        public CheckRun renew(int year, Progress progress) {
            return check(year, null, progress);
        }

        @Override
        public void prepare(int year, Progress progress) {
            // nothing is waited for in these tests
        }

        @Override
        public List<RunHead> runs(int year) {
            return List.of();
        }

        @Override
        public Optional<CheckRun> run(UUID run) {
            return Optional.empty();
        }

        @Override
        public Optional<RunDifference> difference(UUID run) {
            return Optional.empty();
        }

        @Override
        public void exportFindings(CheckRun run, Path target) {
            throw new AssertionError("not asked for in these tests");
        }

        @Override
        public List<Path> mark(CheckRun run, Path target) {
            throw new AssertionError("not asked for in these tests");
        }
    }
}
