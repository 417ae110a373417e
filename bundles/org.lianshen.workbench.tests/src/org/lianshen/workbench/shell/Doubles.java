package org.lianshen.workbench.shell;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.pack.RulePack;
import org.lianshen.service.Session;
import org.lianshen.service.TodoService;
import org.lianshen.service.store.StoreLocation;
import org.lianshen.workbench.nav.Hub;

/** What stands in for a session. */
public final class Doubles {

    private Doubles() {
    }

    public static RulePack pack() {
        return new RulePack("huzhou", "330500", "湖州市", "Huzhou", "2026.1", LocalDate.of(2026, 1, 1), Optional.empty(), "", List.of(), List.of(), Map.of(), Map.of(), Map.of(),
                TodoModelTest.CALENDAR, List.of(), List.of(), Map.of());
    }

    static Session session(LocalDate today, TodoService todo) {
        return (Session) Proxy.newProxyInstance(Session.class.getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, args) -> switch (method.getName()) {
            case "today" -> today;
            case "year" -> today.getYear();
            case "pack" -> pack();
            case "actor" -> Actor.oneself("wang");
            case "location" -> new StoreLocation.Folder(Path.of("store"));
            case "todo" -> todo;
            case "changes" -> new Hub();
            default -> throw new AssertionError(method + " was not expected");
        });
    }
}
