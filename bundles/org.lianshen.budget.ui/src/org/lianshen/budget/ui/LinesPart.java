package org.lianshen.budget.ui;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.lianshen.budget.ui.Choices.Choice;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.linkage.ItWord;
import org.lianshen.model.linkage.LineVerdict;
import org.lianshen.service.BudgetService;
import org.lianshen.service.Changes;
import org.lianshen.service.FindingService;
import org.lianshen.service.LinkageService;
import org.lianshen.service.Session;
import org.lianshen.service.table.FindingsTables;
import org.lianshen.service.table.FindingsTables.Line;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.grid.Grid;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Banner;
import org.lianshen.workbench.kit.EmptyPanel;
import org.lianshen.workbench.kit.Header;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.nav.PartActions;
import org.lianshen.workbench.nav.PartInput;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.task.Tasks;

/** Every budget line of a year with what became of it. */
public final class LinesPart implements PartActions {

    private final Kit kit;
    private final Grids grids;
    private final Tasks tasks;
    private final Session session;
    private final BudgetService budgets;
    private final LinkageService linkage;
    private final BudgetMessages messages;
    private final Texts texts;
    private final OriginOpener origins;
    private final FindingService findings;
    private final MPart tab;
    private String asked;

    private final Composite page;
    private final Header header;
    private final Banner banner;
    private final Composite body;
    private final StackLayout stack = new StackLayout();
    private final EmptyPanel empty;
    /** Of the rows shown: lines that are 不得纳入预算; the grid's columns look here. */
    private final Set<UUID> blocked = new HashSet<>();
    private Grid<Line> grid;
    private final Composite table;
    private final Choices verdicts;
    private final LineWords words;
    private FindingsModel model;
    private List<Line> rows = List.of();
    /** The verdict that is shown alone, or null for all. */
    private LineVerdict only;

    @Inject
    public LinesPart(Composite parent, PartInput input, Kit kit, Grids grids, Tasks tasks, Opener opener, Updates updates, Session session, BudgetService budgets,
            LinkageService linkage, BudgetMessages messages, Texts texts, OriginOpener origins, DialogService dialogs, FindingService findings, @Optional MPart tab) {
        this.kit = kit;
        this.grids = grids;
        this.tasks = tasks;
        this.session = session;
        this.budgets = budgets;
        this.linkage = linkage;
        this.messages = messages;
        this.texts = texts;
        this.origins = origins;
        this.findings = findings;
        this.asked = input.id();
        this.tab = tab;
        page = kit.page(parent);
        header = kit.header(page, messages.linesTitle, "");
        kit.button(header.actions(), messages.findings, () -> opener.open(Opener.FINDINGS));
        kit.button(header.actions(), messages.words, () -> opener.open(FindingsPart.WORDS));
        kit.primary(header.actions(), messages.importSheet, () -> opener.open(FindingsPart.IMPORT));
        banner = kit.banner(page);
        kit.line(page);
        body = new Composite(page, SWT.NONE);
        body.setLayout(stack);
        body.setBackground(kit.look().surface());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        table = kit.page(body);
        verdicts = new Choices(table, kit, messages);
        GridDataFactory.fillDefaults().grab(true, false).indent(kit.look().u(4), kit.look().u(2)).applyTo(verdicts.control());
        words = new LineWords(page, tasks, dialogs, linkage, findings, messages, this::showOwn);
        empty = kit.empty(body, Icon.TABLE, messages.linesEmptyWhat, messages.linesEmptyTodo, messages.importSheet, () -> opener.open(FindingsPart.IMPORT));
        stack.topControl = table;
        updates.listen(page, Set.of(Changes.Kind.BUDGET, Changes.Kind.LINKAGE), change -> banner.showOutdated(this::refresh));
        refresh();
    }

    @Override
    public boolean canRefresh() {
        return true;
    }

    @Override
    public void refresh() {
        banner.hide();
        tasks.run(page, messages.loading, progress -> {
            var found = AskedFindings.of(asked, session.today(), line -> budgets.origin(line).line().year());
            int year = found.year();
            return new Loaded(new FindingsModel(year, session.pack(), budgets.lines(year), budgets.batches(), linkage.last(year).orElse(null), findings.standings(year).orElse(null)),
                    found.line());
        }, this::show, failure -> banner.show(Tone.BLOCK, failure.message(), kit.messages().retry, this::refresh));
    }

    /** @param line that is asked for, or null */
    private record Loaded(FindingsModel model, UUID line) {
    }

    private void show(Loaded loaded) {
        show(loaded.model());
        if (loaded.line() != null) {
            grid.shown().stream().filter(line -> line.line().id().equals(loaded.line())).findFirst().ifPresent(line -> grid.select(List.of(line)));
            asked = Integer.toString(model.year());
            if (tab != null) {
                new PartInput(asked).keepIn(tab); // when the window comes back, the year does; the line may be gone by then
            }
        }
    }

    /** What this part itself brought about is no news to it. */
    private void showOwn(FindingsModel loaded) {
        show(loaded);
        banner.hide();
    }

    private void show(FindingsModel loaded) {
        model = loaded;
        var tables = new FindingsTables(texts, model.pack(), model.byId(), model.files());
        if (grid == null) {
            TableSpec<Line> spec = tables.lineTable(blocked);
            grid = grids.grid(table, spec);
            grid.identify(row -> row.line().id());
            grid.tint(LinesPart::tint);
            grid.onOpen(line -> origins.open(page, line.line().id(), grid.focusedColumn().orElse("")));
            grid.table().addListener(SWT.KeyDown, this::onKey);
        }
        blocked.clear();
        if (model.standings() != null) {
            model.lines().stream().map(BudgetLine::id).filter(model.standings()::blocked).forEach(blocked::add);
        }
        rows = model.checked() ? tables.lines(model.run()) : List.of();
        header.set(messages.linesTitle, messages.format(messages.linesSubtitle, Integer.toString(model.year()), rows.size()));
        choices();
        narrow();
        stack.topControl = rows.isEmpty() ? empty : table;
        body.layout();
        table.layout();
    }

    private void narrow() {
        grid.setRows(rows.stream().filter(line -> only == null || line.result().verdict() == only).toList());
    }

    /** One for each verdict, with its lines and their sum. */
    private void choices() {
        var choices = new ArrayList<Choice>();
        choices.add(choice(null, messages.linesAll));
        for (LineVerdict verdict : List.of(LineVerdict.UNREVIEWED, LineVerdict.SUSPECT, LineVerdict.REVIEWED, LineVerdict.NOT_IT)) {
            choices.add(choice(verdict, texts.get("table.verdict." + verdict.name())));
        }
        verdicts.show(choices);
    }

    private Choice choice(LineVerdict verdict, String word) {
        List<Line> such = rows.stream().filter(line -> verdict == null || line.result().verdict() == verdict).toList();
        String text = messages.format(messages.linesOf, word, such.size(), Money.sum(such.stream().map(line -> line.line().amount()).toList()).wanText());
        return new Choice(text, such.isEmpty() && verdict != null ? messages.linesNone : "", verdict == only, () -> choose(verdict));
    }

    private void choose(LineVerdict verdict) {
        only = verdict;
        choices();
        narrow();
        grid.setFocus();
    }

    /** I and N say of the chosen line that it is, or is not, an IT line. */
    private void onKey(Event event) {
        ItWord.Answer answer = LineWords.answer(event);
        if (answer != null) {
            grid.selection().stream().findFirst().ifPresent(line -> words.sayIt(model, line.line(), answer));
        }
    }

    private static Tone tint(Line line) {
        return switch (line.result().verdict()) {
            case UNREVIEWED -> Tone.BLOCK;
            case SUSPECT -> Tone.WARN;
            case REVIEWED, NOT_IT -> null;
        };
    }

    @Override
    public boolean canFilter() {
        return grid != null;
    }

    @Override
    public void filter() {
        grid.focusFilter();
    }

    @Override
    public String help() {
        return messages.linesHelp;
    }

    @Focus
    void focus() {
        page.setFocus();
    }
}
