package org.lianshen.service.memory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.lianshen.model.Money;
import org.lianshen.model.proposal.BasisDocument;
import org.lianshen.model.proposal.DataItem;
import org.lianshen.model.proposal.EstimateCode;
import org.lianshen.model.proposal.EstimateLine;
import org.lianshen.model.proposal.FunctionItem;
import org.lianshen.model.proposal.FundKind;
import org.lianshen.model.proposal.FundShare;
import org.lianshen.model.proposal.GoalIndicator;
import org.lianshen.model.proposal.Milestone;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;

/** A sound application form of 市教育局 over 100 万元, 60 in 2027 and 40 in 2028, that the form check of {@link PackFixture} passes but for missing attachments. */
public final class FormFixture {

    private FormFixture() {
    }

    public static ProposalForm form() {
        return form("教育数据共享平台", "市教育局");
    }

    public static ProposalForm form(String name, String unit) {
        ProposalForm form = ProposalForm.EMPTY;
        String[][] fields = {{"PROJECT_NAME", name}, {"UNIT_NAME", unit}, {"COMPETENT_DEPARTMENT", unit}, {"PROJECT_CLASS", "APP"}, {"NATURE", "NEW"},
            {"LEVEL", "CITY"}, {"CHARGE_LEADER", "李四"}, {"PROJECT_LEADER", "王五"}, {"CONTACT", "张三"}, {"PHONE", "13800000000"},
            {"PLANNED_START", "2027-03-01"}, {"PLANNED_END", "2028-06-30"}, {"TOTAL_INVESTMENT", "1000000.00"}, {"THIS_YEAR_APPLIED", "600000.00"},
            {"SECRET", "N"}, {"SITUATION", "各校数据分散。"}, {"NECESSITY", "减少重复填报。"}, {"SERVED_USERS", "教师 2 万人"}, {"TOTAL_GOAL", "一次填报多方使用"},
            {"YEAR_GOAL", "完成采购和初验"}, {"CONTENT_SUMMARY", "数据归集、共享和分析"}, {"DUPLICATE_SEARCH_DONE", "Y"}, {"NO_REUSE_REASON", "无可复用组件"},
            {"ESTIMATE_BASIS", "功能点法"}, {"OPERATION_COST_PER_YEAR", "80000.00"}, {"OPERATION_COST_SOURCE", "部门预算"}, {"ON_CLOUD", "Y"},
            {"CLOUD_NAME", "市政务云"}, {"CLOUD_VCPU", "16"}, {"CLOUD_MEMORY_GB", "64"}, {"CLOUD_DISK_TB", "2"}, {"NETWORK", "GOVERNMENT"},
            {"SHARES_DATA", "Y"}, {"PROTECTION_LEVEL", "L2"}, {"PROTECTION_FILING_NO", "33050000001"}, {"CIPHER_REQUIRED", "N"},
            {"DOMESTIC_CPU", "鲲鹏"}, {"DOMESTIC_OS", "麒麟"}, {"DOMESTIC_DATABASE", "达梦"}, {"DOMESTIC_MIDDLEWARE", "东方通"}};
        for (String[] field : fields) {
            form = form.with(ProposalField.valueOf(field[0]), field[1]);
        }
        return form.withBasis(List.of(new BasisDocument("教育数字化三年行动", "市政府办公室", "湖政办发〔2026〕5号", "三", "上级文件"))).withGoals(goals())
                .withFunctions(List.of(function("1", "数据归集"), function("2", "共享服务"))).withData(List.of(new DataItem("学籍", false, "姓名,学校", "有条件", "", "每日", "L2")))
                .withEstimate(List.of(line(1, EstimateCode.E10, "数据共享软件", 900_000), line(2, EstimateCode.E70, "等保测评", 100_000)))
                .withFunds(List.of(new FundShare(2027, FundKind.GENERAL_BUDGET, Money.ofWan(60), null), new FundShare(2028, FundKind.GENERAL_BUDGET, Money.ofWan(40), null)))
                .withMilestones(List.of(new Milestone("采购", LocalDate.of(2027, 5, 1)), new Milestone("终验", LocalDate.of(2028, 6, 1))));
    }

    private static List<GoalIndicator> goals() {
        return List.of(goal("产出指标", "数量指标", "接入学校", 20), goal("产出指标", "质量指标", "数据合格率", 10), goal("产出指标", "时效指标", "按期完成", 10),
                goal("产出指标", "成本指标", "不超概算", 10), goal("效益指标", "社会效益指标", "减少填报", 30), goal("满意度指标", "服务对象满意度", "教师满意度", 10));
    }

    private static GoalIndicator goal(String level1, String level2, String name, int weight) {
        return new GoalIndicator(level1, level2, name, "≥", "90", "%", BigDecimal.valueOf(weight));
    }

    private static FunctionItem function(String path, String name) {
        return new FunctionItem(path, name, "新建", null, null, null, null, null, new BigDecimal("3"), null, "", "");
    }

    public static EstimateLine line(int no, EstimateCode code, String item, long yuan) {
        return new EstimateLine(no, code, item, "", BigDecimal.ONE, "项", Money.ofYuan(yuan), BigDecimal.ONE, Money.ofYuan(yuan), "");
    }
}
