package org.lianshen.workbench.shell;

import org.lianshen.model.identity.Actor;
import org.lianshen.model.identity.Permission;

/** Who has to do with packages without a network: the office that sends them, and whoever sits at a desk of one's own. */
final class Carrying {

    private Carrying() {
    }

    static boolean may(Actor actor) {
        return actor.may(Permission.EXCHANGE_PACKAGES) || actor.may(Permission.KEEP_KEYS);
    }
}
