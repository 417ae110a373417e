package org.lianshen.model.identity;

import java.util.EnumSet;
import java.util.Set;

/** Roles of domain.md     }

    @Override
8.8, each with what it may do. One person may hold several, but never fill in and countersign the same project. */
public enum Role {
    /** 填报人 */
    APPLICANT(Permission.EDIT_PROPOSAL, Permission.REPLY_FINDING),
    /** 单位审核人 */
    UNIT_REVIEWER(Permission.EDIT_PROPOSAL, Permission.SUBMIT_PROPOSAL, Permission.REPLY_FINDING),
    /** 首席数据官 / 分管领导 */
    CHIEF_DATA_OFFICER(Permission.SUBMIT_PROPOSAL),
    /** 受理员 (lead body) */
    RECEIVER(Permission.RECEIVE, Permission.ARRANGE_EXPERTS, Permission.VERIFY_FINDING, Permission.EXCHANGE_PACKAGES, Permission.PRINT, Permission.SIGN_PAPER),
    /** 部门经办 */
    BODY_CLERK(Permission.DRAFT_OPINION),
    /** 部门审签 */
    BODY_SIGNER(Permission.DRAFT_OPINION, Permission.SIGN_OPINION, Permission.SIGN_WAIVER),
    /** 专家: only the own score sheets, and the group's opinion where he or she leads it */
    EXPERT(Permission.ASSESS),
    /** 会议秘书 */
    SECRETARY(Permission.RUN_MEETING, Permission.ARRANGE_EXPERTS, Permission.SEE_EXPERT_PRIVATE, Permission.RECORD_PAPER_OPINION, Permission.EXCHANGE_PACKAGES, Permission.PRINT,
            Permission.SIGN_PAPER, Permission.EDIT_WORDING),
    /** 主持人 */
    CHAIR(Permission.RUN_MEETING, Permission.DECIDE, Permission.PRINT, Permission.SIGN_PAPER),
    /** 财政预算岗 */
    BUDGET_OFFICER(Permission.IMPORT_BUDGET, Permission.IMPORT_LEDGER, Permission.CONFIRM_LINK, Permission.HANDLE_FINDING, Permission.REPLY_FINDING,
            Permission.VERIFY_FINDING, Permission.PRINT),
    /** 财政绩效岗 */
    PERFORMANCE_OFFICER(Permission.SCORE, Permission.SETTLE_GRADE, Permission.PRINT),
    /** 绩效评价员 */
    APPRAISER(Permission.SCORE),
    /** 分析员: reads and prints */
    ANALYST(Permission.PRINT),
    /** 系统管理员 */
    ADMINISTRATOR(Permission.ADMINISTER, Permission.EDIT_WORDING, Permission.BACKUP, Permission.KEEP_KEYS),
    /** 审计: reads */
    AUDITOR(Permission.VERIFY_AUDIT);

    private final Set<Permission> permissions;

    Role(Permission... permissions) {
        this.permissions = EnumSet.of(permissions[0], permissions);
    }

    public boolean permits(Permission permission) {
        return permissions.contains(permission);
    }
}
