package org.lianshen.service.intake;

import java.util.List;
import java.util.Map;
import org.lianshen.model.ledger.CatalogueEntry.Kind;

/** Columns of a catalogue of what exists, whichever of its kinds. */
enum CatalogueHead implements ListHead {
    KIND, CODE, NAME, UNIT_CODE, UNIT, REVIEW_NO, REPLACED_BY, SUPPLIER, AMOUNT, SINCE, UNTIL, STATE, SHARING, CONTENT, NOTE;

    /** Words of each kind, in the order in which they are asked: 采购数据 before 数据, and 数据资产 is data. */
    private static final List<Map.Entry<Kind, List<String>>> KINDS = List.of(
            Map.entry(Kind.DATA_PURCHASE, List.of("采购数据", "数据采购", "购买数据", "数据购买", "purchase")),
            Map.entry(Kind.COMPONENT, List.of("组件", "component")), Map.entry(Kind.MODEL, List.of("模型", "算力", "智能体", "model")),
            Map.entry(Kind.DATA, List.of("数据", "data")), Map.entry(Kind.ASSET, List.of("资产", "设备", "asset")),
            Map.entry(Kind.SYSTEM, List.of("系统", "应用", "平台", "system")));

    @Override
    public Form form() {
        return switch (this) {
            case AMOUNT -> Form.MONEY;
            case SINCE, UNTIL -> Form.DATE;
            case CODE, UNIT_CODE -> Form.CODE;
            default -> Form.TEXT;
        };
    }

    /** The kind that a text names, or null. */
    static Kind kind(String text) {
        String plain = HeadText.squeeze(text);
        return KINDS.stream().filter(kind -> kind.getValue().stream().anyMatch(plain::contains)).map(Map.Entry::getKey).findFirst().orElse(null);
    }

    static HeadWords<CatalogueHead> words() {
        return new HeadWords<CatalogueHead>(CatalogueHead::money)
                .add(KIND, "资源类型", "目录类型", "目录类别", "资源类别", "类型", "类别", "种类")
                .add(CODE, "目录编号", "目录编码", "系统编号", "系统编码", "应用编码", "组件编号", "组件编码", "数据目录编码", "模型编号", "资产编号", "资产编码", "irs编码", "irs编号", "资源编码", "编号", "编码")
                .add(NAME, "系统名称", "应用名称", "应用系统名称", "信息系统名称", "组件名称", "数据名称", "数据资源名称", "数据目录名称", "采购数据名称", "模型名称", "算力名称", "算力模型名称", "资产名称", "资源名称", "目录名称", "名称")
                .add(UNIT_CODE, "单位编码", "单位代码", "预算单位编码")
                .add(UNIT, "单位", "单位名称", "所属单位", "建设单位", "主管单位", "使用单位", "采购单位", "责任单位", "数源单位", "提供单位", "归属单位", "所属部门", "部门")
                .add(REVIEW_NO, "联审编号", "联审意见书文号", "立项文号", "项目编号")
                .add(REPLACED_BY, "替代项目", "替换项目", "被替代项目", "替代系统", "新系统", "升级项目")
                .add(SUPPLIER, "供应商", "承建单位", "开发单位", "数据提供商", "服务商", "厂商")
                .add(AMOUNT, "采购金额", "金额", "合同金额", "造价", "建设费用", "原值", "资产原值", "投资额")
                .add(SINCE, "上线日期", "上线时间", "启用日期", "建成日期", "登记日期", "采购日期", "购置日期", "建成时间", "采购时间")
                .add(UNTIL, "到期日期", "有效期至", "有效期", "截止日期", "服务期至", "使用期至", "到期时间")
                .add(STATE, "状态", "使用状态", "运行状态", "当前状态", "资产状态", "处置状态")
                .add(SHARING, "共享范围", "共享类型", "共享属性", "使用范围", "共享方式")
                .add(CONTENT, "主要功能", "功能", "数据项", "字段", "内容", "信息项", "主要内容", "采购内容", "用途")
                .add(NOTE, "备注", "说明");
    }
}
