package org.lianshen.office.form;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.pack.PerformanceTemplate;
import org.lianshen.model.performance.Appraisal;
import org.lianshen.model.performance.IndicatorValue;
import org.lianshen.model.performance.ScoreSheet;
import org.lianshen.model.performance.ScoredRow;
import org.lianshen.office.in.CellText;
import org.lianshen.service.text.Texts;

/** Writes a self-evaluation form with its values, its computed scores, and how each was computed. */
final class AppraisalWorkbook {

    private static final String[] HEADS = {"一级指标", "二级指标", "三级指标", "年度指标值", "度量单位", "实际完成值", "分值", "得分", "偏差原因分析及改进措施", "计分方法", "提示"};
    private static final int[] WIDTHS = {14, 16, 30, 14, 10, 14, 8, 8, 32, 40, 30};

    private final Texts texts = new Texts(Locale.CHINESE);
    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final FormStyles styles = new FormStyles(workbook);
    private final Sheet sheet = workbook.createSheet("项目支出绩效自评表");
    private int next;

    void write(Appraisal appraisal, ScoreSheet scores, PerformanceTemplate template, OutputStream out) throws IOException {
        try (workbook) {
            for (int i = 0; i < WIDTHS.length; i++) {
                sheet.setColumnWidth(i, WIDTHS[i] * 256);
            }
            title(template.name());
            title("（" + appraisal.year() + "年度）");
            Row basics = sheet.createRow(next++);
            label(basics, 0, "项目名称");
            text(basics, 1, appraisal.projectName());
            label(basics, 5, "实施单位");
            text(basics, 6, appraisal.unit());
            execution(appraisal, scores, template);
            goals(appraisal);
            indicators(appraisal, scores);
            Row total = sheet.createRow(next++);
            label(total, 0, "总分");
            number(total, 6, scores.weightTotal());
            number(total, 7, scores.total());
            label(total, 8, scores.grade() == null ? "" : scores.grade().chinese());
            Row note = sheet.createRow(next++);
            label(note, 0, "备注");
            text(note, 1, appraisal.note() == null ? "" : appraisal.note());
            scores.warnings().forEach(warning -> text(sheet.createRow(next++), 0, texts.format(warning.message())));
            FormStyles.onePageWide(sheet);
            workbook.write(out);
        }
    }

    private void title(String text) {
        Row row = sheet.createRow(next++);
        Cell cell = row.createCell(0);
        cell.setCellValue(text);
        cell.setCellStyle(styles.title());
        sheet.addMergedRegion(new CellRangeAddress(row.getRowNum(), row.getRowNum(), 0, HEADS.length - 1));
    }

    private void execution(Appraisal appraisal, ScoreSheet scores, PerformanceTemplate template) {
        Row heads = sheet.createRow(next++);
        String[] labels = {"项目资金（万元）", null, "年初预算数", "全年预算数", null, "全年执行数", "分值", "得分", "执行率"};
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] != null) {
                label(heads, i, labels[i]);
            }
        }
        Row sums = sheet.createRow(next++);
        label(sums, 0, "年度资金总额");
        money(sums, 2, appraisal.execution().initial());
        money(sums, 3, appraisal.execution().budget());
        money(sums, 5, appraisal.execution().executed());
        if (template.executionWeight().signum() > 0) {
            number(sums, 6, template.executionWeight());
            if (scores.rows().size() > appraisal.rows().size()) {
                number(sums, 7, scores.rows().getFirst().score());
            }
            Money budget = appraisal.execution().budget();
            if (budget != null && budget.isPositive() && appraisal.execution().executed() != null) {
                text(sums, 8, appraisal.execution().executed().ratioTo(budget, 4).movePointRight(2).stripTrailingZeros().toPlainString() + "%");
            }
        }
    }

    private void goals(Appraisal appraisal) {
        Row heads = sheet.createRow(next++);
        label(heads, 0, "年度总体目标");
        label(heads, 1, "预期目标");
        label(heads, 6, "实际完成情况");
        Row row = sheet.createRow(next++);
        text(row, 1, appraisal.goal() == null ? "" : appraisal.goal());
        text(row, 6, appraisal.achieved() == null ? "" : appraisal.achieved());
        for (Row merged : new Row[]{heads, row}) {
            sheet.addMergedRegion(new CellRangeAddress(merged.getRowNum(), merged.getRowNum(), 1, 5));
            sheet.addMergedRegion(new CellRangeAddress(merged.getRowNum(), merged.getRowNum(), 6, HEADS.length - 1));
        }
    }

    private void indicators(Appraisal appraisal, ScoreSheet scores) {
        Row heads = sheet.createRow(next++);
        for (int i = 0; i < HEADS.length; i++) {
            label(heads, i, HEADS[i]);
        }
        int first = scores.rows().size() - appraisal.rows().size();
        for (int i = 0; i < appraisal.rows().size(); i++) {
            IndicatorValue value = appraisal.rows().get(i);
            ScoredRow scored = scores.rows().get(first + i);
            Row row = sheet.createRow(next++);
            text(row, 0, value.level1());
            text(row, 1, value.level2());
            text(row, 2, value.level3());
            text(row, 3, sign(value) + value.target());
            text(row, 4, value.unit());
            text(row, 5, value.actual());
            number(row, 6, value.weight());
            number(row, 7, scored.score());
            text(row, 8, value.reason());
            text(row, 9, shown(scored.formula()));
            text(row, 10, shown(scored.flag()));
        }
    }

    private static String sign(IndicatorValue value) {
        boolean number = value.target() != null && value.target().chars().anyMatch(Character::isDigit);
        return !number || value.formula() == null ? "" : switch (value.formula()) {
            case AT_LEAST -> "≥";
            case AT_MOST -> "≤";
            case EQUAL -> "=";
            default -> "";
        };
    }

    private String shown(Message message) {
        return message == null ? "" : texts.format(message);
    }

    private void label(Row row, int column, String text) {
        put(row, column, styles.section()).setCellValue(text);
    }

    private void text(Row row, int column, String text) {
        Cell cell = put(row, column, styles.text());
        if (text != null && !text.isEmpty()) {
            cell.setCellValue(CellText.escaped(text));
        }
    }

    private void number(Row row, int column, BigDecimal number) {
        Cell cell = put(row, column, styles.label());
        if (number != null) {
            cell.setCellValue(number.doubleValue());
        }
    }

    private void money(Row row, int column, Money money) {
        Cell cell = put(row, column, styles.label());
        if (money != null) {
            cell.setCellValue(money.wan().stripTrailingZeros().toPlainString());
        }
    }

    private static Cell put(Row row, int column, CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellStyle(style);
        return cell;
    }
}
