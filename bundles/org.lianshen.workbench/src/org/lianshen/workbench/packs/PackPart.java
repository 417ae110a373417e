package org.lianshen.workbench.packs;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.linkage.rule.Silence;
import org.lianshen.model.pack.PackChange;
import org.lianshen.model.pack.PackDraft;
import org.lianshen.model.pack.PackEdit;
import org.lianshen.model.pack.PackPath;
import org.lianshen.model.pack.PackSection;
import org.lianshen.model.pack.PackValue;
import org.lianshen.service.Changes;
import org.lianshen.service.PackService;
import org.lianshen.service.PackService.Book;
import org.lianshen.service.Session;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Mark;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.grid.Grid;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.grid.ListTable;
import org.lianshen.workbench.kit.Banner;
import org.lianshen.workbench.kit.EmptyPanel;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Header;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.PartActions;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.packs.PackSheet.Difference;
import org.lianshen.workbench.packs.PackSheet.Entry;
import org.lianshen.workbench.task.Tasks;

/** The rule pack of the place: parts at the left, entries in the middle, the entry at hand at the right; the draft's changes, the dry run and the versions beside them. */
public final class PackPart implements PartActions {

    public static final String ID = "org.lianshen.workbench.part.packs";

    private static final List<PackSection> SECTIONS = List.of(PackSection.PARAMS, PackSection.RULES, PackSection.LISTS, PackSection.BODIES, PackSection.CHECK_ITEMS,
            PackSection.CALENDAR, PackSection.CLAUSES);

    private final Kit kit;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final PackService packs;
    private final Session session;
    private final PackMessages messages;
    private final Texts texts;

    private final Composite page;
    private final Header header;
    private final Banner banner;
    private final FlatButton publish;
    private final FlatButton discard;
    private final FlatButton add;
    private final ListTable<View> views;
    private final StackLayout stack = new StackLayout();
    private final Composite body;
    private final SashForm entries;
    private final Grid<Entry> grid;
    private final EntryPane pane;
    private final Composite changesArea;
    private final StackLayout changesStack = new StackLayout();
    private final Composite listed;
    private final FlatButton undo;
    private final Grid<Difference> changes;
    private final EmptyPanel noChanges;
    private final PackTransfer transfer;
    private final TrialArea trial;
    private final VersionsArea versions;
    private PackSheet sheet;
    private View view;
    private Entry entry;
    private PackPath wanted;
    private boolean adding;
    private boolean storing;

    /** What can be chosen at the left. @param section null for the draft's changes, the dry run and the versions */
    private record View(String id, String label, PackSection section, Integer count) {
    }

    @Inject
    public PackPart(Composite parent, Kit kit, Grids grids, Tasks tasks, DialogService dialogs, Updates updates, PackService packs, Session session, PackMessages messages, Texts texts) {
        this.kit = kit;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.packs = packs;
        this.session = session;
        this.messages = messages;
        this.texts = texts;
        page = kit.page(parent);
        transfer = new PackTransfer(page, tasks, dialogs, packs, messages, new PackTransfer.Shown() {
            @Override
            public void storing(boolean now) {
                storing = now;
            }

            @Override
            public void changes(Book book) {
                view = new View("changes", messages.changes, null, 0);
                show(book);
            }

            @Override
            public void entry(Book book, PackPath path) {
                entry = null;
                pane.empty();
                show(book);
                go(path);
            }
        });
        header = kit.header(page, messages.title, "");
        kit.button(header.actions(), messages.export, () -> transfer.out(sheet.book()));
        kit.button(header.actions(), messages.imports, this::importFile).hint(messages.importsHint).allowUnless(readOnly());
        discard = kit.button(header.actions(), messages.discard, this::discard);
        add = kit.button(header.actions(), messages.add, this::add);
        publish = kit.primary(header.actions(), messages.publish, this::publish);
        banner = kit.banner(page);
        kit.line(page);
        SashForm sash = kit.sash(page);
        views = grids.list(kit.page(sash), new TableSpec<>("packViews", "pack.views", List.of(new Column<>("view", messages.section, Type.TEXT, 16, View::label),
                new Column<>("count", messages.count, Type.NUMBER, 7, View::count))));
        body = new Composite(sash, SWT.NONE);
        body.setLayout(stack);
        body.setBackground(kit.look().surface());
        entries = kit.sash(body);
        grid = grids.grid(kit.page(entries), entrySpec());
        pane = new EntryPane(kit, messages, texts, entries, new EntryPane.Acts(this::save, this::restore, this::remove, this::move));
        pane.readOnly(readOnly());
        entries.setWeights(3, 2);
        changesArea = new Composite(body, SWT.NONE);
        changesArea.setLayout(changesStack);
        changesArea.setBackground(kit.look().surface());
        noChanges = kit.empty(changesArea, Icon.PENCIL_SQUARE, messages.noChanges, messages.noChangesTodo, null, null);
        listed = kit.page(changesArea);
        Composite bar = kit.box(listed, 1);
        GridLayoutFactory.fillDefaults().margins(kit.look().u(4), kit.look().u(2)).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        undo = kit.button(kit.row(bar, 1), messages.undo, () -> changes().forEach(change -> change(draft -> packs.restore(draft, change.path()), change.path())));
        changes = grids.grid(listed, VersionsArea.differenceSpec(messages, "packChanges", "pack.changes", true));
        changes.onOpen(change -> go(change.path()));
        changes.onSelect(chosen -> allow());
        trial = new TrialArea(kit, grids, messages, texts, body, session.year(), this::tryOut);
        versions = new VersionsArea(kit, grids, messages, body, this::compare);
        sash.setWeights(1, 4);
        stack.topControl = entries;
        views.onSelect(chosen -> chosen.stream().findFirst().ifPresent(this::turnTo));
        grid.onSelect(chosen -> chosen.stream().findFirst().ifPresent(this::choose));
        allow();
        updates.listen(page, Changes.Kind.PACK, change -> {
            if (!storing) {
                banner.showOutdated(this::refresh);
            }
        });
        refresh();
    }

    private TableSpec<Entry> entrySpec() {
        return new TableSpec<>("packEntries", "pack.entries",
                List.of(new Column<>("key", messages.key, Type.CODE, 18, Entry::key), new Column<>("name", messages.name, Type.TEXT, 22, Entry::name),
                        new Column<>("value", messages.value, Type.TEXT, 16, Entry::value), new Column<>("unit", messages.unit, Type.TEXT, 7, Entry::unit),
                        new Column<>("state", messages.state, Type.STATE, 14, PackPart::verified), new Column<>("edited", messages.edited, Type.STATE, 12, PackPart::edited),
                        new Column<>("basis", messages.basis, Type.TEXT, 40, Entry::basis)));
    }

    private static Mark verified(Entry entry) {
        if (entry.verified() == null) {
            return null;
        }
        return entry.verified() ? new Mark("pack.state.verified", Column.Tone.OK, "check-circle") : new Mark("pack.state.unverified", Column.Tone.WARN, "question-circle");
    }

    private static Mark edited(Entry entry) {
        return entry.drafted() ? new Mark("pack.state.drafted", Column.Tone.INFO, "pencil-square") : entry.edited() ? new Mark("pack.state.edited", Column.Tone.MUTED, "pen") : null;
    }

    /** Why nothing can be changed; empty for administrators. */
    private String readOnly() {
        return session.actor().may(Permission.ADMINISTER) ? "" : messages.readOnly;
    }

    // Reading

    @Override
    public boolean canRefresh() {
        return true;
    }

    @Override
    public void refresh() {
        banner.hide();
        tasks.run(page, messages.loading, progress -> packs.book(), this::show, failure -> banner.show(Tone.BLOCK, failure.message(), kit.messages().retry, this::refresh));
    }

    private void show(Book book) {
        sheet = new PackSheet(messages, texts, book);
        header.set(messages.format(messages.title, book.name()), book.pending().isEmpty() ? messages.format(messages.subtitle, book.inForce(), book.shipped().id(), book.versions().size())
                : messages.format(messages.subtitleDraft, book.inForce(), book.shipped().id(), book.versions().size(), book.pending().size()));
        banner(book);
        var all = new ArrayList<View>();
        SECTIONS.forEach(section -> all.add(new View(section.name(), sheet.sectionName(section), section, sheet.entries(section).size())));
        all.add(new View("changes", messages.changes, null, book.pending().size()));
        all.add(new View("trial", messages.trial, null, null));
        all.add(new View("versions", messages.versions, null, book.versions().size() + 1));
        String before = view == null ? SECTIONS.getFirst().name() : view.id();
        view = null;
        views.setRows(all);
        changes.setRows(sheet.pending());
        changesStack.topControl = book.pending().isEmpty() ? noChanges : listed;
        changesArea.layout(true, true);
        versions.show(book);
        View now = all.stream().filter(each -> each.id().equals(before)).findFirst().orElse(all.getFirst());
        views.select(now);
        turn(now);
        allow();
    }

    private void banner(Book book) {
        if (!book.lost().isEmpty()) {
            banner.show(Tone.BLOCK, messages.format(messages.lost, book.lost().size(), places(book.lost())), null, null);
        } else if (!book.overriding().isEmpty()) {
            banner.show(Tone.WARN, messages.format(messages.overriding, book.overriding().size(), places(book.overriding())), null, null);
        } else if (!book.silent().isEmpty()) {
            banner.show(Tone.INFO, messages.format(messages.someSilent, book.silent().size(), book.silent().stream().map(Silence::rule).collect(Collectors.joining(kit.messages().listSeparator))),
                    messages.showRules, () -> view(PackSection.RULES.name()));
        }
    }

    private String places(List<PackEdit> edits) {
        return edits.stream().limit(3).map(edit -> sheet.place(edit.path())).collect(Collectors.joining("；"));
    }

    // Moving about

    private void turnTo(View chosen) {
        if (view == null || chosen.id().equals(view.id())) {
            return;
        }
        if (!left()) {
            View stay = view;
            views.select(views.rows().stream().filter(each -> each.id().equals(stay.id())).findFirst().orElse(stay));
            return;
        }
        turn(chosen);
    }

    /** Shows the draft's changes, the dry run or the versions. */
    void view(String id) {
        views.rows().stream().filter(each -> each.id().equals(id)).findFirst().ifPresent(each -> {
            views.select(each);
            turnTo(each);
        });
    }

    private void turn(View chosen) {
        boolean same = view != null && view.id().equals(chosen.id());
        view = chosen;
        if (chosen.section() != null) {
            PackPath keep = wanted != null ? wanted : entry == null ? null : entry.path();
            wanted = null;
            List<Entry> rows = sheet.entries(chosen.section());
            entry = null;
            adding = false;
            grid.setRows(rows);
            stack.topControl = entries;
            Optional<Entry> again = rows.stream().filter(row -> row.path().equals(keep)).findFirst();
            if (again.isPresent()) {
                grid.select(List.of(again.get()));
                choose(again.get());
            } else if (!same) {
                pane.empty();
            }
        } else {
            entry = null;
            stack.topControl = switch (chosen.id()) {
                case "changes" -> changesArea;
                case "trial" -> trial.control();
                default -> versions.control();
            };
        }
        body.layout(true, true);
        allow();
    }

    private void choose(Entry chosen) {
        if (entry != null && chosen.path().equals(entry.path()) && !adding) {
            return;
        }
        if (!left()) {
            if (entry != null) {
                grid.select(List.of(entry));
            }
            return;
        }
        adding = false;
        entry = chosen;
        pane.show(sheet, chosen);
    }

    /** Asks about what was typed and not stored. @return false to stay */
    private boolean left() {
        if (!pane.isChanged()) {
            return true;
        }
        return switch (dialogs.askSave(pane.form().path() == null ? messages.add : sheet.name(pane.form().path()))) {
            case DISCARD -> true;
            case STAY -> false;
            case SAVE -> {
                save();
                yield false;
            }
        };
    }

    /** Shows the entry that a path belongs to. */
    void go(PackPath path) {
        PackSection.of(path).filter(SECTIONS::contains).ifPresent(section -> views.rows().stream().filter(each -> each.section() == section).findFirst().ifPresent(each -> {
            wanted = PackPath.of(path.section(), path.entry());
            views.select(each);
            turn(each);
        }));
    }

    private void allow() {
        publish.allowUnless(!readOnly().isEmpty() ? readOnly() : sheet == null || sheet.book().pending().isEmpty() && sheet.book().overriding().isEmpty() ? messages.nothingDrafted : "");
        discard.allowUnless(!readOnly().isEmpty() ? readOnly() : sheet == null || sheet.book().pending().isEmpty() ? messages.nothingDrafted : "");
        undo.allowUnless(!readOnly().isEmpty() ? readOnly() : changes().isEmpty() ? messages.chooseChange : "");
        add.allowUnless(!readOnly().isEmpty() ? readOnly() : view != null && growing(view.section()) ? "" : messages.notGrowing);
    }

    /** The change at hand; one at a time. */
    private List<Difference> changes() {
        return changes.selection().stream().limit(1).toList();
    }

    private static boolean growing(PackSection section) {
        return section == PackSection.BODIES || section == PackSection.CHECK_ITEMS || section == PackSection.CALENDAR || section == PackSection.CLAUSES;
    }

    // Changing

    private void add() {
        if (left()) {
            entry = null;
            adding = true;
            pane.add(sheet, view.section());
        }
    }

    @Override
    public boolean canSave() {
        return stack.topControl == entries && pane.isChanged();
    }

    @Override
    public void save() {
        if (!pane.missing().isEmpty()) {
            pane.showProblems();
            dialogs.status(pane.missing());
            return;
        }
        EntryForm form = pane.form();
        String reason = form.reason();
        List<PackChange> made = form.changes();
        PackPath path = form.path();
        change(draft -> packs.change(draft, made, reason), path);
    }

    private interface Change {
        PackDraft of(PackDraft draft);
    }

    private void change(Change change, PackPath path) {
        PackDraft draft = sheet.book().draft();
        storing = true;
        tasks.run(page, messages.storing, progress -> {
            change.of(draft);
            return packs.book();
        }, book -> {
            storing = false;
            wanted = path;
            entry = null;
            pane.empty();
            show(book);
            dialogs.status(messages.format(messages.kept, sheet.name(path)));
        }, failure -> {
            storing = false;
            if (pane.isChanged()) {
                pane.refused(failure.message());
            } else {
                dialogs.problem(failure);
            }
        });
    }

    private void restore(Entry restored) {
        change(draft -> packs.restore(draft, restored.path()), restored.path());
    }

    private void remove(Entry gone) {
        Optional<String> reason = dialogs.confirm(messages.format(messages.removeAsk, gone.name()), messages.format(messages.removeText, gone.name()), messages.remove)
                ? dialogs.ask(messages.format(messages.removeAsk, gone.name()), messages.fieldReason, "", text -> text.isBlank() ? messages.fieldReasonHelp : null)
                : Optional.empty();
        reason.ifPresent(why -> change(draft -> packs.change(draft, List.of(new PackChange(gone.path(), null, null)), why), gone.path()));
    }

    private void move(Entry moved, int places) {
        dialogs.ask(messages.format(places < 0 ? messages.up : messages.down, moved.name()), messages.fieldReason, "", text -> text.isBlank() ? messages.fieldReasonHelp : null).ifPresent(why -> {
            List<String> order = new ArrayList<>(sheet.bodies());
            int at = order.indexOf(moved.key());
            order.remove(at);
            order.add(at + places, moved.key());
            change(draft -> packs.change(draft, List.of(new PackChange(PackPath.of(PackSection.BODY_ORDER.path()), null, PackValue.Items.of(order))), why), moved.path());
        });
    }

    private void discard() {
        int count = sheet.book().pending().size();
        if (dialogs.confirm(messages.discardAsk, messages.format(messages.discardText, count), messages.discardVerb)) {
            change(packs::discard, entry == null ? PackPath.of(SECTIONS.getFirst().path(), "") : entry.path());
        }
    }

    // Trying and publishing

    private void tryOut(int year) {
        tasks.run(page, messages.format(messages.trying, String.valueOf(year)), progress -> packs.tryOut(year, progress), tried -> {
            Map<String, String> names = new LinkedHashMap<>();
            sheet.entries(PackSection.RULES).forEach(rule -> names.put(rule.key(), rule.name()));
            trial.show(tried, names);
        });
    }

    private void compare(String from, String to) {
        tasks.run(page, messages.loading, progress -> packs.difference(from, to),
                found -> versions.differences(found.stream().map(change -> sheet.difference(change, "", "", null)).toList()));
    }

    private void publish() {
        if (!left()) {
            return;
        }
        var form = new PublishForm(kit, messages, sheet.book(), session.today());
        dialogs.open(form, refused -> {
            PackDraft draft = sheet.book().draft();
            storing = true;
            tasks.run(page, messages.publishing, progress -> packs.publish(draft, form.day(), form.reason()), version -> {
                storing = false;
                dialogs.status(messages.format(messages.published, version.id(), version.validFrom().toString()));
                refresh();
            }, failure -> {
                storing = false;
                refused.accept(failure);
            });
        });
    }

    private void importFile() {
        if (left()) {
            transfer.in(sheet.book());
        }
    }

    // Keys

    @Override
    public boolean canFilter() {
        return true;
    }

    @Override
    public void filter() {
        if (stack.topControl == entries) {
            grid.focusFilter();
        } else if (stack.topControl == trial.control()) {
            trial.filter();
        } else if (stack.topControl == versions.control()) {
            versions.filter();
        } else {
            changes.focusFilter();
        }
    }

    @Override
    public String help() {
        return messages.help;
    }

    @Focus
    void focus() {
        if (stack.topControl == trial.control()) {
            trial.focus();
        } else if (stack.topControl == versions.control()) {
            versions.focus();
        } else {
            views.table().setFocus();
        }
    }
}
