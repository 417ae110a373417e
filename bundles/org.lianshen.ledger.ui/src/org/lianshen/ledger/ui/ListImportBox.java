package org.lianshen.ledger.ui;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.lianshen.model.budget.SheetReading.CellError;
import org.lianshen.model.ledger.ListReading;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.grid.ListTable;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Tone;

/** How each sheet of a list was understood, and which cells were refused, before anything is stored. Its verb stores the good rows. */
final class ListImportBox implements DialogService.Box {

    private static final int WIDTH = 112;
    private static final int FEW_ROWS = 22;
    private static final int ROWS = 64;

    private final Kit kit;
    private final Grids grids;
    private final Texts texts;
    private final LedgerMessages messages;
    private final String file;
    private final ListImport read;
    private final Runnable sendBack;

    /** @param sendBack writes the workbook back with a comment at every refused cell */
    ListImportBox(Kit kit, Grids grids, Texts texts, LedgerMessages messages, String file, ListImport read, Runnable sendBack) {
        this.kit = kit;
        this.grids = grids;
        this.texts = texts;
        this.messages = messages;
        this.file = file;
        this.read = read;
        this.sendBack = sendBack;
    }

    @Override
    public String title() {
        return messages.format(messages.importing, file);
    }

    @Override
    public String verb() {
        return messages.format(read.errors().isEmpty() ? messages.importRows : messages.importGood, read.good());
    }

    @Override
    public Control create(Composite parent, Runnable state) {
        Composite area = kit.box(parent, 1);
        GridLayoutFactory.fillDefaults().spacing(0, kit.look().u(2)).applyTo(area);
        List<CellError> errors = read.errors();
        if (errors.isEmpty()) {
            kit.wrapped(area, messages.importClean);
        } else {
            kit.toned(area, Tone.BLOCK, messages.format(messages.importErrors, errors.size()));
        }
        ListTable<ListReading> sheets = grids.list(area, new TableSpec<>("existing.sheets", "catalogue.title",
                List.of(new Column<>("sheet", messages.sheet, Type.TEXT, 20, ListReading::name), new Column<>("head", messages.headRow, Type.TEXT, 8, this::heads),
                        new Column<>("read", messages.rowsRead, Type.NUMBER, 8, ListReading::rowsRead), new Column<>("good", messages.rowsGood, Type.NUMBER, 8, ListReading::rowsImported),
                        new Column<>("skipped", messages.rowsSkipped, Type.NUMBER, 8, sheet -> sheet.skipped().size()),
                        new Column<>("columns", messages.columnsFound, Type.TEXT, 60, this::columns))));
        sheets.setRows(List.copyOf(read.sheets()));
        GridDataFactory.fillDefaults().grab(true, errors.isEmpty()).hint(kit.look().characters(WIDTH), kit.look().u(errors.isEmpty() ? ROWS : FEW_ROWS)).applyTo(sheets.table());
        read.sheets().forEach(sheet -> sheet.notices().forEach(notice -> kit.wrapped(area, messages.format(messages.noticeOf, sheet.name(), texts.format(notice)))));
        if (!errors.isEmpty()) {
            kit.section(area, messages.refusedCells);
            ListTable<CellError> cells = grids.list(area, new TableSpec<>("existing.errors", "catalogue.title",
                    List.of(new Column<>("sheet", messages.sheet, Type.TEXT, 18, CellError::sheet), new Column<>("cell", messages.cell, Type.CODE, 8, CellError::cell),
                            new Column<>("value", messages.written, Type.TEXT, 20, CellError::value),
                            new Column<>("why", messages.why, Type.TEXT, 66, error -> texts.format(error.message())))));
            cells.setRows(errors);
            GridDataFactory.fillDefaults().grab(true, true).hint(kit.look().characters(WIDTH), kit.look().u(ROWS)).applyTo(cells.table());
            kit.quiet(area, messages.sendBack, sendBack).hint(messages.sendBackHint);
        }
        return area;
    }

    private String heads(ListReading sheet) {
        return sheet.headerRows().stream().map(String::valueOf).collect(Collectors.joining(messages.comma));
    }

    private String columns(ListReading sheet) {
        return sheet.columns().entrySet().stream().sorted(java.util.Map.Entry.comparingByValue(ListImportBox::byLetter))
                .map(column -> messages.format(messages.columnFound, column.getValue(), texts.get("catalogue.field." + column.getKey()))).collect(Collectors.joining(messages.comma));
    }

    private static int byLetter(String one, String other) {
        return one.length() != other.length() ? one.length() - other.length() : one.compareTo(other);
    }

    @Override
    public String missing() {
        return read.good() == 0 ? messages.nothingGood : "";
    }
}
