package org.lianshen.workbench.shell;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.text.Language;
import org.lianshen.workbench.text.WorkbenchMessages;

/** The top of the window: what this is, which place and year, the one search box, and who. */
final class TopBar {

    private final Kit kit;
    private final WorkbenchMessages messages;
    private final SearchBox search;
    private final UserMenu menu;

    @Inject
    TopBar(Kit kit, WorkbenchMessages messages, SearchBox search, UserMenu menu) {
        this.kit = kit;
        this.messages = messages;
        this.search = search;
        this.menu = menu;
    }

    @PostConstruct
    void create(Composite parent, SignedIn session) {
        Look look = kit.look();
        Composite frame = kit.box(parent, 1);
        frame.setBackground(look.surface());
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(frame);
        Composite bar = kit.row(frame, 5);
        GridLayoutFactory.fillDefaults().numColumns(5).margins(look.u(4), look.u(2)).spacing(look.u(3), 0).applyTo(bar);
        Label sign = new Label(bar, SWT.NONE);
        sign.setImage(look.icon(Icon.SHIELD_CHECK, look.accent(), look.u(5)));
        sign.setBackground(bar.getBackground());
        kit.label(bar, messages.product, look.section(), look.text());
        String place = messages.language() == Language.CHINESE ? session.pack().name() : session.pack().nameEn();
        Label where = kit.muted(bar, messages.format(messages.placeYear, place, Integer.toString(session.year())));
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.CENTER).indent(0, 0).hint(look.characters(24), SWT.DEFAULT).applyTo(where);
        search.create(bar);
        FlatButton who = kit.quiet(bar, session.actor().display(), () -> {
        }).icon(Icon.PERSON).hint(messages.userMenu).named(messages.format(messages.userMenuOf, session.actor().display()));
        who.onPress(() -> menu.open(who));
        kit.line(frame);
    }
}
