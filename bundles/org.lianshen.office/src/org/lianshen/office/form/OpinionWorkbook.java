package org.lianshen.office.form;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.lianshen.model.Money;
import org.lianshen.model.exchange.OpinionForm;
import org.lianshen.model.exchange.OpinionForm.Page;
import org.lianshen.model.pack.CheckItem;
import org.lianshen.model.proposal.EstimateLine;
import org.lianshen.model.review.Overall;
import org.lianshen.model.review.Verdict;
import org.lianshen.office.in.CellText;
import org.lianshen.service.text.Texts;

/** Writes an opinion form: a page for each project on which only the coloured cells can be filled in, and a sheet that nobody sees with what it belongs to. */
final class OpinionWorkbook {

    private static final int[] WIDTHS = {14, 44, 16, 34, 34, 26};

    private final Texts texts = new Texts(Locale.CHINESE);
    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final FormStyles styles = new FormStyles(workbook);
    private final CellStyle input = input(styles.text());
    private final CellStyle amount = input(styles.money());

    private CellStyle input(CellStyle from) {
        CellStyle style = workbook.createCellStyle();
        style.cloneStyleFrom(from);
        style.setLocked(false);
        style.setFillForegroundColor(IndexedColors.LEMON_CHIFFON.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }

    void write(OpinionForm form, OutputStream out) throws IOException {
        try (workbook) {
            for (int i = 0; i < form.pages().size(); i++) {
                page(form, form.pages().get(i), form.code().entries().get(i).sheet());
            }
            code(form.code());
            workbook.lockStructure();
            workbook.write(out);
        }
    }

    private void page(OpinionForm form, Page page, String name) {
        XSSFSheet sheet = workbook.createSheet(name);
        for (int i = 0; i < WIDTHS.length; i++) {
            sheet.setColumnWidth(i, WIDTHS[i] * 256);
        }
        int at = 0;
        Cell title = sheet.createRow(at++).createCell(0);
        title.setCellValue(texts.get("exchange.form.title", form.bodyName()));
        title.setCellStyle(styles.title());
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, OpinionLayout.WIDTH - 1));
        at = fact(sheet, at, "exchange.form.no", page.reviewNo());
        at = fact(sheet, at, "exchange.form.name", page.name());
        at = fact(sheet, at, "exchange.form.unit", page.unit());
        at = fact(sheet, at, "exchange.form.applied", texts.get("common.wan", page.applied().wanText()));
        at = fact(sheet, at, "exchange.form.version", String.valueOf(page.versionNo()));
        at = fact(sheet, at, "exchange.form.due", page.due() == null ? form.validUntil().toString() : page.due().toString());
        at = fact(sheet, at, "exchange.form.note", texts.get("exchange.form.how", form.validUntil()));
        at = items(sheet, at, page);
        at = lines(sheet, at, page);
        at = words(sheet, at, "exchange.form.overall");
        choose(sheet, at - 1, at - 1, OpinionLayout.TEXT, Arrays.stream(Overall.values()).map(overall -> texts.get("review.overall." + overall)).toList());
        at = words(sheet, at, "exchange.form.conditions");
        at = words(sheet, at, "exchange.form.remark");
        words(sheet, at, "exchange.form.signer");
        FormStyles.onePageWide(sheet);
        sheet.createFreezePane(0, 3);
        sheet.enableLocking();
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
    }

    private int fact(XSSFSheet sheet, int at, String label, String value) {
        Row row = sheet.createRow(at);
        put(row, OpinionLayout.LABEL, texts.get(label), styles.section());
        put(row, OpinionLayout.TEXT, value, styles.label());
        sheet.addMergedRegion(new CellRangeAddress(at, at, OpinionLayout.TEXT, OpinionLayout.WIDTH - 1));
        return at + 1;
    }

    private int words(XSSFSheet sheet, int at, String label) {
        Row row = sheet.createRow(at);
        put(row, OpinionLayout.LABEL, texts.get(label), styles.section());
        for (int i = OpinionLayout.TEXT; i < OpinionLayout.WIDTH; i++) {
            row.createCell(i).setCellStyle(input);
        }
        sheet.addMergedRegion(new CellRangeAddress(at, at, OpinionLayout.TEXT, OpinionLayout.WIDTH - 1));
        return at + 1;
    }

    private void head(XSSFSheet sheet, int at, String... keys) {
        Row row = sheet.createRow(at);
        for (int i = 0; i < keys.length; i++) {
            put(row, i, texts.get("exchange.form." + keys[i]), styles.section());
        }
    }

    private int items(XSSFSheet sheet, int at, Page page) {
        head(sheet, at, "item", "asked", "verdict", "problem", "suggestion", "basis");
        int next = at + 1;
        for (CheckItem item : page.items()) {
            Row row = sheet.createRow(next++);
            put(row, OpinionLayout.LABEL, item.code(), styles.label());
            put(row, OpinionLayout.TEXT, item.veto() ? texts.get("exchange.form.veto", item.text()) : item.text(), styles.text());
            for (int column = OpinionLayout.VERDICT; column <= OpinionLayout.BASIS; column++) {
                row.createCell(column).setCellStyle(input);
            }
        }
        if (next > at + 1) {
            choose(sheet, at + 1, next - 1, OpinionLayout.VERDICT, Arrays.stream(Verdict.values()).map(verdict -> texts.get("review.verdict." + verdict)).toList());
        }
        return next;
    }

    private int lines(XSSFSheet sheet, int at, Page page) {
        head(sheet, at, "line", "estimate", "amount", "cut", "reason");
        int next = at + 1;
        for (EstimateLine line : page.lines()) {
            Row row = sheet.createRow(next++);
            row.createCell(OpinionLayout.LABEL).setCellValue(line.no());
            row.getCell(OpinionLayout.LABEL).setCellStyle(styles.label());
            put(row, OpinionLayout.TEXT, line.item(), styles.text());
            money(row, OpinionLayout.AMOUNT, line.amount(), styles.money());
            row.createCell(OpinionLayout.CUT).setCellStyle(amount);
            row.createCell(OpinionLayout.REASON).setCellStyle(input);
        }
        return next;
    }

    private static void money(Row row, int column, Money money, CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellStyle(style);
        if (money != null) {
            cell.setCellValue(money.yuan().doubleValue());
        }
    }

    private static void put(Row row, int column, String text, CellStyle style) {
        Cell cell = row.createCell(column);
        if (text != null && !text.isEmpty()) {
            cell.setCellValue(CellText.escaped(text));
        }
        cell.setCellStyle(style);
    }

    private static void choose(XSSFSheet sheet, int first, int last, int column, List<String> words) {
        var helper = sheet.getDataValidationHelper();
        DataValidation list = helper.createValidation(helper.createExplicitListConstraint(words.toArray(String[]::new)), new CellRangeAddressList(first, last, column, column));
        list.setShowErrorBox(true);
        sheet.addValidationData(list);
    }

    private void code(OpinionForm.Code code) {
        XSSFSheet sheet = workbook.createSheet(OpinionLayout.CODE_SHEET);
        row(sheet, 0, "form", code.form().toString(), code.place(), code.body(), code.digest());
        for (int i = 0; i < code.entries().size(); i++) {
            OpinionForm.Entry entry = code.entries().get(i);
            row(sheet, i + 1, "page", entry.sheet(), entry.proposal().toString(), String.valueOf(entry.versionNo()), entry.digest());
        }
        sheet.enableLocking();
        workbook.setSheetVisibility(workbook.getSheetIndex(sheet), SheetVisibility.VERY_HIDDEN);
    }

    private static void row(XSSFSheet sheet, int at, String... cells) {
        Row row = sheet.createRow(at);
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
    }
}
