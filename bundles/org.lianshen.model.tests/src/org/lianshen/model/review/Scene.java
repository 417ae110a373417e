package org.lianshen.model.review;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.lianshen.model.Money;
import org.lianshen.model.pack.CheckItem;
import org.lianshen.model.pack.Param;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.UnitRecord;
import org.lianshen.model.pack.WorkCalendar;
import org.lianshen.model.proposal.EstimateCode;
import org.lianshen.model.proposal.EstimateLine;
import org.lianshen.model.proposal.FormDigest;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.proposal.ProposalVersion;

/** A small world for reviews: lead body A with a veto item, required body B, body N that is asked but not required, two rounds at most; every day is Monday plus n. */
final class Scene {

    static final UUID PROPOSAL = new UUID(0, 1);
    static final UUID OTHER = new UUID(0, 2);
    static final ZoneId ZONE = ZoneOffset.ofHours(8);
    static final Money APPLIED = Money.ofYuan(1000);
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private final RulePack pack;
    private final List<ProposalVersion> versions;

    Scene(String unit, int rounds) {
        this(unit, rounds, false);
    }

    Scene(String unit, int rounds, boolean overdueIsConsent) {
        pack = pack(rounds, overdueIsConsent);
        ProposalForm form = form(unit);
        versions = Stream.of(1, 2, 3, 4, 5)
                .map(no -> new ProposalVersion(no, form, FormDigest.of(form), at(0), "author", List.of(), "test@2026.1")).toList();
    }

    static ProposalForm form(String unit) {
        return ProposalForm.EMPTY.with(ProposalField.UNIT_NAME, unit).with(ProposalField.TOTAL_INVESTMENT, "1000.00")
                .withEstimate(List.of(line(1, 600), line(2, 400)));
    }

    private static EstimateLine line(int no, long yuan) {
        return new EstimateLine(no, EstimateCode.E10, "项" + no, "", BigDecimal.ONE, "项", Money.ofYuan(yuan), BigDecimal.ONE, Money.ofYuan(yuan), "");
    }

    private static RulePack pack(int rounds, boolean overdueIsConsent) {
        var bodies = List.of(body("A", "市数据局", true, true), body("B", "市财政局", false, true), body("N", "市委宣传部(市委网信办)", false, false));
        var items = List.of(new CheckItem("D1", "A", "上云", "Cloud", true, "", "test", false), new CheckItem("C1", "B", "单价", "Price", false, "", "test", false));
        var params = Map.of("review.maxRounds", param("review.maxRounds", rounds), "days.formCheck", param("days.formCheck", 3), "days.supplement",
                param("days.supplement", 10), "days.countersign", param("days.countersign", 5), "days.summary", param("days.summary", 3), "review.overdueIsConsent",
                new Param("review.overdueIsConsent", String.valueOf(overdueIsConsent), "boolean", "", "", "", false, ""));
        var units = List.of(new UnitRecord("330500-DATA", "市数据局", List.of("市大数据局", "湖州市大数据发展管理局"), "政府部门", "", "330500", Optional.empty(),
                Optional.empty(), "test"));
        return new RulePack("test", "330500", "湖州市", "Huzhou", "2026.1", LocalDate.of(2025, 1, 1), Optional.empty(), "test", bodies, items, params, Map.of(),
                Map.of(), new WorkCalendar(Set.of(), Set.of(), MONDAY, MONDAY.plusYears(2), "test", false), units, List.of(), Map.of());
    }

    private static ReviewBody body(String code, String name, boolean lead, boolean required) {
        return new ReviewBody(code, name, name, name, lead ? "330500-DATA" : "", ReviewBody.Kind.DATA, lead, required, required, Set.of(), "");
    }

    private static Param param(String key, int value) {
        return new Param(key, String.valueOf(value), "count", key, key, "test", false, "");
    }

    RulePack pack() {
        return pack;
    }

    static LocalDate day(int n) {
        return MONDAY.plusDays(n);
    }

    /** Noon of the day. */
    static Instant at(int n) {
        return day(n).atTime(12, 0).atZone(ZONE).toInstant();
    }

    ReviewFacts facts(List<ReviewAct> acts) {
        return new ReviewFacts(versions, acts, pack, ZONE);
    }

    ReviewState on(List<ReviewAct> acts, int day) {
        return ReviewStates.on(facts(acts), day(day));
    }

    static ReviewAct act(int seq, int day, String body, ActDetail detail) {
        return new ReviewAct(new UUID(1, seq), PROPOSAL, seq, 0, body, "张三", "clerk", false, null, at(day), detail);
    }

    static ActDetail.Opinion opinion(int version, Overall overall, CheckAnswer answer, Cut... cuts) {
        return new ActDetail.Opinion(version, answer == null ? List.of() : List.of(answer), overall, List.of(cuts), "", "意见");
    }

    static CheckAnswer pass(String item) {
        return new CheckAnswer(item, Verdict.PASS, "", "", "");
    }

    static CheckAnswer fail(String item) {
        return new CheckAnswer(item, Verdict.FAIL, "未上云", "", "");
    }

    static ActDetail.Decision decision(int version, DecisionKind kind, LocalDate validUntil, String overrule) {
        boolean approves = kind == DecisionKind.APPROVED || kind == DecisionKind.CONDITIONAL;
        List<Condition> conditions = kind == DecisionKind.CONDITIONAL ? List.of(new Condition(1, "改为上云", "市教育局", day(30))) : List.of();
        return new ActDetail.Decision(OTHER, version, kind, APPLIED, approves ? APPLIED : Money.ZERO, List.of(), conditions, approves ? validUntil : null,
                kind == DecisionKind.MERGED ? OTHER : null, overrule, "审议意见", "test@2026.1");
    }

    static ActDetail.Return sendBack() {
        return new ActDetail.Return(List.of(new ReturnItem(1, "PROJECT_NAME", "名称不符", "改名", "")));
    }
}
