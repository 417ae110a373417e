package org.lianshen.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;
import org.lianshen.rulepacks.BuiltInRulePacks;

/** Small sound inputs that the fuzzer starts from: one of each thing that a reader knows. */
final class Seeds {

    private static final String SHEET = """
            <worksheet xmlns="m"><dimension ref="A1:D4"/><cols><col min="2" max="2" hidden="1"/></cols><sheetData><row r="1" spans="1:4"><c r="A1" t="s"><v>0</v></c>\
            <c r="B1" s="1"><v>46027.5</v></c><c r="C1" t="inlineStr"><is><r><t>a</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c><c r="D1" t="b"><v>1</v></c></row>\
            <row r="2" hidden="1"><c r="A2" t="e"><v>#REF!</v></c><c r="B2"><f>1+1</f><v>2</v></c><c r="C2" t="str"><f>x</f><v>_x000D_</v></c><c r="D2" t="d"><v>2026-01-05</v></c></row>\
            <row><c><v>-1.5E-3</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells></worksheet>""";
    private static final String STRINGS = "<sst count=\"2\" uniqueCount=\"2\"><si><t xml:space=\"preserve\"> 市数据局</t></si><si><r><t>a</t></r></si></sst>";
    private static final String STYLES = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy/m/d\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>";
    private static final String BUDGET = """
            a项目支出
            2026年部门预算项目支出表
            单位：万元
            预算单位编码	预算单位	项目编码	项目名称	功能分类	部门经济分类	资金性质	年初预算数	<	联审编号	备注
            ^	^	^	^	^	^	^	#2026	#2025	^	^
            126001	126001-市水利局	33050026T000000000001	智慧水务平台（二期）	2010350	31007	一般公共预算	#120.5	1,200.50	LS-330500-2026-0001	运维
            			城市大脑	2010350	30213	财政拨款	(12.00)	#-3E2		~
            小计							#108.5	!
            其中：信息化							#108.5
            合计							#108.5	@2026-01-05
            \f?旧
            x""";
    private static final String QUOTA = """
            b指标
            单位：元
            指标文号	上级指标文号	发文日期	预算单位	项目编码	项目名称	功能分类	部门经济分类	金额	调整方向	指标来源
            湖财预〔2026〕1号		@2026-03-01	市数据局	33050026T000000000001	政务云	2010350	31007	#1000000	追加	年初
            湖财预〔2026〕2号	湖财预〔2026〕1号	2026年3月5日	市数据局	33050026T000000000001	政务云	2010350	31007	200,000.00-	追减	调剂""";
    private static final String PAYMENT = """
            c支付
            支付日期	支付方式	凭证号	预算单位	项目编码	功能分类	部门经济分类	指标文号	支付金额(元)	收款人	用途	合同号
            2026.3.5	授权支付	0001	市数据局	33050026T000000000001	2010350	31007	湖财预〔2026〕1号	１２３．４５	某公司	首付款	HT-1""";
    private static final String LEDGER = """
            一本账
            联审编号	项目名称	建设单位	结论	核定额（万元）	申报年	有效期	项目编码	状态
            LS-330500-2026-0001	智慧水务平台	市水利局	通过	#120.5	2026	2028-12-31	33050026T000000000001	建设中
            LS-330500-2026-0002	医学影像云	市卫健委	不予通过	#0	2026			""";
    private static final String APPRAISAL = """
            自评表
            项目支出绩效自评表
            （2025年度）
            项目名称		视频会议系统运维			实施单位	某区大数据中心
            项目资金（万元）			年初预算数	全年预算数	全年执行数	分值	执行率	得分
            		年度资金总额	#50	48.5	46.075	10	95%	9.5
            年度总体目标	预期目标				实际完成情况
            	保障会议				保障会议 120 场
            绩效指标	一级指标	二级指标	三级指标	年度指标值	实际完成值	分值	得分	偏差原因分析及改进措施
            	产出指标(50分)	数量指标	保障会议场次	≥100场	120场	#30	30
            	^	时效指标	故障恢复时间	4小时	3小时	20	20
            	效益指标(30分)	社会效益指标	减少出差	达成	达成	30	28	个别单位未用
            	满意度指标(10分)	满意度	用户满意度	≥90%	95%	10	10
            总分						100	97.5
            备注	无""";
    private static final String PROPOSAL = """
            申报书
            项目名称	智慧水务平台
            申报单位	市水利局
            总投资（元）	#1200000.50
            \f概算
            行号	概算科目	内容	数量	单位	单价（元）	金额（元）
            #1		软件开发	#2	套	#100.5	201
            \f资金计划
            年度	资金来源	金额（元）
            #2026	本级财政	#1200000.5
            \f进度
            节点	计划日期
            验收	@2026-12-01""";
    private static final String JSON = """
            {"projectName": "智慧水务平台", "totalInvestment": "1200000.50", "estimate": [{"no": 1, "item": "x", "quantity": 2.5, "amount": "201.00"}],
             "goals": [{"name": "n", "weight": 12.5}], "milestones": [{"name": "验收", "date": "2026-12-01"}], "data": [{"name": "d", "needed": true}],
             "functions": [{"name": "f", "ilf": 3, "months": "1.5"}], "funds": [{"year": 2026, "kind": "LOCAL", "amount": "1.00"}],
             "attachments": [{"kind": "k", "fileName": "a.pdf", "sha256": "00", "size": 7}]}""";

    private static final String EXCHANGE = """
            {"format": "lianshen-rulepack-edits", "formatVersion": "1", "place": "huzhou", "id": "huzhou@2026.1", "baseVersion": "2026.1", "baseDigest": "%s",
             "edits": [{"path": "/params/limit.small/value", "before": "500000", "after": "600000", "reason": "新办法", "by": "wang", "at": "2026-11-22T03:00:00Z"},
             {"path": "/rules/B19/verified", "before": false, "after": true, "reason": "x", "by": "li", "at": "2026-11-22T03:00:01Z"}]}""".formatted("ab".repeat(32));

    private Seeds() {
    }

    static List<byte[]> xlsx() {
        return List.of(bytes(SHEET), bytes(SHEET + "\0" + STRINGS + "\0" + STYLES), bytes("\0" + STRINGS + "\0" + STYLES + "\0" + XlsxFuzz.USUAL[3] + "\0" + XlsxFuzz.USUAL[4]),
                XlsxFuzz.packed(bytes(SHEET + "\0" + STRINGS + "\0" + STYLES)));
    }

    static List<byte[]> xls() {
        try (Workbook workbook = new HSSFWorkbook(); var out = new ByteArrayOutputStream()) {
            var row = workbook.createSheet("预算").createRow(0);
            row.createCell(0).setCellValue("市数据局");
            row.createCell(1).setCellValue(120.5);
            row.createCell(2).setCellFormula("B1*2");
            row.createCell(3).setCellFormula("A1&\"x\"");
            row.createCell(4).setCellValue(true);
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            workbook.write(out);
            byte[] whole = out.toByteArray();
            try (InputStream records = new POIFSFileSystem(new ByteArrayInputStream(whole)).createDocumentInputStream("Workbook")) {
                return List.of(records.readAllBytes(), whole);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<byte[]> csv() {
        String text = "单位,项目名称,金额\r\n市数据局,\"一网通办,二期\n\"\"升级\"\"\",\"1,200.50\"\r\n\r\n'=1+1;\t𠮷,,\n";
        return List.of(bytes(text), bytes("\uFEFF" + text), text.getBytes(Charset.forName("GB18030")), ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
    }

    static List<byte[]> budget() {
        return List.of(bytes(BUDGET), bytes(QUOTA), bytes(PAYMENT), longer(BUDGET));
    }

    static List<byte[]> ledger() {
        return List.of(bytes(LEDGER), longer(LEDGER));
    }

    static List<byte[]> appraisal() {
        return List.of(bytes(APPRAISAL));
    }

    static List<byte[]> proposalSheet() {
        return List.of(bytes(PROPOSAL));
    }

    static List<byte[]> proposalJson() {
        return List.of(bytes(JSON));
    }

    static List<byte[]> rulePack() {
        try (InputStream huzhou = BuiltInRulePacks.class.getResourceAsStream("packs/huzhou.json")) {
            String part = "{\"place\": \"anji\", \"extends\": \"huzhou\", \"name\": \"安吉\", \"rules\": {\"B19\": {\"severity\": \"W\", \"verified\": false}}}";
            return List.of(bytes(part), huzhou.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<byte[]> packExchange() {
        return List.of(bytes(EXCHANGE));
    }

    /** With its last row many times: the fuzzer tries nothing longer than its longest seed. */
    private static byte[] longer(String text) {
        return bytes(text + text.substring(text.lastIndexOf('\n')).repeat(24));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
