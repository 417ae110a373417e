package org.lianshen.budget.ui;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Spinner;
import org.lianshen.budget.ui.RunsModel.Pair;
import org.lianshen.budget.ui.RunsModel.Row;
import org.lianshen.model.finding.FindingId;
import org.lianshen.model.finding.RunHead;
import org.lianshen.model.finding.RunHead.Counts;
import org.lianshen.model.linkage.Finding;
import org.lianshen.service.Changes;
import org.lianshen.service.LinkageService;
import org.lianshen.service.Session;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Type;
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

/** 校验历史: the checks of a year, and below them what the chosen one changed against the one before, or against another that is chosen with it. */
public final class RunsPart implements PartActions {

    private final Kit kit;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final Opener opener;
    private final Session session;
    private final LinkageService linkage;
    private final BudgetMessages messages;
    private final Texts texts;

    private final Composite page;
    private final Header header;
    private final Banner banner;
    private final Spinner year;
    private final Composite body;
    private final StackLayout stack = new StackLayout();
    private final SashForm sash;
    private final EmptyPanel empty;
    private final Grid<RunHead> runs;
    private final DifferenceArea difference;
    private RunsModel model;
    /** What is shown below now, or was asked for last. */
    private Pair shown;

    @Inject
    public RunsPart(Composite parent, PartInput input, Kit kit, Grids grids, Tasks tasks, DialogService dialogs, Opener opener, Updates updates, Session session, LinkageService linkage,
            BudgetMessages messages, Texts texts) {
        this.kit = kit;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.opener = opener;
        this.session = session;
        this.linkage = linkage;
        this.messages = messages;
        this.texts = texts;
        page = kit.page(parent);
        header = kit.header(page, messages.runs, "");
        kit.muted(header.actions(), messages.year);
        year = kit.year(header.actions(), messages.year);
        year.setSelection(input.id().isEmpty() ? FindingsModel.yearAt(session.today()) : Integer.parseInt(input.id()));
        year.addListener(SWT.Selection, event -> refresh());
        kit.button(header.actions(), messages.findings, this::openFindings);
        banner = kit.banner(page);
        kit.line(page);
        body = new Composite(page, SWT.NONE);
        body.setLayout(stack);
        body.setBackground(kit.look().surface());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        empty = kit.empty(body, Icon.CLOCK, messages.runsEmptyWhat, messages.runsEmptyTodo, messages.findings, this::openFindings);
        sash = kit.sash(body);
        sash.setOrientation(SWT.VERTICAL);
        runs = grids.grid(kit.page(sash), spec());
        runs.identify(RunHead::id);
        runs.onSelect(this::choose);
        difference = new DifferenceArea(sash, kit, grids, messages, texts, session.pack(), this::open);
        sash.setWeights(42, 58);
        stack.topControl = sash;
        updates.listen(page, Changes.Kind.LINKAGE, change -> banner.showOutdated(this::refresh));
        refresh();
    }

    private TableSpec<RunHead> spec() {
        return new TableSpec<>("runs", "budget.runs.title", List.of(new Column<>("at", "budget.runs.at", Type.TIME, 18, RunHead::at), new Column<>("by", "budget.runs.by", Type.TEXT, 12, RunHead::by),
                new Column<>("cause", "budget.runs.cause", Type.TEXT, 12, head -> texts.get("words.cause." + head.cause().name())),
                new Column<>("pack", "budget.runs.pack", Type.TEXT, 18, RunHead::pack), count("lines", 8, Counts::lines), count("forbidden", 8, Counts::forbidden),
                count("warned", 8, Counts::warned), count("hinted", 8, Counts::hinted), count("added", 8, Counts::added), count("closed", 8, Counts::closed),
                new Column<>("stayed", "budget.runs.stayed", Type.NUMBER, 8, RunsModel::stayed), new Column<>("asOf", "budget.runs.asOf", Type.DATE, 12, RunHead::asOf)));
    }

    private static Column<RunHead> count(String id, int width, java.util.function.ToIntFunction<Counts> value) {
        return new Column<>(id, "budget.runs." + id, Type.NUMBER, width, head -> head.counts() == null ? null : (Integer) value.applyAsInt(head.counts()));
    }

    private void openFindings() {
        opener.open(Opener.FINDINGS, Integer.toString(year.getSelection()), null);
    }

    @Override
    public void show(PartInput input) {
        year.setSelection(Integer.parseInt(input.id()));
        refresh();
    }

    @Override
    public boolean canRefresh() {
        return true;
    }

    @Override
    public void refresh() {
        banner.hide();
        int asked = year.getSelection();
        tasks.run(page, messages.loading, progress -> {
            Set<FindingId> present = linkage.last(asked).map(run -> run.findings().stream().map(FindingId::of).collect(Collectors.toSet())).orElse(Set.of());
            return new RunsModel(asked, linkage.runs(asked), present);
        }, this::show, failure -> banner.show(Tone.BLOCK, failure.message(), kit.messages().retry, this::refresh));
    }

    private void show(RunsModel loaded) {
        if (loaded.year() != year.getSelection()) {
            return;
        }
        model = loaded;
        shown = null;
        header.set(messages.runs, messages.format(messages.runsSubtitle, Integer.toString(loaded.year()), loaded.heads().size()));
        stack.topControl = loaded.heads().isEmpty() ? empty : sash;
        body.layout();
        runs.setRows(loaded.heads());
        if (runs.selection().isEmpty()) {
            runs.selectRow(0);
        }
        choose(runs.selection());
    }

    private void choose(List<RunHead> chosen) {
        if (model == null || chosen.isEmpty() || model.heads().isEmpty() || !model.heads().containsAll(chosen)) {
            return;
        }
        if (chosen.size() > 2) {
            shown = null;
            difference.say(messages.runsTooMany);
            return;
        }
        Pair pair = model.pair(chosen);
        if (pair.equals(shown)) {
            return;
        }
        shown = pair;
        if (pair.earlier() == null) {
            difference.say(messages.runsFirst);
        } else if (!pair.kept()) {
            difference.say(messages.runsNotKept);
        } else {
            tasks.run(page, messages.runsComparing, progress -> linkage.difference(pair.earlier().id(), pair.later().id()), found -> {
                if (pair.equals(shown)) {
                    found.ifPresentOrElse(each -> difference.show(pair, each), () -> difference.say(messages.runsNotKept));
                }
            }, failure -> {
                shown = null;
                banner.show(Tone.BLOCK, failure.message(), kit.messages().retry, this::refresh);
            });
        }
    }

    /** A finding that stands is shown where it stands; of one that is gone what it said. */
    private void open(Row row) {
        Finding finding = row.finding();
        if (model.stands(row)) {
            opener.open(Opener.FINDINGS, AskedFindings.id(model.year(), FindingId.of(finding)), null);
        } else {
            dialogs.show(new FindingBox(kit, messages, texts, session.pack(), row));
        }
    }

    @Override
    public boolean canFilter() {
        return true;
    }

    @Override
    public void filter() {
        difference.filter();
    }

    @Override
    public String help() {
        return messages.runsHelp;
    }

    @Focus
    void focus() {
        runs.setFocus();
    }
}
