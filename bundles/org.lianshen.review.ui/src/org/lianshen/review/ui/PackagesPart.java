package org.lianshen.review.ui;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.lianshen.model.exchange.OwnKey;
import org.lianshen.model.exchange.PackageFact;
import org.lianshen.model.exchange.PackageFact.Outcome;
import org.lianshen.model.exchange.PackageHeader;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.service.Changes;
import org.lianshen.service.ExchangeService;
import org.lianshen.service.ExchangeService.KnownKey;
import org.lianshen.service.ExchangeService.Sendable;
import org.lianshen.service.Progress;
import org.lianshen.service.Session;
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
import org.lianshen.workbench.kit.EmptyPanel;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Header;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.nav.PartActions;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.task.Tasks;

/** 离线评审包: what went out, what came back, and what became of it. */
public final class PackagesPart implements PartActions {

    static final String ID = Opener.PACKAGES;
    private static final String EXTENSION = "lspkg";

    private final Kit kit;
    private final Texts texts;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final Opener opener;
    private final Session session;
    private final ExchangeService exchange;
    private final PackageMessages messages;
    private final PackageActions actions;

    private final Composite page;
    private final Header header;
    private final Banner banner;
    private final Composite body;
    private final StackLayout stack = new StackLayout();
    private final Composite table;
    private final Grid<PackageFact> grid;
    private final EmptyPanel empty;
    private final EmptyPanel noKey;
    private final FlatButton forms;
    private final FlatButton send;
    private final FlatButton take;
    private OwnKey own;

    @Inject
    public PackagesPart(Composite parent, Kit kit, Grids grids, Texts texts, Tasks tasks, DialogService dialogs, Opener opener, Updates updates, Session session, ExchangeService exchange,
            PackageMessages messages) {
        this.kit = kit;
        this.texts = texts;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.opener = opener;
        this.session = session;
        this.exchange = exchange;
        this.messages = messages;
        actions = new PackageActions(kit, dialogs, messages);
        page = kit.page(parent);
        header = kit.header(page, messages.title, "");
        kit.button(header.actions(), messages.keys, () -> opener.open(KeysPart.ID));
        forms = kit.button(header.actions(), messages.exportForm, this::exportForm);
        send = kit.button(header.actions(), messages.exportPackage, this::send);
        take = kit.primary(header.actions(), messages.takeFile, this::take);
        banner = kit.banner(page);
        kit.line(page);
        body = new Composite(page, SWT.NONE);
        body.setLayout(stack);
        body.setBackground(kit.look().surface());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        table = kit.page(body);
        grid = grids.grid(table, spec());
        grid.identify(fact -> List.of(fact.digest(), fact.sent()));
        grid.tint(fact -> fact.parts().stream().anyMatch(part -> part.outcome() == Outcome.REFUSED) ? Tone.BLOCK : null);
        grid.onOpen(this::showParts);
        empty = kit.empty(body, Icon.ARCHIVE, messages.emptyWhat, messages.emptyTodo, null, null);
        noKey = kit.empty(body, Icon.LOCK, messages.noKeyWhat, messages.noKeyTodo, messages.keys, () -> opener.open(KeysPart.ID));
        stack.topControl = table;
        updates.listen(page, Set.of(Changes.Kind.EXCHANGE), change -> refresh());
        refresh();
    }

    private TableSpec<PackageFact> spec() {
        return new TableSpec<>("packages", "exchange.table.title", List.of(new Column<>("at", "exchange.table.at", Type.TIME, 18, PackageFact::at),
                new Column<>("way", "exchange.table.way", Type.STATE, 10, PackagesPart::way), new Column<>("kind", "exchange.table.kind", Type.TEXT, 10, fact -> texts.get("exchange.kind." + fact.header().kind().name())),
                new Column<>("body", "exchange.table.body", Type.TEXT, 16, fact -> bodyName(fact.header().body())), new Column<>("file", "exchange.table.file", Type.TEXT, 34, PackageFact::fileName),
                new Column<>("projects", "exchange.table.projects", Type.NUMBER, 8, fact -> fact.parts().size()), new Column<>("result", "exchange.table.result", Type.TEXT, 34, this::result),
                new Column<>("until", "exchange.table.until", Type.DATE, 12, fact -> fact.header().validUntil()), new Column<>("by", "exchange.table.by", Type.TEXT, 14, PackageFact::by)));
    }

    private static Mark way(PackageFact fact) {
        return fact.sent() ? new Mark("exchange.way.sent", Column.Tone.INFO, "send") : new Mark("exchange.way.taken", Column.Tone.OK, "inbox");
    }

    private String bodyName(String code) {
        return actions.receiver(session.pack(), code, ReviewBody::shortName);
    }

    private String result(PackageFact fact) {
        Map<Outcome, Long> counts = fact.parts().stream().collect(Collectors.groupingBy(PackageFact.Part::outcome, LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream().map(each -> messages.format(messages.count, texts.get("exchange.outcome." + each.getKey().name()), each.getValue()))
                .collect(Collectors.joining(messages.separator));
    }

    @Override
    public boolean canRefresh() {
        return true;
    }

    /** The key and what went in and out. */
    private record Shown(Optional<OwnKey> own, List<PackageFact> facts) {
    }

    @Override
    public void refresh() {
        banner.hide();
        tasks.run(page, messages.loading, progress -> new Shown(exchange.ownKey(), exchange.packages()), this::show,
                failure -> banner.show(Tone.BLOCK, failure.message(), kit.messages().retry, this::refresh));
    }

    private void show(Shown shown) {
        own = shown.own().orElse(null);
        boolean office = own == null || own.card().office();
        header.set(messages.title, own == null ? messages.withoutKey
                : messages.format(office ? messages.subtitleOffice : messages.subtitleDesk, own.card().holder(), own.card().code(), bodyName(own.card().body())));
        send.setText(office ? messages.exportPackage : own.card().expertNo() == null ? messages.answer : messages.answerSheets);
        String missing = own == null ? messages.noKeyWhat : "";
        String denied = office && !session.actor().may(Permission.EXCHANGE_PACKAGES) ? messages.notAllowed : "";
        send.allowUnless(denied.isEmpty() ? missing : denied);
        take.allowUnless(office ? denied : missing);
        forms.allowUnless(office ? denied : messages.officeOnly);
        grid.setRows(shown.facts());
        stack.topControl = !shown.facts().isEmpty() ? table : own == null ? noKey : empty;
        body.layout();
    }

    private void send() {
        if (own.card().office()) {
            actions.unlocked(own, this::export);
        } else {
            actions.unlocked(own, this::answer);
        }
    }

    /** Keys with what waits for their bodies. */
    private record Waiting(List<SendBox.Receiver> receivers, Map<String, List<Sendable>> projects) {
    }

    private void export(Supplier<char[]> password) {
        tasks.run(page, messages.loading, progress -> {
            var projects = new LinkedHashMap<String, List<Sendable>>();
            var receivers = new ArrayList<SendBox.Receiver>();
            for (KnownKey key : exchange.keys()) {
                if (key.trusted() && !key.card().office()) {
                    projects.computeIfAbsent(key.card().body(), exchange::sendable);
                    receivers.add(new SendBox.Receiver(key.card().fingerprint(), key.card().body(), messages.format(messages.receiverName, bodyName(key.card().body()), key.card().holder())));
                }
            }
            return new Waiting(receivers, projects);
        }, waiting -> choose(messages.exportPackage, waiting, messages.packageFile, EXTENSION, (box, target, progress) -> exchange.export(box.receiver().id(), box.chosen(), box.until(), password.get(),
                target, progress)));
    }

    private void exportForm() {
        tasks.run(page, messages.loading, progress -> {
            var projects = new LinkedHashMap<String, List<Sendable>>();
            var receivers = new ArrayList<SendBox.Receiver>();
            for (ReviewBody each : session.pack().bodies()) {
                List<Sendable> waiting = exchange.sendable(each.code());
                if (!waiting.isEmpty()) {
                    projects.put(each.code(), waiting);
                    receivers.add(new SendBox.Receiver(each.code(), each.code(), each.name()));
                }
            }
            return new Waiting(receivers, projects);
        }, waiting -> choose(messages.exportForm, waiting, messages.workbook, "xlsx", (box, target, progress) -> exchange.exportForm(box.receiver().body(), box.chosen(), box.until(), target)));
    }

    private interface Writing {
        PackageFact to(SendBox box, Path target, Progress progress);
    }

    private void choose(String title, Waiting waiting, String kind, String extension, Writing writing) {
        if (waiting.receivers().isEmpty()) {
            dialogs.inform(title, extension.equals(EXTENSION) ? messages.nobodyTrusted : messages.nothingWaits);
            return;
        }
        var box = new SendBox(kit, messages, title, waiting.receivers(), waiting.projects(), session.today());
        if (dialogs.open(box)) {
            String name = messages.format(messages.fileName, bodyName(box.receiver().body()), session.today().toString().replace("-", ""), extension);
            dialogs.saveFile(title, name, new FileKind(kind, extension)).ifPresent(target -> tasks.run(page, messages.writing, progress -> writing.to(box, target, progress),
                    fact -> done(messages.format(messages.written, fact.parts().size(), target.getFileName()))));
        }
    }

    private void answer(Supplier<char[]> password) {
        PackageFact review = grid.focused().filter(PackagesPart::isReview).or(() -> grid.shown().stream().filter(PackagesPart::isReview).findFirst()).orElse(null);
        if (review == null) {
            dialogs.inform(messages.answer, messages.nothingOpened);
            return;
        }
        String name = messages.format(messages.answerName, bodyName(own.card().body()), session.today().toString().replace("-", ""), EXTENSION);
        dialogs.saveFile(messages.answer, name, new FileKind(messages.packageFile, EXTENSION))
                .ifPresent(target -> tasks.run(page, messages.writing, progress -> exchange.answer(review.header().id(), password.get(), target, progress),
                        fact -> done(messages.format(messages.written, fact.parts().size(), target.getFileName()))));
    }

    private static boolean isReview(PackageFact fact) {
        return !fact.sent() && fact.header().kind() == PackageHeader.Kind.REVIEW;
    }

    private void done(String said) {
        dialogs.status(said);
        refresh();
    }

    private void take() {
        dialogs.openFiles(messages.takeFile, false, new FileKind(messages.packageFile, EXTENSION), new FileKind(messages.workbook, "xlsx")).stream().findFirst().ifPresent(file -> {
            if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
                takeForm(file);
            } else if (own == null) {
                dialogs.inform(messages.takeFile, messages.noKeyTodo);
            } else {
                actions.unlocked(own, password -> takePackage(file, password));
            }
        });
    }

    private void takePackage(Path file, Supplier<char[]> password) {
        if (!own.card().office()) {
            tasks.run(page, messages.reading, progress -> exchange.open(file, password.get(), progress), fact -> {
                boolean sheets = own.card().expertNo() != null;
                done(messages.format(sheets ? messages.openedSheets : messages.opened, fact.parts().size()));
                opener.open(sheets ? Opener.TODO : Opener.QUEUE);
            });
            return;
        }
        tasks.run(page, messages.reading, progress -> exchange.compare(file, password.get(), progress), incoming -> {
            var model = new MergeModel(incoming);
            if (dialogs.open(new MergeBox(kit, texts, messages, model))) {
                merge(file, model, password);
            }
        });
    }

    private void merge(Path file, MergeModel model, Supplier<char[]> password) {
        tasks.run(page, messages.merging, progress -> model.stillHolds(exchange.compare(file, password.get(), progress))
                ? Optional.of(exchange.merge(file, model.choices(), password.get(), progress)) : Optional.<PackageFact>empty(), merged -> {
                    if (merged.isEmpty()) {
                        dialogs.inform(messages.mergeVerb, messages.changedMeanwhile);
                        takePackage(file, password);
                    } else {
                        done(messages.format(messages.merged, result(merged.get())));
                        showParts(merged.get());
                    }
                });
    }

    private void takeForm(Path file) {
        tasks.run(page, messages.reading, progress -> exchange.readForm(file, progress), pages -> {
            if (dialogs.open(new FormBox(kit, texts, messages, file, pages))) {
                tasks.run(page, messages.merging, progress -> exchange.takeForm(file, progress), fact -> done(messages.format(messages.merged, result(fact))));
            }
        });
    }

    /** What became of each project of a package. */
    private void showParts(PackageFact fact) {
        dialogs.show(new DialogService.View() {
            @Override
            public String title() {
                return fact.fileName();
            }

            @Override
            public Control create(Composite parent) {
                var area = new Composite(parent, SWT.NONE);
                area.setBackground(parent.getBackground());
                GridLayoutFactory.fillDefaults().numColumns(2).spacing(kit.look().u(3), kit.look().u(2)).applyTo(area);
                fact.parts().forEach(part -> {
                    kit.tag(area, part.outcome() == Outcome.REFUSED ? Tone.BLOCK : part.outcome() == Outcome.NOTHING_NEW ? Tone.NEUTRAL : Tone.OK, texts.get("exchange.outcome." + part.outcome().name()));
                    String said = part.reason() == null ? messages.format(messages.partLine, part.reviewNo(), part.versionNo()) : texts.format(part.reason());
                    GridDataFactory.fillDefaults().grab(true, false).hint(kit.look().characters(70), SWT.DEFAULT).applyTo(kit.wrapped(area, said));
                });
                return area;
            }
        });
    }

    @Override
    public String help() {
        return messages.help;
    }

    @Focus
    void focus() {
        grid.setFocus();
    }
}
