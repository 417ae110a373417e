package org.lianshen.review.ui;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.lianshen.model.Message;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;

/** What is missing before a meeting can be closed. */
final class ObstacleSide {

    /** What is missing is listed up to here, a line each; all of it is counted and stands in the tooltip, so that agenda and seats keep their place. */
    private static final int LISTED = 2;

    private final Kit kit;
    private final ReviewMessages messages;
    private final Texts texts;
    private final Composite area;
    private List<Message> missing = List.of();

    ObstacleSide(Composite parent, Kit kit, ReviewMessages messages, Texts texts) {
        this.kit = kit;
        this.messages = messages;
        this.texts = texts;
        Look look = kit.look();
        area = new Composite(parent, SWT.NONE);
        area.setBackground(look.surface());
        GridLayoutFactory.fillDefaults().margins(look.u(6), look.u(2)).spacing(0, look.u(1)).applyTo(area);
        // As tall with one as with many: the seats stay under the hand while names are typed.
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, look.u(21)).applyTo(area);
    }

    /** The first thing that is missing, in words; empty where nothing is. */
    String first() {
        return missing.isEmpty() ? "" : texts.format(missing.getFirst());
    }

    /** @param found null for a closed meeting, which nothing keeps from being closed any more */
    void show(List<Message> found) {
        missing = found == null ? List.of() : found;
        Kit.clear(area);
        ((GridData) area.getLayoutData()).exclude = found == null;
        if (found == null) {
            area.requestLayout();
            return;
        }
        if (missing.isEmpty()) {
            kit.toned(area, Tone.OK, messages.noObstacles);
        } else {
            kit.bold(area, messages.format(messages.obstacles, missing.size())).setToolTipText(String.join("\n", missing.stream().map(texts::format).toList()));
            missing.stream().limit(LISTED).forEach(message -> {
                Label line = kit.muted(area, "");
                line.setForeground(kit.look().tone(Tone.WARN));
                GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
                kit.shorten(line, texts.format(message));
            });
        }
        area.getParent().layout(true, true);
    }
}
