package org.lianshen.office.out;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.lianshen.service.document.OfficialPaper;
import org.lianshen.service.document.OfficialPaper.Attendees;
import org.lianshen.service.document.OfficialPaper.Block;
import org.lianshen.service.document.OfficialPaper.Block.Fields;
import org.lianshen.service.document.OfficialPaper.Block.Heading;
import org.lianshen.service.document.OfficialPaper.Block.Note;
import org.lianshen.service.document.OfficialPaper.Block.Paragraph;
import org.lianshen.service.document.OfficialPaper.Block.Seals;
import org.lianshen.service.document.OfficialPaper.Block.Table;
import org.lianshen.service.document.OfficialPaper.Field;
import org.lianshen.service.document.OfficialPaper.Seal;

/** Papers to print in tests. */
final class Papers {

    static final String HEAD = "湖州市政务信息化项目联审联席会议纪要";

    private Papers() {
    }

    static OfficialPaper of(List<Block> blocks, List<Attendees> attendance, boolean draft) {
        return OfficialPaper.minutes(HEAD, "2026年第3次", "", blocks, attendance, LocalDate.of(2026, 11, 20),
                "市委办公室、市政府办公室，市纪委市监委，市发展和改革委员会、市财政局、市公安局，各区县数据局。", "湖州市数据局", LocalDate.of(2026, 11, 21), draft, "9F3C-21D0-77AB");
    }

    /** Paragraphs of {@code lines} full lines each and nothing else. */
    static OfficialPaper lines(int lines) {
        String text = "市数据局要会同市财政局把各单位信息化项目逐项核对到底".substring(0, 26);
        return of(IntStream.range(0, lines).<Block>mapToObj(i -> new Paragraph(text)).toList(), List.of(), false);
    }

    /** One paragraph that fills many lines, without any mark. */
    static OfficialPaper plain(int characters) {
        String words = "政务信息化项目联审和预算联动管控";
        return of(List.of(new Paragraph(IntStream.range(0, characters).mapToObj(i -> words.substring(i % words.length(), i % words.length() + 1)).collect(Collectors.joining()))),
                List.of(), false);
    }

    static OfficialPaper short_() {
        return of(List.of(new Paragraph("会议听取了市数据局关于2026年第3批政务信息化项目会签情况的汇报，议定如下："), new Heading(1, "一、同意下列项目"), new Paragraph("同意“城市运行一网统管平台（二期）”项目，核定1,234.50万元。")),
                attendance(), true);
    }

    static List<Attendees> attendance() {
        return List.of(new Attendees("出席", List.of("市数据局张三（主持）", "市发展和改革委员会李四", "市财政局王五、赵六", "市委网信办钱七", "市公安局孙八", "市委机要局周九")), new Attendees("请假", List.of("市审计局吴十")),
                new Attendees("列席", List.of("市卫生健康委员会郑一", "南太湖新区管理委员会社会事务和大数据发展管理中心（数字化改革工作专班办公室）冯二")));
    }

    /** Twelve projects, long unit names, conditions: what a meeting of an afternoon brings. */
    static OfficialPaper twelve() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph("2026年11月20日14:30，市数据局局长张三在市行政中心3号楼301会议室主持召开2026年第3次政务信息化项目联审联席会议。会议听取了各申报单位的汇报和六部门会签意见，审议了“城市运行一网统管平台（二期）”等12个项目，申报总额12,345.67万元，核定总额10,987.65万元，核减1,358.02万元，核减率11.00%。现将议定事项纪要如下："));
        blocks.add(new Heading(1, "一、同意下列项目"));
        blocks.add(new Table(List.of("序号", "项目名称", "申报单位", "申报额（万元）", "核定额（万元）", "核减额（万元）", "结论"), List.of(3, 13, 10, 6, 6, 6, 5), List.of(false, false, false, true, true, true, false), rows(7)));
        blocks.add(new Paragraph("市数据局对本单位申报的“公共数据授权运营平台”项目回避，由市发展和改革委员会提出牵头意见。"));
        blocks.add(new Heading(1, "二、原则同意下列项目，修改后实施"));
        blocks.add(new Table(List.of("序号", "项目名称", "申报单位", "申报额（万元）", "核定额（万元）", "核减额（万元）", "条件"), List.of(3, 11, 9, 6, 6, 6, 9), List.of(false, false, false, true, true, true, false),
                rows(3).stream().map(row -> {
                    List<String> changed = new ArrayList<>(row);
                    changed.set(6, "2条，见（一）");
                    return List.copyOf(changed);
                }).toList()));
        blocks.add(new Heading(2, "（一）智慧医共体数据共享交换系统"));
        blocks.add(new Paragraph("1．补充密码应用方案并通过评估，责任单位：市卫生健康委员会，完成时限：2026年12月31日。"));
        blocks.add(new Paragraph("2．与省一体化数字资源系统（IRS）完成目录挂接，共享率达到100%，责任单位：市卫生健康委员会，完成时限：2027年1月15日。"));
        blocks.add(new Heading(1, "三、暂缓、不予通过下列项目"));
        blocks.add(new Table(List.of("序号", "项目名称", "申报单位", "申报额（万元）", "结论", "理由"), List.of(3, 12, 10, 6, 5, 14), List.of(false, false, false, true, false, false),
                List.of(List.of("1", "景区人流预警平台升级改造", "市文化广电旅游局", "320.00", "暂缓", "前期项目绩效尚未评价，待评价结果为“中”以上后再报"), List.of("2", "自建机房扩容", "市市场监督管理局", "158.60", "不予通过", "政务云可以满足，不得自建机房"))));
        blocks.add(new Heading(1, "四、有关要求"));
        blocks.add(new Paragraph("各单位要按照核定的内容和金额编报2027年部门预算，未经联审的信息化项目一律不得纳入预算；经核定的金额是编制预算和组织政府采购的依据，不得擅自调高。市财政局要在预算审核中逐项核对联审编号，市数据局要每月通报项目进展。"));
        return of(blocks, attendance(), false);
    }

    /** A letter as it goes to a unit, with a reply slip. @param paragraphs of two lines each, beside the fixed ones */
    static OfficialPaper letter(int paragraphs, String copies) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph("根据政务信息化项目“五部门联审”有关要求，我局对你单位2027年预算中的信息化项目与联审一本账进行了比对，现将有关情况函告如下："));
        blocks.add(new Heading(1, "一、不得纳入预算的事项"));
        blocks.add(new Heading(2, "（一）未经联审，不得纳入预算"));
        blocks.add(new Table(List.of("序号", "表与行", "项目名称", "金额（万元）", "情况"), List.of(3, 9, 11, 6, 14), List.of(false, false, false, true, false),
                rows(3).stream().map(row -> List.of(row.get(0), "项目支出表第5行", row.get(1), row.get(3), "一本账中没有对应的联审项目")).toList()));
        IntStream.range(0, paragraphs).forEach(i -> blocks.add(new Paragraph("市数据局要会同市财政局把各单位信息化项目逐项核对到底，核对结果按规定报送，逐项说明处理意见。")));
        blocks.add(new Paragraph("请于2026年12月4日前将办理情况和回执函复我局。"));
        var slip = new OfficialPaper.Enclosure("联动校验事项办理情况回执",
                List.of(new Table(List.of("序号", "项目名称", "办理情况"), List.of(3, 12, 20), List.of(false, false, false), List.of(List.of("1", "教育大脑2.0", "\n\n"), List.of("2", "智慧水利", "\n\n")))));
        return OfficialPaper.letter("湖州市财政局", "湖财信函〔2026〕15号", "关于2027年预算信息化项目联动校验情况的函", "市卫生健康委员会", blocks, List.of(slip), "湖州市财政局", LocalDate.of(2026, 11, 20), copies,
                false);
    }

    /** 会签意见表: fields, check items, long opinions, a signature. */
    static OfficialPaper opinion(boolean draft) {
        List<Block> blocks = List.of(new Note("编号：LS-330500-2026-0042", "单位：万元"),
                new Fields(List.of(List.of(new Field("项目名称", "南太湖新区城市运行一网统管与基层智治综合应用迭代升级及公共数据授权运营支撑平台建设项目（二期）")),
                        List.of(new Field("申报单位", "南太湖新区管理委员会社会事务和大数据发展管理中心"), new Field("申报金额", "1,234.50")),
                        List.of(new Field("版本", "第2版"), new Field("轮次", "第1轮"), new Field("会签部门", "市财政局")),
                        List.of(new Field("收到", "2026年11月3日"), new Field("截止", "2026年11月10日"), new Field("签署", "2026年11月9日")))),
                new Table(List.of("序号", "核查事项", "结论", "问题描述", "修改建议", "参考依据"), List.of(3, 9, 4, 10, 10, 8), List.of(false, false, false, false, false, false),
                        List.of(List.of("一、预算编制"), List.of("1", "资金来源落实情况", "通过", "", "", "《预算法》"),
                                List.of("2", "单价与同类项目比较", "需修改", "服务器单价高于上年同类采购均价12%。\n软件开发人月数偏高。", "按市场询价重新测算，附三家报价。", "市级信息化项目预算编制规范"))),
                new Fields(List.of(List.of(new Field("总体意见", "修改后同意", 3)), List.of(new Field("核减建议", "服务器核减45.00；软件开发核减60.00。")),
                        List.of(new Field("附加条件", "补充密码应用方案并通过评估。")), List.of(new Field("分管领导", "", 4), new Field("盖章", "", 4)))));
        return OfficialPaper.working("政务信息化项目会签意见表", "", blocks, List.of(), "", LocalDate.of(2026, 11, 9), false, draft, "9F3C-21D0-77AB");
    }

    /** 评审意见汇总 on landscape pages. */
    static OfficialPaper summary(int projects) {
        List<String> head = List.of("序号", "项目名称", "申报单位", "申报额", "数据局", "财政局", "发改委", "网信办", "公安局", "专家均分", "建议结论");
        List<List<String>> rows = IntStream.range(0, projects).mapToObj(i -> List.of(Integer.toString(i + 1), LONG_NAME.substring(0, 38) + "（第" + (i + 1) + "期）", "市综合行政执法局", "1,234.50",
                "同意", "修改后同意：核减105.00", "同意", "不同意：未做等级保护定级", "无职责意见", "82.40", "修改后通过")).toList();
        return OfficialPaper.working("2026年第3批政务信息化项目联审评审意见汇总表", "（2026年11月20日）",
                List.of(new Note("联审办制表", "单位：万元"), new Table(head, List.of(3, 14, 8, 6, 7, 9, 7, 9, 7, 6, 8), List.of(false, false, false, true, false, false, false, false, false, true, false), rows)),
                List.of(), "市联审办", LocalDate.of(2026, 11, 20), true, false, "9F3C-21D0-77AB");
    }

    static final String LONG_NAME = "南太湖新区城市运行一网统管与基层智治综合应用迭代升级及公共数据授权运营支撑平台建设项目";

    /** 联审意见书 with five seals. */
    static OfficialPaper sealed() {
        List<Seal> seals = List.of(new Seal("市数据局", "", LocalDate.of(2026, 11, 20)), new Seal("市发展和改革委员会", "李四", LocalDate.of(2026, 11, 20)), new Seal("市财政局", "", null),
                new Seal("市委网络安全和信息化委员会办公室", "", null), new Seal("市公安局", "", null));
        return OfficialPaper.letter("湖州市政务信息化项目联审办公室", "湖联审〔2026〕42号", "关于" + LONG_NAME + "的联审意见", "市综合行政执法局",
                List.of(new Paragraph("经联审，原则同意该项目，核定总投资1,134.50万元。本意见为预算编制和政府采购依据。"), new Seals(seals)),
                List.of(new OfficialPaper.Enclosure("核定建设内容和投资明细", summary(9).blocks(), true)), "", LocalDate.of(2026, 11, 20), "市审计局。", false);
    }

    /** Minutes with a landscape annex in the middle and an upright one after it. */
    static OfficialPaper annexed() {
        OfficialPaper paper = twelve();
        return new OfficialPaper(paper.form(), paper.head(), paper.number(), paper.title(), "", paper.blocks(),
                List.of(new OfficialPaper.Enclosure("项目核定情况一览表", summary(20).blocks(), true), new OfficialPaper.Enclosure("有关说明", List.of(new Paragraph("表中金额均为核定数。")))),
                paper.attendance(), "", paper.date(), paper.copies(), paper.printedBy(), paper.printedOn(), true, paper.anchor(), false, OfficialPaper.Numbering.OWN);
    }

    private static List<List<String>> rows(int count) {
        List<String> names = List.of("城市运行一网统管平台（二期）", "智慧医共体数据共享交换系统", "公共数据授权运营平台", "政务外网安全监测与应急处置能力提升项目", "教育大脑2.0", "数字孪生水网（东苕溪流域）", "基层智治综合应用迭代");
        List<String> units = List.of("市综合行政执法局", "市卫生健康委员会", "市数据局", "南太湖新区管理委员会社会事务和大数据发展管理中心（数字化改革工作专班办公室）", "市教育局", "市水利局", "市委政法委");
        return IntStream.range(0, count).mapToObj(i -> List.of(Integer.toString(i + 1), names.get(i % 7), units.get(i % 7), "1,234.50", "1,134.50", "100.00", "通过")).toList();
    }
}
