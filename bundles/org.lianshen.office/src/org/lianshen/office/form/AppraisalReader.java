package org.lianshen.office.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.UserProblem;
import org.lianshen.model.budget.AmountUnit;
import org.lianshen.model.pack.Formula;
import org.lianshen.model.pack.PerformanceTemplate;
import org.lianshen.model.performance.Appraisal;
import org.lianshen.model.performance.Execution;
import org.lianshen.model.performance.IndicatorValue;
import org.lianshen.office.in.PlainText;
import org.lianshen.service.intake.CellReading;
import org.lianshen.service.intake.SourceCell;

/**
 * Reads a self-evaluation form (domain.md §5.3) by its labels. Both common layouts are known: that with 分值 and 偏差原因分析及改进措施, and that with 指标性质, 度量单位, 权重 and
 * 未完成原因.
 */
final class AppraisalReader {

    private static final Pattern YEAR = Pattern.compile("(20\\d{2})\\s*年");
    private static final Pattern SIGNED = Pattern.compile("^([≥≤=><＝＞＜]=?|大于等于|小于等于|不低于|不高于|不少于|不超过)(.+)$");
    private static final Pattern POINTS = Pattern.compile("[(（]\\s*\\d+(?:\\.\\d+)?\\s*分?\\s*[)）]");
    private static final Map<String, List<String>> COLUMNS = Map.of(
            "level1", List.of("一级指标"), "level2", List.of("二级指标"), "level3", List.of("三级指标", "指标名称"),
            "sign", List.of("指标性质"), "target", List.of("年度指标值", "指标值", "年初指标值", "目标值", "年度目标值", "预期指标值"),
            "unit", List.of("度量单位", "计量单位", "单位"), "actual", List.of("实际完成值", "全年完成值", "全年实际值", "完成值", "实际完成情况", "实际值"),
            "weight", List.of("分值", "权重", "指标分值"), "claimed", List.of("得分", "自评得分", "指标得分"),
            "reason", List.of("偏差原因分析及改进措施", "偏差原因分析与改进措施", "未完成原因", "偏差原因", "偏差原因分析", "未完成原因和改进措施", "未完成原因及改进措施", "备注"));

    private final AppraisalGrid grid;
    private final List<PerformanceTemplate> templates;
    private final String wanted;
    private final List<Message> problems = new ArrayList<>();

    AppraisalReader(AppraisalGrid grid, List<PerformanceTemplate> templates, String wanted) {
        this.grid = grid;
        this.templates = templates;
        this.wanted = wanted;
    }

    /** Row of the heads of indicators; -1 where the sheet is no such form. */
    static int heads(AppraisalGrid grid) {
        for (int row = 0; row < grid.size(); row++) {
            int at = row;
            boolean actual = COLUMNS.get("actual").stream().anyMatch(name -> grid.find(at, 0, name::equals) >= 0);
            boolean level3 = COLUMNS.get("level3").stream().anyMatch(name -> grid.find(at, 0, name::equals) >= 0);
            if (actual && level3 && grid.find(row, 0, "一级指标"::equals) >= 0) {
                return row;
            }
        }
        return -1;
    }

    Appraisal read(int heads) {
        Map<String, Integer> columns = new HashMap<>();
        COLUMNS.forEach((field, names) -> names.stream().map(name -> grid.find(heads, 0, name::equals)).filter(at -> at >= 0).findFirst().ifPresent(at -> columns.put(field, at)));
        for (String needed : List.of("target", "actual", "weight")) {
            if (!columns.containsKey(needed)) {
                problems.add(Message.of("office.form.noHead", grid.sheet(), grid.number(heads), COLUMNS.get(needed).getFirst()));
            }
        }
        if (!problems.isEmpty()) {
            throw FormReading.refusal(problems);
        }
        PerformanceTemplate template = template(columns);
        Execution execution = execution(heads);
        var rows = new ArrayList<IndicatorValue>();
        int end = rows(heads, columns, template, rows);
        var appraisal = new Appraisal(null, null, beside(heads, "项目名称"), beside(heads, "实施单位", "项目单位", "单位名称", "预算单位", "主管部门", "主管部门及代码"), year(heads), template.id(),
                Appraisal.Evaluator.SELF, execution, below(heads, "预期目标", "年初设定目标", "年度预期目标"), below(heads, "实际完成情况", "全年实际完成情况", "目标实际完成情况"), rows, note(end), false, null,
                null, null, 0);
        if (rows.isEmpty()) {
            problems.add(Message.of("office.form.noIndicators", grid.sheet(), grid.number(heads)));
        }
        if (!problems.isEmpty()) {
            throw FormReading.refusal(problems);
        }
        return appraisal;
    }

    /** The template asked for, or that whose first levels are those of the form; 成本指标 as a first level tells the two usual ones apart. */
    private PerformanceTemplate template(Map<String, Integer> columns) {
        if (wanted != null) {
            return templates.stream().filter(template -> template.id().equals(wanted)).findFirst()
                    .orElseThrow(() -> UserProblem.of("office.form.noTemplate", wanted, templates.stream().map(PerformanceTemplate::id).toList()));
        }
        int column = columns.getOrDefault("level1", 0);
        var levels = new java.util.TreeSet<String>();
        for (int row = 0; row < grid.size(); row++) {
            levels.add(plain(grid.text(row, column)));
        }
        return templates.stream().max(java.util.Comparator.comparingDouble(template -> likeness(template, levels)))
                .orElseThrow(() -> UserProblem.of("office.form.noTemplate", "", List.of()));
    }

    private static double likeness(PerformanceTemplate template, java.util.Set<String> levels) {
        var own = template.rows().stream().map(row -> row.level1()).distinct().toList();
        long same = own.stream().filter(levels::contains).count();
        return (double) same / own.size() + (template.object().equals("PROJECT") ? 0.01 : 0) + (same == own.size() ? own.size() : 0);
    }

    private static String plain(String level) {
        return POINTS.matcher(level.replaceAll("\\s+", "")).replaceAll("");
    }

    private Execution execution(int heads) {
        for (int row = 0; row < heads; row++) {
            int initial = grid.find(row, 0, label -> label.startsWith("年初预算"));
            int budget = grid.find(row, 0, label -> label.startsWith("全年预算") || label.startsWith("调整后预算"));
            int executed = grid.find(row, 0, label -> label.contains("执行数") && !label.contains("执行率") || label.equals("预算执行"));
            if (budget >= 0 && executed >= 0) {
                AmountUnit unit = unit(row, Math.min(initial < 0 ? budget : initial, budget));
                int sums = sums(row, heads);
                return new Execution(money(sums, initial, unit), money(sums, budget, unit), money(sums, executed, unit));
            }
        }
        return new Execution(null, null, null);
    }

    /** The row of the whole amount: that which says so, else the one below the heads. */
    private int sums(int row, int heads) {
        for (int below = row + 1; below < Math.min(heads, row + 8); below++) {
            if (grid.find(below, 0, label -> label.contains("资金总额") || label.equals("总额") || label.equals("合计") || label.equals("总计")) >= 0) {
                return below;
            }
        }
        return row + 1;
    }

    /** Unit of the amounts: in a head of the row, else in a caption above; 万元 as the form prescribes. */
    private AmountUnit unit(int row, int first) {
        for (int column = 0; column < grid.width(row); column++) {
            AmountUnit unit = grid.text(row, column).isEmpty() ? null : CellReading.unit(grid.text(row, column));
            if (unit != null) {
                return unit;
            }
        }
        for (int above = row; above >= 0; above--) {
            for (int column = 0; column <= Math.max(first, grid.width(above)); column++) {
                AmountUnit unit = CellReading.captionUnit(grid.text(above, column));
                if (unit != null) {
                    return unit;
                }
            }
        }
        return AmountUnit.WAN;
    }

    private Money money(int row, int column, AmountUnit unit) {
        SourceCell cell = column < 0 ? null : grid.cell(row, column);
        if (CellReading.blank(cell)) {
            return null;
        }
        Money money = CellReading.money(cell, unit);
        if (money == null) {
            problems.add(Message.of("office.form.wrongCell", grid.place(row, column), PlainText.quoted(cell.text()), Message.of("office.form.kind.amount")));
        }
        return money;
    }

    /** Reads indicators below the heads. @return the row after the last */
    private int rows(int heads, Map<String, Integer> columns, PerformanceTemplate template, List<IndicatorValue> into) {
        String level1 = "";
        String level2 = "";
        for (int row = heads + 1; row < grid.size(); row++) {
            int at = row;
            if (grid.find(row, 0, label -> label.startsWith("总分") || label.equals("合计") || label.equals("总计") || label.startsWith("评价结论")) >= 0) {
                return row;
            }
            level1 = filled(row, columns.get("level1"), level1);
            String before2 = level2;
            level2 = filled(row, columns.get("level2"), level2);
            String level3 = grid.text(row, columns.get("level3")).replaceAll("\\s*\\R\\s*", "");
            String said = columns.entrySet().stream().filter(entry -> !entry.getKey().startsWith("level")).map(entry -> grid.text(at, entry.getValue())).reduce("", String::concat);
            if (said.isBlank() && level3.isBlank()) {
                continue;
            }
            if (level3.contains("预算执行率") && template.executionWeight().signum() > 0) {
                continue;
            }
            into.add(indicator(row, columns, template, plain(level1), plain(level2.isEmpty() ? before2 : level2), level3));
        }
        return grid.size();
    }

    private String filled(int row, Integer column, String before) {
        String text = column == null ? "" : grid.text(row, column).strip();
        return text.isEmpty() ? before : text;
    }

    private IndicatorValue indicator(int row, Map<String, Integer> columns, PerformanceTemplate template, String level1, String level2, String level3) {
        String target = optional(row, columns, "target");
        String sign = optional(row, columns, "sign");
        Matcher signed = SIGNED.matcher(target.strip());
        if (sign.isEmpty() && signed.matches()) {
            sign = signed.group(1);
            target = signed.group(2).strip();
        }
        return new IndicatorValue(level1, level2, level3, formula(sign, target, template, level1, level2), target, optional(row, columns, "actual"), optional(row, columns, "unit"),
                points(row, columns.get("weight"), true), points(row, columns.get("claimed"), false), optional(row, columns, "reason"));
    }

    private String optional(int row, Map<String, Integer> columns, String field) {
        Integer column = columns.get(field);
        SourceCell cell = column == null ? null : grid.cell(row, column);
        if (cell == null) {
            return "";
        }
        if (cell.kind() == SourceCell.Kind.MISSING_VALUE) {
            problems.add(Message.of("intake.formulaNoValue", grid.place(row, column)));
        } else if (cell.kind() == SourceCell.Kind.ERROR) {
            problems.add(Message.of("intake.cellError", grid.place(row, column), cell.text()));
        }
        String text = CellReading.text(cell);
        boolean percent = cell.kind() == SourceCell.Kind.NUMBER && cell.format() != null && cell.format().endsWith("%");
        return percent ? new BigDecimal(text).movePointRight(2).stripTrailingZeros().toPlainString() + "%" : text;
    }

    /** By the sign of the form; else by what the target looks like; else as the template scores this kind of indicator. */
    private static Formula formula(String sign, String target, PerformanceTemplate template, String level1, String level2) {
        switch (sign.strip()) {
            case "≥", ">=", ">", "＞", "大于等于", "不低于", "不少于", "正向" -> {
                return Formula.AT_LEAST;
            }
            case "≤", "<=", "<", "＜", "小于等于", "不高于", "不超过", "反向" -> {
                return Formula.AT_MOST;
            }
            case "=", "＝", "==" -> {
                return Formula.EQUAL;
            }
            case "定性" -> {
                return target.equals("是") || target.equals("否") ? Formula.YES_NO : Formula.TIERS;
            }
            default -> {
                return byTarget(target, template, level1, level2);
            }
        }
    }

    private static Formula byTarget(String target, PerformanceTemplate template, String level1, String level2) {
        if (target.equals("是") || target.equals("否")) {
            return Formula.YES_NO;
        }
        if (target.matches("\\s*-?\\d+(?:\\.\\d+)?%?\\s*(?:\\.\\.|~|～|—|-|至)\\s*\\d+(?:\\.\\d+)?%?.*")) {
            return Formula.INTERVAL;
        }
        if (target.chars().noneMatch(Character::isDigit)) {
            return Formula.TIERS;
        }
        return template.rows().stream().filter(row -> row.level1().equals(level1) && row.level2().equals(level2)).map(row -> row.formula())
                .filter(formula -> formula != Formula.TIERS && formula != Formula.YES_NO).findFirst().orElse(Formula.AT_LEAST);
    }

    private BigDecimal points(int row, Integer column, boolean needed) {
        SourceCell cell = column == null ? null : grid.cell(row, column);
        if (cell == null || cell.text().isBlank()) {
            if (needed) {
                problems.add(Message.of("office.form.missingCell", grid.place(row, column), "分值"));
            }
            return null;
        }
        BigDecimal points = FormReading.number(CellReading.text(cell).replaceAll("[分\\s]", ""));
        if (points == null) {
            problems.add(Message.of("office.form.wrongCell", grid.place(row, column), PlainText.quoted(cell.text()), Message.of("office.form.kind.number")));
        }
        return points;
    }

    private String beside(int heads, String... labels) {
        for (String wantedLabel : labels) {
            for (int row = 0; row < heads; row++) {
                int column = grid.find(row, 0, label -> label.equals(wantedLabel) || label.startsWith(wantedLabel + ":"));
                if (column >= 0) {
                    String own = grid.text(row, column);
                    int colon = Math.max(own.indexOf(':'), own.indexOf('：'));
                    int value = grid.after(row, column);
                    if (colon > 0 && colon < own.length() - 1) {
                        return own.substring(colon + 1).strip();
                    }
                    return value < 0 ? "" : grid.text(row, value);
                }
            }
        }
        return "";
    }

    /** Text in the row below a label in the same column, or beside it where the label heads a row. */
    private String below(int heads, String... labels) {
        for (String wantedLabel : labels) {
            for (int row = 0; row < heads; row++) {
                int column = grid.find(row, 0, wantedLabel::equals);
                if (column >= 0) {
                    return row + 1 < heads ? grid.text(row + 1, column) : "";
                }
            }
        }
        return "";
    }

    private int year(int heads) {
        for (int row = 0; row < heads; row++) {
            for (int column = 0; column < grid.width(row); column++) {
                Matcher year = YEAR.matcher(grid.text(row, column));
                if (year.find()) {
                    return Integer.parseInt(year.group(1));
                }
                if (grid.label(row, column).matches("(?:评价|预算)?年度") && grid.text(row, Math.max(0, grid.after(row, column))).matches("20\\d{2}")) {
                    return Integer.parseInt(grid.text(row, grid.after(row, column)));
                }
            }
        }
        problems.add(Message.of("office.form.noYear", grid.sheet()));
        return 0;
    }

    private String note(int end) {
        for (int row = end; row < grid.size(); row++) {
            int column = grid.find(row, 0, label -> label.equals("备注") || label.startsWith("备注:") || label.equals("评价结论") || label.equals("说明"));
            if (column >= 0) {
                String own = grid.text(row, column);
                int value = grid.after(row, column);
                return value >= 0 ? grid.text(row, value) : own.contains("：") ? own.substring(own.indexOf('：') + 1).strip() : "";
            }
        }
        return "";
    }
}
