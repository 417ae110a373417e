package org.lianshen.workbench.kit;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Listener;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.text.WorkbenchMessages;

/** A line across a part that tells something about it without taking the place of anything; hidden until there is something to tell. */
public final class Banner extends Composite {

    private final Kit kit;
    private final WorkbenchMessages messages;
    private boolean waiting;

    Banner(Kit kit, Composite parent, WorkbenchMessages messages) {
        super(parent, SWT.NONE);
        this.kit = kit;
        this.messages = messages;
        Look look = kit.look();
        GridLayoutFactory.fillDefaults().numColumns(4).margins(look.u(6), look.u(1)).spacing(look.u(2), 0).applyTo(this);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(this);
        setVisible(false);
    }

    /** 已有更新: the data changed elsewhere. Nothing jumps; {@code refresh} runs when the person asks. */
    public void showOutdated(Runnable refresh) {
        show(Tone.INFO, messages.outdated, messages.refresh, () -> {
            hide();
            refresh.run();
        });
    }

    /**
     * The same for a list that holds nothing typed. Out of sight there are no eyes for it to jump under: what changed while another part stood in front is read when the list
     * comes into sight again.
     */
    public void showOutdatedList(Runnable refresh) {
        if (getParent().isVisible()) {
            showOutdated(refresh);
        } else if (!waiting) {
            waiting = true;
            getParent().addListener(SWT.Paint, new Listener() {
                @Override
                public void handleEvent(Event event) {
                    getParent().removeListener(SWT.Paint, this);
                    waiting = false;
                    getDisplay().asyncExec(() -> {
                        if (!isDisposed()) {
                            refresh.run();
                        }
                    });
                }
            });
        }
    }

    /** @param act verb of the button; null for none */
    public void show(Tone tone, String text, String act, Runnable action) {
        Kit.clear(this);
        Look look = kit.look();
        setBackground(look.tint(tone));
        kit.icon(this, tone.icon(), look.tone(tone));
        Label words = kit.wrapped(this, text);
        words.setForeground(look.tone(tone));
        if (act != null) {
            kit.quiet(this, act, action);
        }
        kit.iconButton(this, org.lianshen.workbench.look.Icon.X, messages.close, this::hide);
        setShown(true);
    }

    public void hide() {
        setShown(false);
    }

    private void setShown(boolean shown) {
        if (isDisposed()) {
            return;
        }
        ((GridData) getLayoutData()).exclude = !shown;
        setVisible(shown);
        getParent().layout(true);
        layout(true);
    }
}
