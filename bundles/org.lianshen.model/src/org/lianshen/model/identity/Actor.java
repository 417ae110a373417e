package org.lianshen.model.identity;

import java.util.Set;

/**
 * Who acts.
 *
 * @param name    account name; in a one-person store the operating-system account
 * @param display the person's name as printed
 * @param body    code of the reviewing body the person belongs to, or null
 * @param unit    name of the person's unit, or null
 * @param roles   what the person may do; in a one-person store all roles
 * @param oneself whether the store is one person's: such an actor may record any body's opinion, always marked as recorded on its behalf
 */
public record Actor(String name, String display, String body, String unit, Set<Role> roles, boolean oneself) {

    public Actor {
        roles = Set.copyOf(roles);
    }

    public static Actor oneself(String osAccount) {
        return new Actor(osAccount, osAccount, null, null, Set.of(Role.values()), true);
    }

    public boolean may(Permission permission) {
        return roles.stream().anyMatch(role -> role.permits(permission));
    }
}
