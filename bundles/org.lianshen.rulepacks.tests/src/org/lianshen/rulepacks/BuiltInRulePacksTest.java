package org.lianshen.rulepacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lianshen.model.UserProblem;
import org.lianshen.model.linkage.rule.Rules;
import org.lianshen.model.linkage.rule.Silence;
import org.lianshen.model.pack.CheckItem;
import org.lianshen.model.pack.Clause;
import org.lianshen.model.pack.Param;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.RuleSpec;
import org.lianshen.model.pack.Severity;
import org.lianshen.model.pack.UnitRecord;

class BuiltInRulePacksTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final BuiltInRulePacks PACKS = new BuiltInRulePacks();
    private static final Set<String> POLICY_TEXTS = Set.of("000_6b2ac0017cdc620f.txt", "001_94caeb7c4721b6e1.txt", "002_160671325042dcbf.txt",
            "003_798bb81ce4824a3c.txt", "004_5b2ac79b115885a4.txt");
    private static final Set<String> ACTIVE = java.util.stream.IntStream.rangeClosed(1, 53).mapToObj("B%02d"::formatted).collect(Collectors.toSet());

    static Stream<RulePack> packs() {
        return PACKS.all().stream();
    }

    @Test
    void offersSixPlaces() {
        assertEquals(List.of("huzhou", "keqiao", "shaoxing", "zhejiang", "xiangtan", "common"), PACKS.all().stream().map(RulePack::place).toList());
    }

    @Test
    void huzhouHasTheSixBodiesOfItsPlanWithTheDataBureauLeading() {
        RulePack pack = PACKS.of("huzhou", TODAY);
        assertEquals(List.of("DATA", "CRYPTO", "CAC", "DRC", "PSB", "FIN"), pack.bodies().stream().map(ReviewBody::code).toList());
        assertEquals("DATA", pack.leadBody().code());
        assertEquals(1, pack.bodies().stream().filter(ReviewBody::lead).count());
        assertTrue(pack.bodies().stream().allMatch(body -> body.required() && body.votes() && body.clauseId().equals("Q2")));
        assertEquals("市委宣传部(市委网信办)", pack.body("CAC").name());
    }

    @Test
    void zhejiangHasTheProvincialFiveWithDevelopmentAndReformLeading() {
        RulePack pack = PACKS.of("zhejiang", TODAY);
        assertEquals(List.of("DRC", "CAC", "CRYPTO", "FIN", "DATA"), pack.bodies().stream().map(ReviewBody::code).toList());
        assertEquals("DRC", pack.leadBody().code());
    }

    @Test
    void auditIsAmongTheLeadsOfXiangtanAndPoliceIsNoBodyThere() {
        RulePack pack = PACKS.of("xiangtan", TODAY);
        assertTrue(pack.body("AUDIT").lead() && pack.body("AUDIT").votes());
        assertEquals(Set.of("DATA", "DRC", "FIN", "CAC", "AUDIT"), pack.bodies().stream().map(ReviewBody::code).collect(Collectors.toSet()));
        assertEquals(List.of("A1", "A2"), pack.checkItems("AUDIT").stream().map(CheckItem::code).toList());
    }

    @ParameterizedTest
    @MethodSource("packs")
    void everyClauseNamesItsPolicyTextAndQuotesItWithoutGaps(RulePack pack) {
        assertEquals(pack.place().equals("common"), pack.clauses().isEmpty());
        for (Clause clause : pack.clauses().values()) {
            assertTrue(POLICY_TEXTS.contains(clause.seedFile()), clause.id());
            assertTrue(clause.quote().length() >= 8, clause.id());
            assertFalse(clause.quote().contains("…"), clause.id());
            assertTrue(clause.verified(), clause.id());
        }
    }

    @ParameterizedTest
    @MethodSource("packs")
    void onlyWhatAClauseSaysIsVerified(RulePack pack) {
        for (Param param : pack.params().values()) {
            assertFalse(param.verified() && param.clauseId().isEmpty(), param.key());
        }
        for (RuleSpec rule : pack.rules().values()) {
            assertFalse(rule.verified() && rule.clauseId().isEmpty(), rule.id());
        }
        for (CheckItem item : pack.checkItems()) {
            assertFalse(item.verified() && item.clauseId().isEmpty(), item.code());
        }
        assertTrue(pack.templates().stream().noneMatch(template -> template.verified()));
    }

    @Test
    void theOnlyVerifiedParameterIsTheCountyCloudOfHuzhou() {
        Set<String> verified = packs().flatMap(pack -> pack.params().values().stream().filter(Param::verified).map(p -> pack.place() + ":" + p.key()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of("huzhou:county.ownCloudBlocked"), verified);
    }

    @ParameterizedTest
    @MethodSource("packs")
    void hasAllRulesOfWhichOnlyTheImplementedOnesAreActive(RulePack pack) {
        assertEquals(IntStream.rangeClosed(1, 53).mapToObj(n -> "B%02d".formatted(n)).toList(), List.copyOf(pack.rules().keySet()));
        assertEquals(ACTIVE, pack.rules().values().stream().filter(RuleSpec::active).map(RuleSpec::id).collect(Collectors.toSet()));
        for (RuleSpec rule : pack.rules().values()) {
            assertFalse(rule.clauseId().isEmpty() && rule.basis().isBlank(), rule.id());
            assertFalse(rule.remedy().isBlank() || rule.remedyEn().isBlank(), rule.id());
        }
    }

    @ParameterizedTest
    @MethodSource("packs")
    void everyCheckItemIsAskedOfExactlyOneBody(RulePack pack) {
        Set<String> bodies = pack.bodies().stream().map(ReviewBody::code).collect(Collectors.toSet());
        assertEquals(pack.checkItems().size(), pack.checkItems().stream().map(CheckItem::code).distinct().count());
        assertTrue(pack.checkItems().stream().allMatch(item -> bodies.contains(item.body())));
        Set<String> groups = pack.checkItems().stream().map(CheckItem::group).collect(Collectors.toSet());
        assertTrue(groups.containsAll(Set.of("D", "F", "C", "W", "G", "M", "B")), () -> pack.place() + groups);
        assertEquals(Set.of("D5", "D6", "C2", "G1", "M1", "M2"),
                pack.checkItems().stream().filter(CheckItem::veto).map(CheckItem::code).collect(Collectors.toSet()));
    }

    @Test
    void aPlaceKeepsWhatItInheritsAndChangesWhatItNames() {
        RulePack common = PACKS.of("common", TODAY);
        RulePack huzhou = PACKS.of("huzhou", TODAY);
        RulePack keqiao = PACKS.of("keqiao", TODAY);
        assertEquals("", common.rule("B01").clauseId());
        assertEquals("Q1", huzhou.rule("B01").clauseId());
        assertTrue(huzhou.rule("B01").verified());
        assertEquals(common.rule("B01").title(), huzhou.rule("B01").title());
        assertEquals("Q6", huzhou.rule("B10").clauseId(), "from the province");
        assertTrue(keqiao.clause("Q51").isPresent(), "from the city");
        assertEquals(Optional.empty(), huzhou.clause("Q4"), "another county's document");
        assertFalse(common.flag("county.ownCloudBlocked"));
        assertTrue(huzhou.flag("county.ownCloudBlocked"));
        assertFalse(keqiao.flag("county.ownCloudBlocked"));
        assertEquals(Severity.E, PACKS.of("xiangtan", TODAY).rule("B25").severity());
        assertEquals(Severity.W, huzhou.rule("B25").severity());
        assertTrue(keqiao.units().stream().noneMatch(unit -> unit.code().startsWith("330600")), "units are not inherited");
    }

    @Test
    void aLimitThatNobodyFoundIsNotConfigured() {
        RulePack pack = PACKS.of("huzhou", TODAY);
        for (String limit : List.of("limit.apply", "limit.small", "limit.expert", "limit.feasibility", "limit.quotes", "procurement.least", "ceiling.pool")) {
            assertEquals(Optional.empty(), pack.moneyParam(limit), limit);
        }
        var thrown = assertThrows(IllegalStateException.class, () -> pack.ratio("limit.small"));
        assertTrue(thrown.getMessage().contains("limit.small"));
        assertEquals(24, pack.intParam("approval.validMonths"));
        assertEquals("0.85", pack.ratio("match.nameSimilarity").toPlainString());
        assertEquals(List.of("B14", "B15", "B38", "B51"), Rules.silent(pack).stream().map(Silence::rule).toList(), "the rules say that they did not judge");
    }

    /** A figure of another place stands in for one that was not found; it says whose it is and is not verified. */
    @Test
    void aFigureOfAnotherPlaceNamesThatPlace() {
        RulePack common = PACKS.of("common", TODAY);
        assertEquals("300000.00", common.moneyParam("limit.apply").orElseThrow().toString());
        assertEquals("500000.00", common.moneyParam("limit.feasibility").orElseThrow().toString());
        assertEquals("0.05", common.ratio("ops.capHardware").toPlainString());
        assertEquals("0.15", common.ratio("ops.capSoftware").toPlainString());
        Map.of("limit.apply", "邵阳市", "limit.feasibility", "杭州市", "ops.capHardware", "未写明地区", "ops.capSoftware", "8%—15%").forEach((key, named) -> {
            assertTrue(common.param(key).basis().contains(named), key);
            assertFalse(common.param(key).verified(), key);
        });
        assertEquals(Optional.empty(), PACKS.of("zhejiang", TODAY).moneyParam("limit.apply"), "that of another province is not taken over");
        assertEquals("500000.00", PACKS.of("keqiao", TODAY).moneyParam("limit.feasibility").orElseThrow().toString(), "that of the same province is, until the own one is found");
    }

    @Test
    void codesInTheListsExistInTheReferenceTables() {
        var tables = new BuiltInReferenceTables();
        RulePack pack = PACKS.of("common", TODAY);
        for (String list : List.of("it.ecoCodes", "it.ecoCodesWithKeyword", "eco.wrongForSoftware", "eco.wrongForBuild", "eco.wrongForOperations",
                "eco.rightForSoftware", "eco.rightForBuild", "eco.rightForOperations")) {
            for (String code : pack.list(list)) {
                assertTrue(tables.known("economic-department", code, TODAY), list + " " + code);
            }
        }
        for (String prefix : pack.list("it.procurementPrefixes")) {
            assertTrue(tables.table("procurement").stream().anyMatch(code -> code.code().startsWith(prefix)), prefix);
        }
    }

    @Test
    void unitsAreFoundUnderTheNamesInUse() {
        List<UnitRecord> units = PACKS.of("huzhou", TODAY).units();
        UnitRecord health = units.stream().filter(unit -> unit.aliases().contains("市卫健委")).findFirst().orElseThrow();
        assertEquals("湖州市卫生健康委员会", health.name());
        assertTrue(health.aliases().containsAll(List.of("市卫生健康委", "卫健委", "湖州市卫健委")));
        assertTrue(health.validOn(TODAY));
    }

    @Test
    void anUnknownPlaceIsNamedWithThePlacesThereAre() {
        var thrown = assertThrows(UserProblem.class, () -> PACKS.of("hangzhou", TODAY));
        assertEquals("pack.unknownPlace", thrown.messages().get(0).key());
        assertTrue(thrown.messages().get(0).args().get(1).toString().contains("huzhou"));
    }

    @Test
    void aPackIsNotUsedBeforeItsFirstDay() {
        assertEquals("pack.notValidOn", assertThrows(UserProblem.class, () -> PACKS.of("huzhou", LocalDate.of(2025, 7, 10))).messages().get(0).key());
        assertEquals("huzhou", PACKS.of("huzhou", LocalDate.of(2025, 7, 11)).place());
    }

    @Test
    void aDecisionFindsThePackItWasTakenUnder() {
        RulePack pack = PACKS.of("keqiao", TODAY);
        assertEquals("keqiao@2026.1", pack.id());
        assertEquals(pack, PACKS.byId("keqiao@2026.1"));
        for (String unknown : List.of("keqiao@2019.1", "hangzhou@2026.1", "keqiao", "")) {
            assertEquals("pack.unknownVersion", assertThrows(UserProblem.class, () -> PACKS.byId(unknown)).messages().get(0).key(), unknown);
        }
    }
}
