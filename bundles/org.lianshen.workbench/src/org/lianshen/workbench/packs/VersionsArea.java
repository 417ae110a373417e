package org.lianshen.workbench.packs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.lianshen.model.pack.PackVersion;
import org.lianshen.service.PackService;
import org.lianshen.service.PackService.Book;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.table.TableSpec;
import org.lianshen.workbench.grid.Grid;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.grid.ListTable;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.packs.PackSheet.Difference;

/** What is shipped, published and drafted, and what differs between any two of them. */
final class VersionsArea {

    private final PackMessages messages;
    private final Composite area;
    private final ListTable<Version> versions;
    private final Combo from;
    private final Combo to;
    private final Label said;
    private final Grid<Difference> differences;
    private final BiConsumer<String, String> compare;
    private List<Version> shown = List.of();

    /** One that can be compared. @param validFrom null for the draft */
    record Version(String id, String label, LocalDate validFrom, String by, Integer edits, String reason, String digest) {
    }

    VersionsArea(Kit kit, Grids grids, PackMessages messages, Composite parent, BiConsumer<String, String> compare) {
        this.messages = messages;
        this.compare = compare;
        area = kit.page(parent);
        SashForm sash = kit.sash(area);
        sash.setOrientation(SWT.VERTICAL);
        versions = grids.list(kit.page(sash), versionSpec());
        Composite below = kit.page(sash);
        Composite bar = kit.box(below, 5);
        GridLayoutFactory.fillDefaults().numColumns(5).margins(kit.look().u(4), kit.look().u(2)).spacing(kit.look().u(2), 0).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        kit.text(bar, messages.from);
        from = kit.choice(bar, messages.from);
        kit.text(bar, messages.to);
        to = kit.choice(bar, messages.to);
        said = kit.muted(bar, "");
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(said);
        differences = grids.grid(below, differenceSpec(messages, "packDifferences", "pack.differences", false));
        from.addListener(SWT.Selection, event -> ask());
        to.addListener(SWT.Selection, event -> ask());
        sash.setWeights(1, 2);
    }

    private TableSpec<Version> versionSpec() {
        return new TableSpec<>("packVersions", "pack.versions",
                List.of(new Column<>("id", messages.versionId, Type.TEXT, 30, Version::label), new Column<>("from", messages.validFrom, Type.DATE, 12, Version::validFrom),
                        new Column<>("edits", messages.edits, Type.NUMBER, 8, Version::edits), new Column<>("by", messages.by, Type.TEXT, 12, Version::by),
                        new Column<>("reason", messages.reason, Type.TEXT, 48, Version::reason), new Column<>("digest", messages.digest, Type.CODE, 20, Version::digest)));
    }

    /** @param reasons with reason, author and time of each edit */
    static TableSpec<Difference> differenceSpec(PackMessages messages, String id, String title, boolean reasons) {
        var columns = new ArrayList<Column<Difference>>();
        columns.add(new Column<>("place", messages.item, Type.TEXT, 44, Difference::place));
        columns.add(new Column<>("before", messages.before, Type.TEXT, 28, Difference::before));
        columns.add(new Column<>("after", messages.after, Type.TEXT, 28, Difference::after));
        if (reasons) {
            columns.add(new Column<>("reason", messages.reason, Type.TEXT, 40, Difference::reason));
            columns.add(new Column<>("by", messages.by, Type.TEXT, 12, Difference::by));
            columns.add(new Column<>("at", messages.at, Type.TIME, 18, Difference::at));
        }
        return new TableSpec<>(id, title, columns);
    }

    void show(Book book) {
        var all = new ArrayList<Version>();
        all.add(new Version(book.shipped().id(), String.join(" ", book.shipped().id(), messages.shippedWith), LocalDate.parse(book.shipped().content().text("validFrom")), "", null,
                book.shipped().content().text("basis"), book.shipped().digest()));
        for (PackVersion version : book.versions()) {
            boolean current = book.inForce().endsWith("+" + version.no());
            all.add(new Version(version.id(), current ? String.join(" ", version.id(), messages.current) : version.id(), version.validFrom(), version.by(),
                    version.edits().edits().size(), version.reason(), version.digest()));
        }
        if (!book.pending().isEmpty()) {
            all.add(new Version(PackService.DRAFT, messages.draft, null, book.draft().editedBy(), book.draft().edits().edits().size(), "", ""));
        }
        shown = List.copyOf(all);
        versions.setRows(shown.reversed());
        String[] labels = shown.stream().map(Version::label).toArray(String[]::new);
        from.setItems(labels);
        to.setItems(labels);
        from.select(Math.max(labels.length - 2, 0));
        to.select(labels.length - 1);
        area.layout(true, true);
        ask();
    }

    private void ask() {
        String one = shown.get(from.getSelectionIndex()).id();
        String other = shown.get(to.getSelectionIndex()).id();
        if (one.equals(other)) {
            differences(List.of(), messages.noDifference);
        } else {
            compare.accept(one, other);
        }
    }

    void differences(List<Difference> found) {
        differences(found, found.isEmpty() ? messages.same : "");
    }

    private void differences(List<Difference> found, String what) {
        said.setText(what);
        differences.setRows(found);
    }

    Composite control() {
        return area;
    }

    void focus() {
        versions.table().setFocus();
    }

    void filter() {
        differences.focusFilter();
    }
}
