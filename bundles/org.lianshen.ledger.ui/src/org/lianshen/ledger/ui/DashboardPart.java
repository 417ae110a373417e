package org.lianshen.ledger.ui;

import jakarta.inject.Inject;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.Money;
import org.lianshen.service.Changes;
import org.lianshen.service.LedgerService;
import org.lianshen.service.LedgerService.Count;
import org.lianshen.service.LedgerService.Dashboard;
import org.lianshen.service.LedgerService.Ratio;
import org.lianshen.service.LedgerService.Slice;
import org.lianshen.service.Session;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.chart.Bars;
import org.lianshen.workbench.kit.Banner;
import org.lianshen.workbench.kit.Header;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.nav.PartActions;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.task.Tasks;

/** The year in pictures: amounts, the three 百分之百, amounts by unit and class with the unreviewed part, open findings, grades. Each picture leads to its list. */
public final class DashboardPart implements PartActions {

    private static final String APPRAISALS = "org.lianshen.performance.part.appraisals";
    private static final String LEDGER = "org.lianshen.ledger.part.ledger";
    private static final Set<Changes.Kind> SHOWN = Set.of(Changes.Kind.LEDGER, Changes.Kind.REVIEW, Changes.Kind.MEETING, Changes.Kind.BUDGET, Changes.Kind.LINKAGE,
            Changes.Kind.APPRAISAL);
    private static final int SHOWN_UNITS = 10;

    private final Kit kit;
    private final Look look;
    private final Tasks tasks;
    private final Session session;
    private final LedgerService ledger;
    private final LedgerMessages messages;
    private final Texts texts;

    private final Composite page;
    private final Header header;
    private final Banner banner;
    private final ScrolledComposite scroll;
    private final Composite content;
    private final Composite tiles;
    private final Composite ratios;
    private final Bars units;
    private final Bars classes;
    private final Bars findings;
    private final Bars grades;

    @Inject
    public DashboardPart(Composite parent, Kit kit, Tasks tasks, Opener opener, Updates updates, Session session, LedgerService ledger, LedgerMessages messages, Texts texts) {
        this.kit = kit;
        this.look = kit.look();
        this.tasks = tasks;
        this.session = session;
        this.ledger = ledger;
        this.messages = messages;
        this.texts = texts;
        page = kit.page(parent);
        header = kit.header(page, messages.dashboardTitle, "");
        banner = kit.banner(page);
        kit.line(page);
        scroll = kit.scroll(page);
        content = kit.box(scroll, 1);
        GridLayoutFactory.fillDefaults().margins(look.u(6), look.u(4)).spacing(0, look.u(5)).applyTo(content);
        scroll.setContent(content);
        scroll.addListener(SWT.Resize, event -> measure());
        tiles = strip(5);
        ratios = strip(3);
        Composite pictures = kit.box(content, 2);
        GridLayoutFactory.fillDefaults().numColumns(2).equalWidth(true).spacing(look.u(6), look.u(5)).applyTo(pictures);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(pictures);
        units = picture(pictures, messages.byUnit, messages.toLedger, () -> opener.open(LEDGER));
        classes = picture(pictures, messages.byClass, messages.toLedger, () -> opener.open(LEDGER));
        findings = picture(pictures, messages.openFindingsChart, messages.toFindings, () -> opener.open(Opener.FINDINGS));
        grades = picture(pictures, messages.grades, messages.toAppraisals, () -> opener.open(APPRAISALS));
        updates.listen(page, SHOWN, change -> banner.showOutdated(this::refresh));
        refresh();
    }

    private Composite strip(int columns) {
        Composite strip = kit.box(content, 1);
        GridLayoutFactory.fillDefaults().numColumns(columns).equalWidth(true).spacing(look.u(3), 0).applyTo(strip);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(strip);
        return strip;
    }

    /** @param to verb of the way to the list behind the picture; a double click goes there too */
    private Bars picture(Composite parent, String title, String to, Runnable open) {
        Composite area = kit.box(parent, 1);
        GridLayoutFactory.fillDefaults().spacing(0, look.u(2)).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        Composite head = kit.row(area, 2);
        kit.section(head, title);
        GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).applyTo(kit.link(head, to, open));
        kit.line(area);
        var bars = new Bars(area, look);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(bars.control());
        bars.control().getPlotArea().getControl().addMouseListener(org.eclipse.swt.events.MouseListener.mouseDoubleClickAdapter(event -> open.run()));
        return bars;
    }

    @Override
    public boolean canRefresh() {
        return true;
    }

    @Override
    public void refresh() {
        banner.hide();
        tasks.run(page, messages.loading, progress -> {
            LocalDate today = session.today();
            return ledger.dashboard(budgetYear(today), today);
        }, this::show, failure -> banner.show(Tone.BLOCK, failure.message(), kit.messages().retry, this::refresh));
    }

    /** In the last quarter people look at the budget that is being made, before that at the one that is being spent. */
    private static int budgetYear(LocalDate today) {
        return today.getMonthValue() >= 10 ? today.getYear() + 1 : today.getYear();
    }

    private void show(Dashboard board) {
        header.set(messages.dashboardTitle, messages.format(messages.dashboardSubtitle, Integer.toString(board.year()), session.today().toString()));
        Kit.clear(tiles);
        tile(messages.projects, Integer.toString(board.projects()), Tone.NEUTRAL);
        tile(messages.approved, wan(board.approved()), Tone.NEUTRAL);
        tile(messages.budgeted, wan(board.budgeted()), Tone.NEUTRAL);
        tile(messages.paid, wan(board.paid()), Tone.NEUTRAL);
        tile(messages.unreviewed, wan(board.unreviewed()), board.unreviewed().isPositive() ? Tone.BLOCK : Tone.OK);
        Kit.clear(ratios);
        board.ratios().forEach(this::ratio);
        amounts(units, messages.byUnit, board.byUnit().stream().limit(SHOWN_UNITS).toList());
        amounts(classes, messages.byClass, board.byClass());
        counts(findings, messages.openFindingsChart, board.findings(), look.tone(Tone.BLOCK));
        counts(grades, messages.grades, board.grades(), look.accent());
        content.layout(true, true);
        measure();
    }

    private void measure() {
        scroll.setMinHeight(content.computeSize(scroll.getClientArea().width, SWT.DEFAULT).y);
    }

    private String wan(Money money) {
        return messages.format(messages.wan, money.wanText());
    }

    private void tile(String label, String value, Tone tone) {
        Composite card = kit.card(tiles, 1);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(card);
        kit.caption(card, label);
        kit.label(card, value, look.title(), tone == Tone.NEUTRAL ? look.text() : look.tone(tone));
    }

    private void ratio(Ratio ratio) {
        Composite card = kit.card(ratios, 1);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(card);
        kit.caption(card, texts.get(ratio.key()));
        if (ratio.should() == 0) {
            kit.muted(card, messages.ratioNone);
            return;
        }
        String percent = java.math.BigDecimal.valueOf(ratio.have() * 100L).divide(java.math.BigDecimal.valueOf(ratio.should()), 2, RoundingMode.HALF_UP).toPlainString();
        Composite figures = kit.row(card, 2);
        kit.label(figures, percent + "%", look.title(), ratio.have() == ratio.should() ? look.tone(Tone.OK) : look.tone(Tone.WARN));
        kit.muted(figures, messages.format(messages.ratioText, ratio.have(), ratio.should()));
        if (!ratio.missing().isEmpty()) {
            var missing = kit.wrapped(card, messages.format(messages.missing, ratio.missing().stream().limit(3).collect(Collectors.joining("、"))));
            missing.setToolTipText(String.join("\n", ratio.missing()));
        }
    }

    private void amounts(Bars bars, String title, List<Slice> slices) {
        bars.show(slices.stream().map(this::label).toList(),
                List.of(series(messages.approved, look.accent(), slices, Slice::approved), series(messages.budgeted, look.tone(Tone.OK), slices, Slice::budgeted),
                        series(messages.unreviewed, look.tone(Tone.BLOCK), slices, Slice::unreviewed)),
                messages.format(messages.chartText, title, slices.isEmpty() ? messages.noData
                        : slices.stream().map(slice -> String.join(" ", label(slice), slice.approved().wanText(), slice.budgeted().wanText(), slice.unreviewed().wanText())).collect(Collectors.joining("; "))));
    }

    private String label(Slice slice) {
        return texts.has(slice.label()) ? texts.get(slice.label()) : slice.label();
    }

    private static Bars.Series series(String name, org.eclipse.swt.graphics.Color color, List<Slice> slices, java.util.function.Function<Slice, Money> value) {
        return new Bars.Series(name, color, slices.stream().map(value).map(money -> money.wan().doubleValue()).toList());
    }

    private void counts(Bars bars, String title, List<Count> counts, org.eclipse.swt.graphics.Color color) {
        List<String> names = counts.stream().map(count -> texts.has(count.key()) ? texts.get(count.key()) : count.key()).toList();
        bars.show(names, List.of(new Bars.Series(messages.count, color, counts.stream().map(count -> (double) count.number()).toList())),
                messages.format(messages.chartText, title, counts.isEmpty() ? messages.noData
                        : java.util.stream.IntStream.range(0, counts.size()).mapToObj(i -> names.get(i) + " " + counts.get(i).number()).collect(Collectors.joining("; "))));
    }

    @Override
    public String help() {
        return messages.help;
    }

    @Focus
    void focus() {
        page.setFocus();
    }
}
