package org.lianshen.budget.ui;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.lianshen.model.price.PriceMemory;
import org.lianshen.model.price.PriceSeries;
import org.lianshen.service.Session;
import org.lianshen.service.SummaryService;
import org.lianshen.service.table.SummaryTables;
import org.lianshen.service.table.SummaryTables.Price;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.grid.Grid;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Tone;

/** 单价: what things cost before, to be looked up while typing into the filter; the prices of the chosen thing below, those far from the median tinted. */
final class PricesPage implements SummaryPage {

    private final SummaryService summaries;
    private final BudgetMessages messages;
    private final BigDecimal allowed;
    private final SashForm sash;
    private final Grid<PriceSeries> series;
    private final Grid<Price> prices;
    private String subtitle = "";

    PricesPage(Composite parent, Kit kit, Grids grids, Session session, SummaryService summaries, BudgetMessages messages, Texts texts) {
        this.summaries = summaries;
        this.messages = messages;
        allowed = session.pack().ratio("estimate.priceDeviation");
        var tables = new SummaryTables(texts);
        sash = kit.sash(parent);
        sash.setOrientation(org.eclipse.swt.SWT.VERTICAL);
        series = grids.grid(kit.page(sash), tables.prices(allowed));
        prices = grids.grid(kit.page(sash), tables.seenPrices());
        prices.tint(row -> row.series().deviates(row.price().price(), row.allowed()) ? Tone.WARN : null);
        series.onSelect(this::narrow);
        sash.setWeights(55, 45);
    }

    private void narrow(List<PriceSeries> chosen) {
        prices.setRows(chosen.stream().flatMap(one -> one.prices().stream().map(price -> new Price(one, price, allowed))).toList());
    }

    @Override
    public String title() {
        return messages.pricesPage;
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
        PriceMemory memory = summaries.prices();
        return () -> {
            series.setRows(memory.series());
            if (series.selection().isEmpty()) {
                series.selectRow(0);
            }
            narrow(series.selection());
            subtitle = messages.format(messages.pricesSubtitle, memory.series().size(), memory.series().stream().filter(one -> one.deviating(allowed) > 0).count());
        };
    }

    @Override
    public void export(int year, Path target) {
        summaries.exportPrices(summaries.prices(), target);
    }

    @Override
    public void filter() {
        series.focusFilter();
    }
}
