package org.lianshen.workbench.packs;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.UserProblem;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.budget.SheetReading.CellError;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.LineResult;
import org.lianshen.model.linkage.LineVerdict;
import org.lianshen.model.linkage.MatchedBy;
import org.lianshen.model.linkage.RunDifference;
import org.lianshen.model.linkage.rule.Silence;
import org.lianshen.model.pack.CalendarReading;
import org.lianshen.model.pack.PackBase;
import org.lianshen.model.pack.PackChange;
import org.lianshen.model.pack.PackDraft;
import org.lianshen.model.pack.PackEdit;
import org.lianshen.model.pack.PackEdits;
import org.lianshen.model.pack.PackPath;
import org.lianshen.model.pack.PackValue;
import org.lianshen.model.pack.PackValue.Fields;
import org.lianshen.model.pack.PackVersion;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.Severity;
import org.lianshen.model.review.State;
import org.lianshen.service.PackService;
import org.lianshen.service.Progress;

/** A pack of one place with a few entries of each kind; edits are kept as the real service keeps them. */
final class PackOffice implements PackService {

    private static final PackValue YES = PackValue.flag(true);
    private static final PackValue NO = PackValue.flag(false);

    final List<String> asked = new ArrayList<>();
    String refusal;
    /** Cells of a calendar that cannot be read, from B5 down. */
    int misread;
    PackEdits drafted = PackEdits.NONE;
    private PackEdits published = PackEdits.NONE;
    private final List<PackVersion> versions = new ArrayList<>();
    PackBase shipped = new PackBase("huzhou", "2026.1", "ab".repeat(32), content(), Instant.EPOCH);

    static Fields fields(Object... namesAndValues) {
        Map<String, PackValue> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            fields.put((String) namesAndValues[i], value instanceof String text ? PackValue.text(text) : (PackValue) value);
        }
        return new Fields(fields);
    }

    private static Fields param(String title, String value, String unit, PackValue verified, String clause) {
        return fields("value", value, "unit", unit, "title", title, "titleEn", "Title of " + title, "basis", "湖政办发〔2023〕15号全文未取得，限额未核实", "verified", verified, "clause", clause);
    }

    private static Fields body(String name, PackValue lead) {
        return fields("name", name, "shortName", name.substring(1, 3), "nameEn", "Body", "unit", "", "kind", "DATA", "lead", lead, "required", YES, "votes", YES, "checkGroups",
                PackValue.Items.of(List.of("D")), "clause", "Q2");
    }

    private static Fields content() {
        return fields("name", "湖州市", "validFrom", "2025-07-11", "basis", "湖州市数字政府2.0建设工作方案（湖政办发〔2025〕15号）", "params",
                fields("limit.small", param("简易流程限额", "", "yuan", NO, ""), "match.nameSimilarity", param("名称相似度下限", "0.70", "ratio", NO, "Q1"), "review.overdueIsConsent",
                        param("逾期未回复视为同意", "false", "boolean", NO, ""), "days.countersign", param("会签时限", "3", "workdays", YES, "Q1")),
                "rules",
                fields("B01", fields("active", YES, "severity", "E", "title", "未经联审，不得纳入预算", "titleEn", "Not reviewed", "remedy", "先报联审", "remedyEn", "Submit first", "basis",
                        "未经联审的信息化项目不得纳入预算", "verified", YES, "clause", "Q1")),
                "lists", fields("it.keywords", fields("信息化", YES, "系统", YES, "平台", YES)), "bodies", fields("DATA", body("市数据局", YES), "FIN", body("市财政局", NO)), "bodyOrder",
                PackValue.Items.of(List.of("DATA", "FIN")), "checkItems",
                fields("D1", fields("text", "是否上云", "textEn", "Cloud", "veto", YES, "clause", "", "basis", "不上云不立项", "verified", NO)), "calendar",
                fields("2026", fields("source", "国务院办公厅通知", "verified", YES, "holidays", fields("01-01", YES, "10-01", YES), "workdays", fields("02-14", YES))), "clauses",
                fields("Q1", fields("document", "湖州市数字政府2.0建设工作方案", "docNo", "湖政办发〔2025〕15号", "place", "二(五)1", "seedFile", "", "quote",
                        "持续完善政务信息化项目“五部门联审”机制,严把政务信息化项目立项审核关,确保“开发一个口子进,财政一个口子出”,未经联审的信息化项目不得纳入预算。", "verified", YES, "note", ""), "Q2",
                        fields("document", "湖州市数字政府2.0建设工作方案", "docNo", "湖政办发〔2025〕15号", "place", "二(五)1", "seedFile", "", "quote", "(责任单位:市数据局…)", "verified", NO, "note", "")));
    }

    void edit(String path, PackValue after) {
        Fields wanted = new PackChange(PackPath.parse(path), null, after).in(drafted.over(shipped.content()).content()).orElseThrow();
        drafted = drafted.to(shipped.content(), wanted, change -> new PackEdit(change, "市财政局 2026 年第 8 号通知", "admin", Instant.parse("2026-11-20T01:00:00Z")));
    }

    @Override
    public Book book() {
        Fields content = drafted.over(shipped.content()).content();
        Fields standing = published.over(shipped.content()).content();
        List<PackEdit> pending = PackChange.between(standing, content).stream().map(change -> drafted.edits().stream().filter(edit -> edit.path().equals(change.path())).findFirst()
                .map(edit -> new PackEdit(change, edit.reason(), edit.by(), edit.at())).orElseGet(() -> new PackEdit(change, "", "", null))).toList();
        return new Book("huzhou", "湖州市", shipped, versions.isEmpty() ? "huzhou@2026.1" : versions.getLast().id(), versions, draft(), content, standing, pending,
                drafted.overriding(shipped.content()), drafted.over(shipped.content()).lost(), silent(content));
    }

    /** As if B01 judged nothing below the limit. */
    private static List<Silence> silent(Fields content) {
        return content.under("params").under("limit.small").text("value").isEmpty() ? List.of(new Silence("B01", false, List.of("limit.small"))) : List.of();
    }

    private PackDraft draft() {
        return new PackDraft("huzhou", drafted, Instant.EPOCH, "admin", 1);
    }

    private void refuse() {
        if (refusal != null) {
            String key = refusal;
            refusal = null;
            throw UserProblem.of(key, "huzhou+draft", "/params/limit.small/value", "x", "yuan");
        }
    }

    @Override
    public RulePack pack(String id) {
        throw new AssertionError("the page does not need the pack itself");
    }

    @Override
    public Fields content(String id) {
        return id.equals(DRAFT) ? drafted.over(shipped.content()).content() : id.contains("+") ? published.over(shipped.content()).content() : shipped.content();
    }

    @Override
    public List<PackChange> difference(String from, String to) {
        return PackChange.between(content(from), content(to));
    }

    @Override
    public PackDraft change(PackDraft draft, List<PackChange> changes, String reason) {
        refuse();
        changes.forEach(change -> asked.add(String.join(" ", change.path().toString(), String.valueOf(change.after()), reason)));
        changes.forEach(change -> edit(change.path().toString(), change.after()));
        return draft();
    }

    @Override
    public PackDraft restore(PackDraft draft, PackPath path) {
        asked.add("restore " + path);
        drafted = drafted.without(path);
        return draft();
    }

    @Override
    public PackDraft discard(PackDraft draft) {
        asked.add("discard");
        drafted = published;
        return draft();
    }

    @Override
    public CalendarReading readCalendar(Path file, Progress progress) {
        List<CellError> errors = IntStream.range(5, 5 + misread).mapToObj(row -> new CellError("Sheet1", "B" + row, "也许", "kind.unknown", Message.of("calendar.kind", "B" + row, "也许")))
                .toList();
        var sheet = new CalendarReading.Sheet("Sheet1", List.of(1), Map.of("day", "A", "kind", "B"), 1, 1, List.of(), errors, List.of());
        var year = new CalendarReading.Year(new TreeSet<>(List.of(LocalDate.of(2027, 1, 1))), new TreeSet<>(), List.of("元旦"));
        return new CalendarReading(file.getFileName().toString(), "ab", List.of(sheet), misread > 0 ? Map.of() : Map.of(2027, year));
    }

    @Override
    public PackDraft takeCalendar(PackDraft draft, CalendarReading reading, String reason) {
        asked.add(String.join(" ", "calendar", reading.file(), reason));
        edit("/calendar/2027", fields("source", reading.file(), "verified", NO, "holidays", fields("01-01", YES), "workdays", fields()));
        return draft();
    }

    @Override
    public TryOut tryOut(int year, Progress progress) {
        asked.add("try " + year);
        var line = new BudgetLine(new UUID(1, 1), new UUID(2, 2), year, SheetKind.ANNUAL, "预算表", 7,
                Map.of(BudgetField.AGENCY_NAME, "市卫生健康委员会", BudgetField.PROJECT_NAME, "湖州市区域全民健康信息平台二期（健康大脑）运行维护服务项目", BudgetField.INITIAL, "865000.00"), Map.of());
        var finding = new Finding("B01", Severity.E, "k", List.of(line.id()), line.unit(), line.project(), null, null, Money.parseYuan("865000.00"), null, null,
                Message.of("pack.noReason"), MatchedBy.NONE, new BigDecimal("0.81"), Map.of());
        var lighter = new Finding("B01", Severity.W, "j", List.of(line.id()), line.unit(), line.project(), null, null, Money.parseYuan("1.00"), null, null, Message.of("pack.noReason"),
                MatchedBy.NONE, null, Map.of());
        var heavier = new Finding("B01", Severity.E, "j", List.of(line.id()), line.unit(), line.project(), null, null, Money.parseYuan("1.00"), null, null, Message.of("pack.noReason"),
                MatchedBy.NONE, null, Map.of());
        var before = new LineResult(line.id(), null, LineVerdict.NOT_IT, null, null, MatchedBy.NONE, null, List.of());
        var after = new LineResult(line.id(), null, LineVerdict.UNREVIEWED, null, null, MatchedBy.NONE, null, List.of());
        var difference = new RunDifference(List.of(finding), List.of(), List.of(new RunDifference.Change(heavier, lighter, java.util.Set.of(RunDifference.Aspect.SEVERITY))), List.of(),
                List.of(new RunDifference.VerdictChange(line.id(), before, after)));
        return new TryOut("huzhou@2026.1", "huzhou@2026.1+draft", year, 1, difference, Map.of(line.id(), line),
                List.of(new ReviewChange(new UUID(3, 3), "LS-1", "智慧水务", State.COUNTERSIGN, State.READY_FOR_MEETING, null, LocalDate.of(2026, 12, 1), List.of())),
                List.of(new FormChange(new UUID(3, 4), "教育数据共享平台", List.of(Message.of("pack.noReason")), List.of())));
    }

    @Override
    public TryOut tryOut(Path file, int year, Progress progress) {
        throw new AssertionError("the page tries the draft");
    }

    @Override
    public PackVersion publish(PackDraft draft, LocalDate validFrom, String reason) {
        refuse();
        asked.add(String.join(" ", "publish", validFrom.toString(), reason));
        published = drafted;
        versions.add(new PackVersion("huzhou", versions.size() + 1, "2026.1", shipped.digest(), validFrom, drafted, reason, Instant.EPOCH, "admin", "cd".repeat(32)));
        return versions.getLast();
    }

    @Override
    public void exportTo(String id, Path file) {
        asked.add(String.join(" ", "export", id, file.getFileName().toString()));
    }

    @Override
    public Incoming check(Path file) {
        throw new AssertionError("the page imports");
    }

    @Override
    public PackDraft importFrom(Path file) {
        refuse();
        asked.add("import " + file.getFileName());
        edit("/lists/it.keywords/大模型", YES);
        return draft();
    }
}
