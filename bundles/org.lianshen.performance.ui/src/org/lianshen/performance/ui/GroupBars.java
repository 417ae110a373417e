package org.lianshen.performance.ui;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.StringJoiner;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.performance.ui.AppraisalModel.Sum;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Look;

/** How much of its weight each first-level indicator earned, as bars with the numbers beside them. */
final class GroupBars extends Canvas {

    private final Look look;
    private final PerformanceMessages messages;
    private List<Sum> sums = List.of();

    GroupBars(Composite parent, Kit kit, PerformanceMessages messages) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        look = kit.look();
        this.messages = messages;
        setBackground(parent.getBackground());
        Kit.name(this, this::spoken);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(this);
        addListener(SWT.Paint, event -> draw(event.gc));
    }

    /** @return whether the height has changed */
    boolean show(List<Sum> now) {
        boolean taller = now.size() != sums.size();
        sums = List.copyOf(now);
        redraw();
        return taller;
    }

    /** The same in words, for screen readers. */
    private String spoken() {
        StringJoiner words = new StringJoiner(messages.listSeparator);
        sums.forEach(sum -> words.add(messages.format(messages.barSpoken, sum.name(), numbers(sum))));
        return words.toString();
    }

    private String numbers(Sum sum) {
        return messages.format(messages.scoreOf, sum.score().toPlainString(), sum.weight().stripTrailingZeros().toPlainString());
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        return new Point(wHint == SWT.DEFAULT ? look.u(40) : wHint, sums.size() * look.u(9));
    }

    private void draw(GC gc) {
        Rectangle area = getClientArea();
        gc.setFont(look.base());
        int y = 0;
        for (Sum sum : sums) {
            gc.setForeground(look.text());
            gc.drawText(sum.name(), 0, y, true);
            String numbers = numbers(sum);
            Point extent = gc.textExtent(numbers);
            gc.setForeground(look.muted());
            gc.drawText(numbers, area.width - extent.x, y, true);
            int top = y + look.u(5);
            int height = Math.max(2, look.u(1.5));
            gc.setBackground(look.line());
            gc.fillRectangle(0, top, area.width, height);
            gc.setBackground(look.accent());
            gc.fillRectangle(0, top, share(sum, area.width), height);
            y += look.u(9);
        }
    }

    private static int share(Sum sum, int width) {
        return sum.weight().signum() <= 0 ? 0
                : sum.score().min(sum.weight()).multiply(BigDecimal.valueOf(width)).divide(sum.weight(), 0, RoundingMode.HALF_UP).intValue();
    }
}
