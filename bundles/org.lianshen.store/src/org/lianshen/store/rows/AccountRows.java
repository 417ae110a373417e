package org.lianshen.store.rows;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.lianshen.model.StaleWrite;
import org.lianshen.model.identity.Account;
import org.lianshen.model.identity.Role;
import org.lianshen.service.store.Tx;

final class AccountRows implements Tx.Accounts {

    private static final Table<Record> ACCOUNT = Columns.table("account");
    private static final Field<String> NAME = Columns.text("name");
    private static final Field<String> DISPLAY = Columns.text("display");
    private static final Field<String> BODY = Columns.text("body_code");
    private static final Field<String> UNIT = Columns.text("unit_name");
    private static final Field<String> ROLES = Columns.text("roles");
    private static final Field<String> PASSWORD_HASH = Columns.text("password_hash");
    private static final Field<Integer> FAILED_ATTEMPTS = Columns.count("failed_attempts");
    private static final Field<Instant> LOCKED_UNTIL = Columns.moment("locked_until");
    private static final Field<Boolean> ACTIVE = Columns.flag("active");
    private static final Field<Long> ROW_VERSION = Columns.number("row_version");
    private static final List<Field<?>> ALL =
            List.of(NAME, DISPLAY, BODY, UNIT, ROLES, PASSWORD_HASH, FAILED_ATTEMPTS, LOCKED_UNTIL, ACTIVE, ROW_VERSION);
    private final Work work;

    AccountRows(Work work) {
        this.work = work;
    }

    @Override
    public List<Account> all() {
        return work.sql().select(ALL).from(ACCOUNT).orderBy(NAME).fetch(AccountRows::account);
    }

    @Override
    public Optional<Account> find(String name) {
        return work.sql().select(ALL).from(ACCOUNT).where(NAME.eq(name)).fetchOptional(AccountRows::account);
    }

    @Override
    public Account save(Account account) {
        work.writing();
        long version = account.version() + 1;
        String roles = account.roles().stream().sorted().map(Role::name).collect(Collectors.joining(","));
        Account stored = find(account.name()).orElse(null);
        if (stored == null ? account.version() != 0 : account.version() != stored.version()) {
            throw new StaleWrite(account.name(), account, stored);
        }
        if (stored == null) {
            work.sql().insertInto(ACCOUNT, ALL).values(account.name(), account.display(), account.body(), account.unit(), roles, account.passwordHash(),
                    account.failedAttempts(), account.lockedUntil(), account.active(), version).execute();
        } else {
            work.sql().update(ACCOUNT).set(DISPLAY, account.display()).set(BODY, account.body()).set(UNIT, account.unit()).set(ROLES, roles)
                    .set(PASSWORD_HASH, account.passwordHash()).set(FAILED_ATTEMPTS, account.failedAttempts()).set(LOCKED_UNTIL, account.lockedUntil())
                    .set(ACTIVE, account.active()).set(ROW_VERSION, version).where(NAME.eq(account.name())).execute();
        }
        return new Account(account.name(), account.display(), account.body(), account.unit(), account.roles(), account.passwordHash(), account.failedAttempts(),
                account.lockedUntil(), account.active(), version);
    }

    private static Account account(Record row) {
        var roles = Arrays.stream(row.get(ROLES).split(",")).filter(role -> !role.isEmpty()).map(Role::valueOf).collect(Collectors.toSet());
        return new Account(row.get(NAME), row.get(DISPLAY), row.get(BODY), row.get(UNIT), roles, row.get(PASSWORD_HASH), row.get(FAILED_ATTEMPTS),
                row.get(LOCKED_UNTIL), row.get(ACTIVE), row.get(ROW_VERSION));
    }
}
