package org.lianshen.model.pack;

/** What monthly usage figures of an application give an indicator (domain.md §5.5). */
public enum UsageMeasure {
    /** 月活率: active of registered users, percent */ ACTIVE_SHARE,
    /** 人均月使用次数: log-ins of an active user in a month */ LOGINS_PER_ACTIVE,
    /** 好评率: good of all ratings, percent */ GOOD_SHARE,
    /** 可用率: mean of the months, percent */ UPTIME
}
