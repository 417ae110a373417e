package org.lianshen.performance.ui;

import jakarta.inject.Inject;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.Persist;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.lianshen.model.BeijingTime;
import org.lianshen.model.StaleWrite;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.pack.PerformanceTemplate;
import org.lianshen.model.performance.Appraisal;
import org.lianshen.model.performance.ScoreSheet;
import org.lianshen.service.AppraisalService;
import org.lianshen.service.Changes;
import org.lianshen.service.LedgerService;
import org.lianshen.service.Session;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.dialog.FileKind;
import org.lianshen.workbench.form.FormView;
import org.lianshen.workbench.grid.Grid;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Banner;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Header;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.nav.PartActions;
import org.lianshen.workbench.nav.PartInput;
import org.lianshen.workbench.nav.TabTitle;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.task.Later;
import org.lianshen.workbench.task.Tasks;
import org.lianshen.workbench.text.Language;

/** The scoring editor: scores of all evaluators, the sheet with sums and grade while one types, money and words beside it. What is typed stores itself. */
public final class AppraisalPart implements PartActions {

    /** Pauses in typing, in milliseconds, before the sheet is scored and stored. */
    private static final int SCORE_AFTER = 120;
    private static final int SAVE_AFTER = 1000;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");

    private final Kit kit;
    private final Look look;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final Session session;
    private final AppraisalService appraisals;
    private final LedgerService ledger;
    private final Grids grids;
    private final Texts texts;
    private final PerformanceMessages messages;
    private final UUID id;
    private final MPart tab;
    private final AppraisalModel model = new AppraisalModel();
    private final ScoreTable table;

    private final Composite page;
    private final Header header;
    private final Label saveState;
    private final FlatButton usage;
    private final FlatButton trial;
    private final FlatButton settle;
    private final EvaluatorTiles tiles;
    private final WarningStrip warnings;
    private final Banner banner;
    private final Grid<ScoreLine> grid;
    private final Label facts;
    private final FlatButton add;
    private final FlatButton remove;
    private final ScoreFoot foot;
    private final GroupBars bars;
    private final FormView form;
    private final Later scoreLater;
    private final Later saveLater;
    private final Settlement settlement;
    private List<AppraisalRow> rivals = List.of();
    private boolean saving;
    private boolean typing;

    @Inject
    public AppraisalPart(Composite parent, PartInput input, Kit kit, Grids grids, Tasks tasks, DialogService dialogs, Opener opener, Updates updates, Session session,
            AppraisalService appraisals, LedgerService ledger, Texts texts, PerformanceMessages messages, @Optional MPart tab) {
        this.kit = kit;
        this.grids = grids;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.session = session;
        this.appraisals = appraisals;
        this.ledger = ledger;
        this.texts = texts;
        this.messages = messages;
        this.tab = tab;
        id = input.uuid();
        look = kit.look();
        table = new ScoreTable(model, texts, messages);
        page = kit.page(parent);
        header = kit.header(page, "", "");
        header.longTitle();
        saveState = kit.caption(header.actions(), "");
        usage = kit.quiet(header.actions(), messages.usageTitle, this::usage).hint(messages.usageHint);
        trial = kit.quiet(header.actions(), messages.startTrial, this::toggleTrial).hint(messages.trialHint);
        kit.button(header.actions(), messages.export, this::export);
        settle = kit.primary(header.actions(), messages.settle, this::submit).keys("Ctrl+Enter");
        tiles = new EvaluatorTiles(page, kit, texts, messages, row -> opener.open(Opener.APPRAISAL, row.appraisal().id().toString(), title(row.appraisal())));
        warnings = new WarningStrip(page, kit, texts);
        banner = kit.banner(page);
        kit.line(page);
        SashForm sash = kit.sash(page);
        Composite left = kit.box(sash, 1);
        left.setBackground(look.surface());
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(left);
        Composite bar = kit.row(left, 4);
        GridLayoutFactory.fillDefaults().numColumns(4).margins(look.u(6), look.u(1)).spacing(look.u(2), 0).applyTo(bar);
        kit.label(bar, messages.sheetTitle, look.section(), look.text());
        facts = kit.caption(bar, "");
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(look.u(20), SWT.DEFAULT).applyTo(facts);
        add = kit.quiet(bar, messages.addRow, this::addRow);
        remove = kit.quiet(bar, messages.removeRows, this::removeRows);
        grid = grids.sheet(left, table.spec());
        grid.hideBar();
        table.edits().forEach(grid::edit);
        grid.editable(null, this::typed);
        grid.strong(line -> !line.indicator());
        grid.tint(line -> model.flag(line) == null ? null : Tone.WARN);
        foot = new ScoreFoot(left, kit, texts, messages, model, table);
        grid.onSelect(lines -> {
            foot.at(lines.isEmpty() ? null : lines.getFirst());
            buttons();
        });
        Composite right = kit.box(sash, 1);
        right.setBackground(look.raised());
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(right);
        AppraisalFields fields = new AppraisalFields(model, kit.messages(), messages);
        GroupBars[] made = new GroupBars[1];
        fields.form().section("bars", messages.barsTitle).add(area -> {
            made[0] = new GroupBars(area, kit, messages);
            return made[0];
        });
        form = new FormView(kit, right, fields.form());
        bars = made[0];
        sash.setWeights(77, 23);
        scoreLater = new Later(page, SCORE_AFTER, this::score);
        saveLater = new Later(page, SAVE_AFTER, this::save);
        settlement = new Settlement(page, tasks, dialogs, appraisals, texts, messages, model, this::settled);
        model.listen(this::on);
        updates.listen(page, Set.of(Changes.Kind.APPRAISAL), this::changedElsewhere);
        settle.block(messages.loading);
        remove.block(messages.noRowSelected);
        refresh();
    }

    // Loading

    private record Loaded(Appraisal appraisal, PerformanceTemplate template, ScoreSheet sheet, List<AppraisalRow> rivals) {
    }

    @Override
    public boolean canRefresh() {
        return true;
    }

    /** Stores first what is typed, so that nothing is lost by looking. */
    @Override
    public void refresh() {
        banner.hide();
        if (model.dirty()) {
            save();
            return;
        }
        tasks.run(page, messages.loading, progress -> {
            Appraisal stored = appraisals.get(id);
            PerformanceTemplate template = appraisals.templates().stream().filter(each -> each.id().equals(stored.template())).findFirst().orElseThrow();
            return new Loaded(stored, template, appraisals.score(stored), rivals(stored));
        }, loaded -> {
            rivals = loaded.rivals();
            model.load(loaded.appraisal(), loaded.template(), loaded.sheet());
        }, failure -> banner.show(Tone.BLOCK, failure.message(), kit.messages().retry, this::refresh));
    }

    /** All appraisals of the same project and year. */
    private List<AppraisalRow> rivals(Appraisal stored) {
        return stored.project() == null ? List.of()
                : appraisals.list().stream().filter(each -> stored.project().equals(each.project()) && each.year() == stored.year())
                        .map(each -> new AppraisalRow(each, appraisals.score(each))).toList();
    }

    private void changedElsewhere(Changes.Change change) {
        if (!saving && !settlement.running()) {
            banner.showOutdated(this::refresh);
        }
    }

    private String title(Appraisal appraisal) {
        return messages.format(messages.editorTitle, appraisal.projectName(), String.valueOf(appraisal.year()));
    }

    private void on(AppraisalModel.Event event) {
        switch (event) {
            case LOADED -> loaded();
            case TYPED -> {
                scoreLater.soon();
                if (model.dirty()) {
                    saveLater.soon();
                }
                List<ScoreLine> lines = model.lines();
                if (!typing && !lines.equals(grid.rows())) {
                    grid.setRows(lines);
                }
            }
            case SCORED -> scored();
            case SAVED -> tied();
        }
        buttons();
    }

    private void loaded() {
        Appraisal appraisal = model.appraisal();
        String name = title(appraisal);
        header.set(name, "");
        facts.setText(messages.format(messages.subtitle, appraisal.unit(), templateName()).strip().replace("&", "&&"));
        facts.getParent().layout(true);
        if (tab != null) {
            TabTitle.set(tab, name);
        }
        grid.setRows(model.lines());
        if (grid.selection().isEmpty()) {
            model.lines().stream().filter(ScoreLine::indicator).findFirst().ifPresent(line -> grid.select(List.of(line)));
        }
        tied();
        if (model.sheet() == null || model.trial()) {
            score();
        } else {
            scored();
        }
    }

    private String templateName() {
        return messages.language() == Language.ENGLISH ? model.template().nameEn() : model.template().name();
    }

    private void tied() {
        if (model.trial()) {
            banner.show(Tone.INFO, messages.trialOn, messages.endTrial, this::toggleTrial);
        } else if (model.appraisal().settled()) {
            banner.show(Tone.INFO, messages.format(messages.settledBanner, model.appraisal().settledReason()), messages.reopen, settlement::reopen);
        } else if (model.appraisal().project() == null) {
            banner.show(Tone.WARN, messages.format(messages.notTied, model.appraisal().projectName()), messages.tieVerb, this::tie);
        }
    }

    private void score() {
        Appraisal typed = model.appraisal();
        tasks.run(page, messages.scoring, progress -> appraisals.score(typed), sheet -> model.scored(typed, sheet));
    }

    private void scored() {
        grid.refresh();
        foot.show();
        tiles.show(rivals, new AppraisalRow(model.appraisal(), model.sheet()));
        warnings.show(model.sheet().warnings());
        if (bars.show(model.sums())) {
            form.fit();
        }
        buttons();
    }

    private void buttons() {
        if (model.appraisal() == null) {
            return;
        }
        saveState.setText(model.trial() ? messages.trialState : model.dirty() || saving ? messages.unsaved : model.appraisal().editedAt() == null ? ""
                : messages.format(messages.savedAt, MINUTE.format(model.appraisal().editedAt().atZone(BeijingTime.ZONE))));
        trial.setText(model.trial() ? messages.endTrial : messages.startTrial);
        if (tab != null) {
            tab.setDirty(model.dirty());
        }
        settle.allowUnless(settlement.blocked());
        boolean rests = model.template().rows().stream().anyMatch(row -> row.usage() != null);
        usage.setVisible(rests);
        usage.allowUnless(!model.editable() ? messages.settledLocked : model.appraisal().project() == null ? messages.usageNotTied : null);
        add.allowUnless(model.editable() ? null : messages.settledLocked);
        remove.allowUnless(!model.editable() ? messages.settledLocked : grid.selection().stream().anyMatch(ScoreLine::indicator) ? null : messages.noRowSelected);
        header.actions().getParent().layout(true, true);
    }

    // Typing

    private void typed(List<ScoreLine> lines) {
        typing = true;
        try {
            model.lines(lines);
        } finally {
            typing = false;
        }
    }

    private void addRow() {
        if (add.blocked() == null) {
            model.add(grid.focused().orElse(null));
        }
    }

    private void removeRows() {
        if (remove.blocked() == null) {
            model.remove(grid.selection());
        }
    }

    /** Shows what usage figures give to the indicators; what is typed meanwhile is not written over. */
    private void usage() {
        Appraisal asked = model.appraisal();
        tasks.run(page, messages.usageLoading, progress -> appraisals.usage(asked), evidence -> {
            var box = new UsageBox(kit, grids, texts, messages, evidence, model.appraisal().rows(), model.template());
            if (dialogs.open(box) && model.editable()) {
                dialogs.status(messages.format(messages.usageFilled, model.fill(box::value)));
            }
        });
    }

    private void toggleTrial() {
        banner.hide();
        if (model.trial()) {
            model.endTrial();
        } else {
            model.startTrial();
        }
    }

    // Storing

    @Override
    public boolean canSave() {
        return model.dirty();
    }

    @Override
    public void save() {
        saveLater.never();
        if (!model.dirty() || saving || settlement.running() || model.trial()) {
            return;
        }
        saving = true;
        buttons();
        Appraisal sent = model.appraisal();
        tasks.run(page, messages.saving, progress -> appraisals.save(sent), kept -> {
            saving = false;
            model.saved(sent, kept);
            if (model.dirty()) {
                saveLater.soon();
            }
        }, failure -> {
            saving = false;
            buttons();
            if (failure.cause() instanceof StaleWrite stale && stale.stored() instanceof Appraisal theirs) {
                choose(theirs);
            } else {
                banner.show(Tone.BLOCK, messages.format(messages.notSaved, failure.message()), kit.messages().retry, this::save);
            }
        });
    }

    private void choose(Appraisal theirs) {
        tasks.run(page, messages.scoring, progress -> appraisals.score(theirs), sheet -> {
            int chosen = dialogs.choose(messages.staleTitle, messages.format(messages.staleText, theirs.editedBy(), sheet.total().toPlainString(),
                    model.sheet() == null ? messages.noScore : model.sheet().total().toPlainString()), List.of(messages.keepMine, messages.format(messages.takeTheirs, theirs.editedBy())));
            if (chosen == 0) {
                model.keepMine(theirs);
                save();
            } else if (chosen == 1) {
                model.load(theirs, model.template(), sheet);
            } else {
                banner.show(Tone.BLOCK, messages.staleOpen, messages.staleChoose, () -> choose(theirs));
            }
        });
    }

    /** The window asks for it on closing; it must be done when this returns. */
    @Persist
    void persist() {
        save();
        while (saving && !page.isDisposed()) {
            if (!page.getDisplay().readAndDispatch()) {
                page.getDisplay().sleep();
            }
        }
    }

    private void tie() {
        tasks.run(page, messages.loadingProjects, progress -> ledger.projects(session.today()), projects -> {
            var box = new ProjectBox(kit, grids, messages, messages.format(messages.tieText, model.appraisal().projectName(), model.appraisal().unit()), projects);
            if (dialogs.open(box)) {
                LedgerProject chosen = box.chosen();
                banner.hide();
                model.tieTo(chosen.id(), chosen.name(), chosen.unit());
                save();
            }
        });
    }

    // Settling

    @Override
    public boolean canSubmit() {
        return model.appraisal() != null && settlement.blocked() == null;
    }

    @Override
    public void submit() {
        if (canSubmit()) {
            settlement.start();
        }
    }

    private void settled(Appraisal kept) {
        saveLater.never();
        dialogs.status(messages.format(kept.settled() ? messages.settled : messages.reopened, title(kept)));
        refresh();
    }

    private void export() {
        Appraisal shown = model.appraisal();
        dialogs.saveFile(messages.export, messages.format(messages.exportName, title(shown)), new FileKind(messages.workbook, "xlsx"))
                .ifPresent(target -> tasks.run(page, messages.exporting, progress -> {
                    appraisals.write(shown, target);
                    return target;
                }, written -> dialogs.status(messages.format(messages.exported, written.toString()))));
    }

    @Override
    public String help() {
        return messages.editorHelp;
    }

    @Focus
    void focus() {
        grid.setFocus();
    }
}
