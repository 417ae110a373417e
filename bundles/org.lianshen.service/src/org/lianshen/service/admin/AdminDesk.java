package org.lianshen.service.admin;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.audit.AuditRecord;
import org.lianshen.model.audit.AuditVerdict;
import org.lianshen.model.identity.Account;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.identity.Role;
import org.lianshen.service.AdminService;
import org.lianshen.service.Changes.Kind;
import org.lianshen.service.Progress;
import org.lianshen.service.identity.PasswordHasher;
import org.lianshen.service.identity.Passwords;
import org.lianshen.service.session.Desk;
import org.lianshen.service.store.Tx;

/** Accounts, audit log, backup. */
public final class AdminDesk implements AdminService {

    private final Desk desk;
    private final PasswordHasher hasher;

    public AdminDesk(Desk desk, PasswordHasher hasher) {
        this.desk = desk;
        this.hasher = hasher;
    }

    @Override
    public List<Account> accounts() {
        desk.require(Permission.ADMINISTER);
        return desk.read(tx -> tx.accounts().all());
    }

    @Override
    public Account addAccount(String name, String display, String body, String unit, Set<Role> roles, char[] password) {
        desk.require(Permission.ADMINISTER);
        Passwords.requireName(name);
        requireRoles(name, body, roles);
        String hash = hashed(name, password);
        return write(tx -> {
            if (tx.accounts().find(name).isPresent()) {
                throw UserProblem.of("identity.nameTaken", name);
            }
            Account kept = tx.accounts().save(new Account(name, display == null || display.isBlank() ? name : display, body, unit, roles, hash, 0, null, true, 0));
            tx.audit().append(new AuditEntry("account.add", "account " + name, null, rolesOf(kept), null));
            return kept;
        });
    }

    @Override
    public Account changeAccount(Account changed, char[] newPassword) {
        desk.require(Permission.ADMINISTER);
        requireRoles(changed.name(), changed.body(), changed.roles());
        String hash = newPassword == null ? null : hashed(changed.name(), newPassword);
        return write(tx -> {
            Account stored = tx.accounts().find(changed.name()).orElseThrow(() -> UserProblem.of("identity.noAccount", changed.name()));
            requireAnAdministrator(tx, changed);
            boolean unlocked = hash != null;
            Account kept = tx.accounts().save(new Account(stored.name(), changed.display(), changed.body(), changed.unit(), changed.roles(),
                    unlocked ? hash : stored.passwordHash(), unlocked ? 0 : stored.failedAttempts(), unlocked ? null : stored.lockedUntil(), changed.active(),
                    changed.version()));
            tx.audit().append(new AuditEntry("account.change", "account " + stored.name(), rolesOf(stored), rolesOf(kept), unlocked ? "new password" : null));
            return kept;
        });
    }

    private void requireRoles(String name, String body, Set<Role> roles) {
        if (roles.isEmpty()) {
            throw UserProblem.of("identity.noRoles", name);
        }
        if (body != null && !body.isBlank() && desk.pack().bodies().stream().noneMatch(each -> each.code().equals(body))) {
            throw UserProblem.of("identity.unknownBody", body);
        }
    }

    private String hashed(String name, char[] password) {
        try {
            Passwords.requireStrong(name, password);
            return hasher.hash(password);
        } finally {
            if (password != null) {
                Arrays.fill(password, '\0');
            }
        }
    }

    /** A store with accounts keeps at least one administrator who can sign in. */
    private static void requireAnAdministrator(Tx tx, Account changed) {
        boolean stays = changed.active() && changed.roles().contains(Role.ADMINISTRATOR);
        boolean another = tx.accounts().all().stream()
                .anyMatch(account -> !account.name().equals(changed.name()) && account.active() && account.roles().contains(Role.ADMINISTRATOR));
        if (!stays && !another) {
            throw UserProblem.of("identity.lastAdministrator", changed.name());
        }
    }

    private static String rolesOf(Account account) {
        String roles = String.join(" ", account.roles().stream().sorted().map(Role::name).toList());
        return account.active() ? roles : roles + " (inactive)";
    }

    private Account write(java.util.function.Function<Tx, Account> work) {
        return desk.write(Permission.ADMINISTER, Kind.ACCOUNT, (UUID) null, work);
    }

    @Override
    public List<AuditRecord> audit(long from, int limit) {
        if (!desk.actor().may(Permission.ADMINISTER)) {
            desk.require(Permission.VERIFY_AUDIT);
        }
        return desk.read(tx -> tx.audit().from(from, limit));
    }

    @Override
    public AuditVerdict verifyAudit() {
        desk.require(Permission.VERIFY_AUDIT);
        return desk.read(tx -> tx.audit().verify());
    }

    @Override
    public Copy backup(Path file, Progress progress) {
        desk.require(Permission.BACKUP);
        Copy copy = desk.store().backup(file, progress);
        desk.store().write(desk.actor().name(), "", tx -> {
            tx.audit().append(new AuditEntry("store.backup", "store", null, null, file.getFileName() + " " + copy.bytes()));
            return null;
        });
        return copy;
    }
}
