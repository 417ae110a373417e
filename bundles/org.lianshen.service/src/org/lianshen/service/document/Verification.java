package org.lianshen.service.document;

import java.util.List;
import org.lianshen.model.Message;
import org.lianshen.model.audit.AuditRecord;

/**
 * What a paper's code stands for, and whether log, stored version and paper agree.
 *
 * @param code   as read, empty where there was none
 * @param record the audit record that the code stands for, or null
 * @param paper  the signed version that carries the code, or null
 * @param checks in the order in which they were made; at least one
 */
public record Verification(String code, AuditRecord record, IssuedPaper paper, List<Check> checks) {

    public Verification {
        checks = List.copyOf(checks);
    }

    /** @param holds false where something does not agree */
    public record Check(boolean holds, Message message) {
    }

    public boolean holds() {
        return checks.stream().allMatch(Check::holds);
    }
}
