package org.lianshen.office.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;

/** Writes the same budget lines in the layouts that finance departments hand in. Rows are gathered as cells first, so that xlsx and csv come from one description. */
final class MessySheet {

    /** A way of laying out a sheet. */
    enum Layout {
        /** Title, caption 单位：元, one head, grand total. */ PLAIN("xlsx"),
        /** Two-row merged head, 万元, a subtotal after each unit. */ MERGED_HEAD_WAN("xlsx"),
        /** 编码-名称 in one cell, amounts as text with commas. */ CODE_AND_NAME("xlsx"),
        /** The head again every 25 rows, blank rows between the pages, a footnote. */ PAGED("xlsx"),
        /** The unit stands once, in a cell merged over its rows; some rows are hidden. */ MERGED_UNITS("xlsx"),
        /** 其中 rows that repeat a part of the row above, full-width digits. */ OF_WHICH("xlsx"),
        /** 千元, the unit written in the head. */ THOUSANDS("xlsx"),
        /** Comma-separated, UTF-8 with a mark. */ CSV_UTF8("csv"),
        /** Separated by semicolons, GB18030. */ CSV_GB18030("csv");

        private final String ending;

        Layout(String ending) {
            this.ending = ending;
        }

        String ending() {
            return ending;
        }
    }

    private static final BigDecimal FEN_PER_THOUSAND = new BigDecimal(100_000);
    private static final int PAGE = 25;

    private final Layout layout;
    private final List<List<Object>> rows = new ArrayList<>();
    private final List<int[]> merged = new ArrayList<>();
    private final List<Integer> hidden = new ArrayList<>();
    /** The row, from 1, of each line. */
    private final Map<Integer, BudgetLine> places = new LinkedHashMap<>();

    private MessySheet(Layout layout) {
        this.layout = layout;
    }

    /** Writes lines that stand unit by unit. @return the row of each line, from 1 */
    static Map<Integer, BudgetLine> write(Path file, Layout layout, int year, List<BudgetLine> lines) throws IOException {
        var sheet = new MessySheet(layout);
        sheet.lay(year, lines);
        if (layout.ending.equals("csv")) {
            sheet.csv(file);
        } else {
            sheet.xlsx(file);
        }
        return sheet.places;
    }

    private void lay(int year, List<BudgetLine> lines) {
        row(year + "年部门预算项目支出表");
        row(null, null, null, null, null, null, "单位：" + (layout == Layout.MERGED_HEAD_WAN ? "万元" : layout == Layout.THOUSANDS ? "千元" : "元"));
        head();
        Map<String, List<BudgetLine>> units = lines.stream().collect(Collectors.groupingBy(line -> line.text(BudgetField.AGENCY_CODE), LinkedHashMap::new, Collectors.toList()));
        int onPage = 0;
        for (List<BudgetLine> unit : units.values()) {
            int first = rows.size();
            for (BudgetLine line : unit) {
                if (layout == Layout.PAGED && onPage++ == PAGE) {
                    row();
                    head();
                    onPage = 1;
                }
                line(line, unit.getFirst());
            }
            if (layout == Layout.MERGED_UNITS && unit.size() > 1) {
                merged.add(new int[] { first, rows.size() - 1, 0, 0 });
                merged.add(new int[] { first, rows.size() - 1, 1, 1 });
                hidden.add(rows.size() - 1);
            }
            if (layout == Layout.MERGED_HEAD_WAN) {
                row(null, "小计", null, null, null, null, amount(sum(unit)));
            }
        }
        row("合计", null, null, null, null, null, amount(sum(lines)));
        if (layout == Layout.PAGED) {
            row();
            row("注：本表不含上年结转。金额以批复为准。");
        }
    }

    private static Money sum(List<BudgetLine> lines) {
        return Money.sum(lines.stream().map(BudgetLine::amount).toList());
    }

    private void head() {
        if (layout == Layout.MERGED_HEAD_WAN) {
            int top = rows.size();
            row("预算单位", null, "项目", null, "科目", "资金性质", "金额");
            row("编码", "名称", "编码", "名称", "部门经济分类编码", null, "年初预算数");
            merged.add(new int[] { top, top, 0, 1 });
            merged.add(new int[] { top, top, 2, 3 });
            merged.add(new int[] { top, top + 1, 5, 5 });
            return;
        }
        if (layout == Layout.CODE_AND_NAME) {
            row("预算单位", null, "项目编码", "项目名称", "部门经济分类", "资金性质", "年初预算数", "联审编号");
            return;
        }
        row("单位编码", "预算单位", "项目编码", "项目名称", "部门经济分类编码", "资金性质", layout == Layout.THOUSANDS ? "年初预算数（千元）" : "年初预算数", "联审编号");
    }

    private void line(BudgetLine line, BudgetLine firstOfUnit) {
        boolean shown = layout != Layout.MERGED_UNITS || line == firstOfUnit;
        String code = line.text(BudgetField.AGENCY_CODE);
        String economic = line.text(BudgetField.ECONOMIC_CODE);
        boolean together = layout == Layout.CODE_AND_NAME;
        Object unitCode = together ? code + "-" + line.unit() : shown ? code : null;
        row(unitCode, together || !shown ? null : line.unit(), blank(line.text(BudgetField.PROJECT_CODE)), line.project(), blank(economic), line.text(BudgetField.FUND_TYPE),
                amount(line.amount()), layout == Layout.MERGED_HEAD_WAN ? null : blank(line.text(BudgetField.REVIEW_NO)));
        places.put(rows.size(), layout == Layout.MERGED_UNITS ? named(line, firstOfUnit.unit()) : line);
        if (layout == Layout.OF_WHICH && rows.size() % 7 == 0) {
            row(null, null, null, "其中：软件", null, null, amount(Money.ofFen(line.amount().fen() / 200 * 100)));
        }
    }

    /** The line as the sheet says it: the unit is named once for all its lines. */
    private static BudgetLine named(BudgetLine line, String unit) {
        Map<BudgetField, String> values = new EnumMap<>(line.values());
        values.put(BudgetField.AGENCY_NAME, unit);
        return new BudgetLine(line.id(), line.batch(), line.year(), line.kind(), line.sheet(), line.row(), values, line.raw());
    }

    private static String blank(String text) {
        return text.isEmpty() ? null : text;
    }

    private Object amount(Money amount) {
        return switch (layout) {
            case MERGED_HEAD_WAN -> amount.wan();
            case THOUSANDS -> BigDecimal.valueOf(amount.fen()).divide(FEN_PER_THOUSAND);
            case CODE_AND_NAME -> amount.yuanText().replace('−', '-');
            case OF_WHICH -> amount.toString().chars().mapToObj(c -> c >= '0' && c <= '9' ? String.valueOf((char) (c + 0xFEE0)) : String.valueOf((char) c)).collect(Collectors.joining());
            default -> amount.yuan();
        };
    }

    private void row(Object... cells) {
        rows.add(java.util.Arrays.asList(cells));
    }

    private void xlsx(Path file) throws IOException {
        try (var book = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
            XSSFSheet sheet = book.createSheet("项目支出");
            for (int r = 0; r < rows.size(); r++) {
                Row row = sheet.createRow(r);
                for (int c = 0; c < rows.get(r).size(); c++) {
                    Object value = rows.get(r).get(c);
                    if (value != null) {
                        put(row.createCell(c), value);
                    }
                }
            }
            merged.forEach(range -> sheet.addMergedRegion(new CellRangeAddress(range[0], range[1], range[2], range[3])));
            hidden.forEach(row -> sheet.getRow(row).setZeroHeight(true));
            book.write(out);
        }
    }

    private static void put(Cell cell, Object value) {
        if (value instanceof BigDecimal number) {
            cell.setCellValue(number.doubleValue());
        } else {
            cell.setCellValue(value.toString());
        }
    }

    private void csv(Path file) throws IOException {
        boolean utf8 = layout == Layout.CSV_UTF8;
        String separator = utf8 ? "," : ";";
        var text = new StringBuilder(utf8 ? "\uFEFF" : "");
        for (List<Object> row : rows) {
            text.append(row.stream().map(cell -> cell == null ? "" : "\"" + cell.toString().replace("\"", "\"\"") + "\"").collect(Collectors.joining(separator))).append("\r\n");
        }
        Files.writeString(file, text, utf8 ? StandardCharsets.UTF_8 : Charset.forName("GB18030"));
    }
}
