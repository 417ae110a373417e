package org.lianshen.workbench.kit;

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
    private final ActionRow buttons;
    private final HeadLayout layout;

    Header(Kit kit, Composite parent, String titleText, String subtitleText) {
        this.kit = kit;
        Look look = kit.look();
        area = kit.row(parent, 3);
        title = kit.breaking(area, titleText, look.title());
        subtitle = kit.muted(area, subtitleText);
        actions = new Composite(area, SWT.NONE);
        actions.setBackground(area.getBackground());
        buttons = new ActionRow(kit, actions, look.u(2));
        actions.setLayout(buttons);
        layout = new HeadLayout(title, subtitle, actions, look.u(6), look.u(4), look.u(3), look.u(20), look.u(60));
        area.setLayout(layout);
    }

    /** For titles that are names of projects: the title has the room and breaks into lines, and gives way to the buttons; the part says its facts elsewhere. */
    public void longTitle() {
        layout.longTitle();
        subtitle.setVisible(false);
    }

    /** Where the part's buttons are made. */
    public Composite actions() {
        return actions;
    }

    /** Takes the part's buttons away, to make them anew. */
    public void clearActions() {
        buttons.clear(actions);
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
