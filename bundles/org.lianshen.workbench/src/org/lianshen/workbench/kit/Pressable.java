package org.lianshen.workbench.kit;

import java.util.Arrays;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleActionAdapter;
import org.eclipse.swt.accessibility.AccessibleActionEvent;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.lianshen.workbench.look.Look;

/**
 * A drawn control that is pressed: by mouse, Space, Enter, or a screen reader's action. It takes part in tabbing, shows where the focus is, and tells its name and role.
 * Fires {@link SWT#Selection}.
 */
public abstract class Pressable extends Canvas {

    protected final Look look;
    private final int role;
    private boolean hovered;
    private boolean pressed;

    protected Pressable(Composite parent, Look look, int role) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.look = look;
        this.role = role;
        setBackground(parent.getBackground());
        setFont(look.base());
        addListener(SWT.Paint, event -> {
            event.gc.setAntialias(SWT.ON);
            event.gc.setTextAntialias(SWT.ON);
            Rectangle area = getClientArea();
            if (area.width > 0 && area.height > 0) {
                draw(event.gc, area);
            }
        });
        addListener(SWT.KeyDown, this::onKey);
        addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_RETURN);
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        addListener(SWT.MouseEnter, event -> setHovered(true));
        addListener(SWT.MouseExit, event -> setHovered(false));
        addListener(SWT.MouseDown, event -> onMouseDown(event));
        addListener(SWT.MouseUp, event -> onMouseUp(event));
        makeAccessible();
    }

    /** Draws everything except the focus ring, which is drawn by {@link #drawFocus}. */
    protected abstract void draw(GC gc, Rectangle area);

    /** What a screen reader says. */
    protected abstract String name();

    /** Whether pressing does something. */
    protected boolean isPressable() {
        return isEnabled();
    }

    protected boolean isHovered() {
        return hovered;
    }

    protected void drawFocus(GC gc, Rectangle area, int arc) {
        if (isFocusControl()) {
            gc.setForeground(look.accent());
            gc.setLineWidth(2);
            gc.drawRoundRectangle(area.x + 1, area.y + 1, area.width - 3, area.height - 3, arc, arc);
            gc.setLineWidth(1);
        }
    }

    /** As if the person had pressed it. */
    public void press() {
        if (isPressable()) {
            notifyListeners(SWT.Selection, new Event());
        }
    }

    public void onPress(Runnable action) {
        addListener(SWT.Selection, event -> action.run());
    }

    private void onKey(Event event) {
        if (event.character == ' ' || event.character == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
            if ((event.stateMask & SWT.MODIFIER_MASK) == 0) {
                press();
            }
        }
    }

    private void onMouseDown(Event event) {
        if (event.button == 1) {
            pressed = true;
            setFocus();
        }
    }

    private void onMouseUp(Event event) {
        boolean released = pressed && event.button == 1 && getClientArea().contains(event.x, event.y);
        pressed = false;
        if (released) {
            press();
        }
    }

    private void setHovered(boolean hovered) {
        this.hovered = hovered;
        redraw();
    }

    private void makeAccessible() {
        Kit.name(this, this::name);
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getHelp(AccessibleEvent event) {
                event.result = getToolTipText();
            }
        });
        getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = role;
            }

            @Override
            public void getState(AccessibleControlEvent event) {
                event.detail = ACC.STATE_FOCUSABLE | (isFocusControl() ? ACC.STATE_FOCUSED : 0) | (isPressable() ? 0 : ACC.STATE_DISABLED) | extraState();
            }
        });
        getAccessible().addAccessibleActionListener(new AccessibleActionAdapter() {
            @Override
            public void getActionCount(AccessibleActionEvent event) {
                event.count = 1;
            }

            @Override
            public void getName(AccessibleActionEvent event) {
                event.result = name();
            }

            @Override
            public void doAction(AccessibleActionEvent event) {
                // Afterwards: the asking accessible object must outlive the question, even where the press takes this button away.
                getDisplay().asyncExec(() -> {
                    if (!isDisposed() && !isBehindBox()) {
                        press();
                    }
                });
                event.result = ACC.OK;
            }
        });
    }

    /** Mouse and keys do not reach what a modal box stands before; a screen reader's action would. */
    private boolean isBehindBox() {
        int modal = SWT.PRIMARY_MODAL | SWT.APPLICATION_MODAL | SWT.SYSTEM_MODAL;
        for (Shell shell : getDisplay().getShells()) {
            if (shell != getShell() && shell.isVisible() && (shell.getStyle() & modal) != 0 && Arrays.asList(getShell().getShells()).contains(shell)) {
                return true;
            }
        }
        return false;
    }

    /** Accessible states beyond focus and enablement. */
    protected int extraState() {
        return 0;
    }
}
