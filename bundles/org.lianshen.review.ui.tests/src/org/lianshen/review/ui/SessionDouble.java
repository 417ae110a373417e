package org.lianshen.review.ui;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import org.lianshen.model.identity.Actor;
import org.lianshen.service.Session;
import org.lianshen.service.store.StoreLocation;

/** A session that knows nothing but the day, the pack and the person. */
final class SessionDouble {

    private SessionDouble() {
    }

    static Session of(Actor actor) {
        return (Session) Proxy.newProxyInstance(Session.class.getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, args) -> switch (method.getName()) {
            case "today" -> Reviews.TODAY;
            case "pack" -> Reviews.pack();
            case "actor" -> actor;
            case "location" -> new StoreLocation.Folder(Path.of("store"));
            default -> throw new AssertionError(method.getName() + " is not asked for in these tests");
        });
    }
}
