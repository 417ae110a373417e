package org.lianshen.office.out;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.lianshen.model.pack.Severity;
import org.lianshen.service.table.WorkbookMarker.Note;

/** Comments and fills of one sheet. */
final class SheetMarks {

    private static final String AUTHOR = "Lianshen";
    private static final int CHARACTERS_A_LINE = 24;
    private static final double BOX_WIDTH = 330;
    private static final double LINE_HEIGHT = 14.5;
    private static final int MOST_ROWS = 60;
    private static final int MOST_STYLES_XLS = 3900;

    private final Sheet sheet;
    private final CreationHelper helper;
    private final Drawing<?> drawing;
    private final List<CellRangeAddress> merges;
    private final Map<String, CellStyle> fills = new HashMap<>();

    SheetMarks(Sheet sheet) {
        this.sheet = sheet;
        this.helper = sheet.getWorkbook().getCreationHelper();
        this.drawing = sheet.createDrawingPatriarch();
        this.merges = sheet.getMergedRegions();
    }

    void put(Map<CellReference, List<Note>> cells) {
        cells.forEach((reference, notes) -> {
            Cell cell = cell(reference);
            String text = notes.stream().map(Note::text).distinct().collect(Collectors.joining("\n"));
            if (cell.getCellComment() == null) {
                comment(cell, text);
            } else {
                append(cell.getCellComment(), text);
            }
            fill(cell, notes.stream().map(Note::severity).min(Comparator.naturalOrder()).orElse(Severity.I));
        });
    }

    /** Of a merged range the first cell, which is the one that shows. */
    private Cell cell(CellReference reference) {
        int row = reference.getRow();
        int column = reference.getCol();
        for (CellRangeAddress merged : merges) {
            if (merged.isInRange(row, column)) {
                row = merged.getFirstRow();
                column = merged.getFirstColumn();
            }
        }
        Row found = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        return found.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    private void comment(Cell cell, String text) {
        Comment comment = drawing.createCellComment(anchor(cell, text));
        comment.setString(helper.createRichTextString(text));
        comment.setAuthor(AUTHOR);
        cell.setCellComment(comment);
    }

    private void append(Comment comment, String text) {
        if (comment.getString() instanceof XSSFRichTextString existing) {
            existing.append("\n" + text);
            comment.setString(existing);
        } else {
            comment.setString(helper.createRichTextString(comment.getString().getString() + "\n" + text));
        }
    }

    /** Beside the cell, wide enough for a line and high enough for all. */
    private ClientAnchor anchor(Cell cell, String text) {
        int lines = text.lines().mapToInt(line -> 1 + Math.max(0, units(line) - 1) / (2 * CHARACTERS_A_LINE)).sum();
        SpreadsheetVersion version = sheet.getWorkbook().getSpreadsheetVersion();
        int left = Math.min(cell.getColumnIndex() + 1, version.getLastColumnIndex() - 1);
        // POI first gives a new comment to the cell where its box begins, and refuses if that one has a comment already.
        while (left < version.getLastColumnIndex() - 1 && sheet.getCellComment(new CellAddress(cell.getRowIndex(), left)) != null) {
            left++;
        }
        int right = left;
        double width = 0;
        while (width < BOX_WIDTH && right < version.getLastColumnIndex()) {
            width += sheet.getColumnWidthInPixels(right);
            right++;
        }
        int top = cell.getRowIndex();
        int bottom = top;
        double height = 0;
        while (height < (lines + 1) * LINE_HEIGHT && bottom < version.getLastRowIndex() && bottom - top < MOST_ROWS) {
            Row row = sheet.getRow(bottom);
            height += row == null ? sheet.getDefaultRowHeightInPoints() : row.getHeightInPoints();
            bottom++;
        }
        ClientAnchor anchor = helper.createClientAnchor();
        anchor.setCol1(left);
        anchor.setCol2(Math.max(right, left + 1));
        anchor.setRow1(top);
        anchor.setRow2(Math.max(bottom, top + 1));
        return anchor;
    }

    private static int units(String line) {
        return line.codePoints().map(c -> Kinsoku.wide(c) ? 2 : 1).sum();
    }

    private void fill(Cell cell, Severity severity) {
        CellStyle style = fills.computeIfAbsent(severity + ":" + cell.getCellStyle().getIndex(), key -> filled(cell.getCellStyle(), severity));
        if (style != null) {
            cell.setCellStyle(style);
        }
    }

    /** The style with the fill of the severity; null where an .xls has no room for another style, then the comment has to do. */
    private CellStyle filled(CellStyle original, Severity severity) {
        if (original instanceof HSSFCellStyle && sheet.getWorkbook().getNumCellStyles() >= MOST_STYLES_XLS) {
            return null;
        }
        CellStyle style = sheet.getWorkbook().createCellStyle();
        style.cloneStyleFrom(original);
        if (style instanceof XSSFCellStyle xssf) {
            xssf.setFillForegroundColor(new XSSFColor(switch (severity) {
                case E -> new byte[] {(byte) 0xFF, (byte) 0xC7, (byte) 0xCE};
                case W -> new byte[] {(byte) 0xFF, (byte) 0xEB, (byte) 0x9C};
                case I -> new byte[] {(byte) 0xDD, (byte) 0xEB, (byte) 0xF7};
            }));
        } else {
            style.setFillForegroundColor(switch (severity) {
                case E -> IndexedColors.ROSE.getIndex();
                case W -> IndexedColors.LIGHT_YELLOW.getIndex();
                case I -> IndexedColors.PALE_BLUE.getIndex();
            });
        }
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }
}
