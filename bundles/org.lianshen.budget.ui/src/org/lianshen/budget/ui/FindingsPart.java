package org.lianshen.budget.ui;

import jakarta.inject.Inject;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Spinner;
import org.lianshen.budget.ui.FindingsModel.By;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.finding.FindingId;
import org.lianshen.model.finding.FindingState;
import org.lianshen.model.linkage.Candidate;
import org.lianshen.model.linkage.CheckRun;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.ItWord;
import org.lianshen.model.linkage.LineVerdict;
import org.lianshen.model.pack.Severity;
import org.lianshen.service.BudgetService;
import org.lianshen.service.Changes;
import org.lianshen.service.LetterService;
import org.lianshen.service.FindingService;
import org.lianshen.service.LinkageService;
import org.lianshen.service.LinkageService.Renewed;
import org.lianshen.service.Session;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.FindingsTables;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.dialog.FileKind;
import org.lianshen.workbench.grid.Grid;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Banner;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Header;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.nav.PartInput;
import org.lianshen.workbench.nav.PartActions;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.task.Tasks;

/** The findings of a year's budget: the list, and beside it the evidence of both sides with the officer's word on it. */
public final class FindingsPart implements PartActions {

    static final String LINES = "org.lianshen.budget.part.lines";
    static final String BATCHES = "org.lianshen.budget.part.batches";
    static final String SUMMARY = "org.lianshen.budget.part.summary";
    static final String WORDS = "org.lianshen.budget.part.words";
    static final String IMPORT = "org.lianshen.budget.part.import";
    /** Columns of the grid with their widths in characters. */
    private static final Map<String, Integer> COLUMNS = columns();
    private static final Set<Changes.Kind> SHOWN = Set.of(Changes.Kind.BUDGET, Changes.Kind.LINKAGE, Changes.Kind.LEDGER, Changes.Kind.MEETING, Changes.Kind.APPRAISAL);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(ZoneId.systemDefault());

    private final Kit kit;
    private final Grids grids;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final Opener opener;
    private final Session session;
    private final BudgetService budgets;
    private final LinkageService linkage;
    private final FindingService findings;
    private final BudgetMessages messages;
    private final Texts texts;

    private final Composite page;
    private final Header header;
    private final Banner banner;
    private final Spinner year;
    private final FlatButton check;
    private final FlatButton letters;
    private final FlatButton export;
    private final FlatButton mark;
    private final Letters writing;
    private final Composite body;
    private final StackLayout stack = new StackLayout();
    private final SashForm sash;
    private final FindingGroups groups;
    private final Grid<Finding> grid;
    private final FindingDetail detail;
    private Control note;
    private FindingsModel model;

    @Inject
    public FindingsPart(Composite parent, PartInput input, Kit kit, Grids grids, Tasks tasks, DialogService dialogs, Opener opener, Updates updates, Session session, BudgetService budgets,
            LinkageService linkage, LetterService letterService, FindingService findings, BudgetMessages messages, Texts texts) {
        this.kit = kit;
        this.grids = grids;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.opener = opener;
        this.session = session;
        this.budgets = budgets;
        this.linkage = linkage;
        this.findings = findings;
        this.messages = messages;
        this.texts = texts;
        page = kit.page(parent);
        header = kit.header(page, messages.findings, "");
        kit.muted(header.actions(), messages.year);
        year = kit.year(header.actions(), messages.year);
        kit.button(header.actions(), messages.lines, () -> opener.open(LINES, Integer.toString(year.getSelection()), null));
        kit.button(header.actions(), messages.batches, () -> opener.open(BATCHES));
        kit.button(header.actions(), messages.summary, () -> opener.open(SUMMARY, Integer.toString(year.getSelection()), null));
        letters = kit.button(header.actions(), messages.lettersDots, this::letters);
        export = kit.button(header.actions(), messages.exportFindings, this::export);
        mark = kit.button(header.actions(), messages.mark, this::mark);
        check = kit.button(header.actions(), messages.check, this::check);
        kit.primary(header.actions(), messages.importSheet, () -> opener.open(IMPORT));
        writing = new Letters(page, kit, tasks, dialogs, letterService, messages, texts);
        banner = kit.banner(page);
        kit.line(page);
        body = new Composite(page, SWT.NONE);
        body.setLayout(stack);
        body.setBackground(kit.look().surface());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        sash = kit.sash(body);
        Composite list = kit.page(sash);
        groups = new FindingGroups(list, kit, grids, messages, this::label, this::narrow);
        grid = grids.grid(list, spec());
        var actions = new FindingActions(page, kit, messages, texts, dialogs, tasks, session, findings, this::stepDone);
        detail = new FindingDetail(sash, kit, messages, texts, this::confirm, this::rejectAll, candidate -> opener.open(Opener.PROJECT, candidate.project().toString(), candidate.name()),
                new FindingLife(kit, messages, texts, session, actions), this::sayIt, () -> opener.open(WORDS));
        sash.setWeights(58, 42);
        if (input.id().startsWith(Opener.SUSPECTS)) {
            groups.begin(By.LINK, LineVerdict.SUSPECT.name());
        }
        grid.onSelect(rows -> detail.show(model, rows.size() == 1 ? rows.getFirst() : null));
        grid.onOpen(finding -> {
            if (finding.project() != null) {
                opener.open(Opener.PROJECT, finding.project().toString(), finding.projectName());
            }
        });
        grid.table().addListener(SWT.KeyDown, this::onKey);
        stack.topControl = sash;
        updates.listen(page, SHOWN, change -> banner.showOutdated(this::refresh));
        tasks.run(page, messages.loading, progress -> year(input.id()), first -> {
            year.setSelection(first);
            year.addListener(SWT.Selection, event -> refresh());
            refresh();
            prepare(first);
        });
    }

    /** What the first word would have to wait for is made ready while the list is read. */
    private void prepare(int first) {
        tasks.run(page, messages.preparing, progress -> {
            linkage.prepare(first, progress);
            return first;
        }, ready -> {
        }, failure -> {
            // the word itself will say what is wrong
        });
    }

    /** The grid's columns: the findings table's, fewer; the rest stands in the detail. */
    private TableSpec<Finding> spec() {
        TableSpec<Finding> whole = new FindingsTables(texts, session.pack(), Map.of(), Map.of()).findings();
        List<Column<Finding>> shown = COLUMNS.entrySet().stream().flatMap(wanted -> whole.columns().stream().filter(column -> column.id().equals(wanted.getKey()))
                .map(column -> new Column<>(column.id(), column.label(), column.type(), wanted.getValue(), "score".equals(column.id()) ? FindingsPart::score : column.value()))).toList();
        var columns = new ArrayList<>(shown);
        columns.add(2, new Column<>("state", "budget.findings.state", Column.Type.TEXT, 10, this::stage));
        return new TableSpec<>("findingsGrid", whole.title(), columns);
    }

    private String stage(Finding finding) {
        FindingState state = model == null || model.standings() == null ? null : model.standings().of(FindingId.of(finding));
        if (state == null) {
            return null;
        }
        String word = texts.get("finding.stage." + state.stage().name());
        return state.overdue() ? messages.format(messages.overdueState, word) : word;
    }

    private static Object score(Finding finding) {
        return finding.score() == null ? null : finding.score().setScale(2, RoundingMode.HALF_UP);
    }

    private static Map<String, Integer> columns() {
        var widths = new LinkedHashMap<String, Integer>();
        widths.put("severity", 11);
        widths.put("rule", 6);
        widths.put("project", 20);
        widths.put("unit", 14);
        widths.put("amount", 12);
        widths.put("approved", 12);
        widths.put("score", 7);
        return widths;
    }

    @Override
    public boolean canRefresh() {
        return true;
    }

    @Override
    public void refresh() {
        banner.hide();
        int asked = year.getSelection();
        tasks.run(page, messages.loading, progress -> load(asked), this::show,
                failure -> banner.show(Tone.BLOCK, failure.message(), kit.messages().retry, this::refresh));
    }

    private FindingsModel load(int asked) {
        return new FindingsModel(asked, session.pack(), budgets.lines(asked), budgets.batches(), linkage.last(asked).orElse(null), findings.standings(asked).orElse(null));
    }

    private void show(FindingsModel loaded) {
        if (loaded.year() != year.getSelection()) {
            return;
        }
        model = loaded;
        String shownYear = Integer.toString(loaded.year());
        if (loaded.checked()) {
            header.set(messages.findings, messages.format(messages.findingsSubtitle, loaded.run().lines().size(), loaded.itLines(), loaded.count(LineVerdict.UNREVIEWED),
                    loaded.count(LineVerdict.SUSPECT), MINUTE.format(loaded.run().at())));
        } else {
            header.set(messages.findings, messages.format(messages.notChecked, shownYear, loaded.lines().size()));
        }
        check.allowUnless(loaded.empty() ? messages.format(messages.emptyTodo, shownYear) : "");
        String unchecked = loaded.checked() ? "" : messages.format(messages.notChecked, shownYear, loaded.lines().size());
        export.allowUnless(unchecked);
        mark.allowUnless(unchecked);
        letters.allowUnless(unchecked);
        if (loaded.checked() && !loaded.run().findings().isEmpty()) {
            stack.topControl = sash;
            groups.show(loaded);
        } else {
            note(loaded, shownYear);
        }
        body.layout();
    }

    /** The year that the part was opened for. */
    private int year(String asked) {
        String digits = asked.replace(Opener.SUSPECTS, "");
        return digits.isEmpty() ? FindingsModel.yearAt(session.today()) : Integer.parseInt(digits);
    }

    /** Rule with its title, unit, or verdict on the line. */
    private String label(By by, String key) {
        if (key == null) {
            return messages.allFindings;
        }
        boolean chinese = "zh".equals(texts.locale().getLanguage());
        return switch (by) {
            case RULE -> String.join("  ", key, chinese ? session.pack().rule(key).title() : session.pack().rule(key).titleEn());
            case UNIT -> key;
            case LINK -> key.isEmpty() ? "" : texts.get("table.verdict." + key);
            case STATE -> key.equals(FindingsModel.OVERDUE) ? messages.overdue : texts.get("finding.stage." + FindingState.Stage.values()[Integer.parseInt(key)].name());
        };
    }

    /** Shows the findings of the chosen group; the selection stays where it was, also when its finding is settled and gone. */
    private void narrow() {
        int at = grid.selection().stream().findFirst().map(finding -> grid.shown().indexOf(finding)).orElse(0);
        grid.setRows(groups.chosen().findings());
        if (grid.selection().isEmpty()) {
            grid.selectRow(Math.min(at, grid.shown().size() - 1));
        }
        detail.show(model, grid.selection().stream().findFirst().orElse(null));
    }

    /** Enter says yes to the nearest project and Del no to all, of a finding whose project is not known; I and N say whether it is an IT line. A double click never decides. */
    private void onKey(Event event) {
        Finding finding = grid.selection().stream().findFirst().orElse(null);
        boolean plain = (event.stateMask & SWT.MODIFIER_MASK) == 0;
        if (event.keyCode == SWT.DEL) {
            rejectAll();
        } else if (plain && finding != null && event.character == 'i') {
            sayIt(finding, ItWord.Answer.IT);
        } else if (plain && finding != null && event.character == 'n') {
            sayIt(finding, ItWord.Answer.NOT_IT);
        } else if ((event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) && finding != null && finding.project() == null) {
            model.candidates(finding).stream().findFirst().ifPresent(this::confirm);
        }
    }

    private void note(FindingsModel loaded, String shownYear) {
        if (note != null) {
            note.dispose();
        }
        if (loaded.empty()) {
            note = kit.empty(body, Icon.CALCULATOR, messages.emptyWhat, messages.format(messages.emptyTodo, shownYear), messages.importSheet, () -> opener.open(IMPORT));
        } else if (!loaded.checked()) {
            note = kit.empty(body, Icon.CALCULATOR, messages.format(messages.uncheckedWhat, shownYear, loaded.lines().size()), messages.uncheckedTodo, messages.check, this::check);
        } else {
            note = kit.empty(body, Icon.CHECK_CIRCLE, messages.format(messages.cleanWhat, shownYear), messages.cleanTodo, messages.lines, () -> opener.open(LINES, shownYear, null));
        }
        stack.topControl = note;
    }

    private void check() {
        int asked = year.getSelection();
        tasks.run(page, messages.format(messages.checking, Integer.toString(asked)), progress -> {
            linkage.check(asked, null, progress);
            return load(asked);
        }, loaded -> {
            show(loaded);
            banner.hide();
            CheckRun run = loaded.run();
            dialogs.status(messages.format(messages.checked, run.lines().size(), run.findings().size(), run.findings().stream().filter(found -> found.severity() == Severity.E).count()));
        });
    }

    private void confirm(Candidate candidate) {
        Finding finding = grid.selection().stream().findFirst().orElse(null);
        model.line(finding).ifPresent(line -> {
            if (candidate.part()) {
                divide(line, model.candidates(finding).stream().filter(Candidate::part).toList());
                return;
            }
            int asked = model.year();
            boolean oneUnit = !candidate.sameUnit() && !line.unit().isBlank() && dialogs.confirm(messages.sameUnitTitle,
                    messages.format(messages.sameUnitAsk, line.unit(), candidate.unit()), messages.sameUnitVerb);
            decide(() -> {
                if (oneUnit) {
                    linkage.sameUnit(asked, line.unit(), candidate.unit(), "");
                }
                return linkage.confirm(line.id(), candidate.project(), "");
            }, messages.format(messages.confirmed, line.project(), candidate.name()));
        });
    }

    /** A line that holds several approvals is divided between them, after the officer has seen all parts: tied to one of them it would be too much for that one. */
    private void divide(BudgetLine line, List<Candidate> parts) {
        List<Money> amounts = parts.getFirst().sum().parts();
        if (parts.size() != amounts.size()) {
            dialogs.status(messages.format(messages.divideUnknown, line.project()));
            return;
        }
        String list = IntStream.range(0, amounts.size()).mapToObj(i -> messages.format(messages.dividePart, parts.get(i).name(), amounts.get(i).wanText()))
                .collect(Collectors.joining("\n"));
        if (!dialogs.confirm(messages.divideTitle, messages.format(messages.divideAsk, line.project(), line.amount().wanText(), list), messages.divideVerb)) {
            return;
        }
        decide(() -> {
            Renewed last = null;
            for (int i = 0; i < amounts.size(); i++) {
                last = linkage.confirmShare(line.id(), parts.get(i).project(), amounts.get(i), "");
            }
            return last;
        }, messages.format(messages.divided, line.project(), amounts.size()));
    }

    private void rejectAll() {
        Finding finding = grid.selection().stream().findFirst().orElse(null);
        List<Candidate> candidates = finding == null ? List.of() : new ArrayList<>(model.candidates(finding));
        if (candidates.isEmpty()) {
            dialogs.status(messages.noneNoCandidate);
            return;
        }
        model.line(finding).ifPresent(line -> decide(() -> {
            Renewed last = null;
            for (Candidate candidate : candidates) {
                last = linkage.reject(line.id(), candidate.project(), "");
            }
            return last;
        }, messages.format(messages.rejected, candidates.size())));
    }

    private void sayIt(Finding finding, ItWord.Answer answer) {
        model.line(finding).ifPresent(line -> decide(() -> linkage.sayIt(line.id(), answer, ""),
                messages.format(answer == ItWord.Answer.IT ? messages.saidIt : messages.saidNotIt, line.project())));
    }

    /** Keeps the officer's word; the run that follows from it is shown at once. */
    private void decide(Supplier<Renewed> word, String said) {
        FindingsModel before = model;
        tasks.run(page, messages.deciding, progress -> {
            Renewed renewed = word.get();
            return before.with(renewed.run(), findings.standings(before.year()).orElse(null));
        }, loaded -> {
            show(loaded);
            banner.hide();
            dialogs.status(said);
        });
    }

    private void stepDone(FindingState state) {
        FindingsModel before = model;
        tasks.run(page, messages.loading, progress -> before.with(before.run(), findings.standings(before.year()).orElse(null)), loaded -> {
            show(loaded);
            banner.hide();
            dialogs.status(messages.format(messages.stepDone, texts.get("finding.stage." + state.stage().name())));
        });
    }

    private void export() {
        save(messages.exportFindings, messages.findingsFile, target -> tasks.run(page, messages.exporting, progress -> {
            linkage.exportFindings(model.run(), target);
            return target;
        }, written -> dialogs.status(messages.format(messages.exported, model.run().findings().size(), written.toString()))));
    }

    /** To the unit of the finding that is chosen, where one is. */
    private void letters() {
        writing.ask(year.getSelection(), grid.selection().stream().findFirst().map(Finding::unit).orElse(null), this::refresh);
    }

    private void mark() {
        save(messages.mark, messages.markedFile, target -> tasks.run(page, messages.marking, progress -> linkage.mark(model.run(), target),
                written -> dialogs.status(messages.format(messages.marked, String.join(", ", written.stream().map(Object::toString).toList())))));
    }

    private void save(String title, String name, Consumer<java.nio.file.Path> writer) {
        dialogs.saveFile(title, messages.format(name, Integer.toString(model.year())), new FileKind(messages.workbook, "xlsx")).ifPresent(writer);
    }

    @Override
    public boolean canFilter() {
        return true;
    }

    @Override
    public void filter() {
        grid.focusFilter();
    }

    @Override
    public String help() {
        return messages.help;
    }

    @Focus
    void focus() {
        grid.setFocus();
    }
}
