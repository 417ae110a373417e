package org.lianshen.model.expert;

/**
 * A unit or person that stands on the project's side, so that who is bound to it must not judge the project (domain.md §3.5, avoidance).
 *
 * @param name as written in the form, the ledger or by the office
 */
public record Tie(Kind kind, String name) {

    /** Words are texts {@code expert.tie.NAME}. */
    public enum Kind {
        /** 申报单位、牵头单位 */ APPLICANT,
        /** 共建单位 */ CO_UNIT,
        /** 方案编制单位 */ PLAN_WRITER,
        /** 报价单位 */ QUOTING_VENDOR,
        /** 以往项目供应商 */ SUPPLIER,
        /** 项目负责人等 */ PERSON,
        /** 本项目或前期项目 */ PROJECT,
        /** 参与填报的账户 */ AUTHOR;

        /** Whether a unit is named, not a person or a project. */
        public boolean unit() {
            return this != PERSON && this != PROJECT && this != AUTHOR;
        }

        /** Whether the form does not say it, so that the office states it before the draw. */
        public boolean stated() {
            return this == PLAN_WRITER || this == QUOTING_VENDOR || this == SUPPLIER;
        }
    }
}
