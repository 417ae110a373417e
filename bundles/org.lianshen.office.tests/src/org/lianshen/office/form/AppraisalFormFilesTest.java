package org.lianshen.office.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.UserProblem;
import org.lianshen.model.pack.Formula;
import org.lianshen.model.pack.Grade;
import org.lianshen.model.pack.GradeBand;
import org.lianshen.model.pack.IndicatorRow;
import org.lianshen.model.pack.PerformanceTemplate;
import org.lianshen.model.performance.Appraisal;
import org.lianshen.model.performance.Execution;
import org.lianshen.model.performance.IndicatorValue;
import org.lianshen.model.performance.ScoreSheet;
import org.lianshen.model.performance.ScoredRow;
import org.lianshen.office.in.OfficeSources;
import org.lianshen.service.Progress;
import org.lianshen.service.text.Texts;

class AppraisalFormFilesTest {

    private static final PerformanceTemplate USUAL = template("self-10-50-30-10", "产出指标", "效益指标", "满意度指标");
    private static final PerformanceTemplate WITH_COSTS = template("self-10-90", "产出指标", "成本指标", "效益指标", "满意度指标");

    @TempDir
    Path folder;
    private final AppraisalFormFiles files = new AppraisalFormFiles(new OfficeSources());

    private static PerformanceTemplate template(String id, String... levels) {
        var rows = java.util.Arrays.stream(levels)
                .map(level -> new IndicatorRow(level, level.equals("产出指标") ? "时效指标" : "x", "", "", BigDecimal.TEN, level.equals("产出指标") ? Formula.AT_MOST : Formula.AT_LEAST, "", "", null)).toList();
        return new PerformanceTemplate(id, "PROJECT", "项目支出绩效自评表", "Self-evaluation", BigDecimal.TEN, rows, List.of(new GradeBand(Grade.EXCELLENT, new BigDecimal(90))), Map.of(), "", false);
    }

    private Path sheet(String[][] cells, CellRangeAddress... merges) throws IOException {
        Path file = folder.resolve("自评表.xlsx");
        try (Workbook workbook = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
            var sheet = workbook.createSheet("自评表");
            for (int r = 0; r < cells.length; r++) {
                var row = sheet.createRow(r);
                for (int c = 0; c < cells[r].length; c++) {
                    if (cells[r][c] != null) {
                        row.createCell(c).setCellValue(cells[r][c]);
                    }
                }
            }
            for (CellRangeAddress merge : merges) {
                sheet.addMergedRegion(merge);
            }
            workbook.write(out);
        }
        return file;
    }

    private Appraisal read(Path file, String wanted) {
        return files.read(file, List.of(WITH_COSTS, USUAL), wanted, Progress.NONE);
    }

    /** Head and merges as in the form of domain.md §5.3, source F36; names and values are made up. */
    private static final String[][] COUNTY = {{"项目支出绩效自评表"}, {"（2025年度）"}, {"项目名称", null, "视频会议系统运维"}, {"主管部门", null, "101-某区数据局", null, null, "实施单位", "某区大数据中心"},
        {"项目资金（万元）", null, null, "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"}, {null, null, "年度资金总额", "50", "48.5", "46.075", "10", "95%", "9.5"},
        {null, null, "其中：本年财政拨款", "50", "48.5", "46.075"}, {"年度总体目标", "预期目标", null, null, null, "实际完成情况"}, {null, "保障会议", null, null, null, "保障会议 120 场"},
        {"绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"},
        {null, "产出指标(50分)", "数量指标", "保障会议场次", "≥100场", "120场", "30", "30"}, {null, null, "时效指标", "故障恢复时间", "4小时", "3小时", "20", "20"},
        {null, "效益指标(30分)", "社会效益指标", "减少出差", "达成", "达成", "30", "28", "个别单位未用"}, {null, "满意度指标(10分)", "服务对象满意度指标", "用户满意度", "≥90%", "95%", "10", "10"},
        {"总分", null, null, null, null, null, "100", "97.5"}, {"备注", "无其他说明"}};

    @Test
    void readingCanBeCancelled() throws IOException {
        Path file = sheet(COUNTY);
        Progress cancelled = new Progress() {
            @Override
            public void at(long done, long total) {
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThrows(Progress.Cancelled.class, () -> files.read(file, List.of(WITH_COSTS, USUAL), null, cancelled));
    }

    @Test
    void formOfACounty() throws IOException {
        Path file = sheet(COUNTY, new CellRangeAddress(10, 11, 1, 1), new CellRangeAddress(4, 6, 0, 1), new CellRangeAddress(9, 13, 0, 0));
        Appraisal form = read(file, null);
        assertEquals("视频会议系统运维", form.projectName());
        assertEquals("某区大数据中心", form.unit());
        assertEquals(2025, form.year());
        assertEquals("self-10-50-30-10", form.template());
        assertEquals(new Execution(Money.ofYuan(500_000), Money.ofYuan(485_000), Money.ofYuan(460_750)), form.execution());
        assertEquals("保障会议", form.goal());
        assertEquals("保障会议 120 场", form.achieved());
        assertEquals("无其他说明", form.note());
        assertEquals(4, form.rows().size());
        assertEquals(new IndicatorValue("产出指标", "数量指标", "保障会议场次", Formula.AT_LEAST, "100场", "120场", "", new BigDecimal("30"), new BigDecimal("30"), ""), form.rows().getFirst());
        assertEquals(Formula.AT_MOST, form.rows().get(1).formula(), "as the template scores 时效指标");
        assertEquals("产出指标", form.rows().get(1).level1());
        assertEquals(Formula.TIERS, form.rows().get(2).formula());
        assertEquals("个别单位未用", form.rows().get(2).reason());
        assertEquals("90%", form.rows().get(3).target());
    }

    /** Columns as in the form of domain.md §5.3, source F37; names and values are made up. */
    @Test
    void formWithSignsAndUnits() throws IOException {
        Path file = sheet(new String[][]{{"2024年项目支出绩效自评表"}, {"项目名称", "51000021T000000000001-政务云", "预算单位", "省大数据中心"}, {"项目资金（元）", "年初预算数", "调整后预算数", "预算执行数"},
            {"总额", "1000000", "900000", "810000"}, {"一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "权重", "实际完成值", "得分", "未完成原因"},
            {"产出指标", "数量指标", "虚拟机", "≥", "200", "台", "40", "180", "36", "需求减少"}, {"成本指标", "经济成本指标", "单台年费", "≤", "4500", "元", "20", "4500", "20"},
            {"效益指标", "社会效益", "业务连续", "定性", "好", "", "20", "好", "20"}, {"满意度指标", "满意度", "用户满意度", "=", "95", "%", "10", "95", "10"},
            {"预算执行率", null, "预算执行率", "≥", "100", "%", "10", "90", "9"}, {"合计"}});
        Appraisal form = read(file, null);
        assertEquals("self-10-90", form.template());
        assertEquals("省大数据中心", form.unit());
        assertEquals(Money.ofYuan(900_000), form.execution().budget());
        assertEquals(List.of(Formula.AT_LEAST, Formula.AT_MOST, Formula.TIERS, Formula.EQUAL), form.rows().stream().map(IndicatorValue::formula).toList());
        assertEquals("台", form.rows().getFirst().unit());
        assertEquals("需求减少", form.rows().getFirst().reason());
        assertEquals("self-10-50-30-10", read(file, "self-10-50-30-10").template());
    }

    @Test
    void whatIsWrittenReadsBack() {
        var rows = List.of(new IndicatorValue("产出指标", "数量指标", "保障会议场次", Formula.AT_LEAST, "100", "120", "场", new BigDecimal("50"), null, ""),
                new IndicatorValue("效益指标", "社会效益", "=公式样的文字", Formula.TIERS, "达成", "达成", "", new BigDecimal("30"), null, "说明"),
                new IndicatorValue("满意度指标", "满意度", "满意度", Formula.INTERVAL, "80..95", "90", "%", new BigDecimal("10"), null, ""));
        var form = new Appraisal(null, null, "视频会议", "某中心", 2026, "self-10-50-30-10", Appraisal.Evaluator.SELF,
                new Execution(Money.ofFen(12_345_678), Money.ofFen(10_000_000), Money.ofFen(9_999_999)), "目标\n第二行", "完成", rows, "备注文字", false, null, null, null, 0);
        var scored = rows.stream().map(row -> new ScoredRow(row, row.weight(), Message.of("performance.formula.none"), null)).toList();
        var all = new java.util.ArrayList<ScoredRow>();
        all.add(new ScoredRow(new IndicatorValue("", "", "", Formula.EXECUTION_RATE, "", "", "", BigDecimal.TEN, null, ""), new BigDecimal("9.99"), Message.of("performance.formula.none"), null));
        all.addAll(scored);
        var scores = new ScoreSheet("self-10-50-30-10", all, new BigDecimal("99.99"), new BigDecimal("100"), Grade.EXCELLENT, List.of());
        Path file = folder.resolve("out.xlsx");
        files.write(form, scores, USUAL, file);
        Appraisal back = read(file, null);
        assertEquals(form.execution(), back.execution());
        assertEquals(form.goal(), back.goal());
        assertEquals(form.achieved(), back.achieved());
        assertEquals(form.note(), back.note());
        assertEquals(form.year(), back.year());
        assertEquals(form.unit(), back.unit());
        for (int i = 0; i < rows.size(); i++) {
            IndicatorValue wanted = rows.get(i);
            IndicatorValue got = back.rows().get(i);
            assertEquals(wanted, new IndicatorValue(got.level1(), got.level2(), got.level3(), got.formula(), got.target(), got.actual(), got.unit(), got.weight(), null, got.reason()));
            assertEquals(0, got.claimed().compareTo(wanted.weight()));
        }
    }

    @Test
    void cellsThatCannotBeReadAreNamed() throws IOException {
        String[][] cells = java.util.Arrays.stream(COUNTY).map(String[]::clone).toArray(String[][]::new);
        cells[5][4] = "约48万";
        cells[10][6] = "三十";
        cells[11][6] = null;
        var problem = assertThrows(UserProblem.class, () -> read(sheet(cells), null));
        assertEquals(List.of("自评表!E6", "自评表!G11", "自评表!G12"), problem.messages().stream().map(message -> message.args().getFirst()).toList());
        assertTrue(new Texts(Locale.CHINESE).format(problem).startsWith("自评表!E6 应是金额，实际写着“约48万”。请更正。"));
        assertTrue(new Texts(Locale.ENGLISH).format(problem).startsWith("自评表!E6 should be an amount but reads “约48万”."));
    }

    @Test
    void noFormAndUnknownTemplate() throws IOException {
        assertEquals("office.form.noAppraisal", assertThrows(UserProblem.class, () -> read(sheet(new String[][]{{"a", "b"}}), null)).messages().getFirst().key());
        assertEquals("office.form.noTemplate", assertThrows(UserProblem.class, () -> read(sheet(COUNTY), "none")).messages().getFirst().key());
    }

    @Test
    void blankAmountsStayUnknown() throws IOException {
        String[][] cells = java.util.Arrays.stream(COUNTY).map(String[]::clone).toArray(String[][]::new);
        cells[5][5] = "-";
        assertNull(read(sheet(cells), null).execution().executed());
    }
}
