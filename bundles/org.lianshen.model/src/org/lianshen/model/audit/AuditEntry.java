package org.lianshen.model.audit;

/** What a use case says of itself; the store adds number, time, actor and hash. Fields as in {@link AuditRecord}. */
public record AuditEntry(String action, String object, String from, String to, String note) {

    public static AuditEntry of(String action, String object) {
        return new AuditEntry(action, object, null, null, null);
    }
}
