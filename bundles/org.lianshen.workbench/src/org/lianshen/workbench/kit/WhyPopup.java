package org.lianshen.workbench.kit;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.text.WorkbenchMessages;

/** Shows a {@link Why} below the control that was asked. Esc or a click elsewhere closes it. */
public final class WhyPopup {

    private final Kit kit;
    private final Look look;
    private final WorkbenchMessages messages;

    WhyPopup(Kit kit, WorkbenchMessages messages) {
        this.kit = kit;
        this.look = kit.look();
        this.messages = messages;
    }

    Shell open(Control asked, Why why) {
        Shell popup = new Shell(asked.getShell(), SWT.TOOL | SWT.RESIZE | SWT.CLOSE);
        popup.setText(messages.whyTitle);
        popup.setBackground(look.surface());
        GridLayoutFactory.fillDefaults().applyTo(popup);
        fill(popup, why);
        popup.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_ESCAPE) {
                popup.close();
            }
        });
        popup.addListener(SWT.Deactivate, event -> popup.getDisplay().asyncExec(() -> {
            if (!popup.isDisposed()) {
                popup.close();
            }
        }));
        Point size = popup.computeSize(look.u(120), SWT.DEFAULT);
        popup.setSize(size);
        popup.setLocation(place(asked, size));
        popup.open();
        return popup;
    }

    private void fill(Shell popup, Why why) {
        Composite body = kit.box(popup, 1);
        GridLayoutFactory.fillDefaults().margins(look.u(4), look.u(4)).spacing(0, look.u(2)).applyTo(body);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        Composite head = kit.row(body, 2);
        new StateTag(head, look, why.tone(), word(why.tone()));
        kit.wrapped(head, why.verdict());
        if (!why.rule().isEmpty()) {
            kit.pair(pairs(body), messages.whyRule, why.rule());
        }
        for (Why.Clause clause : why.clauses()) {
            kit.line(body);
            Composite place = kit.row(body, 2);
            kit.wrapped(place, clause.document() + (clause.place().isEmpty() ? "" : " " + clause.place()));
            new StateTag(place, look, clause.verified() ? Tone.OK : Tone.WARN, clause.verified() ? messages.clauseVerified : messages.clauseUnverified);
            if (!clause.quote().isEmpty()) {
                kit.wrapped(body, messages.format(messages.quoted, clause.quote())).setForeground(look.muted());
            }
        }
        if (!why.compared().isEmpty()) {
            kit.line(body);
            kit.section(body, messages.whyCompared);
            Composite pairs = pairs(body);
            for (Why.Value value : why.compared()) {
                kit.pair(pairs, value.name(), value.source().isEmpty() ? value.value() : messages.format(messages.valueFrom, value.value(), value.source()));
            }
        }
    }

    private Composite pairs(Composite body) {
        Composite pairs = kit.pairs(body);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(pairs);
        return pairs;
    }

    private String word(Tone tone) {
        return switch (tone) {
            case OK -> messages.toneOk;
            case WARN -> messages.toneWarn;
            case BLOCK -> messages.toneBlock;
            case INFO -> messages.toneInfo;
            case NEUTRAL -> messages.toneNeutral;
        };
    }

    private static Point place(Control asked, Point size) {
        Point below = asked.toDisplay(0, asked.getSize().y);
        Rectangle monitor = asked.getMonitor().getClientArea();
        int x = Math.max(monitor.x, Math.min(below.x, monitor.x + monitor.width - size.x));
        int y = below.y + size.y > monitor.y + monitor.height ? Math.max(monitor.y, asked.toDisplay(0, 0).y - size.y) : below.y;
        return new Point(x, y);
    }
}
