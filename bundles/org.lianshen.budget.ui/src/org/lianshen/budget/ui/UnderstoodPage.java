package org.lianshen.budget.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.BeijingTime;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.SheetReading;
import org.lianshen.model.budget.SheetReading.TotalCheck;
import org.lianshen.model.budget.VersionDiff;
import org.lianshen.service.intake.SheetPreview;
import org.lianshen.service.intake.SheetPreview.RowRole;
import org.lianshen.service.intake.SourceRow;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.grid.Grid;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;

/** Page two of the import: the sheet as it is, tinted by what each row was taken for, and at the left the field of each column, to correct. */
final class UnderstoodPage {

    /** The sheet itself is what one looks at and needs the room; each of its rows says what is wrong with it. */
    private static final int SHOWN_ERRORS = 1;

    private final Kit kit;
    private final Look look;
    private final Grids grids;
    private final BudgetMessages messages;
    private final Texts texts;
    private final ImportModel model;
    private final Runnable readAgain;
    private final Consumer<SheetPreview> forget;
    private final Runnable showChanges;
    private final Composite page;
    private final Composite top;
    private final Combo chooser;
    private final Composite summary;
    private final SashForm sash;
    private final ScrolledComposite scroll;
    private final Composite columns;
    private final Composite sheetArea;

    UnderstoodPage(Composite parent, Kit kit, Grids grids, BudgetMessages messages, Texts texts, ImportModel model, Runnable readAgain,
            Consumer<SheetPreview> forget, Runnable showChanges) {
        this.kit = kit;
        this.look = kit.look();
        this.grids = grids;
        this.messages = messages;
        this.texts = texts;
        this.model = model;
        this.readAgain = readAgain;
        this.forget = forget;
        this.showChanges = showChanges;
        page = kit.page(parent);
        top = new Composite(page, SWT.NONE);
        top.setBackground(look.surface());
        GridLayoutFactory.fillDefaults().numColumns(3).margins(look.u(6), look.u(3)).spacing(look.u(3), 0).applyTo(top);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(top);
        kit.muted(top, messages.sheet);
        chooser = kit.choice(top, messages.sheet);
        chooser.addListener(SWT.Selection, event -> showSheet());
        kit.button(top, messages.readAgain, readAgain);
        summary = new Composite(page, SWT.NONE);
        summary.setBackground(look.surface());
        GridLayoutFactory.fillDefaults().extendedMargins(look.u(6), look.u(6), 0, look.u(3)).spacing(0, look.u(1)).applyTo(summary);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(summary);
        kit.line(page);
        sash = kit.sash(page);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        scroll = kit.scroll(sash);
        scroll.setBackground(look.raised());
        columns = new Composite(scroll, SWT.NONE);
        columns.setBackground(look.raised());
        scroll.setContent(columns);
        sheetArea = kit.page(sash);
        sash.setWeights(28, 72);
    }

    Composite control() {
        return page;
    }

    /** Forgets which sheet of the file before was looked at. */
    void newFile() {
        chooser.removeAll();
    }

    /** The sheets of the model; the first that was understood is chosen. */
    void show() {
        List<SheetPreview> sheets = model.sheets();
        int before = chooser.getSelectionIndex();
        chooser.setItems(sheets.stream().map(SheetPreview::name).toArray(String[]::new));
        int first = IntStream.range(0, sheets.size()).filter(i -> sheets.get(i).reading() != null).findFirst().orElse(0);
        chooser.select(before >= 0 && before < sheets.size() ? before : first);
        top.layout();
        showSheet();
    }

    private void showSheet() {
        if (chooser.getSelectionIndex() < 0) {
            return;
        }
        SheetPreview sheet = model.sheets().get(chooser.getSelectionIndex());
        summary(sheet);
        columns(sheet);
        rows(sheet);
        page.layout(true, true);
    }

    private void summary(SheetPreview sheet) {
        Kit.clear(summary);
        SheetReading reading = sheet.reading();
        if (reading == null) {
            toned(Tone.WARN, messages.format(messages.sheetNotUnderstood, sheet.name(), sheet.why() == null ? "" : texts.format(sheet.why())));
            kit.wrapped(summary, messages.sheetTodo);
            if (model.sheets().size() > 1) {
                kit.muted(summary, messages.format(messages.sheetsUnderstood, model.sheets().size(), model.readings().size()));
            }
            return;
        }
        kit.text(summary, messages.format(messages.understood, sheet.name(), String.join("、", reading.headerRows().stream().map(String::valueOf).toList()),
                reading.unit() == null ? "" : reading.unit().word(), unitSource(reading.unitSource())));
        Composite counts = kit.row(summary, 2);
        GridLayoutFactory.createFrom((GridLayout) counts.getLayout()).spacing(look.u(6), 0).applyTo(counts);
        kit.text(counts, messages.format(messages.rowsText, reading.rowsRead(), reading.rowsImported(), reading.skipped().size(), reading.errors().size()));
        if (sheet.whole()) {
            totals(reading, counts);
        } else {
            toned(Tone.INFO, messages.stillReading);
        }
        versions();
        if (sheet.remembered() != null) {
            kit.link(summary, messages.forget, () -> forget.accept(sheet));
        }
        if (!reading.notices().isEmpty()) {
            kit.wrapped(summary, reading.notices().stream().map(texts::format).collect(Collectors.joining(messages.betweenNotices)));
        }
        if (sheet.rows().size() < reading.rowsRead()) {
            kit.muted(summary, messages.format(messages.firstRows, sheet.rows().size()));
        }
        reading.errors().stream().limit(SHOWN_ERRORS).forEach(error -> toned(Tone.BLOCK, texts.format(error.message())));
        if (reading.errors().size() > SHOWN_ERRORS) {
            toned(Tone.BLOCK, messages.format(messages.moreErrorsBelow, reading.errors().size() - SHOWN_ERRORS));
        }
    }

    private String unitSource(String source) {
        return switch (source) {
            case "header" -> messages.unitInHead;
            case "asked" -> messages.unitAsked;
            case "default" -> messages.unitDefault;
            default -> messages.format(messages.unitRead, source);
        };
    }

    private void versions() {
        VersionDiff diff = model.diff();
        if (diff == null) {
            return;
        }
        String day = diff.before().importedAt().atZone(BeijingTime.ZONE).toLocalDate().toString();
        if (diff.total() == 0) {
            toned(Tone.INFO, messages.format(diff.same() ? messages.versionSame : messages.versionEqual, day));
        } else {
            toned(Tone.INFO, messages.format(messages.versionDiffers, day, diff.added(), diff.gone(), diff.changed()));
            kit.link(summary, messages.showChanges, showChanges);
        }
    }

    /** @param line has room for a short word behind the counts */
    private void totals(SheetReading reading, Composite line) {
        if (reading.totals().isEmpty()) {
            kit.muted(line, messages.totalsNone);
            return;
        }
        List<TotalCheck> wrong = reading.totals().stream().filter(total -> !total.agrees()).toList();
        if (wrong.isEmpty()) {
            TotalCheck last = ImportModel.grandTotal(reading);
            kit.toned(line, Tone.OK, messages.format(messages.totalsAgree, last.stated().yuanText(), last.read().yuanText()));
        } else {
            TotalCheck first = wrong.getFirst();
            toned(Tone.WARN, messages.format(messages.totalsDiffer, wrong.size(), first.cell(), first.stated().yuanText(), first.read().yuanText()));
        }
    }

    private void toned(Tone tone, String text) {
        kit.wrapped(summary, text).setForeground(look.tone(tone));
    }

    private void columns(SheetPreview sheet) {
        Kit.clear(columns);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(look.u(4), look.u(3)).spacing(look.u(2), look.u(1)).applyTo(columns);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(kit.section(columns, messages.columns));
        String[] fields = fieldNames();
        for (int i = 0; i < ImportModel.width(sheet); i++) {
            String letter = ImportModel.letter(i);
            String head = ImportModel.head(sheet, i);
            kit.text(columns, head.isEmpty() ? letter : String.join("  ", letter, head.length() > 12 ? head.substring(0, 11) + "…" : head)).setToolTipText(head);
            Combo combo = kit.choice(columns, messages.format(messages.column, letter), fields);
            BudgetField field = model.field(sheet, letter);
            combo.select(field == null ? 0 : field.ordinal() + 1);
            GridDataFactory.fillDefaults().grab(true, false).hint(look.characters(14), SWT.DEFAULT).applyTo(combo);
            combo.addListener(SWT.Selection, event -> {
                int chosen = combo.getSelectionIndex();
                model.correct(sheet, letter, chosen == 0 ? null : BudgetField.values()[chosen - 1]);
                readAgain.run();
            });
        }
        columns.layout();
        scroll.setMinSize(0, columns.computeSize(SWT.DEFAULT, SWT.DEFAULT).y);
    }

    private String[] fieldNames() {
        var names = new ArrayList<String>();
        names.add(messages.ignored);
        Arrays.stream(BudgetField.values()).forEach(field -> names.add(texts.get("budget.field." + field.name())));
        return names.toArray(String[]::new);
    }

    private void rows(SheetPreview sheet) {
        Kit.clear(sheetArea);
        var specs = new ArrayList<Column<Taken>>();
        specs.add(new Column<>("row", "budget.preview.row", Type.NUMBER, 6, taken -> taken.row().number()));
        specs.add(new Column<>("role", "budget.preview.role", Type.TEXT, 8, taken -> role(taken.role())));
        Map<Integer, String> reasons = ImportModel.reasons(sheet, texts::format);
        if (sheet.reading() != null && !sheet.reading().errors().isEmpty()) {
            specs.add(new Column<>("why", "budget.preview.why", Type.TEXT, 26, taken -> reasons.get(taken.row().number())));
        }
        for (int i = 0; i < ImportModel.width(sheet); i++) {
            int column = i;
            specs.add(new Column<>("c" + i, label(sheet, i), Type.CODE, 14, taken -> taken.row().cell(column) == null ? null : taken.row().cell(column).text()));
        }
        Grid<Taken> grid = grids.grid(sheetArea, new TableSpec<>("preview", "budget.preview.title", specs));
        grid.tint(taken -> tone(taken.role()));
        grid.strong(taken -> taken.role() == RowRole.HEADER || taken.role() == RowRole.TOTAL);
        grid.setRows(IntStream.range(0, sheet.rows().size()).mapToObj(i -> new Taken(sheet.rows().get(i), sheet.roles().get(i))).toList());
    }

    /** The letter, and the field that the column was taken for. */
    private String label(SheetPreview sheet, int column) {
        String letter = ImportModel.letter(column);
        BudgetField field = model.field(sheet, letter);
        return field == null ? letter : String.join("  ", letter, texts.get("budget.field." + field.name()));
    }

    private String role(RowRole role) {
        return switch (role) {
            case TITLE -> messages.roleTitle;
            case HEADER -> messages.roleHeader;
            case DATA -> messages.roleData;
            case TOTAL -> messages.roleTotal;
            case IGNORED -> messages.roleIgnored;
            case REJECTED -> messages.roleRejected;
        };
    }

    private static Tone tone(RowRole role) {
        return switch (role) {
            case TITLE, IGNORED -> Tone.NEUTRAL;
            case HEADER -> Tone.INFO;
            case DATA -> null;
            case TOTAL -> Tone.OK;
            case REJECTED -> Tone.BLOCK;
        };
    }

    private record Taken(SourceRow row, RowRole role) {
    }
}
