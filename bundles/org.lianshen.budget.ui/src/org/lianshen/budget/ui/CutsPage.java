package org.lianshen.budget.ui;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.lianshen.model.summary.BudgetSummary;
import org.lianshen.model.summary.CutRow;
import org.lianshen.service.Session;
import org.lianshen.service.SummaryService;
import org.lianshen.service.table.SummaryTables;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.grid.Grid;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.nav.Opener;

/** 核减汇总: what the review and the linkage check take off. */
final class CutsPage implements SummaryPage {

    private final SummaryService summaries;
    private final Session session;
    private final BudgetMessages messages;
    private final SummaryTables tables;
    private final Composite page;
    private final Grid<CutRow> grid;
    private String subtitle = "";

    CutsPage(Composite parent, Kit kit, Grids grids, Opener opener, Session session, SummaryService summaries, BudgetMessages messages, Texts texts) {
        this.summaries = summaries;
        this.session = session;
        this.messages = messages;
        tables = new SummaryTables(texts);
        page = kit.page(parent);
        grid = grids.grid(page, tables.cuts());
        grid.onOpen(row -> {
            if (row.project() != null) {
                opener.open(Opener.PROJECT, row.project().toString(), row.name());
            }
        });
    }

    @Override
    public String title() {
        return messages.cutsPage;
    }

    @Override
    public String subtitle() {
        return subtitle;
    }

    @Override
    public Control control() {
        return page;
    }

    @Override
    public Runnable load(int year) {
        BudgetSummary summary = summaries.summary(year);
        List<CutRow> rows = tables.titled(summary.cuts(), session.pack());
        return () -> {
            grid.setRows(rows);
            subtitle = messages.format(messages.cutsSubtitle, rows.size(), summary.cut(CutRow.Stage.REVIEW).wanText(), summary.cut(CutRow.Stage.BUDGET).wanText());
        };
    }

    @Override
    public void export(int year, Path target) {
        summaries.exportSummary(year, target);
    }

    @Override
    public void filter() {
        grid.focusFilter();
    }
}
