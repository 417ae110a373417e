package org.lianshen.model.finding;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.MatchedBy;
import org.lianshen.model.pack.Param;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.Severity;
import org.lianshen.model.pack.WorkCalendar;

/** A finding with its history, in days from a Monday. */
final class Life {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final LocalDate MONDAY = LocalDate.of(2026, 10, 12);
    static final FindingId ID = new FindingId("B01", "code:1");

    final List<FindingAct> acts = new ArrayList<>();
    final List<FindingTurn> turns = new ArrayList<>();
    Finding current = finding(Severity.E, 100);
    private int made;

    static Finding finding(Severity severity, long yuan) {
        return new Finding(ID.rule(), severity, ID.key(), List.of(new UUID(9, 9)), "市教育局", "智慧食堂", null, null, Money.ofYuan(yuan), null, null,
                Message.of("linkage.B01.none"), MatchedBy.NONE, BigDecimal.ONE, Map.of());
    }

    static RulePack pack() {
        var bodies = List.of(body("DATA", ReviewBody.Kind.DATA), body("DRC", ReviewBody.Kind.PLANNING), body("FIN", ReviewBody.Kind.FINANCE));
        var params = Map.of("waiver.maxMonths", new Param("waiver.maxMonths", "12", "count", "", "", "test", false, ""));
        return new RulePack("test", "330500", "湖州市", "Huzhou", "2026.1", MONDAY.minusYears(1), Optional.empty(), "test", bodies, List.of(), params, Map.of(), Map.of(),
                new WorkCalendar(Set.of(), Set.of(), MONDAY, MONDAY.plusYears(2), "test", false), List.of(), List.of(), Map.of());
    }

    private static ReviewBody body(String code, ReviewBody.Kind kind) {
        return new ReviewBody(code, code, code, code, "", kind, false, true, true, Set.of(), "");
    }

    static LocalDate day(int n) {
        return MONDAY.plusDays(n);
    }

    static Instant at(int day, int minute) {
        return day(day).atTime(9, 0).plusMinutes(minute).atZone(ZONE).toInstant();
    }

    FindingFacts facts() {
        return new FindingFacts(ID, current, MONDAY, acts, turns, pack(), ZONE);
    }

    FindingState on(int day) {
        return FindingStates.on(facts(), day(day));
    }

    FindingAct act(int day, String body, String person, String account, boolean onBehalf, FindingStep step) {
        made++;
        return new FindingAct(new UUID(1, made), 2027, ID, new UUID(2, 0), body, person, account, onBehalf, null, at(day, made), step);
    }

    /** What stands against it; null where it was entered. */
    String enter(FindingAct act) {
        Optional<Message> refusal = FindingStates.refusal(facts(), act);
        if (refusal.isEmpty()) {
            acts.add(act);
        }
        return refusal.map(Message::key).orElse(null);
    }

    String enter(int day, FindingStep step) {
        return enter(act(day, "FIN", "王敏", "wang", false, step));
    }

    String sign(int day, String body, String person, String account, boolean onBehalf, boolean agreed) {
        UUID request = acts.stream().filter(act -> act.step() instanceof FindingStep.WaiverRequest).reduce((a, b) -> b).map(FindingAct::id).orElse(new UUID(0, 0));
        return enter(act(day, body, person, account, onBehalf, new FindingStep.WaiverSignature(request, agreed, agreed ? "" : "不符合条件")));
    }

    FindingStep.WaiverRequest request(int until) {
        return new FindingStep.WaiverRequest("应急建设，已报市政府", day(until), current.severity(), Waiver.size(current), List.of());
    }

    void turn(int day, boolean present) {
        made++;
        turns.add(new FindingTurn(new UUID(2, made), 2027, ID, at(day, made), present, present ? null : finding(Severity.E, 100)));
    }
}
