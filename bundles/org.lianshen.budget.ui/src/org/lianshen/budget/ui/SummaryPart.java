package org.lianshen.budget.ui;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.TabItem;
import org.lianshen.service.Changes;
import org.lianshen.service.Session;
import org.lianshen.service.SummaryService;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.dialog.FileKind;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Banner;
import org.lianshen.workbench.kit.Header;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.nav.PartActions;
import org.lianshen.workbench.nav.PartInput;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.task.Tasks;

/** What a year comes to, in pages: sums with pictures, cuts, the pool under its ceiling, operation for joint purchase, unit prices. */
public final class SummaryPart implements PartActions {

    private static final Set<Changes.Kind> SHOWN = Set.of(Changes.Kind.BUDGET, Changes.Kind.LINKAGE, Changes.Kind.LEDGER, Changes.Kind.MEETING, Changes.Kind.APPRAISAL);

    private final Kit kit;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final BudgetMessages messages;

    private final Composite page;
    private final Header header;
    private final Banner banner;
    private final Spinner year;
    private final TabFolder tabs;
    private final List<SummaryPage> pages;

    @Inject
    public SummaryPart(Composite parent, PartInput input, Kit kit, Grids grids, Tasks tasks, DialogService dialogs, Opener opener, Updates updates, Session session, SummaryService summaries,
            BudgetMessages messages, Texts texts) {
        this.kit = kit;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.messages = messages;
        page = kit.page(parent);
        header = kit.header(page, messages.summary, "");
        kit.muted(header.actions(), messages.year);
        year = kit.year(header.actions(), messages.year);
        kit.button(header.actions(), messages.findings, () -> opener.open(Opener.FINDINGS, Integer.toString(year.getSelection()), null));
        kit.primary(header.actions(), messages.exportPage, this::export);
        banner = kit.banner(page);
        kit.line(page);
        tabs = new TabFolder(page, SWT.NONE);
        tabs.setFont(kit.look().base());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tabs);
        pages = List.of(new DepartmentsPage(tabs, kit, grids, opener, summaries, messages, texts), new CutsPage(tabs, kit, grids, opener, session, summaries, messages, texts),
                new CeilingPage(tabs, kit, grids, tasks, dialogs, opener, summaries, messages, texts, this::refresh), new LotsPage(tabs, kit, grids, summaries, messages, texts),
                new PricesPage(tabs, kit, grids, session, summaries, messages, texts));
        for (SummaryPage each : pages) {
            TabItem item = new TabItem(tabs, SWT.NONE);
            item.setText(each.title());
            item.setControl(each.control());
        }
        tabs.addListener(SWT.Selection, event -> refresh());
        updates.listen(page, SHOWN, change -> banner.showOutdated(this::refresh));
        tasks.run(page, messages.loading, progress -> input.id().isEmpty() ? FindingsModel.yearAt(session.today()) : Integer.parseInt(input.id()), first -> {
            year.setSelection(first);
            year.addListener(SWT.Selection, event -> refresh());
            refresh();
        });
    }

    private SummaryPage shown() {
        return pages.get(Math.max(0, tabs.getSelectionIndex()));
    }

    @Override
    public boolean canRefresh() {
        return true;
    }

    @Override
    public void refresh() {
        banner.hide();
        int asked = year.getSelection();
        SummaryPage target = shown();
        tasks.run(page, messages.loading, progress -> target.load(asked), show -> {
            if (asked == year.getSelection() && target == shown()) {
                show.run();
                header.set(messages.summary, target.subtitle());
            }
        }, failure -> banner.show(Tone.BLOCK, failure.message(), kit.messages().retry, this::refresh));
    }

    private void export() {
        int asked = year.getSelection();
        SummaryPage target = shown();
        dialogs.saveFile(messages.exportPage, messages.format(messages.summaryFile, Integer.toString(asked), target.title()), new FileKind(messages.workbook, "xlsx"))
                .ifPresent(file -> tasks.run(page, messages.exporting, progress -> {
                    target.export(asked, file);
                    return file;
                }, written -> dialogs.status(messages.format(messages.exportedPage, written.toString()))));
    }

    @Override
    public boolean canFilter() {
        return true;
    }

    @Override
    public void filter() {
        shown().filter();
    }

    @Override
    public String help() {
        return messages.summaryHelp;
    }

    @Focus
    void focus() {
        tabs.setFocus();
    }
}
