package org.lianshen.service.wording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lianshen.model.paper.PaperKind;

/**
 * What the wording of a kind of paper consists of: its parts, and the fields that they may use with an example of each. The wording that the program ships stands
 * beside this class, a text file for each kind.
 */
public final class WordingParts {

    /** Longest 发文机关标志 that goes on one line of a red head. */
    private static final int MOST_HEAD = 30;
    /** Longest title: three lines of 2号 小标宋. */
    private static final int MOST_TITLE = 60;
    private static final int MOST = 2000;

    private static final Map<PaperKind, WordingParts> ALL = new EnumMap<>(PaperKind.class);

    static {
        String[][] project = {{"项目名称", "城市运行一网统管平台（二期）"}, {"联审编号", "LS-330500-2026-0042"}, {"申报单位", "市综合行政执法局"}, {"申报额", "1,280.00"}, {"轮次", "1"},
            {"牵头单位", "市数据局"}, {"地区", "湖州市"}};
        add(PaperKind.RETURN_NOTICE, List.of(new Part("版头", MOST_HEAD, true), new Part("文号", MOST_HEAD, true, "联审编号"), new Part("标题", MOST_TITLE, true, "项目名称"),
                new Part("开头", MOST, true, "项目名称"), new Part("答复要求", MOST, true, "答复期限"), new Part("联系", MOST, false), new Part("附件名称", MOST_TITLE, true)),
                project, new String[][] {{"次数", "1"}, {"申报日期", "2026年11月2日"}, {"事项数", "3"}, {"答复期限", "2026年11月17日"}, {"答复工作日", "10"}, {"经办人", "李四"},
                    {"通知日期", "2026年11月3日"}});
        add(PaperKind.OPINION, List.of(new Part("版头", MOST_HEAD, true), new Part("标题", MOST_TITLE, true, "项目名称"), new Part("开头", MOST, true, "项目名称"),
                new Part("审议（会议）", MOST, true), new Part("审议（会签）", MOST, true), new Part("通过", MOST, true, "核定额"), new Part("修改后通过", MOST, true, "核定额"),
                new Part("退回补正", MOST, true), new Part("不予通过", MOST, true), new Part("暂缓", MOST, true), new Part("合并建设", MOST, true, "并入项目"),
                new Part("条件", MOST, true), new Part("年度安排", MOST, false), new Part("上云", MOST, false), new Part("共享", MOST, false), new Part("等保", MOST, false),
                new Part("密评", MOST, false), new Part("信创", MOST, false), new Part("有效期", MOST, true, "有效期"), new Part("备注", MOST, true), new Part("备注（未通过）", MOST, true),
                new Part("盖章", MOST, false)),
                project, new String[][] {{"申报日期", "2026年11月2日"}, {"核定额", "1,200.00"}, {"核减额", "80.00"}, {"核减率", "6.25"}, {"会议", "2026年第3次"}, {"会议日期", "2026年11月20日"},
                    {"联审部门", "市数据局、市发展改革委、市财政局、市委网信办、市公安局、市委机要局"}, {"有效期", "2028年11月20日"}, {"理由", "功能与已建的数字城管系统重复"},
                    {"并入项目", "智慧城管升级改造"}, {"并入项目编号", "LS-330500-2026-0017"}, {"条件数", "2"}, {"结论", "通过"}});
        add(PaperKind.COUNTERSIGN, List.of(new Part("标题", MOST_TITLE, true), new Part("填写说明", MOST, false), new Part("空表说明", MOST, true), new Part("草稿说明", MOST, true)),
                project, new String[][] {{"会签部门", "市财政局"}, {"截止日期", "2026年11月9日"}});
        add(PaperKind.SUMMARY, List.of(new Part("标题", MOST_TITLE, true), new Part("会议标题", MOST_TITLE, true), new Part("说明", MOST, false), new Part("会议说明", MOST, false)),
                project, new String[][] {{"会议", "2026年第3次"}, {"会议日期", "2026年11月20日"}, {"项目数", "12"}, {"汇总日期", "2026年11月18日"}});
        add(PaperKind.MINUTES, List.of(new Part("版头", MOST_HEAD, true), new Part("召开", MOST, true, "会议时间", "主持人"), new Part("审议", MOST, true, "项目数"),
                new Part("审议（一个项目）", MOST, true, "首个项目"), new Part("核定合计", MOST, false), new Part("议定", MOST, true), new Part("同意", MOST_TITLE, true),
                new Part("修改后通过", MOST_TITLE, true), new Part("其他结论", MOST_TITLE, true, "其他结论"), new Part("待议定", MOST_TITLE, true), new Part("有效期", MOST, true, "有效期"),
                new Part("回避", MOST, true, "回避部门", "回避项目"), new Part("有关要求", MOST_TITLE, true)),
                new String[][] {{"地区", "湖州市"}, {"牵头单位", "市数据局"}, {"会议", "2026年第3次"}, {"会议时间", "2026年11月20日14:30"}, {"会议地点", "市行政中心301会议室"}, {"主持人", "张三"},
                    {"项目数", "12"}, {"首个项目", "城市运行一网统管平台（二期）"}, {"申报总额", "5,280.00"}, {"同意数", "9"}, {"同意申报额", "4,100.00"}, {"核定总额", "3,800.00"},
                    {"核减总额", "300.00"}, {"核减率", "7.32"}, {"其他结论", "不予通过、暂缓"}, {"有效期", "2028年11月20日"}, {"回避部门", "市数据局"}, {"回避项目", "公共数据授权运营平台"}});
    }

    private final PaperKind kind;
    private final List<Part> parts;
    private final Map<String, String> fields;

    private WordingParts(PaperKind kind, List<Part> parts, Map<String, String> fields) {
        this.kind = kind;
        this.parts = parts;
        this.fields = fields;
    }

    private static void add(PaperKind kind, List<Part> parts, String[][]... fields) {
        var known = new LinkedHashMap<String, String>();
        Arrays.stream(fields).flatMap(Arrays::stream).forEach(field -> known.put(field[0], field[1]));
        ALL.put(kind, new WordingParts(kind, parts, java.util.Collections.unmodifiableMap(known)));
    }

    /**
     * @param most     characters that its place on the paper holds, its fields filled with the examples
     * @param needed   whether it may not be empty
     * @param required fields that it must name
     */
    public record Part(String name, int most, boolean needed, Set<String> required) {

        Part(String name, int most, boolean needed, String... required) {
            this(name, most, needed, Set.of(required));
        }
    }

    /** The kinds of paper that have fixed words, in file order. */
    public static List<PaperKind> kinds() {
        return List.copyOf(ALL.keySet());
    }

    /** @throws IllegalArgumentException for a kind without fixed words */
    public static WordingParts of(PaperKind kind) {
        return Optional.ofNullable(ALL.get(kind)).orElseThrow(() -> new IllegalArgumentException("no wording of " + kind));
    }

    public List<Part> parts() {
        return parts;
    }

    /** An example by name of the field. */
    public Map<String, String> fields() {
        return fields;
    }

    /** The text that the program ships. */
    public String shipped() {
        try (var in = WordingParts.class.getResourceAsStream(kind.name() + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(kind.name(), e);
        }
    }
}
