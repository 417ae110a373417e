package org.lianshen.model.proposal;

/** 项目层级/来源. */
public enum Level {
    /** 省级贯通 */ PROVINCE,
    /** 市级 */ CITY,
    /** 区县级 */ COUNTY,
    /** 基层创新推广 */ GRASSROOTS
}
