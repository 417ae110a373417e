package org.lianshen.office.form;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/** The few styles of a form that people fill in. Text cells are kept as text, so that codes and what looks like a formula stay what they are. */
final class FormStyles {

    private final Workbook workbook;
    private final CellStyle section;
    private final CellStyle label;
    private final CellStyle text;
    private final CellStyle money;
    private final CellStyle date;
    private final CellStyle hint;
    private final CellStyle title;

    FormStyles(Workbook workbook) {
        this.workbook = workbook;
        section = boxed(10, true, "@");
        section.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        section.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        section.setWrapText(true);
        label = boxed(10, false, "@");
        text = boxed(10, false, "@");
        text.setWrapText(true);
        text.setQuotePrefixed(true);
        money = boxed(10, false, "#,##0.00");
        date = boxed(10, false, "yyyy-mm-dd");
        hint = workbook.createCellStyle();
        hint.setFont(font(9, false));
        hint.setWrapText(true);
        title = workbook.createCellStyle();
        title.setFont(font(16, true));
        title.setAlignment(HorizontalAlignment.CENTER);
    }

    private Font font(int points, boolean bold) {
        Font font = workbook.createFont();
        font.setFontName("宋体");
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        return font;
    }

    private CellStyle boxed(int points, boolean bold, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setFont(font(points, bold));
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setBorderTop(BorderStyle.HAIR);
        style.setBorderBottom(BorderStyle.HAIR);
        style.setBorderLeft(BorderStyle.HAIR);
        style.setBorderRight(BorderStyle.HAIR);
        return style;
    }

    CellStyle section() {
        return section;
    }

    CellStyle label() {
        return label;
    }

    CellStyle text() {
        return text;
    }

    CellStyle money() {
        return money;
    }

    CellStyle date() {
        return date;
    }

    CellStyle hint() {
        return hint;
    }

    CellStyle title() {
        return title;
    }

    /** Prints landscape on A4, as wide as a page and as long as it gets. */
    static void onePageWide(Sheet sheet) {
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }
}
