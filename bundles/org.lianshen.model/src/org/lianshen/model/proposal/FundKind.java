package org.lianshen.model.proposal;

/** 资金来源 (domain.md §2.6). */
public enum FundKind {
    /** 一般公共预算(本级) */ GENERAL_BUDGET,
    /** 政府性基金 */ GOVERNMENT_FUND,
    /** 国有资本经营预算 */ STATE_CAPITAL,
    /** 地方政府专项债券 */ SPECIAL_BOND,
    /** 一般债券 */ GENERAL_BOND,
    /** 中央补助 */ CENTRAL_GRANT,
    /** 省补助 */ PROVINCE_GRANT,
    /** 市补助 */ CITY_GRANT,
    /** 财政专户管理资金 */ FISCAL_ACCOUNT,
    /** 单位资金 */ UNIT_FUND,
    /** 外债 */ FOREIGN_LOAN,
    /** 企业投资 */ ENTERPRISE,
    /** 社会资金 */ SOCIAL,
    /** 自筹 */ SELF_RAISED
}
