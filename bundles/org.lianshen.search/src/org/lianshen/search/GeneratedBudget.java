package org.lianshen.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.review.State;

/**
 * A ledger and the budget sheets of its year, made from a seed, with the noise of real life: units with and without their city, 系统 for 平台, years in front, phases,
 * amounts rounded to 万元, and lines that belong to no project. The truth stands beside each line.
 */
final class GeneratedBudget {

    static final int YEAR = 2026;

    private static final String[] FIELDS = { "水利", "校园", "社区", "交通", "医疗", "养老", "环保", "应急", "消防", "城管", "农业", "林业", "海洋", "气象", "文旅", "体育", "民政",
        "残联", "司法", "信访", "税源", "统计", "审计", "档案", "人才", "就业", "社保", "住房", "土地", "矿产", "能源", "粮食", "商务", "口岸", "市场监管", "食品安全", "药品追溯", "知识产权",
        "公积金", "国资", "招商", "物价", "红十字", "妇儿", "退役军人", "民族宗教", "港航", "公路", "轨道交通", "停车", "供水", "燃气", "排水", "园林", "环卫", "殡葬", "救助", "慈善", "志愿", "党建" };
    private static final String[] OBJECTS = { "数据归集", "监测预警", "指挥调度", "协同办公", "在线审批", "信用评价", "视频巡查", "档案数字化", "智能分析", "移动执法", "公众服务", "远程会诊", "排队预约",
        "资产台账", "人员定位", "设备物联", "风险研判", "双随机检查", "投诉处理", "培训考试", "绩效填报", "合同履约", "票据核验", "图像识别", "地图一张图", "预约挂号", "床位调配", "库存盘点", "车辆调度", "能耗统计",
        "水质感知", "空气质量", "噪声管控", "视频会商", "热线分拨", "舆情分析", "隐患排查", "防汛会商", "巡河", "护林", "秸秆禁烧", "耕地保护", "宅基地", "电子证照", "政策兑现", "项目申报", "融资对接", "产业画像",
        "招标监管", "采购比价", "薪酬核算", "学籍", "教研", "阅卷", "图书借阅", "场馆预订", "票务", "导览", "直播", "文物保护" };
    private static final String[] FORMS = { "平台", "系统", "综合管理平台", "信息系统", "应用", "智慧平台", "服务平台", "管理系统" };
    private static final String[] OTHER = { "办公用房维修", "公务用车购置", "课桌椅采购", "绿化养护", "道路清扫", "扶贫补助", "抚恤金", "会议费", "差旅费", "食堂餐补" };
    private static final String[] BUREAUS = { "数据局", "财政局", "教育局", "公安局", "民政局", "司法局", "水利局", "商务局", "审计局", "统计局", "卫生健康委员会", "发展和改革委员会", "人力资源和社会保障局",
        "自然资源和规划局", "住房和城乡建设局", "交通运输局", "农业农村局", "应急管理局", "市场监督管理局", "医疗保障局", "综合行政执法局", "文化广电旅游体育局", "生态环境局", "退役军人事务局", "档案馆" };
    private static final String[] PLACES = { "湖州市", "吴兴区", "南浔区", "德清县", "长兴县", "安吉县", "越城区", "柯桥区", "上虞区", "诸暨市", "嵊州市", "新昌县", "雨湖区", "岳塘区", "湘潭县", "湘乡市" };

    private final Random random;
    private final List<LedgerProject> projects = new ArrayList<>();
    private final List<BudgetLine> lines = new ArrayList<>();
    /** The project that a line truly belongs to. */
    private final Map<UUID, UUID> truth = new HashMap<>();

    GeneratedBudget(long seed, int projectCount, int lineCount) {
        random = new Random(seed);
        var used = new HashSet<String>();
        while (projects.size() < projectCount) {
            project(used);
        }
        while (lines.size() < lineCount) {
            line();
        }
    }

    List<LedgerProject> projects() {
        return projects;
    }

    List<BudgetLine> lines() {
        return lines;
    }

    Map<UUID, UUID> truth() {
        return truth;
    }

    private String one(String[] words) {
        return words[random.nextInt(words.length)];
    }

    private String unit() {
        return one(PLACES) + one(BUREAUS);
    }

    private void project(HashSet<String> used) {
        String unit = unit();
        String core = one(FIELDS) + one(OBJECTS);
        if (!used.add(unit + core)) {
            return;
        }
        String phase = random.nextInt(10) == 0 ? "（" + (random.nextBoolean() ? "一" : "二") + "期）" : "";
        String name = (random.nextBoolean() ? unit : "") + core + one(FORMS) + phase + "建设项目";
        int no = projects.size() + 1;
        Money approved = Money.ofFen(1_000_000L + random.nextInt(2_000_000_00));
        projects.add(new LedgerProject(new UUID(1, no), true, String.format("LS-330500-2025-%05d", no), name, "", unit, "", "APP", "NEW", "CITY", 2025, approved, approved,
                State.APPROVED, LocalDate.of(2025, 6, 1), LocalDate.of(2027, 5, 31), List.of(), String.format("33050025T%012d", no), false, List.of(), "", List.of(),
                Map.of()));
    }

    private void line() {
        Map<BudgetField, String> values = new EnumMap<>(BudgetField.class);
        int kind = random.nextInt(100);
        LedgerProject project = null;
        if (kind < 30) {
            values.put(BudgetField.PROJECT_NAME, one(FIELDS) + one(OTHER));
            values.put(BudgetField.AGENCY_NAME, unit());
            values.put(BudgetField.INITIAL, Money.ofFen(random.nextInt(1_000_000_00)).toString());
        } else if (kind < 45) {
            values.put(BudgetField.PROJECT_NAME, one(FIELDS) + one(OBJECTS) + one(FORMS));
            values.put(BudgetField.AGENCY_NAME, unit() + "直属中心");
            values.put(BudgetField.INITIAL, Money.ofFen(random.nextInt(1_000_000_00)).toString());
        } else {
            project = projects.get(random.nextInt(projects.size()));
            values.put(BudgetField.PROJECT_NAME, noisy(project.name(), kind));
            values.put(BudgetField.AGENCY_NAME, random.nextInt(4) == 0 ? project.unit().replace("卫生健康委员会", "卫健委").replace("发展和改革委员会", "发改委") : project.unit());
            values.put(BudgetField.INITIAL, amount(project.approved()).toString());
            if (kind < 60) {
                values.put(BudgetField.REVIEW_NO, project.reviewNo());
            } else if (kind < 75) {
                values.put(BudgetField.PROJECT_CODE, project.projectCode());
            }
        }
        values.put(BudgetField.ECONOMIC_CODE, kind < 30 ? "30201" : "31007");
        values.put(BudgetField.FUND_TYPE, "一般公共预算资金");
        var line = new BudgetLine(new UUID(2, lines.size() + 1), new UUID(3, 1), YEAR, SheetKind.ANNUAL, "Sheet1", lines.size() + 5, values, Map.of());
        lines.add(line);
        if (project != null) {
            truth.put(line.id(), project.id());
        }
    }

    private String noisy(String name, int kind) {
        String changed = name;
        if (random.nextInt(3) == 0) {
            changed = YEAR + "年" + changed;
        }
        if (random.nextInt(3) == 0) {
            changed = changed.replace("建设项目", random.nextBoolean() ? "项目" : "");
        }
        if (kind >= 88) {
            changed = changed.contains("平台") ? changed.replace("平台", "系统") : changed.replace("系统", "平台");
        }
        if (random.nextInt(10) == 0) {
            changed = changed.replace("（", "(").replace("）", ")");
        }
        return changed;
    }

    /** As approved, or rounded to 0.01 万元 as such sheets do. */
    private Money amount(Money approved) {
        return random.nextBoolean() ? approved : Money.ofWan(approved.wan().setScale(2, java.math.RoundingMode.HALF_UP));
    }
}
