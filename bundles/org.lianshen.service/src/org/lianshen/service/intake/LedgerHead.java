package org.lianshen.service.intake;

import org.lianshen.model.ledger.LedgerColumn;

/** Columns of a list of reviewed projects: those of the one ledger (domain.md §9.1), and what such lists hold beyond it. */
enum LedgerHead implements ListHead {
    REVIEW_NO(LedgerColumn.REVIEW_NO), NAME(LedgerColumn.NAME), UNIT_CODE(null), UNIT(LedgerColumn.UNIT), DEPARTMENT(LedgerColumn.DEPARTMENT), CLASS(LedgerColumn.CLASS),
    NATURE(LedgerColumn.NATURE), LEVEL(LedgerColumn.LEVEL), YEAR(LedgerColumn.YEAR), APPLIED(LedgerColumn.APPLIED), APPROVED(LedgerColumn.APPROVED),
    APPROVED_ON(null), CUT_RATE(LedgerColumn.CUT_RATE), CONCLUSION(LedgerColumn.CONCLUSION), CONDITIONS(null), VALID_UNTIL(LedgerColumn.VALID_UNTIL),
    FUND_SOURCE(LedgerColumn.FUND_SOURCE), PROJECT_CODE(LedgerColumn.PROJECT_CODE), INITIAL_BUDGET(LedgerColumn.INITIAL_BUDGET),
    FINAL_BUDGET(LedgerColumn.FINAL_BUDGET), PAID(LedgerColumn.PAID), EXECUTION_RATE(LedgerColumn.EXECUTION_RATE),
    PROCUREMENT_MODE(LedgerColumn.PROCUREMENT_MODE), SUPPLIER(LedgerColumn.SUPPLIER), CONTRACT_AMOUNT(LedgerColumn.CONTRACT_AMOUNT),
    FIRST_ACCEPTANCE(LedgerColumn.FIRST_ACCEPTANCE), FINAL_ACCEPTANCE(LedgerColumn.FINAL_ACCEPTANCE), ON_CLOUD(LedgerColumn.ON_CLOUD),
    SHARING_RATE(LedgerColumn.SHARING_RATE), PROTECTION_LEVEL(LedgerColumn.PROTECTION_LEVEL), CIPHER_EVALUATION(LedgerColumn.CIPHER_EVALUATION),
    DOMESTIC(LedgerColumn.DOMESTIC), DUAL_PASS(LedgerColumn.DUAL_PASS), OPERATION_COST(LedgerColumn.OPERATION_COST), OPERATION_RATIO(LedgerColumn.OPERATION_RATIO),
    PERFORMANCE(LedgerColumn.PERFORMANCE), DISPOSAL(LedgerColumn.DISPOSAL), FINDINGS(LedgerColumn.FINDINGS), STATE(LedgerColumn.STATE), FUNCTIONS(null);

    private final LedgerColumn column;

    LedgerHead(LedgerColumn column) {
        this.column = column;
    }

    /** Column of the ledger's export, or null. */
    LedgerColumn column() {
        return column;
    }

    @Override
    public Form form() {
        return switch (this) {
            case APPLIED, APPROVED, INITIAL_BUDGET, FINAL_BUDGET, PAID, CONTRACT_AMOUNT, OPERATION_COST -> Form.MONEY;
            case APPROVED_ON, VALID_UNTIL -> Form.DATE;
            case UNIT_CODE, PROJECT_CODE -> Form.CODE;
            default -> Form.TEXT;
        };
    }

    static HeadWords<LedgerHead> words() {
        return new HeadWords<LedgerHead>(LedgerHead::money).add(REVIEW_NO, "联审编号", "联审意见书文号", "联审文号", "审核编号", "批复文号", "立项文号", "reviewno")
                .add(NAME, "项目名称", "名称", "系统名称", "应用名称")
                .add(UNIT_CODE, "单位编码", "预算单位编码", "单位代码")
                .add(UNIT, "单位", "单位名称", "申报单位", "建设单位", "项目单位", "实施单位", "预算单位", "使用单位")
                .add(DEPARTMENT, "主管部门", "主管部门名称", "一级预算单位")
                .add(CLASS, "类别", "项目类别", "项目类型")
                .add(NATURE, "性质", "建设性质", "项目性质")
                .add(LEVEL, "级别", "层级", "项目层级", "项目级别")
                .add(YEAR, "申报年", "申报年度", "年度", "立项年度", "年份")
                .add(APPLIED, "申报额", "申报金额", "申报总投资", "送审金额", "送审额", "申报数")
                .add(APPROVED, "核定额", "核定金额", "批复金额", "审定金额", "审定额", "核定总投资", "批复总投资", "核定投资", "批复额", "核定数")
                .add(APPROVED_ON, "批复日期", "核定日期", "批复时间", "立项日期", "立项时间", "联审日期", "审定日期")
                .add(CUT_RATE, "核减率", "核减比例")
                .add(CONCLUSION, "结论", "联审结论", "审核结论", "联审意见", "评审结论", "审核意见")
                .add(CONDITIONS, "附加条件", "修改要求", "条件", "整改要求")
                .add(VALID_UNTIL, "有效期", "有效期至", "批复有效期", "批复有效期至")
                .add(FUND_SOURCE, "资金来源", "资金渠道")
                .add(PROJECT_CODE, "预算项目编码", "项目编码", "项目代码", "预算项目代码")
                .add(INITIAL_BUDGET, "年初预算", "年初预算数")
                .add(FINAL_BUDGET, "调整后", "调整后预算", "调整后预算数", "全年预算数")
                .add(PAID, "支付", "已支付", "支付数", "支付金额", "执行数")
                .add(EXECUTION_RATE, "执行率", "预算执行率")
                .add(PROCUREMENT_MODE, "采购方式")
                .add(SUPPLIER, "供应商", "承建单位", "中标单位", "中标供应商", "承建商")
                .add(CONTRACT_AMOUNT, "合同额", "合同金额")
                .add(FIRST_ACCEPTANCE, "初验", "初验日期", "初验时间")
                .add(FINAL_ACCEPTANCE, "终验", "终验日期", "终验时间", "验收日期", "竣工验收")
                .add(ON_CLOUD, "上云", "是否上云", "上云情况")
                .add(SHARING_RATE, "共享率", "数据共享率")
                .add(PROTECTION_LEVEL, "等保级/到期", "等保级", "等保级别", "等保等级", "等保")
                .add(CIPHER_EVALUATION, "密评/到期", "密评", "密评情况")
                .add(DOMESTIC, "信创", "信创情况", "是否信创")
                .add(DUAL_PASS, "双合格")
                .add(OPERATION_COST, "年运维", "年运维费", "年度运维费")
                .add(OPERATION_RATIO, "占比", "运维占比")
                .add(PERFORMANCE, "绩效分/等级", "绩效", "绩效等级", "绩效得分")
                .add(DISPOSAL, "处置", "关停并转", "处置意见")
                .add(FINDINGS, "问题数(e/w)", "问题数")
                .add(STATE, "状态", "项目状态", "当前状态")
                .add(FUNCTIONS, "建设内容", "主要功能", "功能", "主要建设内容", "功能清单", "建设内容及规模");
    }
}
