package org.lianshen.review.ui;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.exchange.KeyWord.Standing;
import org.lianshen.model.exchange.OwnKey;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.service.Changes;
import org.lianshen.service.ExchangeService;
import org.lianshen.service.ExchangeService.KnownKey;
import org.lianshen.service.Session;
import org.lianshen.service.store.StoreLocation;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Mark;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.dialog.FileKind;
import org.lianshen.workbench.grid.Grid;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Banner;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Header;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.PartActions;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.task.Tasks;

/** Keys of packages: this store's own, and whom it trusts. */
public final class KeysPart implements PartActions {

    static final String ID = "org.lianshen.review.part.keys";
    private static final String EXTENSION = "lscard";

    private final Kit kit;
    private final Texts texts;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final Session session;
    private final ExchangeService exchange;
    private final PackageMessages messages;
    private final PackageActions actions;

    private final Composite page;
    private final Header header;
    private final Banner banner;
    private final Grid<KnownKey> grid;
    private final FlatButton make;
    private final FlatButton card;
    private final FlatButton importCard;
    private final FlatButton withdraw;
    private final FlatButton trust;
    private OwnKey own;

    @Inject
    public KeysPart(Composite parent, Kit kit, Grids grids, Texts texts, Tasks tasks, DialogService dialogs, Updates updates, Session session, ExchangeService exchange, PackageMessages messages) {
        this.kit = kit;
        this.texts = texts;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.session = session;
        this.exchange = exchange;
        this.messages = messages;
        actions = new PackageActions(kit, dialogs, messages);
        page = kit.page(parent);
        header = kit.header(page, messages.keysTitle, "");
        make = kit.button(header.actions(), messages.makeKey, this::make);
        card = kit.button(header.actions(), messages.writeCard, this::writeCard);
        importCard = kit.button(header.actions(), messages.importCard, this::importCard);
        withdraw = kit.button(header.actions(), messages.withdraw, this::withdraw);
        trust = kit.primary(header.actions(), messages.trust, this::trust);
        banner = kit.banner(page);
        kit.line(page);
        grid = grids.grid(page, spec());
        grid.identify(key -> key.card().fingerprint());
        grid.onSelect(keys -> block());
        updates.listen(page, Set.of(Changes.Kind.EXCHANGE), change -> refresh());
        refresh();
    }

    private TableSpec<KnownKey> spec() {
        return new TableSpec<>("keys", "exchange.keys.title", List.of(new Column<>("standing", "exchange.keys.standing", Type.STATE, 12, KeysPart::standing),
                new Column<>("holder", "exchange.keys.holder", Type.TEXT, 18, key -> key.card().holder()), new Column<>("body", "exchange.keys.body", Type.TEXT, 24, key -> bodyName(key.card().body())),
                new Column<>("code", "exchange.keys.code", Type.CODE, 34, key -> key.card().code()), new Column<>("at", "exchange.keys.at", Type.TIME, 18, key -> key.word().at()),
                new Column<>("by", "exchange.keys.by", Type.TEXT, 14, key -> key.word().by()), new Column<>("how", "exchange.keys.how", Type.TEXT, 24, key -> key.word().how())));
    }

    private static Mark standing(KnownKey key) {
        return switch (key.word().standing()) {
            case TRUSTED -> new Mark("exchange.standing.TRUSTED", Column.Tone.OK, "shield-check");
            case UNVERIFIED -> new Mark("exchange.standing.UNVERIFIED", Column.Tone.WARN, "question-circle");
            case WITHDRAWN -> new Mark("exchange.standing.WITHDRAWN", Column.Tone.MUTED, "slash-circle");
        };
    }

    private String bodyName(String code) {
        return code.isEmpty() ? messages.keyForOffice : actions.receiver(session.pack(), code, ReviewBody::name);
    }

    private record Shown(Optional<OwnKey> own, List<KnownKey> keys) {
    }

    @Override
    public boolean canRefresh() {
        return true;
    }

    @Override
    public void refresh() {
        banner.hide();
        tasks.run(page, messages.loading, progress -> new Shown(exchange.ownKey(), exchange.keys()), this::show,
                failure -> banner.show(Tone.BLOCK, failure.message(), kit.messages().retry, this::refresh));
    }

    private void show(Shown shown) {
        own = shown.own().orElse(null);
        header.set(messages.keysTitle, own == null ? messages.withoutKey : messages.format(messages.keysSubtitle, own.card().holder(), bodyName(own.card().body()), own.card().code(),
                texts.get("exchange.protection." + own.protection().name())));
        grid.setRows(shown.keys());
        block();
    }

    private void block() {
        String denied = session.actor().may(Permission.KEEP_KEYS) ? "" : messages.notKeeper;
        make.allowUnless(denied);
        importCard.allowUnless(denied);
        card.allowUnless(own == null ? messages.noKeyWhat : denied);
        withdraw.allowUnless(!denied.isEmpty() ? denied : grid.focused().filter(key -> key.word().standing() != Standing.WITHDRAWN).isEmpty() ? messages.noKeyChosen : "");
        trust.allowUnless(!denied.isEmpty() ? denied : grid.rows().stream().noneMatch(key -> key.word().standing() == Standing.UNVERIFIED) ? messages.nothingToVerify : "");
    }

    private void make() {
        boolean fresh = own == null && session.actor().oneself() && session.location() instanceof StoreLocation.Folder;
        boolean shared = !session.actor().oneself() && (own == null || own.card().office());
        var box = new KeyBox(kit, messages, fresh ? session.pack().bodies() : List.of(), own == null ? "" : own.card().body(), shared || session.location() instanceof StoreLocation.Server);
        if (dialogs.open(box)) {
            boolean becomesDesk = fresh && !box.body().isEmpty();
            tasks.run(page, messages.making, progress -> exchange.makeKey(box.holder(), box.body(), box.password()), key -> {
                refresh();
                dialogs.inform(messages.makeKey, messages.format(becomesDesk ? messages.deskMade : messages.keyMade, key.card().code(), bodyName(key.card().body())));
            });
        }
    }

    private void writeCard() {
        actions.unlocked(own, password -> dialogs.saveFile(messages.writeCard, messages.format(messages.cardName, own.card().holder(), EXTENSION), new FileKind(messages.cardFile, EXTENSION))
                .ifPresent(target -> tasks.run(page, messages.writing, progress -> {
                    exchange.writeCard(password.get(), target);
                    return target;
                }, written -> dialogs.status(messages.format(messages.cardWritten, written.getFileName(), own.card().code())))));
    }

    private void importCard() {
        dialogs.openFiles(messages.importCard, false, new FileKind(messages.cardFile, EXTENSION)).stream().findFirst()
                .ifPresent(file -> tasks.run(page, messages.reading, progress -> exchange.importCard(file), key -> {
                    dialogs.status(messages.format(messages.cardImported, key.card().holder()));
                    refresh();
                }));
    }

    /** The digits are typed as they are heard, not compared on the screen by one who already sees them. */
    private void trust() {
        dialogs.ask(messages.trust, messages.trustLabel, text -> text.replaceAll("\\s", "").matches("\\d{24}") ? null : messages.trustDigits,
                (code, refused) -> tasks.run(page, messages.making, progress -> exchange.trust(code), key -> {
                    dialogs.status(messages.format(messages.trusted, key.card().holder()));
                    refresh();
                }, refused));
    }

    private void withdraw() {
        KnownKey key = grid.focused().orElseThrow();
        dialogs.ask(messages.withdraw, messages.format(messages.withdrawWhy, key.card().holder()), text -> text.isBlank() ? messages.missingReason : null,
                (reason, refused) -> tasks.run(page, messages.making, progress -> exchange.withdraw(key.card().fingerprint(), reason), gone -> refresh(), refused));
    }

    @Override
    public String help() {
        return messages.keysHelp;
    }

    @Focus
    void focus() {
        grid.setFocus();
    }
}
