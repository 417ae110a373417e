package org.lianshen.model.proposal;

/** 建设性质, independent of the class. */
public enum Nature {
    /** 新建 */ NEW,
    /** 续建 */ CONTINUED,
    /** 改建、升级、迭代 */ UPGRADE,
    /** 运维 */ OPERATION,
    /** 购买服务 */ SERVICE
}
