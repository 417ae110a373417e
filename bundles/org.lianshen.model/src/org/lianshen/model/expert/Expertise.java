package org.lianshen.model.expert;

/** What an expert judges; words are texts {@code expert.field.NAME} (domain.md §3.5). */
public enum Expertise {
    /** 软件 */ SOFTWARE,
    /** 网络 */ NETWORK,
    /** 安全 */ SECURITY,
    /** 密码 */ CIPHER,
    /** 数据 */ DATA,
    /** 造价 */ COST,
    /** 业务 */ BUSINESS,
    /** 财务 */ FINANCE
}
