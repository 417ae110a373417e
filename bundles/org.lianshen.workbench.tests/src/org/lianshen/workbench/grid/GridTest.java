package org.lianshen.workbench.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.nebula.widgets.nattable.edit.command.UpdateDataCommand;
import org.eclipse.nebula.widgets.nattable.resize.command.ColumnResizeCommand;
import org.eclipse.nebula.widgets.nattable.sort.SortDirectionEnum;
import org.eclipse.nebula.widgets.nattable.sort.command.SortColumnCommand;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.Money;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.testing.AccessibleNames;
import org.lianshen.workbench.testing.UiTest;

class GridTest {

    @TempDir
    Path folder;

    static final class Screen {
        final Grids grids;
        final Composite page;
        final Grid<Lines> grid;

        @Inject
        Screen(Composite parent, Kit kit, Grids grids) {
            this.grids = grids;
            page = kit.page(parent);
            grid = grids.grid(page, Lines.SPEC);
            grid.setRows(Lines.THREE);
        }
    }

    static final class SheetScreen {
        final Grid<Lines> sheet;
        final List<List<Lines>> changes = new ArrayList<>();

        @Inject
        SheetScreen(Composite parent, Kit kit, Grids grids) {
            sheet = grids.sheet(kit.page(parent), Lines.SPEC);
            sheet.setRows(Lines.THREE);
            sheet.edit("name", Edit.text(Lines::withName));
            sheet.edit("unit", Edit.choice(row -> List.of("市水利局", "市卫健委"), Lines::withUnit));
            sheet.edit("amount", Edit.<Lines>money(Lines::withAmount).only(row -> !row.name().equals("电子病历")));
            sheet.editable(() -> new Lines("", "", null), changes::add);
        }
    }

    @Test
    void filtersWhileTypingAndSaysHowManyAreShown() {
        try (var ui = new UiTest(folder)) {
            Screen screen = ui.make(Screen.class);
            assertTrue(ui.shows("3 行"));
            ui.type(ui.all(Text.class).getFirst(), "卫健委");
            ui.until(() -> screen.grid.shown().size() == 2, "the filter");
            assertTrue(ui.shows("显示 2 行，共 3 行"), ui.words().toString());
        }
    }

    @Test
    void aClickInAListTakesTheWholeRow() {
        try (var ui = new UiTest(folder)) {
            Screen screen = ui.make(Screen.class);
            var table = screen.grid.table();
            var cell = table.getBoundsByPosition(1, 2);
            var click = new Event();
            click.button = 1;
            click.x = cell.x + cell.width / 2;
            click.y = cell.y + cell.height / 2;
            table.notifyListeners(SWT.MouseDown, click);
            table.notifyListeners(SWT.MouseUp, click);
            assertEquals(List.of(Lines.THREE.get(1)), screen.grid.selection());
            for (int column = 0; column < table.getColumnCount(); column++) {
                assertEquals(DisplayMode.SELECT, table.getCellByPosition(column, 2).getDisplayMode());
            }
        }
    }

    @Test
    void aClickedHeadSortsAndTheSelectionStaysWithItsRow() {
        try (var ui = new UiTest(folder)) {
            Screen screen = ui.make(Screen.class);
            screen.grid.selectRow(0);
            screen.grid.table().doCommand(new SortColumnCommand(screen.grid.table(), 2, false, SortDirectionEnum.ASC));
            assertEquals("区域影像云", screen.grid.shown().getFirst().name());
            assertEquals(List.of(Lines.THREE.get(0)), screen.grid.selection());
        }
    }

    @Test
    void tellsWhatIsSelectedAndOpensOnEnter() {
        try (var ui = new UiTest(folder)) {
            Screen screen = ui.make(Screen.class);
            List<Lines> opened = new ArrayList<>();
            List<List<Lines>> selected = new ArrayList<>();
            screen.grid.onOpen(opened::add);
            screen.grid.onSelect(selected::add);
            screen.grid.selectRow(1);
            ui.settle();
            assertEquals(List.of(Lines.THREE.get(1)), selected.getLast());
            ui.key(screen.grid.table(), SWT.NONE, SWT.CR, SWT.CR);
            assertEquals(List.of(Lines.THREE.get(1)), opened);
        }
    }

    static final class WrappedScreen {
        final List<Integer> heights = new ArrayList<>();
        final Grid<Lines> grid;

        @Inject
        WrappedScreen(Composite parent, Kit kit, Grids grids) {
            grid = grids.sheet(kit.page(parent), Lines.SPEC);
            grid.setRows(List.of(new Lines("湖州市南太湖新区城市运行一网统管指挥平台及物联感知体系建设项目定制软件开发费", "市水利局", null), Lines.THREE.getFirst()));
            grid.wrap("name");
            grid.whole(() -> heights.add(((GridData) grid.area().getLayoutData()).heightHint));
        }
    }

    @Test
    void aLongTextGoesOnInTheNextLineAndTheTableIsAsTallAsItsRows() {
        try (var ui = new UiTest(folder)) {
            WrappedScreen screen = ui.make(WrappedScreen.class);
            screen.grid.columns().fit(1);
            ui.settle();
            var rows = screen.grid.layers().body();
            int tall = rows.getRowHeightByPosition(0);
            assertTrue(tall >= 2 * rows.getRowHeightByPosition(1), "the long text takes several lines: " + tall);
            assertEquals(screen.grid.table().getPreferredHeight() + ui.look().u(1), screen.heights.getLast());
            int width = rows.getColumnWidthByPosition(0) - ui.look().u(2 * GridStyle.PADDING);
            ui.look().lines(screen.grid.rows().getFirst().name(), width, lines -> assertTrue(lines.getBounds().height < tall, "all its lines"));
            int before = screen.heights.getLast();
            screen.grid.table().doCommand(new ColumnResizeCommand(screen.grid.table(), 0, width * 4));
            ui.settle();
            assertTrue(screen.heights.getLast() < before, "a wide column needs no second line");
            assertEquals(rows.getRowHeightByPosition(1), rows.getRowHeightByPosition(0));
        }
    }

    /** An act on the wrong row would follow from a selection that jumps to the first one while the rows are read again. */
    @Test
    void theSelectionStaysWithItsRowThoughItsValuesChange() {
        try (var ui = new UiTest(folder)) {
            Screen screen = ui.make(Screen.class);
            screen.grid.identify(Lines::name);
            screen.grid.selectRow(1);
            Lines changed = new Lines("区域影像云", "市卫健委", Money.ofWan(99));
            screen.grid.setRows(List.of(new Lines("新的一行", "市教育局", null), Lines.THREE.get(0), changed, Lines.THREE.get(2)));
            assertEquals(List.of(changed), screen.grid.selection());
            screen.grid.setRows(List.of(Lines.THREE.get(0)));
            assertEquals(List.of(), screen.grid.selection());
        }
    }

    @Test
    void aRowIsDraggedToAnotherPlace() {
        try (var ui = new UiTest(folder)) {
            Screen screen = ui.make(Screen.class);
            List<String> moved = new ArrayList<>();
            boolean[] allowed = {true};
            screen.grid.onMove(() -> allowed[0], (row, place) -> moved.add(row.name() + " " + place));
            drag(ui, screen.grid, 0, 2, true);
            drag(ui, screen.grid, 2, 0, false);
            drag(ui, screen.grid, 0, 1, false);
            assertEquals(List.of("智慧水务 2", "电子病历 0"), moved, "a row that comes to lie where it was is not moved");
            allowed[0] = false;
            drag(ui, screen.grid, 0, 2, true);
            allowed[0] = true;
            screen.grid.table().doCommand(new SortColumnCommand(screen.grid.table(), 2, false, SortDirectionEnum.ASC));
            drag(ui, screen.grid, 0, 2, true);
            assertEquals(2, moved.size(), "neither when it is not allowed nor while the rows are sorted");
        }
    }

    /** Presses on a row, moves to another and lets go: in its lower half or in its upper one. */
    private static void drag(UiTest ui, Grid<?> grid, int from, int to, boolean below) {
        var start = grid.table().getBoundsByPosition(0, from + 1);
        var end = grid.table().getBoundsByPosition(0, to + 1);
        int y = end.y + (below ? end.height - 2 : 2);
        mouse(grid, SWT.MouseDown, start.y + start.height / 2);
        mouse(grid, SWT.MouseMove, y);
        mouse(grid, SWT.MouseMove, y);
        mouse(grid, SWT.MouseUp, y);
        ui.settle();
    }

    private static void mouse(Grid<?> grid, int type, int y) {
        var event = new Event();
        event.x = 20;
        event.y = y;
        event.button = type == SWT.MouseMove ? 0 : 1;
        event.stateMask = type == SWT.MouseDown ? SWT.NONE : SWT.BUTTON1;
        event.count = 1;
        grid.table().notifyListeners(type, event);
    }

    @Test
    void copiesWithHeads() {
        try (var ui = new UiTest(folder)) {
            Screen screen = ui.make(Screen.class);
            screen.grid.selectRow(1);
            ui.key(screen.grid.table(), SWT.MOD1, 'c', 'c');
            Clipboard clipboard = new Clipboard(ui.display());
            assertEquals("项目名称\t单位\t申报额 万元\t结论\n区域影像云\t市卫健委\t-80\t不予通过", clipboard.getContents(TextTransfer.getInstance()));
            clipboard.dispose();
            assertEquals(List.of("已复制 1 行，含表头"), ui.dialogs().statuses());
        }
    }

    @Test
    void columnsAreRememberedForTheNextTime() {
        try (var ui = new UiTest(folder)) {
            Screen screen = ui.make(Screen.class);
            screen.grid.columns().show(List.of("amount", "name"));
            screen.grid.table().doCommand(new ColumnResizeCommand(screen.grid.table(), 1, 333));
            assertEquals(List.of("amount", "name"), screen.grid.columns().shown());
            screen.page.dispose();
            Screen again = ui.make(Screen.class);
            assertEquals(List.of("amount", "name"), again.grid.columns().shown());
            assertEquals(333, again.grid.table().getColumnWidthByPosition(1));
            assertEquals(List.of("amount", "name"), again.grid.shownSpec().columns().stream().map(column -> column.id()).toList());
        }
    }

    @Test
    void columnsAreChosenInABoxAndKeptUnderAName() {
        try (var ui = new UiTest(folder)) {
            Screen screen = ui.make(Screen.class);
            screen.grid.columns().saveView("全部");
            ui.dialogs().answer((org.lianshen.workbench.testing.RecordedDialogs.BoxAct) content -> {
                var list = (org.eclipse.swt.widgets.Table) ((Composite) content).getChildren()[0];
                list.getItem(1).setChecked(false);
                list.getItem(3).setChecked(false);
                list.notifyListeners(SWT.Selection, new org.eclipse.swt.widgets.Event());
                return true;
            });
            ui.find(org.lianshen.workbench.kit.FlatButton.class, button -> "选择列".equals(UiTest.accessibleName(button))).press();
            ui.settle();
            assertEquals(List.of("name", "amount"), screen.grid.columns().shown());
            screen.grid.columns().applyView("全部");
            assertEquals(List.of("name", "unit", "amount", "state"), screen.grid.columns().shown());
            screen.grid.columns().deleteView("全部");
            assertEquals(List.of(), screen.grid.columns().views());
        }
    }

    @Test
    void tellsThoseWhoCannotSeeWhereTheCursorIs() {
        try (var ui = new UiTest(folder)) {
            Screen screen = ui.make(Screen.class);
            screen.grid.selectRow(1);
            assertEquals("项目名称，第 2 行，共 3 行：项目名称 区域影像云, 单位 市卫健委, 申报额 万元 −80.00, 结论 不予通过", UiTest.accessibleName(screen.grid.table()));
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
        }
    }

    @Test
    void paintsRowsByTheirState() {
        try (var ui = new UiTest(folder)) {
            Screen screen = ui.make(Screen.class);
            screen.grid.tint(row -> row.amount() != null && row.amount().isNegative() ? Tone.BLOCK : null);
            ui.settle();
            assertEquals(ui.look().tint(Tone.BLOCK).getRGB(), pixel(screen.grid, 1));
            assertEquals(ui.look().surface().getRGB(), pixel(screen.grid, 0));
        }
    }

    @Test
    void aTypedAmountChangesTheRowAndCanBeUndone() {
        try (var ui = new UiTest(folder)) {
            SheetScreen screen = ui.make(SheetScreen.class);
            type(screen, 2, 0, "1,300.5");
            assertEquals(Money.ofYuan(13_005_000), screen.changes.getLast().get(0).amount());
            ui.key(screen.sheet.table(), SWT.MOD1, 'z', 'z');
            assertEquals(Lines.THREE, screen.sheet.rows());
            assertEquals(Lines.THREE, screen.changes.getLast());
        }
    }

    @Test
    void theCursorStaysWhereOneTypesAndGoesOnFromThere() {
        try (var ui = new UiTest(folder)) {
            SheetScreen screen = ui.make(SheetScreen.class);
            var selection = screen.sheet.layers().selection();
            selection.selectCell(2, 1, false, false);
            type(screen, 2, 1, "5");
            assertEquals(2, selection.getSelectionAnchor().getColumnPosition());
            assertEquals(1, selection.getSelectionAnchor().getRowPosition());
            assertTrue(selection.isCellPositionSelected(2, 1));
            screen.sheet.refresh();
            ui.key(screen.sheet.table(), SWT.NONE, SWT.ARROW_DOWN, (char) 0);
            assertTrue(selection.isCellPositionSelected(2, 2));
        }
    }

    @Test
    void keysOpenTheEditorOfACellAndEnterCloses() {
        try (var ui = new UiTest(folder)) {
            SheetScreen screen = ui.make(SheetScreen.class);
            var selection = screen.sheet.layers().selection();
            selection.selectCell(2, 0, false, false);
            ui.key(screen.sheet.table(), SWT.NONE, '7', '7');
            var editor = ui.find(org.eclipse.swt.widgets.Text.class, text -> text.getParent() == screen.sheet.table());
            assertEquals("7", editor.getText());
            editor.setText("75");
            ui.key(editor, SWT.NONE, SWT.CR, '\r');
            assertEquals(Money.ofWan(75), screen.changes.getLast().get(0).amount());
            assertEquals(1, selection.getSelectionAnchor().getRowPosition(), "the cursor goes on to the next row");
            ui.key(screen.sheet.table(), SWT.NONE, SWT.F2, (char) 0);
            assertTrue(ui.all(org.eclipse.swt.widgets.Text.class).stream().anyMatch(text -> text.getParent() == screen.sheet.table()), "F2 opens it too");
        }
    }

    @Test
    void aBlockFromASpreadsheetIsPastedAndAddsRows() {
        try (var ui = new UiTest(folder)) {
            SheetScreen screen = ui.make(SheetScreen.class);
            clipboard(ui, "新一\t市水利局\t10\n新二\t市卫健委\t20\n");
            screen.sheet.selectRow(2);
            ui.key(screen.sheet.table(), SWT.MOD1, 'v', 'v');
            List<Lines> rows = screen.changes.getLast();
            assertEquals(4, rows.size());
            assertEquals(new Lines("新一", "市水利局", Money.ofWan(10)), rows.get(2));
            assertEquals(new Lines("新二", "市卫健委", Money.ofWan(20)), rows.get(3));
            ui.key(screen.sheet.table(), SWT.MOD1, 'z', 'z');
            assertEquals(Lines.THREE, screen.sheet.rows());
        }
    }

    @Test
    void aBlockWithOneWrongCellIsRefusedWholeAndTheCellIsNamed() {
        try (var ui = new UiTest(folder)) {
            SheetScreen screen = ui.make(SheetScreen.class);
            clipboard(ui, "新一\t市水利局\t10\n新二\t市卫健委\t约20");
            screen.sheet.selectRow(0);
            ui.key(screen.sheet.table(), SWT.MOD1, 'v', 'v');
            assertEquals(Lines.THREE, screen.sheet.rows());
            assertEquals(List.of(), screen.changes);
            assertTrue(ui.dialogs().said().getFirst().contains("第 2 行“申报额 万元”") && ui.dialogs().said().getFirst().contains("约20"), ui.dialogs().said().toString());
            clipboard(ui, "新一\t某局\t10");
            ui.key(screen.sheet.table(), SWT.MOD1, 'v', 'v');
            assertTrue(ui.dialogs().said().getLast().contains("“某局”不在可选项内"), ui.dialogs().said().toString());
        }
    }

    @Test
    void fillsDownAndClearsButNotCellsThatAreClosed() {
        try (var ui = new UiTest(folder)) {
            SheetScreen screen = ui.make(SheetScreen.class);
            screen.sheet.layers().selection().selectRegion(2, 0, 1, 3);
            ui.key(screen.sheet.table(), SWT.MOD1, 'd', 'd');
            List<Lines> rows = screen.changes.getLast();
            assertEquals(Money.ofWan(1280), rows.get(1).amount());
            assertEquals(null, rows.get(2).amount(), "closed by the rule of the column");
            screen.sheet.layers().selection().selectRegion(2, 0, 1, 1);
            ui.key(screen.sheet.table(), SWT.NONE, SWT.DEL, SWT.DEL);
            assertEquals(null, screen.changes.getLast().get(0).amount());
        }
    }

    @Test
    void quotedCellsOfASpreadsheetMayHoldLineEnds() {
        assertEquals(List.of(List.of("a\nb", "c\"d"), List.of("e", "")), GridClipboard.lines("\"a\nb\"\t\"c\"\"d\"\r\ne\t\r\n"));
    }

    private static void type(SheetScreen screen, int column, int row, String text) {
        screen.sheet.table().doCommand(new UpdateDataCommand(screen.sheet.layers().selection(), column, row, text));
    }

    private static void clipboard(UiTest ui, String text) {
        Clipboard clipboard = new Clipboard(ui.display());
        clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }

    /** Colour of the right end of a row, where nothing is written. */
    private static org.eclipse.swt.graphics.RGB pixel(Grid<Lines> grid, int row) {
        var table = grid.table();
        var image = new org.eclipse.swt.graphics.Image(table.getDisplay(), table.getSize().x, table.getSize().y);
        var gc = new org.eclipse.swt.graphics.GC(image);
        table.getLayer().getLayerPainter().paintLayer(table.getLayer(), gc, 0, 0, new org.eclipse.swt.graphics.Rectangle(0, 0, table.getSize().x, table.getSize().y),
                table.getConfigRegistry());
        gc.dispose();
        var bounds = table.getBoundsByPosition(0, row + 1);
        var data = image.getImageData(100);
        var rgb = data.palette.getRGB(data.getPixel(bounds.x + bounds.width - 3, bounds.y + bounds.height / 2));
        image.dispose();
        return rgb;
    }

    @Test
    void longTextsTakeTheRoomThatIsLeftAndGiveWayWhereItIsALittleTooNarrow() {
        try (var ui = new UiTest(folder)) {
            Screen screen = ui.make(Screen.class);
            var table = screen.grid.table();
            screen.grid.columns().fit(1);
            int natural = table.getColumnWidthByPosition(0);
            int amount = table.getColumnWidthByPosition(2);
            int all = table.getWidth();
            screen.grid.columns().fit(all - 20);
            assertEquals(natural - 20, table.getColumnWidthByPosition(0));
            assertEquals(amount, table.getColumnWidthByPosition(2));
            screen.grid.columns().fit(all / 3);
            assertEquals(natural, table.getColumnWidthByPosition(0), "where that does not suffice one scrolls");
            screen.grid.columns().fit(all + 30);
            assertEquals(natural + 30, table.getColumnWidthByPosition(0));
            assertEquals(amount, table.getColumnWidthByPosition(2));
            screen.grid.columns().fit(all * 3);
            assertEquals(natural + natural / 2 * 2, table.getColumnWidthByPosition(0), "no text becomes wider than twice its width");
            screen.grid.columns().fit(all - 20);
            screen.grid.columns().show(List.of("name", "unit", "amount", "state"));
            screen.page.dispose();
            screen = ui.make(Screen.class);
            table = screen.grid.table();
            screen.grid.columns().fit(all);
            assertEquals(natural, table.getColumnWidthByPosition(0), "a width that was only fitted is not remembered");
            screen.grid.columns().fit(all - 20);
            assertEquals(natural - 20, table.getColumnWidthByPosition(0));
            table.doCommand(new ColumnResizeCommand(table, 0, 333));
            screen.grid.columns().fit(all - 20);
            assertEquals(333, table.getColumnWidthByPosition(0), "widths set by hand stay");
        }
    }

    @Test
    void whatIsShownAtFirstGivesWayToWhatWasChosen() {
        try (var ui = new UiTest(folder)) {
            Screen screen = ui.make(Screen.class);
            screen.grid.columns().showAtFirst(List.of("name", "amount"));
            assertEquals(List.of("name", "amount"), screen.grid.columns().shown());
            screen.grid.columns().show(List.of("unit", "name"));
            screen.page.dispose();
            Screen again = ui.make(Screen.class);
            again.grid.columns().showAtFirst(List.of("name", "amount"));
            assertEquals(List.of("unit", "name"), again.grid.columns().shown());
        }
    }
}
