package org.lianshen.model.review;

/** A department's word on one check item. */
public enum Verdict {
    /** 通过 */ PASS,
    /** 不通过 */ FAIL,
    /** 存疑 */ DOUBT,
    /** 不适用 */ NOT_APPLICABLE
}
