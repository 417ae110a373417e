package org.lianshen.workbench.grid;

import org.eclipse.nebula.widgets.nattable.config.AbstractRegistryConfiguration;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.data.convert.DisplayConverter;
import org.eclipse.nebula.widgets.nattable.edit.EditConfigAttributes;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.painter.cell.BackgroundPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.ICellPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.TextPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.decorator.PaddingDecorator;
import org.eclipse.nebula.widgets.nattable.sort.painter.SortableHeaderTextPainter;
import org.eclipse.nebula.widgets.nattable.style.BorderStyle;
import org.eclipse.nebula.widgets.nattable.style.CellStyleAttributes;
import org.eclipse.nebula.widgets.nattable.style.CellStyleUtil;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.nebula.widgets.nattable.style.HorizontalAlignmentEnum;
import org.eclipse.nebula.widgets.nattable.style.SelectionStyleLabels;
import org.eclipse.nebula.widgets.nattable.style.Style;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.lianshen.service.table.Column;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;

/** Dresses a grid in the look: the only place where NatTable hears of colours, fonts and distances. */
final class GridStyle<T> extends AbstractRegistryConfiguration {

    /** At both sides of a cell's text, in units. */
    static final int PADDING = 2;

    private final Grid<T> grid;
    private final Look look;

    GridStyle(Grid<T> grid) {
        this.grid = grid;
        look = grid.grids().look();
    }

    @Override
    public void configureRegistry(IConfigRegistry registry) {
        body(registry);
        heads(registry);
        for (Tone tone : Tone.values()) {
            style(registry, CellLabels.TINT + tone, look.tint(tone), look.text(), null, null);
        }
        style(registry, CellLabels.RIGHT, null, null, null, HorizontalAlignmentEnum.RIGHT);
        style(registry, CellLabels.LEFT, null, null, null, HorizontalAlignmentEnum.LEFT);
        style(registry, CellLabels.NEGATIVE, null, look.tone(Tone.BLOCK), null, HorizontalAlignmentEnum.RIGHT);
        style(registry, CellLabels.STRONG, look.raised(), look.text(), true, null);
        registry.registerConfigAttribute(EditConfigAttributes.CELL_EDITABLE_RULE, org.eclipse.nebula.widgets.nattable.config.IEditableRule.NEVER_EDITABLE);
    }

    private void body(IConfigRegistry registry) {
        Style plain = new Style();
        plain.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, look.surface());
        plain.setAttributeValue(CellStyleAttributes.FOREGROUND_COLOR, look.text());
        plain.setAttributeValue(CellStyleAttributes.FONT, look.base());
        plain.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, HorizontalAlignmentEnum.LEFT);
        plain.setAttributeValue(CellStyleAttributes.BORDER_STYLE, null);
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, plain);
        registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, padded(new TextPainter()));
        registry.registerConfigAttribute(CellConfigAttributes.DISPLAY_CONVERTER, new Shown());
        registry.registerConfigAttribute(CellConfigAttributes.RENDER_GRID_LINES, false, DisplayMode.NORMAL, GridRegion.BODY);
        registry.registerConfigAttribute(CellConfigAttributes.GRID_LINE_COLOR, look.line());
        registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, padded(new StatePainter()), DisplayMode.NORMAL, CellLabels.STATE);
        registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, padded(new WrapPainter()), DisplayMode.NORMAL, CellLabels.WRAP);
        Style selected = new Style();
        selected.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, look.selection());
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, selected, DisplayMode.SELECT);
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, selected, DisplayMode.SELECT, SelectionStyleLabels.SELECTION_ANCHOR_STYLE);
        Style cursor = new Style();
        cursor.setAttributeValue(CellStyleAttributes.BORDER_STYLE,
                new BorderStyle(1, grid.isSheet() ? look.accent() : look.selection(), BorderStyle.LineStyleEnum.SOLID));
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, cursor, DisplayMode.SELECT, SelectionStyleLabels.SELECTION_ANCHOR_GRID_LINE_STYLE);
    }

    private void heads(IConfigRegistry registry) {
        Style head = new Style();
        head.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, look.raised());
        head.setAttributeValue(CellStyleAttributes.FOREGROUND_COLOR, look.muted());
        head.setAttributeValue(CellStyleAttributes.FONT, look.base());
        // A head stands over its values also while a row is selected.
        for (DisplayMode mode : new DisplayMode[] {DisplayMode.NORMAL, DisplayMode.SELECT}) {
            registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, head, mode, GridRegion.COLUMN_HEADER);
            registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, aligned(HorizontalAlignmentEnum.LEFT), mode, CellLabels.HEAD + CellLabels.LEFT);
            registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, aligned(HorizontalAlignmentEnum.RIGHT), mode, CellLabels.HEAD + CellLabels.RIGHT);
        }
        // When every row is selected, as with a single row, NatTable's default would darken the whole head.
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, head, DisplayMode.SELECT, SelectionStyleLabels.COLUMN_FULLY_SELECTED_STYLE);
        registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, padded(new HeadPainter(grid)), DisplayMode.NORMAL, GridRegion.COLUMN_HEADER);
        registry.registerConfigAttribute(CellConfigAttributes.DISPLAY_CONVERTER, new org.eclipse.nebula.widgets.nattable.data.convert.DefaultDisplayConverter(),
                DisplayMode.NORMAL, GridRegion.COLUMN_HEADER);
        registry.registerConfigAttribute(CellConfigAttributes.RENDER_GRID_LINES, true, DisplayMode.NORMAL, GridRegion.COLUMN_HEADER);
    }

    private static Style aligned(HorizontalAlignmentEnum alignment) {
        Style style = new Style();
        style.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, alignment);
        return style;
    }

    private void style(IConfigRegistry registry, String label, Color background, Color foreground, Boolean bold, HorizontalAlignmentEnum alignment) {
        Style style = new Style();
        if (background != null) {
            style.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, background);
        }
        if (foreground != null) {
            style.setAttributeValue(CellStyleAttributes.FOREGROUND_COLOR, foreground);
        }
        if (bold != null) {
            style.setAttributeValue(CellStyleAttributes.FONT, look.bold());
        }
        if (alignment != null) {
            style.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, alignment);
        }
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, style, DisplayMode.NORMAL, label);
    }

    private ICellPainter padded(ICellPainter painter) {
        return new BackgroundPainter(new PaddingDecorator(painter, 0, look.u(PADDING), 0, look.u(PADDING), false));
    }

    /** Values as text; NatTable does not tell the column, so the value is looked at with the cell. */
    private final class Shown extends DisplayConverter {

        @Override
        public Object canonicalToDisplayValue(ILayerCell cell, IConfigRegistry registry, Object value) {
            return grid.grids().cells.text(grid.column(cell.getColumnIndex()), value);
        }

        @Override
        public Object canonicalToDisplayValue(Object value) {
            return value == null ? "" : value.toString();
        }

        @Override
        public Object displayToCanonicalValue(Object value) {
            return value;
        }
    }

    /** Icon and word. */
    private final class StatePainter extends TextPainter {

        @Override
        public void paintCell(ILayerCell cell, GC gc, Rectangle bounds, IConfigRegistry registry) {
            if (!(cell.getDataValue() instanceof Column.Mark mark)) {
                super.paintCell(cell, gc, bounds, registry);
                return;
            }
            Tone tone = Cells.tone(mark.tone());
            Image image = look.icon(Cells.icon(mark), tone);
            gc.drawImage(image, bounds.x, bounds.y + (bounds.height - look.u(4)) / 2);
            Color before = gc.getForeground();
            gc.setFont(CellStyleUtil.getCellStyle(cell, registry).getAttributeValue(CellStyleAttributes.FONT));
            gc.setForeground(look.tone(tone));
            String word = grid.grids().cells.text(grid.column(cell.getColumnIndex()), mark);
            int indent = look.u(5.5);
            String fitting = getTextToDisplay(cell, gc, bounds.width - indent, word);
            gc.drawText(fitting, bounds.x + indent, bounds.y + (bounds.height - gc.textExtent(fitting).y) / 2, SWT.DRAW_TRANSPARENT);
            gc.setForeground(before);
        }
    }

    /** A text that goes on in the next line; NatTable's own breaks lines at spaces only, which Chinese has none of. */
    private final class WrapPainter extends TextPainter {

        @Override
        public void paintCell(ILayerCell cell, GC gc, Rectangle bounds, IConfigRegistry registry) {
            setupGCFromConfig(gc, CellStyleUtil.getCellStyle(cell, registry));
            String text = grid.grids().cells.text(grid.column(cell.getColumnIndex()), cell.getDataValue());
            look.lines(text, bounds.width, lines -> lines.draw(gc, bounds.x, bounds.y + Math.max(0, bounds.height - lines.getBounds().height) / 2));
        }
    }

    /** The head's text with an arrow of the icon family where the column is sorted. */
    private static final class HeadPainter extends SortableHeaderTextPainter {

        HeadPainter(Grid<?> grid) {
            super(new TextPainter(), org.eclipse.nebula.widgets.nattable.ui.util.CellEdgeEnum.RIGHT, new SortArrow(grid));
        }
    }

    private static final class SortArrow extends org.eclipse.nebula.widgets.nattable.sort.painter.SortIconPainter {

        private final Grid<?> grid;

        SortArrow(Grid<?> grid) {
            super(false);
            this.grid = grid;
        }

        @Override
        protected Image getImage(ILayerCell cell, IConfigRegistry registry) {
            int column = cell.getColumnIndex();
            return grid.view().sort().stream().filter(level -> level.column() == column).findFirst().map(level -> grid.grids().look().icon(
                    level.ascending() ? org.lianshen.workbench.look.Icon.CHEVRON_UP : org.lianshen.workbench.look.Icon.CHEVRON_DOWN, grid.grids().look().muted(),
                    grid.grids().look().u(3))).orElse(null);
        }
    }
}
