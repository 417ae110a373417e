package org.lianshen.service.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.identity.Account;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.pack.RulePack;
import org.lianshen.service.Sessions.Credentials;
import org.lianshen.service.store.Store;

/** Checks name and password of a store that has accounts, counts failures and locks. An unknown name is answered like a wrong password, and takes as long. */
public final class SignIn {

    private static final String NO_ROLE = "";

    private final Store store;
    private final PasswordHasher hasher;
    private final RulePack pack;
    private final Clock clock;

    public SignIn(Store store, PasswordHasher hasher, RulePack pack, Clock clock) {
        this.store = store;
        this.hasher = hasher;
        this.pack = pack;
        this.clock = clock;
    }

    /** @throws UserProblem if the account is locked, not active, or name or password are wrong */
    public Actor check(Credentials credentials) {
        String name = credentials.name();
        try {
            Optional<Account> account = store.read(tx -> tx.accounts().find(name));
            boolean right = account.isPresent() ? hasher.matches(credentials.password(), account.get().passwordHash()) : sameEffort(credentials.password());
            account.ifPresent(this::requireUnlocked);
            if (!right) {
                account.ifPresent(this::countFailure);
                throw UserProblem.of("identity.wrong", mostFailures(), lockMinutes());
            }
            if (!account.get().active()) {
                throw UserProblem.of("identity.inactive", name);
            }
            return store.write(name, NO_ROLE, tx -> {
                Account now = tx.accounts().find(name).orElseThrow();
                Account kept = tx.accounts().save(with(now, 0, null));
                tx.audit().append(AuditEntry.of("account.signIn", "account " + name));
                return kept.actor();
            });
        } finally {
            Arrays.fill(credentials.password(), '\0');
        }
    }

    private boolean sameEffort(char[] password) {
        hasher.hash(password);
        return false;
    }

    private void requireUnlocked(Account account) {
        if (account.lockedUntil() != null && clock.instant().isBefore(account.lockedUntil())) {
            throw UserProblem.of("identity.locked", account.name(), account.lockedUntil().atZone(clock.getZone()).toLocalDateTime().withNano(0).toString());
        }
    }

    private void countFailure(Account account) {
        store.write(account.name(), NO_ROLE, tx -> {
            Account now = tx.accounts().find(account.name()).orElseThrow();
            int failures = now.failedAttempts() + 1;
            boolean lock = failures >= mostFailures();
            Instant until = lock ? clock.instant().plus(Duration.ofMinutes(lockMinutes())) : null;
            tx.accounts().save(with(now, lock ? 0 : failures, until));
            tx.audit().append(AuditEntry.of(lock ? "account.locked" : "account.refused", "account " + account.name()));
            return null;
        });
    }

    private int mostFailures() {
        return pack.intParam("account.mostFailures");
    }

    private int lockMinutes() {
        return pack.intParam("account.lockMinutes");
    }

    private static Account with(Account a, int failures, Instant lockedUntil) {
        return new Account(a.name(), a.display(), a.body(), a.unit(), a.roles(), a.passwordHash(), failures, lockedUntil, a.active(), a.version());
    }
}
