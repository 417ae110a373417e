package org.lianshen.ledger.ui;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.UserProblem;
import org.lianshen.model.ledger.CatalogueEntry;
import org.lianshen.model.ledger.CatalogueEntry.Kind;
import org.lianshen.model.performance.UsageMonth;
import org.lianshen.service.CatalogueService;
import org.lianshen.service.Changes;
import org.lianshen.service.Progress;
import org.lianshen.service.UsageService;
import org.lianshen.service.table.ExistingTables;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.dialog.FileKind;
import org.lianshen.workbench.grid.Grid;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Banner;
import org.lianshen.workbench.kit.EmptyPanel;
import org.lianshen.workbench.kit.Header;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.PartActions;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.task.Tasks;

/** What exists already: the catalogues by kind, and how applications are used month by month; both come from sheets. */
public final class ExistingPart implements PartActions {

    static final String ID = "org.lianshen.ledger.part.existing";
    private static final int ALL = 0;
    private static final int USAGE = Kind.values().length + 1;

    private final Kit kit;
    private final Grids grids;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final CatalogueService catalogue;
    private final UsageService usage;
    private final Texts texts;
    private final LedgerMessages messages;

    private final Composite page;
    private final Header header;
    private final Banner banner;
    private final Combo choice;
    private final Composite body;
    private final StackLayout stack = new StackLayout();
    private final Grid<CatalogueEntry> entries;
    private final Grid<UsageMonth> months;
    private final EmptyPanel empty;
    private final EmptyPanel emptyUsage;
    private Loaded shown = new Loaded(List.of(), List.of());

    private record Loaded(List<CatalogueEntry> entries, List<UsageMonth> months) {
    }

    /** Reads a file, and stores it where it is told to. */
    private interface Taking {
        ListImport take(Path file, boolean dryRun, Progress progress);
    }

    @Inject
    public ExistingPart(Composite parent, Kit kit, Grids grids, Tasks tasks, DialogService dialogs, Updates updates, CatalogueService catalogue, UsageService usage, Texts texts,
            LedgerMessages messages) {
        this.kit = kit;
        this.grids = grids;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.catalogue = catalogue;
        this.usage = usage;
        this.texts = texts;
        this.messages = messages;
        page = kit.page(parent);
        header = kit.header(page, messages.existing, "");
        kit.muted(header.actions(), messages.kindShown);
        choice = kit.choice(header.actions(), messages.kindShown, words());
        choice.select(ALL);
        choice.addListener(SWT.Selection, event -> show(shown));
        kit.button(header.actions(), messages.importUsage, this::takeUsage).hint(messages.importUsageHint);
        kit.primary(header.actions(), messages.importCatalogue, this::takeCatalogue).hint(messages.importCatalogueHint);
        banner = kit.banner(page);
        kit.line(page);
        body = new Composite(page, SWT.NONE);
        body.setLayout(stack);
        body.setBackground(kit.look().surface());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        entries = grids.grid(layer(), ExistingTables.catalogue(texts));
        months = grids.grid(layer(), ExistingTables.usage(texts));
        empty = kit.empty(body, Icon.ARCHIVE, messages.existingEmpty, messages.existingTodo, messages.importCatalogue, this::takeCatalogue);
        emptyUsage = kit.empty(body, Icon.GRAPH_UP, messages.usageEmpty, messages.usageTodo, messages.importUsage, this::takeUsage);
        stack.topControl = entries.area().getParent();
        updates.listen(page, Set.of(Changes.Kind.LEDGER, Changes.Kind.APPRAISAL), change -> banner.showOutdated(this::refresh));
        refresh();
    }

    private Composite layer() {
        return kit.page(body);
    }

    private String[] words() {
        return Stream.concat(Stream.concat(Stream.of(messages.allKinds), Arrays.stream(Kind.values()).map(kind -> texts.get("catalogue.kind." + kind))), Stream.of(messages.usage))
                .toArray(String[]::new);
    }

    @Override
    public boolean canRefresh() {
        return true;
    }

    @Override
    public void refresh() {
        banner.hide();
        tasks.run(page, messages.loadingExisting, progress -> new Loaded(catalogue.all(), usage.all()), this::show,
                failure -> banner.show(Tone.BLOCK, failure.message(), kit.messages().retry, this::refresh));
    }

    private void show(Loaded loaded) {
        shown = loaded;
        int chosen = choice.getSelectionIndex();
        if (chosen == USAGE) {
            months.setRows(loaded.months());
            long applications = loaded.months().stream().map(month -> month.application()).distinct().count();
            header.set(messages.existing, loaded.months().isEmpty() ? "" : messages.format(messages.usageCount, applications, loaded.months().size()));
            stack.topControl = loaded.months().isEmpty() ? emptyUsage : months.area().getParent();
        } else {
            List<CatalogueEntry> of = chosen == ALL ? loaded.entries() : loaded.entries().stream().filter(entry -> entry.kind().ordinal() == chosen - 1).toList();
            entries.setRows(of);
            header.set(messages.existing, of.isEmpty() ? "" : messages.format(messages.existingCount, of.size()));
            stack.topControl = of.isEmpty() ? empty : entries.area().getParent();
        }
        body.layout();
    }

    // Importing

    private void takeCatalogue() {
        int chosen = choice.getSelectionIndex();
        Kind kind = chosen == ALL || chosen == USAGE ? null : Kind.values()[chosen - 1];
        choose(messages.importCatalogue, file -> read(file, kind == null ? ALL : chosen, taking(kind)));
    }

    /** @param kind of all rows, where one is being looked at; null: the file says it, or the person is asked */
    private Taking taking(Kind kind) {
        return (from, dryRun, progress) -> {
            var outcome = catalogue.take(from, kind, dryRun, true, progress);
            return new ListImport(outcome.batch().sheets(), outcome.added());
        };
    }

    private void takeUsage() {
        choose(messages.importUsage, file -> read(file, USAGE, (from, dryRun, progress) -> {
            var outcome = usage.take(from, dryRun, true, progress);
            return new ListImport(outcome.batch().sheets(), outcome.added());
        }));
    }

    private void choose(String title, Consumer<Path> then) {
        dialogs.openFiles(title, false, new FileKind(messages.workbook, "xlsx", "xls", "csv")).forEach(then);
    }

    /** Shows what was understood; only then, and only if told to, it is stored. */
    private void read(Path file, int then, Taking taking) {
        String name = file.getFileName().toString();
        tasks.run(page, messages.format(messages.reading, name), progress -> taking.take(file, true, progress), read -> {
            if (dialogs.open(new ListImportBox(kit, grids, texts, messages, name, read, () -> sendBack(file, read)))) {
                store(file, then, taking);
            }
        }, failure -> {
            if (failure.cause() instanceof UserProblem problem && problem.messages().stream().anyMatch(message -> message.key().equals("intake.catalogueKind"))) {
                askKind(file, then);
            } else {
                dialogs.problem(failure);
            }
        });
    }

    /** Nothing in the file says what it lists. */
    private void askKind(Path file, int then) {
        String name = file.getFileName().toString();
        int chosen = dialogs.choose(messages.kindTitle, messages.format(messages.kindText, name), Arrays.stream(Kind.values()).map(kind -> texts.get("catalogue.kind." + kind)).toList());
        if (chosen >= 0) {
            read(file, then, taking(Kind.values()[chosen]));
        }
    }

    private void store(Path file, int then, Taking taking) {
        String name = file.getFileName().toString();
        tasks.run(page, messages.format(messages.importing, name), progress -> taking.take(file, false, progress), kept -> {
            dialogs.status(messages.format(messages.existingImported, name, kept.good(), kept.added(), kept.errors().size()));
            choice.select(then);
            refresh();
        });
    }

    private void sendBack(Path file, ListImport read) {
        String name = file.getFileName().toString();
        String bare = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
        String kind = name.toLowerCase(Locale.ROOT).endsWith(".xls") ? "xls" : "xlsx";
        dialogs.saveFile(messages.sendBack, messages.format(messages.sendBackName, bare, kind), new FileKind(messages.workbook, kind))
                .ifPresent(target -> tasks.run(page, messages.sendBack, progress -> catalogue.rejected(file, read.sheets(), target),
                        cells -> dialogs.status(messages.format(messages.sentBack, cells, target.toString()))));
    }

    @Override
    public boolean canFilter() {
        return true;
    }

    @Override
    public void filter() {
        (choice.getSelectionIndex() == USAGE ? months : entries).focusFilter();
    }

    @Override
    public String help() {
        return messages.existingHelp;
    }

    @Focus
    void focus() {
        if (stack.topControl == empty || stack.topControl == emptyUsage) {
            stack.topControl.setFocus();
        } else {
            (choice.getSelectionIndex() == USAGE ? months : entries).setFocus();
        }
    }
}
