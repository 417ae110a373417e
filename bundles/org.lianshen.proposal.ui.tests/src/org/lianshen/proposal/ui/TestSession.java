package org.lianshen.proposal.ui;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.pack.Param;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.WorkCalendar;
import org.lianshen.service.Session;

/** A session of one person with a pack that has what desk 1 asks of it. */
final class TestSession {

    private TestSession() {
    }

    static Session make() {
        return (Session) Proxy.newProxyInstance(TestSession.class.getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, args) -> switch (method.getName()) {
            case "pack" -> pack();
            case "year" -> 2026;
            case "today" -> LocalDate.of(2026, 11, 21);
            case "actor" -> Actor.oneself("chen");
            default -> throw new AssertionError(method.getName() + " was not expected");
        });
    }

    private static RulePack pack() {
        var params = new LinkedHashMap<String, Param>();
        for (String key : List.of("fp.ilf", "fp.eif", "fp.ei", "fp.eo", "fp.eq", "fp.changeBudget", "fp.hoursPerMonth")) {
            params.put(key, new Param(key, "1", "factor", key, key, "test", false, ""));
        }
        params.put("fp.hoursPerPoint", new Param("fp.hoursPerPoint", "", "factor", "", "", "test", false, ""));
        params.put("fp.monthRate", new Param("fp.monthRate", "", "yuan", "", "", "test", false, ""));
        var calendar = new WorkCalendar(Set.of(), Set.of(), LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), "test", false);
        return new RulePack("huzhou", "330500", "湖州市", "Huzhou", "2026.1", LocalDate.of(2026, 1, 1), Optional.empty(), "test", List.of(), List.of(), params, Map.of(),
                Map.of(), calendar, List.of(), List.of(), Map.of("attachments.build", List.of("申报函", "查重报告")));
    }
}
