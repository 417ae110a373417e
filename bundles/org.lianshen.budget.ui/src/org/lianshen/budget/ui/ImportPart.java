package org.lianshen.budget.ui;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Spinner;
import org.lianshen.model.budget.AmountUnit;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.budget.SheetReading;
import org.lianshen.model.budget.SheetReading.CellError;
import org.lianshen.service.BudgetService;
import org.lianshen.service.BudgetService.Outcome;
import org.lianshen.service.BudgetService.Request;
import org.lianshen.service.Session;
import org.lianshen.service.intake.SheetPreview;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.dialog.FileKind;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Header;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.nav.PartActions;
import org.lianshen.workbench.task.Tasks;

/** The import wizard: which file, how each row and column was understood, what came of it. Nothing is stored before the person says so. */
public final class ImportPart implements PartActions {

    private static final List<SheetKind> KINDS = Arrays.asList(null, SheetKind.ANNUAL, SheetKind.QUOTA, SheetKind.PAYMENT);
    private static final int SHOWN_ERRORS = 10;

    private final Kit kit;
    private final Grids grids;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final Opener opener;
    private final BudgetService budgets;
    private final BudgetMessages messages;
    private final Texts texts;
    private final ImportModel model;
    /** How often the file was read: what an earlier reading says is dropped. */
    private int reads;

    private final Composite page;
    private final Header header;
    private final Composite pages;
    private final StackLayout stack = new StackLayout();
    private final Composite filePage;
    private final UnderstoodPage understood;
    private final Composite resultPage;
    private Spinner year;
    private Combo kind;
    private Combo unit;
    private final Composite footer;
    private final FlatButton back;
    private final FlatButton forward;
    private final FlatButton rejected;
    private final FlatButton partial;
    private final FlatButton next;

    @Inject
    public ImportPart(Composite parent, Kit kit, Grids grids, Tasks tasks, DialogService dialogs, Opener opener, Session session, BudgetService budgets, BudgetMessages messages,
            Texts texts) {
        this.kit = kit;
        this.grids = grids;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.opener = opener;
        this.budgets = budgets;
        this.messages = messages;
        this.texts = texts;
        model = new ImportModel(FindingsModel.yearAt(session.today()));
        page = kit.page(parent);
        header = kit.header(page, messages.importTitle, messages.importSteps);
        settings(header.actions());
        kit.line(page);
        pages = new Composite(page, SWT.NONE);
        pages.setLayout(stack);
        pages.setBackground(kit.look().surface());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(pages);
        filePage = kit.empty(pages, Icon.FILE_EARMARK_SPREADSHEET, messages.dropWhat, messages.dropTodo, messages.choose, this::choose);
        understood = new UnderstoodPage(pages, kit, grids, messages, texts, model, this::read, this::forget, this::showChanges);
        resultPage = kit.page(pages);
        kit.line(page);
        footer = new Composite(page, SWT.NONE);
        footer.setBackground(kit.look().raised());
        GridLayoutFactory.fillDefaults().numColumns(6).margins(kit.look().u(6), kit.look().u(3)).spacing(kit.look().u(3), 0).applyTo(footer);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(footer);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(kit.caption(footer, ""));
        back = kit.button(footer, messages.back, () -> turnTo(filePage));
        forward = kit.button(footer, messages.forward, () -> turnTo(understood.control()));
        rejected = kit.button(footer, messages.sendBack, this::sendBack);
        partial = kit.button(footer, messages.takePartial, this::takePartial);
        next = kit.primary(footer, messages.take, () -> take(false)).keys("Ctrl+Enter");
        drop(page);
        turnTo(filePage);
    }

    private void settings(Composite row) {
        kit.muted(row, messages.year);
        year = kit.year(row, messages.year);
        year.setSelection(model.year());
        year.addListener(SWT.Selection, event -> model.year(year.getSelection()));
        kind = combo(row, messages.kind, messages.kindAsRead, messages.kindAnnual, messages.kindQuota, messages.kindPayment);
        kind.addListener(SWT.Selection, event -> {
            model.kind(KINDS.get(kind.getSelectionIndex()));
            readAgain();
        });
        unit = combo(row, messages.unit, messages.unitAsRead, messages.unitYuan, messages.unitThousand, messages.unitWan, messages.unitYi);
        unit.addListener(SWT.Selection, event -> {
            model.unit(unit.getSelectionIndex() == 0 ? null : AmountUnit.values()[unit.getSelectionIndex() - 1]);
            readAgain();
        });
    }

    private Combo combo(Composite row, String name, String... choices) {
        kit.muted(row, name);
        Combo combo = kit.choice(row, name, choices);
        combo.select(0);
        return combo;
    }

    private void drop(Composite target) {
        var drop = new DropTarget(target, DND.DROP_COPY | DND.DROP_DEFAULT);
        drop.setTransfer(new Transfer[] {FileTransfer.getInstance()});
        drop.addDropListener(new DropTargetAdapter() {
            @Override
            public void dragEnter(DropTargetEvent event) {
                event.detail = DND.DROP_COPY;
            }

            @Override
            public void drop(DropTargetEvent event) {
                if (event.data instanceof String[] files && files.length > 0) {
                    takeAll(Arrays.stream(files).map(Path::of).toList());
                }
            }
        });
    }

    private void choose() {
        takeAll(dialogs.openFiles(messages.importTitle, true, new FileKind(messages.workbooks, "xlsx", "xls", "csv")));
    }

    private void takeAll(List<Path> files) {
        if (!files.isEmpty()) {
            model.await(files.subList(1, files.size()));
            take(files.getFirst());
        }
    }

    private void take(Path file) {
        model.file(file);
        unit.select(0);
        understood.newFile();
        read();
    }

    private void readAgain() {
        if (stack.topControl == understood.control()) {
            read();
        }
    }

    private void read() {
        Path file = model.file();
        String name = file.getFileName().toString();
        Request request = model.request(false);
        Display display = page.getDisplay();
        int asked = ++reads;
        model.diff(null);
        tasks.run(page, messages.format(messages.reading, name), progress -> {
            List<SheetPreview> read = budgets.preview(file, request, early -> display.asyncExec(() -> understood(asked, early)), progress);
            display.asyncExec(() -> understood(asked, read));
            return budgets.compare(file, request, progress);
        }, diff -> diff.filter(found -> asked == reads).ifPresent(found -> {
            model.diff(found);
            understood.show();
        }));
    }

    /** Shows what is read so far; what an older reading says comes too late. */
    private void understood(int asked, List<SheetPreview> sheets) {
        if (page.isDisposed() || asked != reads) {
            return;
        }
        model.understood(sheets);
        understood.show();
        turnTo(understood.control());
    }

    private void forget(SheetPreview sheet) {
        tasks.run(page, messages.forgetting, progress -> {
            budgets.forget(sheet.layoutKey());
            return sheet.name();
        }, name -> {
            dialogs.status(messages.format(messages.forgotten, name));
            read();
        });
    }

    private void showChanges() {
        dialogs.show(new ChangesBox(grids, kit, messages, texts, model.diff()));
    }

    /** The unit that made the file gets it back with what could not be read marked in it. */
    private void sendBack() {
        String name = model.file().getFileName().toString();
        String bare = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
        String kind = name.toLowerCase(java.util.Locale.ROOT).endsWith(".xls") ? "xls" : "xlsx";
        List<SheetReading> readings = model.readings();
        Path file = model.file();
        dialogs.saveFile(messages.sendBack, messages.format(messages.sendBackFile, bare, kind), new FileKind(messages.workbook, kind))
                .ifPresent(target -> tasks.run(page, messages.sendBack, progress -> budgets.rejected(file, readings, target),
                        cells -> dialogs.status(messages.format(messages.sentBack, cells, target.toString()))));
    }

    private void turnTo(Composite shown) {
        stack.topControl = shown;
        pages.layout();
        boolean second = shown == understood.control();
        show(back, second);
        show(forward, shown == filePage && !model.sheets().isEmpty());
        show(rejected, second && model.errors() > 0 && model.whole());
        show(partial, second && model.errors() > 0 && model.whole());
        show(next, second);
        String name = model.file() == null ? messages.importSteps : model.file().getFileName().toString();
        header.set(messages.importTitle, second ? String.join("　", name, messages.stepUnderstood) : shown == filePage ? messages.importSteps : String.join("　", name, messages.stepResult));
        for (Control setting : List.of(year, kind, unit)) {
            setting.setEnabled(shown != resultPage);
        }
        next.allowUnless(!model.whole() ? messages.stillReading : model.importable() == 0 ? messages.nothingToTake : model.errors() > 0 ? messages.format(messages.takeBlocked, model.errors()) : "");
        boolean empty = shown == filePage ? model.sheets().isEmpty() : !second;
        footer.setVisible(!empty);
        ((GridData) footer.getLayoutData()).exclude = empty;
        page.layout(true, true);
    }

    private static void show(FlatButton button, boolean shown) {
        button.setVisible(shown);
        GridDataFactory.swtDefaults().exclude(!shown).applyTo(button);
    }

    private void takePartial() {
        if (dialogs.confirm(messages.takePartial, messages.format(messages.takePartialQuestion, model.importable(), model.errors()), messages.takePartial)) {
            take(true);
        }
    }

    private void take(boolean good) {
        String name = model.file().getFileName().toString();
        tasks.run(page, messages.format(messages.importing, name), progress -> budgets.take(model.file(), model.request(good), progress), this::result);
    }

    private void result(Outcome outcome) {
        Kit.clear(resultPage);
        Composite area = kit.box(resultPage, 1);
        GridLayoutFactory.fillDefaults().margins(kit.look().u(6), kit.look().u(5)).spacing(0, kit.look().u(3)).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        String name = outcome.batch().file();
        kit.title(area, messages.format(outcome.stored() ? messages.resultStored : messages.resultNotStored, name));
        if (outcome.stored()) {
            kit.tag(area, Tone.OK, messages.format(messages.resultLines, outcome.batch().lines(), Integer.toString(outcome.batch().year())));
        }
        Composite buttons = kit.row(area, 3);
        if (outcome.stored()) {
            kit.primary(buttons, messages.showFindings, () -> opener.open(Opener.FINDINGS, String.join("", AskedFindings.CHECK, Integer.toString(outcome.batch().year())), null));
        }
        if (model.waiting() > 0) {
            kit.button(buttons, messages.format(messages.nextFile, model.waiting()), () -> take(model.nextWaiting()));
        }
        kit.button(buttons, messages.another, this::another);
        for (SheetReading reading : outcome.batch().sheets()) {
            kit.section(area, reading.name());
            kit.text(area, messages.format(messages.rowsText, reading.rowsRead(), reading.rowsImported(), reading.skipped().size(), reading.errors().size()));
            reading.errors().stream().limit(SHOWN_ERRORS).forEach(error -> wrapped(area, error));
            if (reading.errors().size() > SHOWN_ERRORS) {
                kit.muted(area, messages.format(messages.moreErrors, reading.errors().size() - SHOWN_ERRORS));
            }
        }
        turnTo(resultPage);
        resultPage.layout(true, true);
    }

    private void another() {
        model.file(null);
        turnTo(filePage);
    }

    private void wrapped(Composite area, CellError error) {
        GridDataFactory.fillDefaults().grab(true, false).applyTo(kit.wrapped(area, texts.format(error.message())));
    }

    @Override
    public boolean canSubmit() {
        return stack.topControl == understood.control() && model.whole() && model.importable() > 0 && model.errors() == 0;
    }

    @Override
    public void submit() {
        take(false);
    }

    @Override
    public boolean canRefresh() {
        return stack.topControl == understood.control();
    }

    @Override
    public void refresh() {
        read();
    }

    @Override
    public String help() {
        return messages.importHelp;
    }

    @Focus
    void focus() {
        page.setFocus();
    }
}
