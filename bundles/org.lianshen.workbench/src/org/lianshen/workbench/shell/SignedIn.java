package org.lianshen.workbench.shell;

import org.lianshen.model.identity.Actor;
import org.lianshen.model.pack.RulePack;
import org.lianshen.service.Session;
import org.lianshen.service.store.StoreLocation;

/** A session with what the bars of the window show of it, read off the UI thread. */
record SignedIn(Session session, Actor actor, RulePack pack, StoreLocation location, int year) {

    /** Not on the UI thread. */
    static SignedIn of(Session session) {
        return new SignedIn(session, session.actor(), session.pack(), session.location(), session.year());
    }

    /** Unit or body of the person, or null. */
    String of() {
        return actor.unit() != null ? actor.unit()
                : pack.bodies().stream().filter(body -> body.code().equals(actor.body())).map(body -> body.name()).findFirst().orElse(null);
    }
}
