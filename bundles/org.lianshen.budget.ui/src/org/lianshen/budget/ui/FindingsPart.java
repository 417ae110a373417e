package org.lianshen.budget.ui;

import jakarta.inject.Inject;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Spinner;
import org.lianshen.model.BeijingTime;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.finding.FindingState;
import org.lianshen.model.linkage.Candidate;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.ItWord;
import org.lianshen.model.linkage.LineVerdict;
import org.lianshen.model.linkage.RunDifference;
import org.lianshen.service.BudgetService;
import org.lianshen.service.Changes;
import org.lianshen.service.FindingService;
import org.lianshen.service.LetterService;
import org.lianshen.service.LinkageService;
import org.lianshen.service.Session;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Banner;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Header;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.nav.PartActions;
import org.lianshen.workbench.nav.PartInput;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.settings.Settings;
import org.lianshen.workbench.task.Tasks;

/** The findings of a year's budget: the list, and beside it the evidence of both sides with the officer's word on it. */
public final class FindingsPart implements PartActions {

    static final String LINES = "org.lianshen.budget.part.lines";
    static final String BATCHES = "org.lianshen.budget.part.batches";
    static final String SUMMARY = "org.lianshen.budget.part.summary";
    static final String WORDS = "org.lianshen.budget.part.words";
    static final String RUNS = "org.lianshen.budget.part.runs";
    static final String IMPORT = "org.lianshen.budget.part.import";
    /** What a check rests on, beside the officers' words, each of which brings a run of its own. */
    private static final Set<Changes.Kind> GROUNDS = Set.of(Changes.Kind.BUDGET, Changes.Kind.LEDGER, Changes.Kind.MEETING, Changes.Kind.REVIEW, Changes.Kind.APPRAISAL,
            Changes.Kind.PACK);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(BeijingTime.ZONE);

    private final Kit kit;
    private final MPart tab;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final Opener opener;
    private final Session session;
    private final BudgetService budgets;
    private final LinkageService linkage;
    private final FindingService findings;
    private final BudgetMessages messages;
    private final Texts texts;
    private final LineWords words;
    private final FindingPapers papers;
    private final Letters writing;

    private final Composite page;
    private final Header header;
    private final Banner banner;
    private final Spinner year;
    private final FlatButton check;
    private final FlatButton letters;
    private final FlatButton export;
    private final FlatButton mark;
    private final Composite body;
    private final StackLayout stack = new StackLayout();
    private final SashForm sash;
    private final FindingsList list;
    private final FindingDetail detail;
    private Control note;
    private FindingsModel model;

    @Inject
    public FindingsPart(Composite parent, PartInput input, Kit kit, Grids grids, Tasks tasks, DialogService dialogs, Opener opener, Updates updates, Session session, BudgetService budgets,
            LinkageService linkage, LetterService letterService, FindingService findings, BudgetMessages messages, Texts texts, Settings settings, OriginOpener origins, @Optional MPart tab) {
        this.kit = kit;
        this.tab = tab;
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
        papers = new FindingPapers(page, tasks, dialogs, linkage, messages);
        words = new LineWords(page, tasks, dialogs, linkage, findings, messages, this::showOwn);
        writing = new Letters(page, kit, tasks, dialogs, letterService, messages, texts);
        header = kit.header(page, messages.findings, "");
        kit.muted(header.actions(), messages.year);
        year = kit.year(header.actions(), messages.year);
        year.addListener(SWT.Selection, event -> refresh());
        kit.button(header.actions(), messages.lines, () -> openOfYear(LINES));
        kit.button(header.actions(), messages.batches, () -> opener.open(BATCHES));
        kit.button(header.actions(), messages.runs, () -> openOfYear(RUNS));
        kit.button(header.actions(), messages.summary, () -> openOfYear(SUMMARY));
        letters = kit.button(header.actions(), messages.lettersDots, this::letters);
        export = kit.button(header.actions(), messages.exportFindings, () -> papers.export(model));
        mark = kit.button(header.actions(), messages.mark, () -> papers.mark(model));
        export.block(messages.loading);
        mark.block(messages.loading);
        check = kit.button(header.actions(), messages.check, this::check);
        kit.primary(header.actions(), messages.importSheet, () -> opener.open(IMPORT));
        banner = kit.banner(page);
        kit.line(page);
        body = new Composite(page, SWT.NONE);
        body.setLayout(stack);
        body.setBackground(kit.look().surface());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        sash = kit.sash(body);
        list = new FindingsList(sash, kit, grids, messages, texts, session.pack(), settings, this::showDetail, this::openProject, this::onKey);
        var actions = new FindingActions(page, kit, messages, texts, dialogs, tasks, session, findings, this::stepDone);
        detail = new FindingDetail(sash, kit, messages, texts, this::confirm, this::rejectAll, candidate -> opener.open(Opener.PROJECT, candidate.project().toString(), candidate.name()),
                new FindingLife(kit, messages, texts, session, actions), this::sayIt, () -> opener.open(WORDS), line -> origins.open(page, line, (BudgetField) null));
        sash.setWeights(58, 42);
        stack.topControl = sash;
        updates.listen(page, GROUNDS, change -> outdated());
        updates.listen(page, Changes.Kind.LINKAGE, change -> banner.showOutdated(this::refresh));
        ask(input.id());
    }

    /** What the part is opened for, the first time or again. */
    private void ask(String id) {
        tasks.run(page, messages.loading, progress -> AskedFindings.of(id, session.today(), line -> budgets.origin(line).line().year()), asked -> {
            year.setSelection(asked.year());
            if (tab != null) {
                new PartInput(Integer.toString(asked.year())).keepIn(tab); // when the window comes back, the year does; not what was to be done first
            }
            if (asked.suspects()) {
                list.beginWithSuspects();
            } else if (asked.wanted() != null) {
                list.beginWith(asked.wanted());
            }
            read(() -> begun(asked));
            prepare(asked.year());
        });
    }

    private void begun(AskedFindings asked) {
        if (asked.check()) {
            if (model.checked()) {
                renew();
            } else {
                check();
            }
        } else if (asked.line() != null && model.checked() && list.selected().filter(asked.wanted()).isEmpty()) {
            dialogs.status(messages.lineWithoutFinding);
            opener.open(LINES, String.join("", Opener.LINE, asked.line().toString()), null);
        }
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

    private void openOfYear(String part) {
        opener.open(part, Integer.toString(year.getSelection()), null);
    }

    private void openProject(Finding finding) {
        if (finding.project() != null) {
            opener.open(Opener.PROJECT, finding.project().toString(), finding.projectName());
        }
    }

    @Override
    public void show(PartInput input) {
        ask(input.id());
    }

    @Override
    public boolean canRefresh() {
        return true;
    }

    @Override
    public void refresh() {
        read(() -> {
        });
    }

    /** @param outdated whether facts changed since the year was checked */
    private record Loaded(FindingsModel model, boolean outdated) {
    }

    private void read(Runnable then) {
        banner.hide();
        int asked = year.getSelection();
        tasks.run(page, messages.loading, progress -> new Loaded(load(asked), linkage.outdated(asked)), loaded -> {
            if (asked == year.getSelection()) {
                show(loaded.model());
                if (loaded.outdated()) {
                    outdated();
                }
                then.run();
            }
        }, failure -> banner.show(Tone.BLOCK, failure.message(), kit.messages().retry, () -> read(then)));
    }

    private FindingsModel load(int asked) {
        return new FindingsModel(asked, session.pack(), budgets.lines(asked), budgets.batches(), linkage.last(asked).orElse(null), findings.standings(asked).orElse(null));
    }

    private void show(FindingsModel loaded) {
        model = loaded;
        String shownYear = Integer.toString(loaded.year());
        if (loaded.checked()) {
            header.set(messages.findings, messages.format(messages.findingsSubtitle, loaded.run().lines().size(), loaded.itLines(), loaded.count(LineVerdict.UNREVIEWED),
                    loaded.count(LineVerdict.SUSPECT), loaded.blockedLines(), MINUTE.format(loaded.run().at())));
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
            list.show(loaded);
        } else {
            note(loaded, shownYear);
        }
        body.layout();
    }

    /** What this part itself brought about is no news to it; of a year that was left meanwhile nothing is shown. */
    private void showOwn(FindingsModel loaded) {
        if (loaded.year() == year.getSelection()) {
            show(loaded);
            banner.hide();
        }
    }

    private void showDetail(Finding finding) {
        detail.show(model, finding);
    }

    /** The facts changed since the check: the list is that of the facts before. */
    private void outdated() {
        if (model != null && model.checked()) {
            banner.show(Tone.WARN, messages.format(messages.outdatedFacts, MINUTE.format(model.run().at())), messages.renew, this::renew);
        } else {
            banner.showOutdated(this::refresh);
        }
    }

    /** Checks again what the changed facts touch. */
    private void renew() {
        banner.hide();
        FindingsModel before = model;
        tasks.run(page, messages.format(messages.checking, Integer.toString(before.year())), progress -> {
            linkage.renew(before.year(), progress);
            return load(before.year());
        }, loaded -> {
            showOwn(loaded);
            RunDifference change = RunDifference.between(before.run(), loaded.run());
            dialogs.status(messages.format(messages.renewed, change.added().size(), change.closed().size(), change.changed().size(), change.unchanged().size()));
        }, failure -> banner.show(Tone.BLOCK, failure.message(), messages.renew, this::renew));
    }

    private void check() {
        int asked = year.getSelection();
        tasks.run(page, messages.format(messages.checking, Integer.toString(asked)), progress -> {
            linkage.check(asked, null, progress);
            return load(asked);
        }, loaded -> {
            showOwn(loaded);
            dialogs.status(messages.format(messages.checked, loaded.run().lines().size(), loaded.run().findings().size(), loaded.blocking()));
        });
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
            note = kit.empty(body, Icon.CHECK_CIRCLE, messages.format(messages.cleanWhat, shownYear), messages.cleanTodo, messages.lines, () -> openOfYear(LINES));
        }
        stack.topControl = note;
    }

    /** Enter says yes to the nearest project and Del no to all, of a finding whose project is not known; I and N say whether it is an IT line. A double click never decides. */
    private void onKey(Event event) {
        Finding finding = list.selected().orElse(null);
        ItWord.Answer it = LineWords.answer(event);
        if (event.keyCode == SWT.DEL) {
            rejectAll();
        } else if (it != null && finding != null) {
            sayIt(finding, it);
        } else if ((event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) && finding != null && finding.project() == null) {
            model.candidates(finding).stream().findFirst().ifPresent(this::confirm);
        }
    }

    private void confirm(Candidate candidate) {
        list.selected().ifPresent(finding -> model.line(finding).ifPresent(line -> words.confirm(model, line, candidate, model.candidates(finding))));
    }

    private void rejectAll() {
        Finding finding = list.selected().orElse(null);
        List<Candidate> candidates = finding == null ? List.of() : model.candidates(finding);
        if (candidates.isEmpty()) {
            dialogs.status(messages.noneNoCandidate);
            return;
        }
        model.line(finding).ifPresent(line -> words.reject(model, line, candidates));
    }

    private void sayIt(Finding finding, ItWord.Answer answer) {
        model.line(finding).ifPresent(line -> words.sayIt(model, line, answer));
    }

    private void stepDone(FindingState state) {
        FindingsModel before = model;
        tasks.run(page, messages.loading, progress -> before.with(before.run(), findings.standings(before.year()).orElse(null)), loaded -> {
            showOwn(loaded);
            dialogs.status(messages.format(messages.stepDone, texts.get("finding.stage." + state.stage().name())));
        });
    }

    /** To the unit of the finding that is chosen, where one is. */
    private void letters() {
        writing.ask(year.getSelection(), list.selected().map(Finding::unit).orElse(null), this::refresh);
    }

    @Override
    public boolean canFilter() {
        return true;
    }

    @Override
    public void filter() {
        list.filter();
    }

    @Override
    public String help() {
        return messages.help;
    }

    @Focus
    void focus() {
        list.setFocus();
    }
}
