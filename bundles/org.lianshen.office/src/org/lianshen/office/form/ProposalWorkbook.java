package org.lianshen.office.form;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.lianshen.model.Money;
import org.lianshen.model.UserProblem;
import org.lianshen.model.proposal.FieldKind;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.proposal.Section;
import org.lianshen.office.in.CellText;
import org.lianshen.service.text.Texts;

/** Writes the application form as a workbook to fill in: labelled cells by section on the first sheet, one sheet for each table. Amounts are in yuan, exact. */
final class ProposalWorkbook {

    private static final int SPARE_ROWS = 500;
    private static final int WIDE = 60 * 256;
    private static final int LABEL = 24 * 256;
    private static final int LONGEST_LIST = 250;
    private final Texts texts = new Texts(Locale.CHINESE);
    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final FormStyles styles = new FormStyles(workbook);

    void write(ProposalForm form, OutputStream out) throws IOException {
        try (workbook) {
            fields(form);
            FormTable.ALL.forEach(table -> table(table, form));
            workbook.write(out);
        }
    }

    private void fields(ProposalForm form) {
        Sheet sheet = workbook.createSheet(texts.get("office.form.sheet"));
        sheet.setColumnWidth(0, LABEL);
        sheet.setColumnWidth(1, WIDE);
        sheet.setColumnWidth(2, WIDE);
        int at = 0;
        head(sheet.createRow(at++), texts.get("office.form.title"));
        Row note = sheet.createRow(at++);
        note.createCell(0).setCellValue(texts.get("office.form.note"));
        note.getCell(0).setCellStyle(styles.hint());
        sheet.addMergedRegion(new CellRangeAddress(note.getRowNum(), note.getRowNum(), 0, 2));
        for (Section section : Section.values()) {
            List<ProposalField> fields = ProposalField.of(section);
            if (!fields.isEmpty()) {
                head(sheet.createRow(at++), texts.get("proposal.section." + section));
                for (ProposalField field : fields) {
                    field(sheet, sheet.createRow(at++), field, form.text(field));
                }
            }
        }
        sheet.createFreezePane(1, 2);
        FormStyles.onePageWide(sheet);
    }

    private void head(Row row, String text) {
        Cell cell = row.createCell(0);
        cell.setCellValue(text);
        cell.setCellStyle(styles.section());
        row.getSheet().addMergedRegion(new CellRangeAddress(row.getRowNum(), row.getRowNum(), 0, 2));
    }

    private void field(Sheet sheet, Row row, ProposalField field, String text) {
        Cell label = row.createCell(0);
        label.setCellValue(texts.get("proposal.field." + field) + (field.kind() == FieldKind.MONEY ? texts.get("office.form.yuan") : ""));
        label.setCellStyle(styles.label());
        Cell cell = row.createCell(1);
        switch (field.kind()) {
            case MONEY -> put(cell, money(text), text);
            case DATE -> put(cell, date(text), text);
            case FLAG -> {
                put(cell, null, text.equals("Y") || text.equals("N") ? texts.get("proposal.flag." + text) : text);
                choose(sheet, row.getRowNum(), row.getRowNum(), 1, List.of(texts.get("proposal.flag.Y"), texts.get("proposal.flag.N")));
            }
            case CHOICE -> {
                put(cell, null, field.choices().contains(text) ? texts.get("proposal.choice." + field + "." + text) : text);
                choose(sheet, row.getRowNum(), row.getRowNum(), 1, field.choices().stream().map(choice -> texts.get("proposal.choice." + field + "." + choice)).toList());
            }
            case COUNT, LINE, TEXT -> put(cell, null, text);
        }
        String help = "proposal.help." + field;
        if (texts.has(help)) {
            Cell hint = row.createCell(2);
            hint.setCellValue(texts.get(help));
            hint.setCellStyle(styles.hint());
        }
    }

    private static Money money(String text) {
        try {
            return text.isEmpty() ? null : Money.parseYuan(text);
        } catch (ArithmeticException | NumberFormatException halfTyped) {
            return null;
        }
    }

    private static LocalDate date(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (java.time.DateTimeException halfTyped) {
            return null;
        }
    }

    /** The value in its own type; where it has none, the text as it is. */
    private void put(Cell cell, Object value, String text) {
        switch (value) {
            case Money money when money.abs().fen() < 1_000_000_000_000_00L -> {
                cell.setCellValue(money.yuan().doubleValue());
                cell.setCellStyle(styles.money());
            }
            case LocalDate date -> {
                cell.setCellValue(date);
                cell.setCellStyle(styles.date());
            }
            case null, default -> {
                if (text.length() > SpreadsheetVersion.EXCEL2007.getMaxTextLength()) {
                    throw UserProblem.of("office.form.tooLong", CellPlace.of(cell), SpreadsheetVersion.EXCEL2007.getMaxTextLength());
                }
                if (!text.isEmpty()) {
                    cell.setCellValue(CellText.escaped(text));
                }
                cell.setCellStyle(styles.text());
            }
        }
    }

    private <R> void table(FormTable<R> table, ProposalForm form) {
        Sheet sheet = workbook.createSheet(texts.get("office.form.table." + table.key()));
        Row head = sheet.createRow(0);
        int at = 0;
        for (FormColumn<R> column : table.columns()) {
            Cell cell = head.createCell(at);
            cell.setCellValue(texts.get("office.form.column." + table.key() + "." + column.key()) + (column.kind() == FormColumn.Kind.MONEY ? texts.get("office.form.yuan") : ""));
            cell.setCellStyle(styles.section());
            sheet.setColumnWidth(at, column.kind() == FormColumn.Kind.TEXT ? 26 * 256 : 16 * 256);
            if (column.kind() == FormColumn.Kind.CHOICE) {
                choose(sheet, 1, SPARE_ROWS, at, Arrays.stream(column.choices().getEnumConstants()).map(choice -> texts.get(column.words() + choice)).toList());
            } else if (column.kind() == FormColumn.Kind.FLAG) {
                choose(sheet, 1, SPARE_ROWS, at, List.of(texts.get("proposal.flag.Y"), texts.get("proposal.flag.N")));
            }
            at++;
        }
        sheet.createFreezePane(0, 1);
        FormStyles.onePageWide(sheet);
        int rowNumber = 1;
        for (R row : table.rows().apply(form)) {
            Row line = sheet.createRow(rowNumber++);
            for (int i = 0; i < table.columns().size(); i++) {
                Object value = table.columns().get(i).value().apply(row);
                put(line.createCell(i), value, shown(table.columns().get(i), value));
            }
        }
    }

    private String shown(FormColumn<?> column, Object value) {
        return switch (value) {
            case null -> "";
            case Boolean flag -> texts.get(flag ? "proposal.flag.Y" : "proposal.flag.N");
            case Enum<?> choice -> texts.get(column.words() + choice.name());
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }

    /** A list to choose from; longer lists than a workbook allows are left out, the words are read all the same. */
    private static void choose(Sheet sheet, int first, int last, int column, List<String> words) {
        if (String.join(",", words).length() <= LONGEST_LIST && words.stream().noneMatch(word -> word.contains(","))) {
            DataValidationHelper helper = sheet.getDataValidationHelper();
            sheet.addValidationData(helper.createValidation(helper.createExplicitListConstraint(words.toArray(String[]::new)), new CellRangeAddressList(first, last, column, column)));
        }
    }
}
