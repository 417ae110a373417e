package org.lianshen.workbench.shell;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.lianshen.service.store.StoreLocation;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.task.Tasks;
import org.lianshen.workbench.text.WorkbenchMessages;

/** The bottom of the window: who, which store, which year; what was said last; what runs, how far, with a way to cancel it. */
final class StatusLine {

    /** Work that ends within a blink is not shown: the line would only flicker. */
    private static final int SHOW_AFTER = 400;
    private static final int SAID_FOR = 10_000;

    private final Kit kit;
    private final Look look;
    private final WorkbenchMessages messages;
    private final WindowStatus status;
    private Composite area;
    private Label said;
    private Label label;
    private ProgressBar bar;
    private Label percent;
    private FlatButton cancel;
    private Composite progress;
    private String lastSaid = "";
    private Tasks.Task shown;

    @Inject
    StatusLine(Kit kit, WorkbenchMessages messages, WindowStatus status) {
        this.kit = kit;
        this.look = kit.look();
        this.messages = messages;
        this.status = status;
    }

    @PostConstruct
    void create(Composite parent, SignedIn session) {
        Composite frame = kit.box(parent, 1);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(frame);
        frame.setBackground(look.raised());
        kit.line(frame);
        area = kit.row(frame, 6);
        GridLayoutFactory.fillDefaults().numColumns(6).margins(look.u(4), look.u(1.25)).spacing(look.u(2), 0).applyTo(area);
        // As tall with a task's button as without: the parts above stay where they are.
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, look.u(8)).applyTo(area);
        Label who = kit.caption(area, who(session));
        who.setToolTipText(session.actor().name());
        Label sign = new Label(area, SWT.NONE);
        sign.setBackground(area.getBackground());
        boolean folder = session.location() instanceof StoreLocation.Folder;
        sign.setImage(look.icon(folder ? Icon.HDD : Icon.HDD_NETWORK, look.tone(Tone.OK), look.u(3)));
        GridDataFactory.swtDefaults().indent(look.u(3), 0).applyTo(sign);
        kit.caption(area, folder ? messages.storeHere : messages.storeServer).setToolTipText(session.location().toString());
        kit.caption(area, messages.format(messages.yearOf, Integer.toString(session.year())));
        said = kit.caption(area, "");
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).indent(look.u(4), 0).hint(look.u(20), SWT.DEFAULT).applyTo(said);
        progress();
        Display display = parent.getDisplay();
        Runnable gone = status.listen(() -> {
            if (!display.isDisposed()) {
                display.asyncExec(() -> update(display));
            }
        });
        frame.addListener(SWT.Dispose, event -> gone.run());
    }

    private String who(SignedIn session) {
        return session.of() == null ? session.actor().display() : messages.format(messages.whoOf, session.of(), session.actor().display());
    }

    private void progress() {
        progress = kit.box(area, 4);
        GridLayoutFactory.fillDefaults().numColumns(4).spacing(look.u(2), 0).applyTo(progress);
        GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).exclude(true).applyTo(progress);
        progress.setVisible(false);
        label = kit.caption(progress, "");
        bar = new ProgressBar(progress, look);
        GridDataFactory.swtDefaults().hint(look.u(36), look.u(1.5)).applyTo(bar);
        percent = kit.caption(progress, "");
        cancel = kit.quiet(progress, messages.cancel, () -> {
            if (shown != null) {
                shown.cancel();
            }
        });
        GridDataFactory.swtDefaults().hint(SWT.DEFAULT, look.u(5.5)).applyTo(cancel);
    }

    private void update(Display display) {
        if (area.isDisposed()) {
            return;
        }
        say(display);
        List<Tasks.Running> running = status.running();
        if (running.isEmpty()) {
            show(false);
            shown = null;
        } else if (progress.getVisible()) {
            put(running.getLast(), running.size());
        } else {
            display.timerExec(SHOW_AFTER, () -> {
                List<Tasks.Running> still = status.running();
                if (!area.isDisposed() && !still.isEmpty() && still.getFirst().task() == running.getFirst().task()) {
                    show(true);
                    put(still.getLast(), still.size());
                }
            });
        }
    }

    private void say(Display display) {
        String text = status.said();
        if (!text.equals(lastSaid)) {
            lastSaid = text;
            said.setText(text.replace("&", "&&"));
            said.setToolTipText(text);
            said.getAccessible().sendEvent(ACC.EVENT_NAME_CHANGED, null);
            display.timerExec(SAID_FOR, () -> {
                if (!said.isDisposed() && lastSaid.equals(text)) {
                    said.setText("");
                    lastSaid = "";
                    status.forget(text);
                }
            });
        }
    }

    private void put(Tasks.Running running, int count) {
        shown = running.task();
        label.setText((count > 1 ? messages.format(messages.runningMore, running.label(), count - 1) : running.label()).replace("&", "&&"));
        int share = running.total() > 0 ? (int) (running.done() * 100 / running.total()) : -1;
        bar.set(share);
        percent.setText(share < 0 ? "" : share + "%");
        cancel.hint(messages.format(messages.cancelTask, running.label()));
        area.layout(true, true);
    }

    private void show(boolean visible) {
        if (progress.getVisible() != visible) {
            ((GridData) progress.getLayoutData()).exclude = !visible;
            progress.setVisible(visible);
            area.layout(true, true);
        }
    }
}
