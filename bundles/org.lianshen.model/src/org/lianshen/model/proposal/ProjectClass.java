package org.lianshen.model.proposal;

/** 项目类别 (domain.md §2.2). */
public enum ProjectClass {
    /** 信息基础设施 */ INFRA,
    /** 多跨协同应用 */ CROSS,
    /** 一般业务应用 */ APP,
    /** 数据资源 */ DATA,
    /** 信息化运维 */ OPS,
    /** 购买服务 */ SVC,
    /** 信创、密码改造 */ XC,
    /** 智能算力、模型、智能体 */ AI
}
