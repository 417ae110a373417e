package org.lianshen.model.proposal;

/** 概算科目 E10 … E95 (domain.md §2.5); names are texts {@code proposal.estimate.CODE}. */
public enum EstimateCode {
    /** 定制软件开发费 */ E10,
    /** 成品软件购置 */ E20,
    /** 硬件购置 */ E30,
    /** 云资源 */ E40,
    /** 数据采集、治理、购买 */ E50,
    /** 系统集成费 */ E60,
    /** 等保测评、密评、软件测评、渗透 */ E70,
    /** 监理费 */ E80,
    /** 前期咨询、设计、招标代理、造价 */ E81,
    /** 建设单位管理费 */ E82,
    /** 培训费 */ E83,
    /** 预备费 */ E90,
    /** 首年运维 */ E95
}
