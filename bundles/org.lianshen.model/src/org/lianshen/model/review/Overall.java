package org.lianshen.model.review;

/** A department's overall opinion. */
public enum Overall {
    /** 同意 */ AGREE,
    /** 修改后同意 */ AGREE_WITH_CHANGES,
    /** 不同意 */ DISAGREE,
    /** 无职责意见 */ NO_DUTY,
    /** 回避: the body is itself the applicant */ RECUSED
}
