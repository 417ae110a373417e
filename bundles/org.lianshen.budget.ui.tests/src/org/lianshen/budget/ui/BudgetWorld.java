package org.lianshen.budget.ui;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.lianshen.model.Money;
import org.lianshen.model.pack.Clause;
import org.lianshen.model.pack.Param;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.RuleSpec;
import org.lianshen.model.pack.Severity;
import org.lianshen.model.pack.WorkCalendar;
import org.lianshen.service.BudgetService;
import org.lianshen.service.Changes;
import org.lianshen.service.FindingService;
import org.lianshen.service.LedgerService;
import org.lianshen.service.LetterService;
import org.lianshen.service.LinkageService;
import org.lianshen.service.Session;
import org.lianshen.service.table.Column.Mark;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.testing.OffUi;
import org.lianshen.workbench.testing.UiTest;
import org.lianshen.workbench.text.Language;

/** The budget desk of a day with doubles of all it stands on; each of them refuses to be called on the window's thread. */
final class BudgetWorld {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    final FinanceDouble finance = new FinanceDouble();
    final CheckDouble checks = new CheckDouble();
    final LifeDouble life = new LifeDouble(checks);
    final LetterDouble letters = new LetterDouble();
    private final Path folder;
    private Consumer<Changes.Change> listener;

    BudgetWorld(Path folder) {
        this.folder = folder;
    }

    UiTest desk() {
        return desk(new UiTest(folder));
    }

    UiTest desk(Language language, boolean dark) {
        return desk(new UiTest(folder, language, dark));
    }

    private UiTest desk(UiTest ui) {
        ui.with(BudgetService.class, OffUi.guard(BudgetService.class, finance));
        ui.with(LinkageService.class, OffUi.guard(LinkageService.class, checks));
        ui.with(LetterService.class, OffUi.guard(LetterService.class, letters));
        ui.with(FindingService.class, OffUi.guard(FindingService.class, life));
        ui.with(LedgerService.class, OffUi.guard(LedgerService.class,
                (LedgerService) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {LedgerService.class}, (proxy, method, args) -> List.of())));
        ui.with(Session.class, SessionDouble.on(TODAY, pack()));
        ui.with(Updates.class, new Updates(each -> {
            listener = listener == null ? each : listener.andThen(each);
            return () -> {
            };
        }, ui.display()));
        return ui;
    }

    /** As if somebody had stored something at another desk. */
    void changed(Changes.Kind kind) {
        listener.accept(new Changes.Change(kind, null));
    }

    private static ReviewBody body(String code, String name, ReviewBody.Kind kind) {
        return new ReviewBody(code, name, name, name, "", kind, false, true, true, Set.of(), "");
    }

    private static RuleSpec rule(String id, Severity severity, String title, String titleEn) {
        return new RuleSpec(id, severity, title, titleEn, "请单位先报联审", "Have it reviewed first", "Q1", "湖政办发〔2025〕15号", true, Map.of(), true);
    }

    static RulePack pack() {
        var clause = new Clause("Q1", "湖州市数字政府2.0建设工作方案", "湖政办发〔2025〕15号", "二（五）1", "000", "未经联审的信息化项目不得纳入预算", true, "");
        var calendar = new WorkCalendar(Set.of(), Set.of(), LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), "test", false);
        return new RulePack("huzhou", "330500", "湖州市", "Huzhou", "2026.1", LocalDate.of(2025, 1, 1), Optional.empty(), "",
                List.of(body("FIN", "市财政局", ReviewBody.Kind.FINANCE), body("DATA", "市数据局", ReviewBody.Kind.DATA)), List.of(),
                Map.of("waiver.maxMonths", new Param("waiver.maxMonths", "12", "months", "", "", "", false, "")), Map.of("Q1", clause),
                Map.of("B01", rule("B01", Severity.E, "未经联审的信息化项目", "IT line without review"), "B19", rule("B19", Severity.W, "年度运维费超上限", "Operation above its cap"), "B15",
                        rule("B15", Severity.I, "金额略低于限额", "Amount just below a limit")), calendar, List.of(), List.of(), Map.of());
    }

    /** Rows of a grid without its head, in the words of the screen. */
    static List<String> rows(NatTable table, Texts texts) {
        return IntStream.range(1, table.getRowCount()).mapToObj(row -> String.join(" ", IntStream.range(0, table.getColumnCount())
                .mapToObj(column -> table.getCellByPosition(column, row).getDataValue()).map(value -> word(value, texts)).filter(word -> !word.isEmpty()).toList())).toList();
    }

    private static String word(Object value, Texts texts) {
        return switch (value) {
            case null -> "";
            case Money money -> money.wanText();
            case Mark mark -> texts.get(mark.textKey());
            default -> value.toString();
        };
    }
}
