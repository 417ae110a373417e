package org.lianshen.model.review;

/** 申报批次 of a project: when it came in, chosen at acceptance. Words are texts {@code review.batch.NAME}. */
public enum Batch {
    /** 年度集中申报 */ ANNUAL,
    /** 年中增补 */ SUPPLEMENT,
    /** 应急 */ URGENT
}
