package org.lianshen.performance.ui;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.performance.ScoreSheet.Warning;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;

/** What the scores warn of, a line each in the colour of its level; takes no room while there is nothing. */
final class WarningStrip {

    private final Kit kit;
    private final Texts texts;
    private final Composite area;
    private List<Warning> shown = List.of();

    WarningStrip(Composite parent, Kit kit, Texts texts) {
        this.kit = kit;
        this.texts = texts;
        Look look = kit.look();
        area = kit.box(parent, 1);
        GridLayoutFactory.fillDefaults().extendedMargins(look.u(6), look.u(6), 0, look.u(3)).spacing(0, look.u(1)).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(area);
        area.setVisible(false);
    }

    void show(List<Warning> warnings) {
        if (warnings.equals(shown)) {
            return;
        }
        shown = List.copyOf(warnings);
        Kit.clear(area);
        for (Warning warning : shown) {
            Composite row = kit.row(area, 2);
            Tone tone = switch (warning.level()) {
                case RED -> Tone.BLOCK;
                case YELLOW -> Tone.WARN;
                case NOTE -> Tone.INFO;
            };
            kit.icon(row, tone.icon(), kit.look().tone(tone));
            kit.wrapped(row, texts.format(warning.message())).setForeground(kit.look().tone(tone));
        }
        ((GridData) area.getLayoutData()).exclude = shown.isEmpty();
        area.setVisible(!shown.isEmpty());
        area.getParent().layout(true, true);
    }
}
