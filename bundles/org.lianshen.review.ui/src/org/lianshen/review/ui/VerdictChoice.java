package org.lianshen.review.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.lianshen.model.review.Verdict;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.kit.Pressable;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;

/**
 * The four verdicts on one check item side by side, so narrow that a whole check list fits on the screen. Behaves like radio buttons: one tab stop, arrows move, 1 to 4
 * choose directly.
 */
final class VerdictChoice {

    private final Composite area;
    private final List<Segment> segments = new ArrayList<>();
    private final Consumer<Verdict> chosen;
    private Verdict verdict;

    /** @param verdict null while there is none */
    VerdictChoice(Composite parent, Look look, Texts texts, String item, Verdict verdict, Consumer<Verdict> chosen) {
        this.verdict = verdict;
        this.chosen = chosen;
        area = new Composite(parent, SWT.NONE);
        area.setBackground(parent.getBackground());
        GridLayoutFactory.fillDefaults().numColumns(Verdict.values().length).spacing(look.u(1), 0).applyTo(area);
        Kit.name(area, item);
        for (Verdict each : Verdict.values()) {
            String word = texts.get("review.verdict." + each.name());
            var segment = new Segment(area, look, each, word, String.join(" ", item, word));
            segment.onPress(() -> choose(each));
            segment.addListener(SWT.KeyDown, this::onKey);
            segments.add(segment);
        }
        tabStop();
    }

    Composite area() {
        return area;
    }

    /** Shows a verdict that was given elsewhere. */
    void show(Verdict given) {
        verdict = given;
        segments.forEach(Control::redraw);
        tabStop();
    }

    private void choose(Verdict each) {
        show(each);
        chosen.accept(each);
    }

    private void onKey(Event event) {
        int at = segments.indexOf(event.widget);
        int to = switch (event.keyCode) {
            case SWT.ARROW_LEFT -> at - 1;
            case SWT.ARROW_RIGHT -> at + 1;
            default -> Character.isDigit(event.character) ? event.character - '1' : -1;
        };
        if (to >= 0 && to < segments.size()) {
            segments.get(to).setFocus();
            segments.get(to).press();
        }
    }

    private void tabStop() {
        area.setTabList(new Control[] {segments.get(verdict == null ? 0 : verdict.ordinal())});
    }

    static Tone tone(Verdict verdict) {
        return switch (verdict) {
            case PASS -> Tone.OK;
            case FAIL -> Tone.BLOCK;
            case DOUBT -> Tone.WARN;
            case NOT_APPLICABLE -> Tone.NEUTRAL;
        };
    }

    private final class Segment extends Pressable {

        private final Verdict own;
        private final String word;
        private final String spoken;

        Segment(Composite parent, Look look, Verdict own, String word, String spoken) {
            super(parent, look, ACC.ROLE_RADIOBUTTON);
            this.own = own;
            this.word = word;
            this.spoken = spoken;
        }

        @Override
        public Point computeSize(int wHint, int hHint, boolean changed) {
            GC gc = new GC(this);
            try {
                gc.setFont(look.caption());
                Point extent = gc.textExtent(word);
                return new Point(extent.x + look.u(6), extent.y + look.u(1.5));
            } finally {
                gc.dispose();
            }
        }

        @Override
        protected void draw(GC gc, Rectangle area) {
            int arc = look.u(2);
            boolean on = verdict == own;
            Tone tone = tone(own);
            gc.setFont(look.caption());
            int side = on ? look.u(3) : 0;
            Point extent = gc.textExtent(word);
            int left = (area.width - extent.x - (on ? side + look.u(0.5) : 0)) / 2;
            if (on) {
                gc.setBackground(look.tint(tone));
                gc.fillRoundRectangle(0, 0, area.width, area.height, arc, arc);
                gc.drawImage(look.icon(tone.icon(), look.tone(tone), side), left, (area.height - side) / 2);
            } else {
                gc.setBackground(isHovered() ? look.selection() : look.surface());
                gc.fillRoundRectangle(0, 0, area.width - 1, area.height - 1, arc, arc);
                gc.setForeground(look.line());
                gc.drawRoundRectangle(0, 0, area.width - 1, area.height - 1, arc, arc);
            }
            gc.setForeground(on ? look.tone(tone) : look.muted());
            gc.drawText(word, left + (on ? side + look.u(0.5) : 0), (area.height - extent.y) / 2, true);
            drawFocus(gc, area, arc);
        }

        @Override
        protected String name() {
            return spoken;
        }

        @Override
        protected int extraState() {
            return ACC.STATE_SELECTABLE | (verdict == own ? ACC.STATE_CHECKED | ACC.STATE_SELECTED : 0);
        }
    }
}
