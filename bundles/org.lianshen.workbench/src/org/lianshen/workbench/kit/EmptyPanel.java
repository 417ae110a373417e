package org.lianshen.workbench.kit;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Look;

/** Stands where a list would be: what would appear here, and what to do now. */
public final class EmptyPanel extends Composite {

    EmptyPanel(Kit kit, Composite parent, Icon icon, String what, String todo, String act, Runnable action) {
        super(parent, SWT.NONE);
        Look look = kit.look();
        setBackground(parent.getBackground());
        GridLayoutFactory.fillDefaults().margins(look.u(6), look.u(10)).spacing(0, look.u(2)).applyTo(this);
        Label sign = new Label(this, SWT.NONE);
        sign.setBackground(getBackground());
        sign.setImage(look.icon(icon, look.muted(), look.u(8)));
        GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.END).grab(true, true).applyTo(sign);
        line(kit, what).setFont(look.section());
        Label next = line(kit, todo);
        next.setForeground(look.muted());
        if (act != null) {
            FlatButton button = kit.primary(this, act, action);
            GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.BEGINNING).indent(0, look.u(2)).applyTo(button);
        }
        Label rest = kit.text(this, "");
        GridDataFactory.swtDefaults().grab(true, true).applyTo(rest);
    }

    private Label line(Kit kit, String text) {
        Label label = new Label(this, SWT.WRAP | SWT.CENTER);
        label.setText(text.replace("&", "&&"));
        label.setFont(kit.look().base());
        label.setForeground(kit.look().text());
        label.setBackground(getBackground());
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).grab(true, false).applyTo(label);
        return label;
    }
}
