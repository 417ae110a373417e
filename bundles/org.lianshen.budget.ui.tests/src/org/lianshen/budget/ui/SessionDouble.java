package org.lianshen.budget.ui;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import org.lianshen.model.pack.RulePack;
import org.lianshen.service.Session;

/** A session that knows nothing but the day and the pack. */
final class SessionDouble {

    private SessionDouble() {
    }

    static Session on(LocalDate day, RulePack pack) {
        return (Session) Proxy.newProxyInstance(Session.class.getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, args) -> switch (method.getName()) {
            case "today" -> day;
            case "pack" -> pack;
            case "actor" -> org.lianshen.model.identity.Actor.oneself("somebody");
            default -> throw new AssertionError(method.getName() + " is not asked for in these tests");
        });
    }
}
