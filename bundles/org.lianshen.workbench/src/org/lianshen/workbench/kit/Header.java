package org.lianshen.workbench.kit;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.lianshen.workbench.look.Look;

/** The head of a part: title, subtitle, buttons at the right. */
public final class Header {

    private final Kit kit;
    private final Composite area;
    private final Label title;
    private final Label subtitle;
    private final Composite actions;
    private final int leastTitle;

    Header(Kit kit, Composite parent, String titleText, String subtitleText) {
        this.kit = kit;
        Look look = kit.look();
        leastTitle = look.u(20);
        area = kit.row(parent, 3);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(look.u(6), look.u(4)).spacing(look.u(3), 0).applyTo(area);
        title = kit.breaking(area, titleText, look.title());
        subtitle = kit.muted(area, subtitleText);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(look.u(10), SWT.DEFAULT).applyTo(subtitle);
        actions = new Composite(area, SWT.NONE);
        actions.setBackground(area.getBackground());
        // As many columns as there are children: buttons are added one after the other.
        actions.setLayout(new RowOfButtons(look.u(2)));
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(actions);
    }

    /** For titles that are names of projects: the title has the room and breaks into lines, and gives way to the buttons; the part says its facts elsewhere. */
    public void longTitle() {
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(leastTitle, SWT.DEFAULT).applyTo(title);
        GridDataFactory.fillDefaults().exclude(true).applyTo(subtitle);
        subtitle.setVisible(false);
    }

    /** Where the part's buttons are made. */
    public Composite actions() {
        return actions;
    }

    public Label title() {
        return title;
    }

    public void set(String titleText, String subtitleText) {
        title.setText(titleText.replace("&", "&&"));
        title.setToolTipText(titleText);
        kit.shorten(subtitle, subtitleText);
        // A title that breaks into another number of lines moves what stands below.
        area.getParent().layout(true, true);
    }
}
