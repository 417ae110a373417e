package org.lianshen.model.identity;

import java.time.Instant;
import java.util.Set;

/**
 * An account of a store that has accounts.
 *
 * @param passwordHash   Argon2id in PHC string form
 * @param failedAttempts since the last sign-in
 * @param lockedUntil    null when not locked
 */
public record Account(String name, String display, String body, String unit, Set<Role> roles, String passwordHash, int failedAttempts, Instant lockedUntil,
        boolean active, long version) {

    public Account {
        roles = Set.copyOf(roles);
    }

    public Actor actor() {
        return new Actor(name, display, body, unit, roles, false);
    }
}
