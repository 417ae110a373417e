package org.lianshen.workbench.shell;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.lianshen.model.pack.RulePack;
import org.lianshen.service.Session;
import org.lianshen.service.Sessions;
import org.lianshen.service.packs.RulePacks;
import org.lianshen.service.store.StoreLocation;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.settings.Settings;
import org.lianshen.workbench.task.Tasks;
import org.lianshen.workbench.text.WorkbenchMessages;

/**
 * What stands in the window while nobody is signed in: the first start (place, kind of store, sample data, folder), the sign-in of a store with accounts, or why a store
 * cannot be opened and what to do. A one-person store opens by itself.
 */
final class GatePart {

    private final Kit kit;
    private final Look look;
    private final WorkbenchMessages messages;
    private final Texts texts;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final Settings settings;
    private final ProgramFolder folder;
    private final SignIn signIn;
    private final Sessions sessions;
    private final RulePacks packs;
    private final Clock clock;
    private ScrolledComposite scroll;
    private Composite page;
    private Runnable focus = () -> {
    };

    @Inject
    GatePart(Kit kit, WorkbenchMessages messages, Texts texts, Tasks tasks, DialogService dialogs, Settings settings, ProgramFolder folder, SignIn signIn, @Optional Sessions sessions,
            @Optional RulePacks packs, Clock clock) {
        this.kit = kit;
        this.look = kit.look();
        this.messages = messages;
        this.texts = texts;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.settings = settings;
        this.folder = folder;
        this.signIn = signIn;
        this.sessions = sessions;
        this.packs = packs;
        this.clock = clock;
    }

    @PostConstruct
    void create(Composite parent) {
        Composite whole = kit.page(parent);
        scroll = kit.scroll(whole);
        scroll.setBackground(look.surface());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(scroll);
        scroll.addListener(SWT.Resize, event -> fit());
        if (sessions == null || packs == null) {
            trouble(messages.noStoreProvider, messages.noStoreProviderNow, null);
        } else {
            look(location());
        }
    }

    @Focus
    void focus() {
        focus.run();
    }

    private StoreLocation location() {
        return StoreLocation.of(settings.get(Settings.STORE).orElse(folder.store().toString()));
    }

    /** Looks what stands at the location and shows the page for it. A person who has just signed out is asked, even where nothing has to be typed. */
    private void look(StoreLocation at) {
        Composite area = fresh(messages.product, messages.format(messages.opening, at));
        tasks.run(area, messages.openingStore, progress -> sessions.look(at), state -> {
            switch (state) {
                case NONE -> firstStart(at);
                case ONE_PERSON -> onePerson(at);
                case ACCOUNTS -> askAccount(at);
                case HELD, DAMAGED -> open(at, null);
            }
        }, failure -> trouble(failure.message(), messages.storeTroubleNow, at));
    }

    private void firstStart(StoreLocation at) {
        Composite area = fresh(messages.firstStart, messages.firstStartText);
        tasks.run(area, messages.loadingPlaces, progress -> packs.all(), all -> ask(area, new FirstStartModel(messages, texts, places(all), at.toString()), ""), failure -> trouble(failure.message(), "", at));
    }

    private void ask(Composite area, FirstStartModel model, String refused) {
        FirstStartPage start = new FirstStartPage(kit, area, model, refused, dialogs, this::create);
        focus = start::setFocus;
        fit();
        focus();
    }

    /** Names of the places whose pack is valid today, by place; the general one last. */
    private Map<String, String> places(java.util.List<RulePack> all) {
        LocalDate today = LocalDate.now(clock);
        Map<String, String> places = new LinkedHashMap<>();
        all.stream().filter(pack -> pack.validOn(today) && !pack.place().equals("common")).forEach(pack -> places.putIfAbsent(pack.place(), name(pack)));
        all.stream().filter(pack -> pack.place().equals("common")).forEach(pack -> places.putIfAbsent(pack.place(), name(pack)));
        return places;
    }

    private String name(RulePack pack) {
        return messages.language() == org.lianshen.workbench.text.Language.CHINESE ? pack.name() : pack.nameEn();
    }

    private void create(FirstStartModel model) {
        StoreLocation at = StoreLocation.of(model.location());
        Composite area = fresh(messages.firstStart, messages.format(messages.creating, at));
        ProgressBar bar = new ProgressBar(area, SWT.INDETERMINATE);
        Kit.name(bar, messages.creatingStore);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        fit();
        tasks.run(area, messages.creatingStore, progress -> {
            Session begun = model.begin(sessions, at);
            return begun == null ? null : SignedIn.of(begun);
        }, session -> {
            if (session == null) {
                settings.set(Settings.STORE, at.toString());
                askAccount(at);
            } else {
                enter(at, session);
            }
        }, failure -> tasks.run(area, messages.openingStore, progress -> sessions.look(at) != Sessions.StoreState.NONE, made -> {
            if (made) {
                trouble(failure.message(), messages.storeTroubleNow, at);
            } else {
                ask(fresh(messages.firstStart, messages.firstStartText), model, failure.message());
            }
        }));
    }

    private void onePerson(StoreLocation at) {
        if (!signIn.hasLeft()) {
            open(at, null);
            return;
        }
        Composite area = fresh(messages.signedOut, messages.format(messages.signInText, at));
        var again = kit.primary(area, messages.enterAgain, () -> open(at, null));
        GridDataFactory.swtDefaults().indent(0, look.u(3)).applyTo(again);
        focus = again::setFocus;
        otherStore(area);
        fit();
        focus();
    }

    private void askAccount(StoreLocation at) {
        Composite area = fresh(messages.signIn, messages.format(messages.signInText, at));
        SignInPage ask = new SignInPage(kit, area, settings.get(Settings.ACCOUNT).orElse(""), (page, credentials) -> tasks.run(area, messages.openingStore,
                progress -> SignedIn.of(sessions.open(at, credentials)), session -> {
                    settings.set(Settings.ACCOUNT, credentials.name());
                    enter(at, session);
                }, failure -> {
                    page.refused(failure.message());
                    fit();
                }));
        focus = ask::setFocus;
        otherStore(area);
        fit();
        focus();
    }

    private void open(StoreLocation at, Sessions.Credentials credentials) {
        Composite area = page;
        tasks.run(area, messages.openingStore, progress -> SignedIn.of(sessions.open(at, credentials)), session -> enter(at, session),
                failure -> trouble(failure.message(), messages.storeTroubleNow, at));
    }

    private void enter(StoreLocation at, SignedIn session) {
        settings.set(Settings.STORE, at.toString());
        signIn.enter(session);
    }

    /** Why it cannot be opened, and what to do: try again, or take another. */
    private void trouble(String what, String now, StoreLocation at) {
        Composite area = fresh(messages.cannotOpen, "");
        Composite panel = kit.card(area, 2);
        panel.setBackground(look.tint(Tone.WARN));
        Label sign = kit.icon(panel, Icon.LOCK, look.tone(Tone.WARN));
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(sign);
        kit.wrapped(panel, what);
        if (!now.isEmpty()) {
            kit.text(panel, "");
            kit.wrapped(panel, now).setForeground(look.muted());
        }
        if (at != null) {
            var retry = kit.primary(area, messages.retry, () -> look(at));
            GridDataFactory.swtDefaults().indent(0, look.u(3)).applyTo(retry);
            focus = retry::setFocus;
            otherStore(area);
        }
        fit();
        focus();
    }

    private void otherStore(Composite area) {
        Composite row = kit.row(area, 2);
        GridDataFactory.fillDefaults().grab(true, false).indent(0, look.u(5)).applyTo(row);
        kit.link(row, messages.otherFolder, () -> dialogs.chooseFolder(messages.otherFolder, existing(folder.store())).ifPresent(chosen -> take(chosen.toString())));
        kit.link(row, messages.otherServer, () -> dialogs.ask(messages.otherServer, messages.serverUrl, "jdbc:postgresql://",
                url -> url.strip().matches("jdbc:postgresql://.+/.+") ? null : messages.serverUrlWrong).ifPresent(this::take));
    }

    private void take(String location) {
        settings.set(Settings.STORE, location.strip());
        look(location());
    }

    private static Path existing(Path path) {
        return Files.isDirectory(path) ? path : path.getParent();
    }

    /** An empty page with a heading; what was there goes. */
    private Composite fresh(String heading, String text) {
        if (page != null) {
            page.dispose();
        }
        focus = () -> {
        };
        page = kit.box(scroll, 1);
        GridLayoutFactory.fillDefaults().margins(look.u(6), look.u(12)).applyTo(page);
        scroll.setContent(page);
        Composite area = kit.box(page, 1);
        GridLayoutFactory.fillDefaults().spacing(0, look.u(2)).applyTo(area);
        GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.BEGINNING).grab(true, false).hint(look.characters(84), SWT.DEFAULT).applyTo(area);
        Label sign = kit.icon(area, Icon.SHIELD_CHECK, look.accent());
        sign.setImage(look.icon(Icon.SHIELD_CHECK, look.accent(), look.u(8)));
        kit.title(area, heading);
        if (!text.isEmpty()) {
            kit.wrapped(area, text).setForeground(look.muted());
        }
        fit();
        return area;
    }

    private void fit() {
        if (page != null && !page.isDisposed()) {
            int width = scroll.getClientArea().width;
            scroll.setMinHeight(page.computeSize(width, SWT.DEFAULT).y);
            page.layout(true, true);
        }
    }
}
