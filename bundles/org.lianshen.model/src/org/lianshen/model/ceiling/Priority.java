package org.lianshen.model.ceiling;

/** Order in which approved projects get money (domain.md §4.6), first first; words are texts {@code summary.priority.NAME}. */
public enum Priority {
    /** law, audit, security, deadline of 信创 */ MANDATORY,
    /** 重点应用 */ KEY,
    /** provincial pilot */ PILOT,
    /** by score */ OTHER
}
