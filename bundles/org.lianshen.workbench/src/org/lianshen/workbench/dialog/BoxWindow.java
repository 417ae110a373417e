package org.lianshen.workbench.dialog;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.kit.RowOfButtons;
import org.lianshen.workbench.look.Look;

/** The frame of every box: content, a line, the verbs at the right; resizable; Esc turns away, Ctrl+Enter presses the first verb. */
abstract class BoxWindow {

    private final SwtDialogService service;
    private final String title;
    private final List<String> verbs;
    private final List<FlatButton> buttons = new ArrayList<>();
    private Shell shell;
    private int answer;

    BoxWindow(SwtDialogService service, String title, List<String> verbs) {
        this.service = service;
        this.title = title;
        this.verbs = verbs;
        answer = verbs.size();
    }

    /** Makes the content. */
    abstract void fill(Composite area);

    /** The window is on the screen: several lines of text take the focus only then. */
    void opened() {
    }

    /** @return false to stay open */
    boolean pressed(int verb) {
        return true;
    }

    /** Content without a place of its own takes all there is. */
    static Control content(Control content) {
        if (content.getLayoutData() == null) {
            GridDataFactory.fillDefaults().grab(true, true).applyTo(content);
        }
        return content;
    }

    Kit kit() {
        return service.kit();
    }

    FlatButton button(int verb) {
        return buttons.get(verb);
    }

    /** @return index of the pressed verb; their number if the box was closed otherwise */
    int open() {
        Shell parent = service.window();
        Look look = kit().look();
        shell = new Shell(parent, SWT.DIALOG_TRIM | SWT.RESIZE | SWT.APPLICATION_MODAL);
        shell.setText(title);
        shell.setBackground(look.surface());
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(shell);
        Composite area = kit().box(shell, 1);
        GridLayoutFactory.fillDefaults().margins(look.u(6), look.u(5)).spacing(look.u(2), look.u(2)).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        kit().line(shell);
        Composite bar = kit().row(shell, 1);
        GridLayoutFactory.fillDefaults().margins(look.u(6), look.u(3)).applyTo(bar);
        Composite row = new Composite(bar, SWT.NONE);
        row.setBackground(bar.getBackground());
        row.setLayout(new RowOfButtons(look.u(2)));
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).grab(true, false).applyTo(row);
        for (int i = 0; i < verbs.size(); i++) {
            int verb = i;
            buttons.add(i == 0 ? kit().primary(row, verbs.get(i), () -> press(verb)) : kit().button(row, verbs.get(i), () -> press(verb)));
        }
        fill(area);
        shell.addListener(SWT.Traverse, this::onReturn);
        // Several lines of text would keep Ctrl+Enter for themselves, as a new line.
        Listener verbKey = this::onKey;
        Display display = shell.getDisplay();
        display.addFilter(SWT.KeyDown, verbKey);
        shell.addListener(SWT.Dispose, event -> display.removeFilter(SWT.KeyDown, verbKey));
        placeOver(parent, look);
        shell.open();
        opened();
        while (!shell.isDisposed()) {
            if (!shell.getDisplay().readAndDispatch()) {
                shell.getDisplay().sleep();
            }
        }
        return answer;
    }

    private void onReturn(Event event) {
        boolean inLine = shell.getDisplay().getFocusControl() instanceof Text text && (text.getStyle() & SWT.SINGLE) != 0;
        if (event.detail == SWT.TRAVERSE_RETURN && inLine) {
            event.doit = false;
            buttons.get(0).press();
        }
    }

    private void onKey(Event event) {
        boolean enter = event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR;
        if (enter && (event.stateMask & SWT.MODIFIER_MASK) == SWT.MOD1 && event.widget instanceof Control control && control.getShell() == shell) {
            event.doit = false;
            event.type = SWT.None; // nobody else gets it
            buttons.get(0).press();
        }
    }

    private void press(int verb) {
        if (pressed(verb)) {
            answer = verb;
            shell.close();
        }
    }

    private void placeOver(Shell parent, Look look) {
        Point natural = shell.computeSize(SWT.DEFAULT, SWT.DEFAULT);
        Rectangle room = parent == null ? shell.getMonitor().getClientArea() : parent.getMonitor().getClientArea();
        int width = Math.min(Math.max(look.u(90), Math.min(natural.x, look.u(200))), room.width);
        int height = Math.min(shell.computeSize(width, SWT.DEFAULT).y, room.height);
        Rectangle over = parent == null ? room : parent.getBounds();
        shell.setBounds(over.x + (over.width - width) / 2, over.y + Math.max(0, (over.height - height) / 3), width, height);
        shell.setMinimumSize(Math.min(width, look.u(80)), Math.min(height, look.u(40)));
    }
}
