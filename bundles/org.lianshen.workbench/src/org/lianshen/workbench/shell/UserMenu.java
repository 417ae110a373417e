package org.lianshen.workbench.shell;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.Platform;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.identity.Permission;
import org.lianshen.workbench.admin.AdminPart;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.packs.PackPart;
import org.lianshen.workbench.settings.Settings;
import org.lianshen.workbench.text.Language;
import org.lianshen.workbench.text.WorkbenchMessages;

/** The menu at the person's name: language, theme, window layout, about, sign-out. */
@Creatable
final class UserMenu {

    private final WorkbenchMessages messages;
    private final DialogService dialogs;
    private final Settings settings;
    private final SignIn signIn;
    private final Redress redress;
    private final Opener opener;

    /** What can be done here; the search box finds it too. */
    record Entry(Icon icon, String label, boolean checked, Runnable run) {
    }

    @Inject
    UserMenu(WorkbenchMessages messages, DialogService dialogs, Settings settings, SignIn signIn, Redress redress, Opener opener) {
        this.messages = messages;
        this.dialogs = dialogs;
        this.settings = settings;
        this.signIn = signIn;
        this.redress = redress;
        this.opener = opener;
    }

    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        entries.addAll(languages());
        entries.addAll(themes());
        entries.addAll(acts());
        return entries;
    }

    private List<Entry> acts() {
        List<Entry> entries = new ArrayList<>();
        if (signIn.session().map(SignedIn::actor).filter(UserMenu::manages).isPresent()) {
            entries.add(new Entry(Icon.PERSON_GEAR, messages.manage, false, () -> opener.open(AdminPart.ID)));
        }
        if (signIn.session().isPresent()) {
            entries.add(new Entry(Icon.SLIDERS, messages.rulePack, false, () -> opener.open(PackPart.ID)));
        }
        if (signIn.session().map(SignedIn::actor).filter(Carrying::may).isPresent()) {
            entries.add(new Entry(Icon.ARCHIVE, messages.openPackage, false, () -> opener.open(Opener.PACKAGES)));
        }
        entries.add(new Entry(Icon.WINDOW_SIDEBAR, messages.resetLayout, false, this::resetLayout));
        entries.add(new Entry(Icon.INFO_CIRCLE, messages.about, false, this::about));
        entries.add(new Entry(Icon.BOX_ARROW_RIGHT, messages.signOut, false, signIn::leave));
        return entries;
    }

    void open(Control at) {
        Menu menu = new Menu(at.getShell(), SWT.POP_UP);
        languages().forEach(entry -> item(menu, SWT.RADIO, entry));
        new MenuItem(menu, SWT.SEPARATOR);
        themes().forEach(entry -> item(menu, SWT.RADIO, entry));
        new MenuItem(menu, SWT.SEPARATOR);
        acts().forEach(entry -> item(menu, SWT.PUSH, entry));
        menu.setLocation(at.toDisplay(0, at.getSize().y));
        menu.addListener(SWT.Hide, event -> at.getDisplay().asyncExec(menu::dispose));
        menu.setVisible(true);
    }

    private static boolean manages(Actor actor) {
        return actor.may(Permission.ADMINISTER) || actor.may(Permission.BACKUP) || actor.may(Permission.VERIFY_AUDIT);
    }

    private List<Entry> languages() {
        Language now = messages.language();
        return List.of(new Entry(Icon.TRANSLATE, messages.chinese, now == Language.CHINESE, () -> redress.speak(Language.CHINESE)),
                new Entry(Icon.TRANSLATE, messages.english, now == Language.ENGLISH, () -> redress.speak(Language.ENGLISH)));
    }

    private List<Entry> themes() {
        Theme now = Theme.of(settings.get(Settings.THEME));
        return List.of(new Entry(Icon.SUN, messages.themePlatform, now == Theme.PLATFORM, () -> redress.wear(Theme.PLATFORM)),
                new Entry(Icon.SUN, messages.themeLight, now == Theme.LIGHT, () -> redress.wear(Theme.LIGHT)),
                new Entry(Icon.MOON, messages.themeDark, now == Theme.DARK, () -> redress.wear(Theme.DARK)));
    }

    private static void item(Menu menu, int style, Entry entry) {
        MenuItem item = new MenuItem(menu, style);
        item.setText(entry.label());
        item.setSelection(entry.checked());
        item.addListener(SWT.Selection, event -> {
            if (style != SWT.RADIO || item.getSelection() && !entry.checked()) {
                entry.run().run();
            }
        });
    }

    private void resetLayout() {
        if (dialogs.confirm(messages.resetLayout, messages.resetLayoutText, messages.resetLayoutVerb)) {
            settings.keys("grid.").forEach(key -> {
                if (key.endsWith(".columns")) {
                    settings.set(key, null);
                }
            });
            settings.set(LifeCycle.RESET_LAYOUT, "true");
            redress.closeTabs();
        }
    }

    private void about() {
        dialogs.inform(messages.about, messages.format(messages.aboutText, Platform.getProduct().getDefiningBundle().getVersion().toString(), System.getProperty("java.version")));
    }
}
