package org.lianshen.ledger.ui;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import org.lianshen.service.Session;

/** A session that knows nothing but the day. */
final class SessionDouble {

    private SessionDouble() {
    }

    static Session on(LocalDate day) {
        return (Session) Proxy.newProxyInstance(Session.class.getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, args) -> switch (method.getName()) {
            case "today" -> day;
            case "year" -> day.getYear();
            default -> throw new AssertionError(method.getName() + " is not asked for in these tests");
        });
    }
}
