package org.lianshen.office.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianshen.model.Money;
import org.lianshen.model.UserProblem;
import org.lianshen.model.proposal.Attachment;
import org.lianshen.model.proposal.BasisDocument;
import org.lianshen.model.proposal.DataItem;
import org.lianshen.model.proposal.EstimateCode;
import org.lianshen.model.proposal.EstimateLine;
import org.lianshen.model.proposal.FormDigest;
import org.lianshen.model.proposal.FunctionItem;
import org.lianshen.model.proposal.FundKind;
import org.lianshen.model.proposal.FundShare;
import org.lianshen.model.proposal.GoalIndicator;
import org.lianshen.model.proposal.Milestone;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.office.in.OfficeSources;
import org.lianshen.service.Progress;
import org.lianshen.service.text.Texts;

class ProposalFormFilesTest {

    private static final Texts ZH = new Texts(Locale.CHINESE);
    private static final Texts EN = new Texts(Locale.ENGLISH);

    @TempDir
    Path folder;
    private final ProposalFormFiles files = new ProposalFormFiles(new OfficeSources());

    private static ProposalForm form(Random random) {
        var fields = new EnumMap<ProposalField, String>(ProposalField.class);
        for (ProposalField field : ProposalField.values()) {
            if (random.nextInt(4) > 0) {
                fields.put(field, switch (field.kind()) {
                    case LINE -> "单位 " + random.nextInt(100) + "，=1+1";
                    case TEXT -> "第一行\n“第二行” <b>&amp; _x0041_ 𠮷" + random.nextInt();
                    case MONEY -> Money.ofFen(random.nextLong(1_000_000_000_000L)).toString();
                    case DATE -> LocalDate.ofEpochDay(18_000 + random.nextInt(4_000)).toString();
                    case COUNT -> Integer.toString(random.nextInt(1_000_000));
                    case FLAG -> random.nextBoolean() ? "Y" : "N";
                    case CHOICE -> field.choices().get(random.nextInt(field.choices().size()));
                });
            }
        }
        return ProposalForm.EMPTY.withFields(fields)
                .withBasis(List.of(new BasisDocument("数字政府2.0建设工作方案", "湖州市人民政府办公室", "湖政办发〔2025〕15号", "“开发一个口子进”", "上级文件"), new BasisDocument("", "", "x", "", "")))
                .withGoals(List.of(new GoalIndicator("产出指标", "数量指标", "接入系统数", "≥", "0012", "个", new BigDecimal("12.5"))))
                .withFunctions(List.of(new FunctionItem("1.10", "归集", "新建", 3, null, 2, 0, null, new BigDecimal("1.25"), Money.ofFen(12_345_01), "用户中心", "说明"),
                        new FunctionItem("1.2", "分拨", "改造", null, null, null, null, null, null, null, null, "")))
                .withData(List.of(new DataItem("水位", true, "站点、水位", "有条件", "", "日", "L2"), new DataItem("雨量", false, "", "", "", "", "")))
                .withEstimate(List.of(new EstimateLine(1, EstimateCode.E10, "平台", "", new BigDecimal("2"), "套", Money.ofFen(33_333_33), new BigDecimal("0.85"), Money.ofFen(56_666_66), ""),
                        new EstimateLine(7, null, "其他", "", null, "", null, null, null, "")))
                .withFunds(List.of(new FundShare(2026, FundKind.GENERAL_BUDGET, Money.ofFen(random.nextLong(1_000_000_000L)), null), new FundShare(2027, FundKind.PROVINCE_GRANT, Money.ofFen(1), "浙财预〔2026〕1号")))
                .withMilestones(List.of(new Milestone("初验", LocalDate.of(2027, 3, 1)), new Milestone("终验", null)))
                .withAttachments(List.of(new Attachment("建设方案", "方案.docx", "ab".repeat(32), 123_456_789_012L)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "xlsx"})
    void whatIsWrittenReadsBackEqual(String extension) {
        for (long seed = 1; seed <= 6; seed++) {
            ProposalForm form = form(new Random(seed));
            Path file = folder.resolve("申报书" + seed + "." + extension);
            files.write(form, file);
            ProposalForm back = files.read(file, Progress.NONE);
            assertEquals(form, back);
            assertEquals(FormDigest.of(form), FormDigest.of(back));
        }
        files.write(ProposalForm.EMPTY, folder.resolve("空." + extension));
        assertEquals(ProposalForm.EMPTY, files.read(folder.resolve("空." + extension), Progress.NONE));
    }

    @ParameterizedTest
    @EnumSource(ProposalField.class)
    void everyFieldHasALabelOfItsOwn(ProposalField field) {
        assertTrue(ZH.has("proposal.field." + field) && EN.has("proposal.field." + field));
        long same = List.of(ProposalField.values()).stream().filter(other -> ZH.get("proposal.field." + other).equals(ZH.get("proposal.field." + field))).count();
        assertEquals(1, same);
        field.choices().forEach(choice -> assertTrue(ZH.has("proposal.choice." + field + "." + choice) && EN.has("proposal.choice." + field + "." + choice)));
    }

    @Test
    void namesInJsonAreStable() {
        assertEquals("projectName", ProposalJson.key(ProposalField.PROJECT_NAME));
        assertEquals("consequenceOfNotBuilding", ProposalJson.key(ProposalField.CONSEQUENCE_OF_NOT_BUILDING));
        assertEquals("cloudVcpu", ProposalJson.key(ProposalField.CLOUD_VCPU));
        var names = new ArrayList<String>();
        List.of(ProposalField.values()).forEach(field -> names.add(ProposalJson.key(field)));
        FormTable.ALL.forEach(table -> names.add(table.key()));
        assertEquals(names.size(), names.stream().distinct().count());
    }

    @Test
    void jsonNamesEveryPointerThatCannotBeRead() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), """
                {"projectName": 5, "totalInvestment": "12.345", "plannedStart": "2026年1月", "onCloud": "maybe", "projectClass": "XX", "nosuch": 1,
                 "estimate": [{"item": "平台"}, {"no": 2, "amount": "五万", "colour": "red"}], "funds": {"year": 2026}}""");
        var problem = assertThrows(UserProblem.class, () -> files.read(file, Progress.NONE));
        assertEquals(List.of("/projectName", "/projectClass", "/plannedStart", "/totalInvestment", "/onCloud", "/estimate/0/no", "/estimate/1/amount", "/estimate/1/colour", "/funds", "/nosuch"),
                problem.messages().stream().map(message -> message.args().get(1)).toList());
        assertTrue(ZH.format(problem).contains("“a.json”的 /totalInvestment 应是金额（元，最多两位小数），实际是“12.345”。请更正。"));
        assertTrue(ZH.format(problem).contains("“a.json”的 /nosuch 不是申报书的字段。请核对名称，或删去。"));
        assertTrue(EN.format(problem).contains("/estimate/1/colour in “a.json” is no field of the application form."));
    }

    @Test
    void whatIsNoJsonIsRefused() throws IOException {
        assertEquals("office.form.notJson", key(Files.writeString(folder.resolve("a.json"), "{\"projectName\": ")));
        assertEquals("office.form.notJson", key(Files.writeString(folder.resolve("b.json"), "{\"projectName\": \"a\", \"projectName\": \"b\"}")));
        assertEquals("office.form.notJson", key(Files.writeString(folder.resolve("c.json"), "[".repeat(2_000))));
        assertEquals("office.form.notAnObject", key(Files.writeString(folder.resolve("d.json"), "[]")));
        assertEquals("office.noFile", key(folder.resolve("none.json")));
        assertEquals("office.form.extension", assertThrows(UserProblem.class, () -> files.write(ProposalForm.EMPTY, folder.resolve("a.doc"))).messages().getFirst().key());
        assertFalse(Files.exists(folder.resolve("a.doc")));
    }

    private String key(Path file) {
        return assertThrows(UserProblem.class, () -> files.read(file, Progress.NONE)).messages().getFirst().key();
    }

    @Test
    void workbookNamesEveryCellThatCannotBeRead() throws IOException {
        Path file = folder.resolve("a.xlsx");
        try (Workbook workbook = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
            var sheet = workbook.createSheet("申报书");
            String[][] cells = {{"信息化项目申报书"}, {"项目名称", "水务平台"}, {"总投资（万元）", "98.5"}, {"本年申请（元）", "待定"}, {"上政务云", "是"}, {"项目类别", "一般业务应用"}, {"建设性质", "翻新"}, {"计划开始", "2026年3月1日"},
                {"幸运数字", "7"}, {"项目名称", "又一个"}};
            for (int i = 0; i < cells.length; i++) {
                var row = sheet.createRow(i);
                for (int c = 0; c < cells[i].length; c++) {
                    row.createCell(c).setCellValue(cells[i][c]);
                }
            }
            var funds = workbook.createSheet("资金计划");
            funds.createRow(0).createCell(0).setCellValue("资金来源");
            funds.getRow(0).createCell(1).setCellValue("年度");
            funds.getRow(0).createCell(2).setCellValue("金额（万元）");
            funds.getRow(0).createCell(3).setCellValue("颜色");
            funds.createRow(1).createCell(0).setCellValue("单位资金");
            funds.getRow(1).createCell(1).setCellValue(2026);
            workbook.createSheet("其他").createRow(0).createCell(0).setCellValue("x");
            workbook.write(out);
        }
        var problem = assertThrows(UserProblem.class, () -> files.read(file, Progress.NONE));
        assertEquals(List.of("office.form.wrongCell 申报书!B4", "office.form.wrongCellChoice 申报书!B7", "office.form.unknownLabel 申报书!A9", "office.form.labelTwice 申报书!A10",
                "office.form.unknownLabel 资金计划!D1", "office.form.missingCell 资金计划!C2", "office.form.unknownSheet a.xlsx"),
                problem.messages().stream().map(message -> message.key() + " " + message.args().getFirst()).toList());
        problem.messages().forEach(message -> assertFalse(ZH.format(message).equals(EN.format(message))));
        assertTrue(ZH.format(problem).contains("申报书!B7 写着“翻新”，只能是：新建、续建、改建（扩建、升级、迭代）、运维、购买服务。"));
    }

    @Test
    void readingCanBeCancelled() {
        Path book = folder.resolve("a.xlsx");
        Path json = folder.resolve("a.json");
        files.write(ProposalForm.EMPTY, book);
        files.write(ProposalForm.EMPTY, json);
        assertThrows(Progress.Cancelled.class, () -> files.read(book, CANCELLED));
        assertThrows(Progress.Cancelled.class, () -> files.read(json, CANCELLED));
    }

    private static final Progress CANCELLED = new Progress() {
        @Override
        public void at(long done, long total) {
        }

        @Override
        public boolean cancelled() {
            return true;
        }
    };

    @Test
    void unitsInLabelsAreFollowed() throws IOException {
        Path file = folder.resolve("a.xlsx");
        try (Workbook workbook = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
            var sheet = workbook.createSheet("申报书");
            sheet.createRow(0).createCell(0).setCellValue("总投资（万元）");
            sheet.getRow(0).createCell(1).setCellValue(98.5);
            sheet.createRow(1).createCell(0).setCellValue("是否涉密");
            sheet.getRow(1).createCell(1).setCellValue("否");
            workbook.write(out);
        }
        ProposalForm form = files.read(file, Progress.NONE);
        assertEquals(Money.ofYuan(985_000), form.money(ProposalField.TOTAL_INVESTMENT));
        assertTrue(form.no(ProposalField.SECRET));
    }

    @Test
    void aWorkbookThatIsNoFormIsSaid() throws IOException {
        Path file = folder.resolve("b.csv");
        Files.writeString(file, "单位,金额\n甲,1\n");
        var problem = assertThrows(UserProblem.class, () -> files.read(file, Progress.NONE));
        assertEquals("“b.csv”里没有名为“申报书”的工作表，不是申报书。请用本程序导出的申报书样表填写。", ZH.format(problem));
    }
}
