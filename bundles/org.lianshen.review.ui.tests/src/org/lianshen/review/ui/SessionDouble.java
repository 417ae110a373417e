package org.lianshen.review.ui;

import java.lang.reflect.Proxy;
import org.lianshen.model.identity.Actor;
import org.lianshen.service.Session;

/** A session that knows nothing but the day, the pack and the person. */
final class SessionDouble {

    private SessionDouble() {
    }

    static Session of(Actor actor) {
        return (Session) Proxy.newProxyInstance(Session.class.getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, args) -> switch (method.getName()) {
            case "today" -> Reviews.TODAY;
            case "pack" -> Reviews.pack();
            case "actor" -> actor;
            default -> throw new AssertionError(method.getName() + " is not asked for in these tests");
        });
    }
}
