package org.lianshen.budget.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.lianshen.model.Money;
import org.lianshen.model.summary.BudgetSummary;
import org.lianshen.model.summary.DepartmentRow;
import org.lianshen.model.summary.Share;
import org.lianshen.model.summary.Sums;
import org.lianshen.model.summary.YearOperations;
import org.lianshen.service.SummaryService;
import org.lianshen.service.table.SummaryTables;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.chart.Bars;
import org.lianshen.workbench.grid.Grid;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.Opener;

/** 分部门汇总 with pictures: the budget by unit and by class with its unreviewed part, and operation year on year. Each picture leads to its list. */
final class DepartmentsPage implements SummaryPage {

    private static final int SHOWN_UNITS = 10;

    private final Kit kit;
    private final SummaryService summaries;
    private final BudgetMessages messages;
    private final Texts texts;
    private final SashForm sash;
    private final Grid<DepartmentRow> grid;
    private final ScrolledComposite scroll;
    private final Composite pictures;
    private final Bars units;
    private final Bars classes;
    private final Bars operations;
    private int year;
    private String subtitle = "";

    DepartmentsPage(Composite parent, Kit kit, Grids grids, Opener opener, SummaryService summaries, BudgetMessages messages, Texts texts) {
        this.kit = kit;
        this.summaries = summaries;
        this.messages = messages;
        this.texts = texts;
        sash = kit.sash(parent);
        grid = grids.grid(kit.page(sash), new SummaryTables(texts).departments());
        grid.strong(DepartmentRow::sum);
        grid.tint(row -> row.sum() || !row.sums().blocked().isPositive() ? null : Tone.BLOCK);
        grid.onOpen(row -> lines(opener));
        scroll = kit.scroll(sash);
        pictures = kit.box(scroll, 1);
        GridLayoutFactory.fillDefaults().margins(kit.look().u(4), kit.look().u(3)).spacing(0, kit.look().u(4)).applyTo(pictures);
        scroll.setContent(pictures);
        scroll.addListener(SWT.Resize, event -> measure());
        units = picture(messages.pictureUnits, () -> lines(opener));
        classes = picture(messages.pictureClasses, () -> lines(opener));
        operations = picture(messages.pictureOperations, () -> lines(opener));
        sash.setWeights(62, 38);
    }

    private void lines(Opener opener) {
        opener.open(FindingsPart.LINES, Integer.toString(year), null);
    }

    private Bars picture(String title, Runnable open) {
        Composite head = kit.row(pictures, 2);
        kit.section(head, title);
        GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).applyTo(kit.link(head, messages.toLines, open));
        var bars = new Bars(pictures, kit.look());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bars.control());
        bars.control().getPlotArea().getControl().addMouseListener(org.eclipse.swt.events.MouseListener.mouseDoubleClickAdapter(event -> open.run()));
        return bars;
    }

    private void measure() {
        scroll.setMinHeight(pictures.computeSize(scroll.getClientArea().width, SWT.DEFAULT).y);
    }

    @Override
    public String title() {
        return messages.departmentsPage;
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
    public Runnable load(int asked) {
        BudgetSummary summary = summaries.summary(asked);
        return () -> show(summary);
    }

    private void show(BudgetSummary summary) {
        year = summary.year();
        Sums all = summary.total();
        grid.setRows(summary.departments());
        subtitle = messages.format(summary.checked() ? messages.departmentsSubtitle : messages.departmentsUnchecked, Integer.toString(year), all.lines(), all.total().wanText(), all.unreviewed().wanText(),
                all.blocked().wanText());
        List<DepartmentRow> largest = summary.units().stream().limit(SHOWN_UNITS).toList();
        bars(units, messages.pictureUnits, largest.stream().map(DepartmentRow::unit).toList(), largest.stream().map(DepartmentRow::sums).toList());
        bars(classes, messages.pictureClasses, summary.classes().stream().map(this::label).toList(), summary.classes().stream().map(Share::sums).toList());
        List<String> years = summary.operations().stream().map(each -> Integer.toString(each.year())).toList();
        operations.show(years, List.of(series(messages.operationMoney, kit.look().accent(), summary.operations(), YearOperations::total)),
                spoken(messages.pictureOperations, summary.operations().stream().map(each -> String.join(" ", Integer.toString(each.year()), each.total().wanText())).toList()));
        pictures.layout(true, true);
        measure();
    }

    private String label(Share share) {
        return texts.has(share.label()) ? texts.get(share.label()) : share.label();
    }

    private void bars(Bars bars, String title, List<String> names, List<Sums> sums) {
        bars.show(names, List.of(series(messages.reviewedMoney, kit.look().tone(Tone.OK), sums, Sums::reviewed), series(messages.suspectMoney, kit.look().tone(Tone.WARN), sums, Sums::suspect),
                series(messages.unreviewedMoney, kit.look().tone(Tone.BLOCK), sums, Sums::unreviewed)),
                spoken(title, java.util.stream.IntStream.range(0, names.size())
                        .mapToObj(i -> String.join(" ", names.get(i), sums.get(i).reviewed().wanText(), sums.get(i).suspect().wanText(), sums.get(i).unreviewed().wanText())).toList()));
    }

    private String spoken(String title, List<String> parts) {
        return messages.format(messages.pictureSpoken, title, parts.isEmpty() ? messages.pictureNothing : parts.stream().collect(Collectors.joining("; ")));
    }

    private static <T> Bars.Series series(String name, Color color, List<T> rows, Function<T, Money> value) {
        return new Bars.Series(name, color, rows.stream().map(value).map(money -> money.wan().doubleValue()).toList());
    }

    @Override
    public void export(int asked, Path target) {
        summaries.exportSummary(asked, target);
    }

    @Override
    public void filter() {
        grid.focusFilter();
    }
}
