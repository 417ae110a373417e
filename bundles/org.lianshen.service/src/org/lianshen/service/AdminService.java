package org.lianshen.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.lianshen.model.audit.AuditRecord;
import org.lianshen.model.audit.AuditVerdict;
import org.lianshen.model.identity.Account;
import org.lianshen.model.identity.Role;

/** Accounts, audit log, backup. */
public interface AdminService {

    List<Account> accounts();

    Account addAccount(String name, String display, String body, String unit, java.util.Set<Role> roles, char[] password);

    Account changeAccount(Account account, char[] newPassword);

    List<AuditRecord> audit(long from, int limit);

    AuditVerdict verifyAudit();

    /** Writes a backup, opens it again, counts and compares. @throws org.lianshen.model.UserProblem if the copy does not agree; the file is removed then */
    Copy backup(Path file, Progress progress);

    /** @param rows by table, equal in store and copy */
    record Copy(Path file, long bytes, Map<String, Long> rows, AuditVerdict audit) {
    }
}
