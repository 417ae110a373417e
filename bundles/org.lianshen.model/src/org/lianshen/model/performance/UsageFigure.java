package org.lianshen.model.performance;

/** What is counted of an application in a month; its name is the key of a text {@code usage.figure.NAME}. */
public enum UsageFigure {
    /** 注册用户（目标用户） */ REGISTERED,
    /** 月活用户 */ ACTIVE,
    /** 登录次数 */ LOGINS,
    /** 办件量 */ CASES,
    /** 调用量 */ CALLS,
    /** 评价数 */ RATINGS,
    /** 好评数 */ GOOD_RATINGS,
    /** 可用率, percent */ UPTIME,
    /** 安全事件 */ INCIDENTS
}
