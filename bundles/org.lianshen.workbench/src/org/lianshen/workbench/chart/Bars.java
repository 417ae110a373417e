package org.lianshen.workbench.chart;

import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.IBarSeries;
import org.eclipse.swtchart.ISeries.SeriesType;
import org.eclipse.swtchart.Range;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Look;

/** A picture of bars lying down, so that long Chinese names stay readable: one group per category, one bar per series. Its numbers are its accessible name. */
public final class Bars {

    private static final int LABEL_CHARACTERS = 14;
    /** Heights: of a category, and of axis and legend. */
    private static final int CATEGORY = 8;
    private static final int AROUND = 22;
    private static final int LEAST_CATEGORIES = 3;
    private static final double ROOM_BEYOND = 1.06;

    private final Chart chart;
    private final Look look;

    public Bars(Composite parent, Look look) {
        this.look = look;
        chart = new Chart(parent, SWT.NONE);
        chart.setOrientation(SWT.VERTICAL);
        chart.setBackground(look.surface());
        chart.getPlotArea().setBackground(look.surface());
        chart.setFont(look.base());
        chart.getTitle().setVisible(false);
        chart.getLegend().setPosition(SWT.BOTTOM);
        chart.getLegend().setFont(look.caption());
        chart.getLegend().setBackground(look.surface());
        chart.getLegend().setForeground(look.text());
        for (IAxis axis : chart.getAxisSet().getAxes()) {
            axis.getTitle().setVisible(false);
            axis.getTick().setFont(look.caption());
            axis.getTick().setForeground(look.text());
            axis.getGrid().setForeground(look.line());
        }
    }

    public Chart control() {
        return chart;
    }

    /** @param series values in category order, lengths equal; the first category is drawn at the top */
    public void show(List<String> categories, List<Series> series, String spoken) {
        for (var old : chart.getSeriesSet().getSeries()) {
            chart.getSeriesSet().deleteSeries(old.getId());
        }
        IAxis names = chart.getAxisSet().getXAxis(0);
        names.setCategorySeries(categories.reversed().stream().map(Bars::shortened).toArray(String[]::new));
        names.enableCategory(!categories.isEmpty());
        for (Series one : series.reversed()) {
            IBarSeries<?> bars = (IBarSeries<?>) chart.getSeriesSet().createSeries(SeriesType.BAR, one.name());
            int last = one.values().size() - 1;
            bars.setYSeries(IntStream.rangeClosed(0, last).mapToDouble(i -> one.values().get(last - i)).toArray());
            bars.setBarColor(one.color());
            bars.setBarPadding(30);
            bars.getLabel().setVisible(series.size() == 1);
            bars.getLabel().setFormat("0");
            bars.getLabel().setFont(look.caption());
            bars.getLabel().setForeground(look.text());
        }
        chart.getLegend().setVisible(series.size() > 1);
        chart.getAxisSet().adjustRange();
        double longest = series.stream().flatMap(one -> one.values().stream()).mapToDouble(Double::doubleValue).max().orElse(0);
        chart.getAxisSet().getYAxis(0).setRange(new Range(0, Math.max(1, longest * ROOM_BEYOND)));
        // Names are left out where they have no room.
        int height = look.u(CATEGORY) * Math.max(LEAST_CATEGORIES, categories.size()) + look.u(AROUND);
        ((GridData) chart.getLayoutData()).heightHint = height;
        Kit.name(chart, spoken);
        chart.setToolTipText(spoken);
        chart.redraw();
    }

    private static String shortened(String name) {
        return name.length() <= LABEL_CHARACTERS ? name : name.substring(0, LABEL_CHARACTERS - 1) + "…";
    }

    public record Series(String name, Color color, List<Double> values) {
    }
}
