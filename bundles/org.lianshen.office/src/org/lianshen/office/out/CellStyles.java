package org.lianshen.office.out;

import java.util.EnumMap;
import java.util.Map;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.lianshen.service.table.Column.Tone;
import org.lianshen.service.table.Column.Type;

/** The few styles of an exported table. A workbook allows only so many, therefore they are made once. */
final class CellStyles {

    private static final String FONT = "宋体";

    private final SXSSFWorkbook workbook;
    private final CellStyle title;
    private final CellStyle note;
    private final CellStyle head;
    private final CellStyle text;
    private final CellStyle quoted;
    private final CellStyle longNumber;
    private final CellStyle money;
    private final CellStyle number;
    private final CellStyle count;
    private final CellStyle percent;
    private final CellStyle date;
    private final CellStyle time;
    private final Map<Tone, CellStyle> marks = new EnumMap<>(Tone.class);

    CellStyles(SXSSFWorkbook workbook) {
        this.workbook = workbook;
        Font plain = font(10, false);
        title = style(font(14, true), null);
        note = style(font(9, false), null);
        head = boxed(font(10, true), null);
        head.setAlignment(HorizontalAlignment.CENTER);
        head.setWrapText(true);
        fill(head, 0xE4E9F0);
        text = boxed(plain, "@");
        text.setWrapText(true);
        quoted = boxed(plain, "@");
        quoted.setWrapText(true);
        quoted.setQuotePrefixed(true);
        longNumber = boxed(plain, "@");
        longNumber.setAlignment(HorizontalAlignment.RIGHT);
        money = boxed(plain, "#,##0.00");
        number = boxed(plain, "General");
        count = boxed(plain, "0");
        percent = boxed(plain, "0.00%");
        date = boxed(plain, "yyyy-mm-dd");
        time = boxed(plain, "yyyy-mm-dd hh:mm:ss");
        for (Tone tone : Tone.values()) {
            CellStyle mark = boxed(plain, "@");
            switch (tone) {
                case BLOCK -> fill(mark, 0xFFC7CE);
                case WARN -> fill(mark, 0xFFEB9C);
                case OK, INFO, MUTED -> mark.setFillPattern(FillPatternType.NO_FILL);
            }
            marks.put(tone, mark);
        }
    }

    CellStyle title() {
        return title;
    }

    CellStyle note() {
        return note;
    }

    CellStyle head() {
        return head;
    }

    /** Text that must not become a formula when somebody edits the cell. */
    CellStyle quoted() {
        return quoted;
    }

    CellStyle longNumber() {
        return longNumber;
    }

    CellStyle money() {
        return money;
    }

    CellStyle count() {
        return count;
    }

    CellStyle date() {
        return date;
    }

    CellStyle time() {
        return time;
    }

    CellStyle mark(Tone tone) {
        return marks.get(tone);
    }

    CellStyle of(Type type) {
        return switch (type) {
            case TEXT, CODE, STATE -> text;
            case MONEY -> money;
            case NUMBER -> number;
            case PERCENT -> percent;
            case DATE -> date;
            case TIME -> time;
        };
    }

    private Font font(int points, boolean bold) {
        Font font = workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        return font;
    }

    private CellStyle style(Font font, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        if (format != null) {
            style.setDataFormat(workbook.createDataFormat().getFormat(format));
        }
        return style;
    }

    private CellStyle boxed(Font font, String format) {
        CellStyle style = style(font, format);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setBorderTop(BorderStyle.HAIR);
        style.setBorderBottom(BorderStyle.HAIR);
        style.setBorderLeft(BorderStyle.HAIR);
        style.setBorderRight(BorderStyle.HAIR);
        return style;
    }

    private static void fill(CellStyle style, int rgb) {
        ((XSSFCellStyle) style).setFillForegroundColor(new XSSFColor(new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb}));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
}
