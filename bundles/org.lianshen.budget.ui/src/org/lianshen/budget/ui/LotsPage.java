package org.lianshen.budget.ui;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.lianshen.model.Money;
import org.lianshen.model.pool.PoolLot;
import org.lianshen.service.SummaryService;
import org.lianshen.service.table.SummaryTables;
import org.lianshen.service.table.SummaryTables.LotItem;
import org.lianshen.service.table.SummaryTables.LotLine;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.grid.Grid;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Tone;

/** 集约运维: lots by category above, the lines of the chosen one and the spread of like things below. */
final class LotsPage implements SummaryPage {

    private final SummaryService summaries;
    private final BudgetMessages messages;
    private final SashForm sash;
    private final Grid<PoolLot> lots;
    private final Grid<LotLine> lines;
    private final Grid<LotItem> items;
    private String subtitle = "";

    LotsPage(Composite parent, Kit kit, Grids grids, SummaryService summaries, BudgetMessages messages, Texts texts) {
        this.summaries = summaries;
        this.messages = messages;
        var tables = new SummaryTables(texts);
        sash = kit.sash(parent);
        sash.setOrientation(org.eclipse.swt.SWT.VERTICAL);
        lots = grids.grid(kit.page(sash), tables.lots());
        SashForm below = kit.sash(sash);
        lines = grids.grid(titled(kit, below, messages.lotLines), tables.lotLines());
        items = grids.grid(titled(kit, below, messages.lotItems), tables.lotItems());
        lines.tint(row -> row.line().joined() ? null : Tone.WARN);
        lots.onSelect(this::narrow);
        sash.setWeights(40, 60);
    }

    private static Composite titled(Kit kit, Composite parent, String title) {
        Composite page = kit.page(parent);
        Composite head = kit.row(page, 1);
        GridLayoutFactory.fillDefaults().extendedMargins(kit.look().u(3), 0, kit.look().u(3), 0).applyTo(head);
        kit.section(head, title);
        return page;
    }

    private void narrow(List<PoolLot> chosen) {
        List<PoolLot> of = chosen.isEmpty() ? lots.rows() : chosen;
        lines.setRows(of.stream().flatMap(lot -> lot.lines().stream().map(line -> new LotLine(lot, line))).toList());
        items.setRows(of.stream().flatMap(lot -> lot.items().stream().map(item -> new LotItem(lot, item))).toList());
    }

    @Override
    public String title() {
        return messages.lotsPage;
    }

    @Override
    public String subtitle() {
        return subtitle;
    }

    @Override
    public Control control() {
        return sash;
    }

    @Override
    public Runnable load(int year) {
        List<PoolLot> found = summaries.lots(year);
        return () -> {
            lots.setRows(found);
            narrow(List.of());
            subtitle = messages.format(messages.lotsSubtitle, found.size(), found.stream().filter(PoolLot::suggested).count(), Money.sum(found.stream().map(PoolLot::total).toList()).wanText());
        };
    }

    @Override
    public void export(int year, Path target) {
        summaries.exportLots(year, target);
    }

    @Override
    public void filter() {
        lines.focusFilter();
    }
}
