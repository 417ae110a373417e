package org.lianshen.model.identity;

/** What a service method asks for before it changes anything. Reading needs none beyond being signed in. */
public enum Permission {
    EDIT_PROPOSAL, SUBMIT_PROPOSAL, RECEIVE, DRAFT_OPINION, SIGN_OPINION, RECORD_PAPER_OPINION, RUN_MEETING, DECIDE, IMPORT_LEDGER, IMPORT_BUDGET,
    CONFIRM_LINK, HANDLE_FINDING, REPLY_FINDING, VERIFY_FINDING, SIGN_WAIVER, SCORE, SETTLE_GRADE, PRINT, ADMINISTER, BACKUP, VERIFY_AUDIT
}
