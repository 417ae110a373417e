package org.lianshen.model.budget;

/** The three kinds of sheets finance holds (domain.md §4.1). */
public enum SheetKind {
    /** 年初预算/部门预算项目表 */ ANNUAL,
    /** 指标/调整明细 */ QUOTA,
    /** 支付明细 */ PAYMENT
}
