package org.lianshen.office.out;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.lianshen.model.Money;
import org.lianshen.model.UserProblem;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.TableWriter.Sheet;
import org.lianshen.service.text.Texts;

/**
 * Tables as a workbook, row by row so that 100,000 rows need little memory: title and notes, a frozen head with filter, then the rows. Numbers that a spreadsheet
 * cannot hold exactly (more than 15 digits) are written as text rather than rounded.
 */
final class XlsxTables {

    private static final int ROWS_IN_MEMORY = 200;
    private static final int MAX_TEXT = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
    /** Characters in a line of landscape A4 that can still be read when all columns are made to fit. */
    private static final int MOST_ON_A4 = 180;
    /** The same of A3; a wider table is spread over pages. */
    private static final int MOST_ON_A3 = 380;
    private static final int SCALE = 70;
    /** Number and name, which say what a row is about. */
    private static final int KEPT_COLUMNS = 2;
    private static final double LINE_HEIGHT = 13.5;
    /** No row may be higher. */
    private static final double MOST_HEIGHT = 409;
    private static final int MAX_ROWS = SpreadsheetVersion.EXCEL2007.getMaxRows();
    /** Excel reads _x000D_ as a control character; the underscore itself is written as _x005F_ where text looks so. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final Texts texts;
    private final ZoneId zone;

    XlsxTables(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    void write(OutputStream out, List<Sheet<?>> sheets) throws IOException {
        try (var workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            workbook.setCompressTempFiles(true);
            CellStyles styles = new CellStyles(workbook);
            Set<String> taken = new HashSet<>();
            for (Sheet<?> sheet : sheets) {
                sheet(workbook.createSheet(freeName(sheet.name(), taken)), sheet, styles);
            }
            workbook.write(out);
        }
    }

    private <T> void sheet(SXSSFSheet target, Sheet<T> sheet, CellStyles styles) {
        List<Column<T>> columns = sheet.spec().columns();
        int head = 1 + sheet.notes().size();
        if (sheet.rows().size() > MAX_ROWS - head - 1) {
            throw UserProblem.of("table.tooManyRows", sheet.name(), sheet.rows().size(), MAX_ROWS - head - 1);
        }
        text(target.createRow(0).createCell(0), texts.get(sheet.spec().title()), styles.title(), styles.title());
        for (int i = 0; i < sheet.notes().size(); i++) {
            text(target.createRow(1 + i).createCell(0), sheet.notes().get(i), styles.note(), styles.note());
        }
        Row heads = target.createRow(head);
        int widths = 0;
        for (int i = 0; i < columns.size(); i++) {
            String label = Heads.of(columns.get(i), texts);
            text(heads.createCell(i), label, styles.head(), styles.head());
            target.setColumnWidth(i, width(columns.get(i), label));
            widths += target.getColumnWidth(i) / 256;
        }
        int at = head;
        for (T row : sheet.rows()) {
            at++;
            Row cells = target.createRow(at);
            int lines = 1;
            for (int i = 0; i < columns.size(); i++) {
                Object value = columns.get(i).value().apply(row);
                cell(cells, i, columns.get(i), value, styles);
                lines = value instanceof String text ? Math.max(lines, lines(text, (target.getColumnWidth(i) / 256 - 1) / 2 * 2)) : lines;
            }
            if (lines > 1) {
                cells.setHeightInPoints((float) Math.min(MOST_HEIGHT, lines * LINE_HEIGHT));
            }
        }
        target.setAutoFilter(new CellRangeAddress(head, at, 0, columns.size() - 1));
        page(target, head, widths);
    }

    private void cell(Row row, int index, Column<?> column, Object value, CellStyles styles) {
        Cell cell = row.createCell(index);
        switch (value) {
            case null -> cell.setCellStyle(styles.of(Column.Type.TEXT));
            case String text when text.isEmpty() -> cell.setCellStyle(styles.of(Column.Type.TEXT));
            case Money money -> number(cell, money.wan(), styles.money(), styles);
            case BigDecimal number -> number(cell, number, styles.of(column.type()), styles);
            case Integer number -> number(cell, BigDecimal.valueOf(number), styles.count(), styles);
            case Long number -> number(cell, BigDecimal.valueOf(number), styles.count(), styles);
            case LocalDate date -> date(cell, date, styles);
            case Instant instant -> {
                cell.setCellValue(instant.atZone(zone).toLocalDateTime());
                cell.setCellStyle(styles.time());
            }
            case Column.Mark mark -> text(cell, texts.get(mark.textKey()), styles.mark(mark.tone()), styles.mark(mark.tone()));
            default -> text(cell, value.toString(), styles.of(Column.Type.TEXT), styles.quoted());
        }
    }

    /** A spreadsheet knows no day before 1900. */
    private static void date(Cell cell, LocalDate date, CellStyles styles) {
        if (date.getYear() < 1900) {
            cell.setCellValue(date.toString());
            cell.setCellStyle(styles.of(Column.Type.TEXT));
        } else {
            cell.setCellValue(date);
            cell.setCellStyle(styles.date());
        }
    }

    private static void number(Cell cell, BigDecimal value, CellStyle style, CellStyles styles) {
        if (value.stripTrailingZeros().precision() > 15) {
            cell.setCellValue(value.toPlainString());
            cell.setCellStyle(styles.longNumber());
        } else {
            cell.setCellValue(value.doubleValue());
            cell.setCellStyle(style);
        }
    }

    private void text(Cell cell, String text, CellStyle style, CellStyle quoted) {
        String kept = text;
        if (text.length() > MAX_TEXT) {
            String mark = texts.get("table.cutOff", text.length());
            int end = MAX_TEXT - mark.length();
            kept = text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + mark;
        }
        cell.setCellValue(ESCAPE.matcher(kept).replaceAll("_x005F_"));
        cell.setCellStyle(Formulas.looksLikeOne(kept) ? quoted : style);
    }

    /** In 1/256 of a digit's width; the head with its filter arrow fits. */
    private static int width(Column<?> column, String label) {
        int head = units(label) + 3;
        return Math.min(Math.max(Math.max(column.width(), head), 6), 80) * 256;
    }

    /** A Chinese character is as wide as two digits. */
    private static int units(String text) {
        return text.codePoints().map(c -> Kinsoku.wide(c) ? 2 : 1).sum();
    }

    /** Lines that wrapped text takes; not every program works it out when it opens a workbook. */
    private static int lines(String text, int width) {
        return text.length() * 2 <= width && text.indexOf('\n') < 0 ? 1 : text.lines().mapToInt(line -> Math.max(1, (units(line) + width - 1) / width)).sum();
    }

    /** Landscape; as wide as a page where that can still be read, else over several pages with the first columns on each. */
    private static void page(SXSSFSheet sheet, int head, int widths) {
        PrintSetup print = sheet.getPrintSetup();
        print.setLandscape(true);
        print.setPaperSize(widths > MOST_ON_A4 ? PrintSetup.A3_PAPERSIZE : PrintSetup.A4_PAPERSIZE);
        boolean fits = widths <= MOST_ON_A3;
        if (fits) {
            sheet.setFitToPage(true);
            print.setFitWidth((short) 1);
            print.setFitHeight((short) 0);
        } else {
            print.setScale((short) SCALE);
            sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, KEPT_COLUMNS - 1));
        }
        sheet.createFreezePane(fits ? 0 : KEPT_COLUMNS, head + 1);
        sheet.setRepeatingRows(new CellRangeAddress(head, head, -1, -1));
        sheet.getFooter().setCenter("&P / &N");
    }

    /** A name that Excel allows and that no earlier sheet has. */
    private static String freeName(String wanted, Set<String> taken) {
        String safe = WorkbookUtil.createSafeSheetName(wanted);
        String name = safe;
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            String number = " (" + i + ")";
            name = safe.substring(0, Math.min(safe.length(), 31 - number.length())) + number;
        }
        return name;
    }
}
