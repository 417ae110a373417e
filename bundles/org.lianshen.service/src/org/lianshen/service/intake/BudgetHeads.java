package org.lianshen.service.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lianshen.model.Message;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.SheetKind;

/** The heads of budget sheets: synonyms of domain.md §4.1 with the names of the national budget system, and what a sheet of each kind must have. */
final class BudgetHeads {

    private static final Set<BudgetField> PROJECT = Set.of(BudgetField.PROJECT_NAME, BudgetField.PROJECT_CODE);
    private static final Set<BudgetField> AMOUNTS = Set.of(BudgetField.INITIAL, BudgetField.FINAL, BudgetField.ADJUSTMENT, BudgetField.AMOUNT);
    private static final Set<BudgetField> PAID_FOR =
            Set.of(BudgetField.PROJECT_NAME, BudgetField.PROJECT_CODE, BudgetField.DOCUMENT_NO, BudgetField.VOUCHER_NO, BudgetField.PURPOSE, BudgetField.PAYEE);
    private static final Set<BudgetField> QUOTA_OF = Set.of(BudgetField.PROJECT_NAME, BudgetField.PROJECT_CODE, BudgetField.DOCUMENT_NO);
    private static final Set<BudgetField> OF_PAYMENTS = Set.of(BudgetField.PAY_DATE, BudgetField.PAYEE, BudgetField.PAY_METHOD, BudgetField.VOUCHER_NO);
    private static final Set<BudgetField> OF_QUOTAS = Set.of(BudgetField.DOCUMENT_NO, BudgetField.UPPER_DOCUMENT_NO, BudgetField.DOCUMENT_TITLE, BudgetField.DOCUMENT_DATE,
            BudgetField.LINE_ID, BudgetField.ORIGINAL_LINE, BudgetField.ADJUST_DIRECTION);
    private static final String[] PLAIN_AMOUNT = {"金额", "指标金额", "预算金额", "预算数", "项目金额", "资金额", "总金额", "amount", "bgtamt"};

    private BudgetHeads() {
    }

    static HeaderFinder<BudgetField> finder(SheetKind kind, int year) {
        return new HeaderFinder<>(BudgetField.class, words(kind), fields -> missing(kind, fields).isEmpty(), BudgetHeads::weight,
                field -> field.kind() == BudgetField.Kind.MONEY, year);
    }

    /** What a sheet of the kind still lacks, in words; empty if it has enough. */
    static List<Message> missing(SheetKind kind, Set<BudgetField> fields) {
        var missing = new ArrayList<Message>();
        if (!hasSubject(kind, fields)) {
            missing.add(Message.of("intake.need.subject." + kind));
        }
        if (fields.stream().noneMatch(AMOUNTS::contains)) {
            missing.add(Message.of("intake.need.amount." + kind));
        }
        return missing;
    }

    /** Whether the fields say what an amount is for. */
    static boolean hasSubject(SheetKind kind, Set<BudgetField> fields) {
        Set<BudgetField> subject = switch (kind) {
            case ANNUAL -> PROJECT;
            case QUOTA -> QUOTA_OF;
            case PAYMENT -> PAID_FOR;
        };
        return !Collections.disjoint(fields, subject);
    }

    /** The amount that a row is asked for first. */
    static Optional<BudgetField> mainAmount(Set<BudgetField> fields) {
        return List.of(BudgetField.INITIAL, BudgetField.AMOUNT, BudgetField.FINAL, BudgetField.ADJUSTMENT).stream().filter(fields::contains).findFirst();
    }

    /** Whether the columns are those of payments, whatever was asked for. */
    static boolean payments(Set<BudgetField> fields) {
        return fields.stream().filter(OF_PAYMENTS::contains).count() >= 2;
    }

    /** The kind that the columns speak of; annual where nothing speaks of another. */
    static SheetKind kind(List<SourceRow> head, List<SourceSheet.Merge> merges, int year) {
        var payment = finder(SheetKind.PAYMENT, year).find(head, merges).header();
        if (payment != null && payments(payment.columns().keySet())) {
            return SheetKind.PAYMENT;
        }
        var quota = finder(SheetKind.QUOTA, year).find(head, merges).header();
        return quota != null && quota.columns().keySet().stream().filter(OF_QUOTAS::contains).count() >= 2 ? SheetKind.QUOTA : SheetKind.ANNUAL;
    }

    private static int weight(BudgetField field) {
        return PROJECT.contains(field) || AMOUNTS.contains(field) ? 3 : 1;
    }

    private static HeadWords<BudgetField> words(SheetKind kind) {
        var words = new HeadWords<BudgetField>(field -> field.kind() == BudgetField.Kind.MONEY);
        if (kind == SheetKind.PAYMENT) {
            words.add(BudgetField.AMOUNT, "支付金额", "实际支付金额", "支付数", "实付金额", "付款金额", "支出金额", "申请金额", "payamt");
        } else {
            words.add(BudgetField.INITIAL, "年初预算数", "年初预算", "年初预算金额", "年初安排数", "预算安排", "本年预算数", "本年预算", "部门预算数", "申报预算数", "预算总额", "initamt");
            words.add(BudgetField.ADJUSTMENT, "调整数", "预算调整数", "预算调整", "追加追减", "追加(减)数", "追加(追减)", "追加追减数", "调增调减", "调增(减)数", "调整金额", "addamount", "adjamt");
            words.add(BudgetField.FINAL, "调整后预算数", "调整后预算", "调整预算数", "调整预算", "调整后", "调整后金额", "全年预算数", "全年预算", "预算现额", "finalamt");
        }
        words.add(kind == SheetKind.ANNUAL ? BudgetField.INITIAL : BudgetField.AMOUNT, PLAIN_AMOUNT);
        words.addWeak(BudgetField.PROJECT_NAME, Set.of(BudgetField.AGENCY_NAME, BudgetField.AGENCY_CODE, BudgetField.PROJECT_CODE), "项目");
        return common(words);
    }

    private static HeadWords<BudgetField> common(HeadWords<BudgetField> words) {
        return words.add(BudgetField.FISCAL_YEAR, "预算年度", "年度", "财政年度", "年份", "fiscalyear")
                .add(BudgetField.DIVISION, "财政区划", "财政区划编码", "区划", "区划编码", "行政区划", "行政区划代码", "mofdivcode")
                .add(BudgetField.AGENCY_CODE, "预算单位编码", "单位编码", "单位代码", "预算单位代码", "预算单位编号", "agencycode")
                .add(BudgetField.AGENCY_NAME, "预算单位", "预算单位名称", "单位名称", "单位", "项目单位", "申报单位", "建设单位", "实施单位", "使用单位", "采购单位", "采购单位名称", "采购人",
                        "采购人名称", "客户名称", "基层预算单位", "agencyname")
                .add(BudgetField.DEPARTMENT_CODE, "主管部门编码", "主管部门代码", "一级预算单位编码", "部门编码", "部门代码", "deptcode")
                .add(BudgetField.DEPARTMENT_NAME, "主管部门", "主管部门名称", "一级预算单位", "一级预算单位名称", "部门名称", "部门", "业务主管处室", "deptname")
                .add(BudgetField.PROJECT_CODE, "项目编码", "项目代码", "支出项目编码", "预算项目编码", "预算项目代码", "项目编号", "具体项目代码", "procode")
                .add(BudgetField.PROJECT_NAME, "项目名称", "支出项目名称", "支出项目", "预算项目", "预算项目名称", "具体项目名称", "采购项目名称", "项目(事项)名称", "项目内容", "proname")
                .add(BudgetField.PROJECT_CATEGORY, "项目类别", "支出项目类别", "项目类型", "项目分类", "procatname", "procatcode", "procat")
                .add(BudgetField.FUNCTION_CODE, "支出功能分类科目编码", "支出功能分类编码", "功能分类科目编码", "功能分类编码", "功能科目编码", "支出科目编码", "科目编码", "功能分类", "功能科目",
                        "支出功能分类", "支出功能分类科目", "功能分类科目", "支出科目", "expfunccode")
                .add(BudgetField.FUNCTION_NAME, "支出功能分类科目名称", "支出功能分类名称", "功能分类科目名称", "功能分类名称", "功能科目名称", "支出科目名称", "科目名称", "expfuncname")
                .add(BudgetField.ECONOMIC_CODE, "部门预算支出经济分类科目编码", "部门支出经济分类编码", "部门经济分类编码", "部门预算经济分类编码", "部门预算经济分类科目编码", "部门经济科目编码",
                        "经济分类编码", "经济分类科目编码", "经济科目编码", "部门经济分类", "部门支出经济分类", "部门预算支出经济分类", "部门经济科目", "经济科目", "经济分类", "经济分类科目", "支出经济分类",
                        "depbgtecocode", "expecocode")
                .add(BudgetField.ECONOMIC_NAME, "部门预算支出经济分类科目名称", "部门支出经济分类名称", "部门经济分类名称", "部门预算经济分类名称", "部门经济科目名称", "经济分类名称", "经济分类科目名称",
                        "经济科目名称", "depbgteconame", "expeconame")
                .add(BudgetField.GOV_ECONOMIC_CODE, "政府预算支出经济分类科目编码", "政府支出经济分类编码", "政府经济分类编码", "政府预算经济分类编码", "政府经济科目编码", "政府经济分类", "政府支出经济分类",
                        "政府预算支出经济分类", "政府经济科目", "govbgtecocode")
                .add(BudgetField.GOV_ECONOMIC_NAME, "政府预算支出经济分类科目名称", "政府支出经济分类名称", "政府经济分类名称", "政府预算经济分类名称", "政府经济科目名称", "govbgteconame")
                .add(BudgetField.FUND_TYPE, "资金性质", "资金性质名称", "资金来源", "资金类型", "资金类别", "fundtypename", "fundtypecode")
                .add(BudgetField.PROCUREMENT_FLAG, "政采标识", "是否政府采购", "是否政采", "政府采购标识", "政府采购", "isgovpur", "is_gov_pur")
                .add(BudgetField.PROCUREMENT_CATALOGUE, "采购品目", "政府采购品目", "采购品目名称", "采购目录", "品目", "品目编码", "采购品目编码", "purcat")
                .add(BudgetField.PROCUREMENT_AMOUNT, "采购金额", "政府采购金额", "采购预算", "采购预算金额", "政府采购预算", "其中政府采购", "其中:政府采购", "puramt")
                .add(BudgetField.REVIEW_NO, "联审编号", "联审意见书文号", "联审文号", "立项文号", "联审批复文号", "联审意见书编号", "立项批复文号", "审核意见文号", "reviewno")
                .add(BudgetField.IT_FLAG, "是否信息化", "信息化项目", "是否信息化项目", "信息化标识", "信息化项目标识", "isit")
                .add(BudgetField.REMARK, "备注", "备注说明", "说明", "remark")
                .add(BudgetField.DOCUMENT_NO, "指标文号", "本级指标文号", "文号", "指标发文文号", "指标文件号", "corbgtdocno")
                .add(BudgetField.UPPER_DOCUMENT_NO, "上级指标文号", "上级文号", "supbgtdocno")
                .add(BudgetField.DOCUMENT_TITLE, "指标文标题", "文标题", "文件标题", "指标文名称", "发文标题", "bgtdoctitle")
                .add(BudgetField.DOCUMENT_DATE, "发文日期", "发文时间", "下达日期", "下达时间", "指标日期", "docdate")
                .add(BudgetField.SOURCE, "指标来源", "来源", "指标类型", "sourcetypename", "sourcetypecode")
                .add(BudgetField.LINE_ID, "指标ID", "指标编号", "指标编码", "指标序号", "指标唯一标识", "bgtid", "bgt_id")
                .add(BudgetField.ORIGINAL_LINE, "原指标ID", "原指标编号", "原指标编码", "原指标文号", "原指标", "来源指标ID", "来源指标", "调整前指标", "被调整指标", "oribgtid", "ori_bgt_id")
                .add(BudgetField.ADJUST_DIRECTION, "调整方向", "增减方向", "增减", "增减标识", "调增调减标识", "调整类型", "调剂方向", "adjdirection")
                .add(BudgetField.BUDGET_TYPE, "预算类型", "预算类型名称", "预算来源", "指标性质", "是否结转", "bgttypename", "bgttypecode")
                .add(BudgetField.QUANTITY, "数量", "采购数量", "购置数量", "quantity")
                .add(BudgetField.MEASURE, "计量单位", "数量单位", "measure")
                .add(BudgetField.PAY_DATE, "支付日期", "付款日期", "支付时间", "清算日期", "实际支付日期", "paydate")
                .add(BudgetField.PAY_METHOD, "支付方式", "付款方式", "结算方式", "paytypename")
                .add(BudgetField.VOUCHER_NO, "支付凭证号", "凭证号", "支付申请号", "申请编号", "支付单号", "支付申请编号", "凭证编号", "voucherno")
                .add(BudgetField.PAYEE, "收款人", "收款人名称", "收款单位", "收款人全称", "收款方", "payeeacctname")
                .add(BudgetField.PURPOSE, "用途", "资金用途", "付款用途", "支付用途", "摘要", "useof")
                .add(BudgetField.CONTRACT_NO, "合同号", "合同编号", "采购合同编号", "contractno");
    }
}
