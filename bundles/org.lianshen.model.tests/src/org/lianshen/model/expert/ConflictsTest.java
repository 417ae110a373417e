package org.lianshen.model.expert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lianshen.model.Message;
import org.lianshen.model.expert.Expert.FormerUnit;
import org.lianshen.model.expert.Expert.Interests;
import org.lianshen.model.expert.Tie.Kind;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.UnitRecord;
import org.lianshen.model.pack.WorkCalendar;
import org.lianshen.model.review.UnitNames;

class ConflictsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final List<Tie> TIES = List.of(new Tie(Kind.APPLICANT, "市水利局"), new Tie(Kind.PLAN_WRITER, "甲乙咨询有限公司"), new Tie(Kind.SUPPLIER, "丙丁软件股份有限公司"),
            new Tie(Kind.PERSON, "张三"), new Tie(Kind.PROJECT, "智慧水务二期"), new Tie(Kind.AUTHOR, "zhang"));

    private static final RulePack PACK = new RulePack("test", "330500", "湖州市", "Huzhou", "2026.1", DAY, Optional.empty(), "test", List.of(), List.of(), Map.of(), Map.of(), Map.of(),
            new WorkCalendar(Set.of(), Set.of(), DAY, DAY, "test", false),
            List.of(new UnitRecord("330500-WATER", "市水利局", List.of("湖州市水利局"), "政府部门", "", "330500", Optional.empty(), Optional.empty(), "test")), List.of(), Map.of());

    private static Expert expert(String name, String unit, List<FormerUnit> former, Interests interests, String account) {
        return new Expert(Pool.id(1), "Z1", name, unit, former, "", Set.of(Expertise.DATA), "", "", "", true, "", interests, account, 1);
    }

    private static List<String> found(Expert expert) {
        return new Conflicts(TIES, new UnitNames(PACK), 3, DAY).of(expert).stream().map(Message::key).toList();
    }

    private static List<String> found(String unit, FormerUnit... former) {
        return found(expert("李四", unit, List.of(former), Interests.NONE, ""));
    }

    @Test
    void employerUnderAnyOfItsNames() {
        assertEquals(List.of("expert.conflict.employer"), found("市水利局"));
        assertEquals(List.of("expert.conflict.employer"), found("湖州市水利局"));
        assertEquals(List.of("expert.conflict.employer"), found("市水利局（市水文局）"));
        assertEquals(List.of("expert.conflict.employer"), found("丙丁软件股份有限公司"));
        assertEquals(List.of(), found("市水务集团"));
    }

    @Test
    void formerEmployerForThreeYears() {
        assertEquals(List.of("expert.conflict.former"), found("某大学", new FormerUnit("甲乙咨询有限公司", DAY.minusYears(3))));
        assertEquals(List.of(), found("某大学", new FormerUnit("甲乙咨询有限公司", DAY.minusYears(3).minusDays(1))));
        assertEquals(List.of("expert.conflict.formerUndated"), found("某大学", new FormerUnit("甲乙咨询有限公司", null)));
    }

    @Test
    void interestsRelativesAndAuthorship() {
        assertEquals(List.of("expert.conflict.vendor"), found(expert("李四", "某大学", List.of(), new Interests(List.of("丙丁软件股份有限公司"), List.of(), List.of()), "")));
        assertEquals(List.of("expert.conflict.relative"), found(expert("李四", "某大学", List.of(), new Interests(List.of(), List.of("张三"), List.of()), "")));
        assertEquals(List.of("expert.conflict.self"), found(expert("张 三", "某大学", List.of(), Interests.NONE, "")));
        assertEquals(List.of("expert.conflict.authored"), found(expert("李四", "某大学", List.of(), new Interests(List.of(), List.of(), List.of("智慧水务")), "")));
        assertEquals(List.of(), found(expert("李四", "某大学", List.of(), new Interests(List.of(), List.of(), List.of("智慧停车")), "")));
        assertEquals(List.of("expert.conflict.wrote"), found(expert("李四", "某大学", List.of(), Interests.NONE, "zhang")));
    }

    @Test
    void everyReasonIsNamed() {
        Expert all = expert("张三", "市水利局", List.of(new FormerUnit("甲乙咨询有限公司", DAY.minusYears(1))),
                new Interests(List.of("丙丁软件股份有限公司"), List.of(), List.of("智慧水务二期")), "zhang");
        assertTrue(found(all).containsAll(List.of("expert.conflict.employer", "expert.conflict.former", "expert.conflict.vendor", "expert.conflict.self",
                "expert.conflict.authored", "expert.conflict.wrote")));
    }

    @Test
    void theEntryItselfIsChecked() {
        assertEquals(List.of(), ExpertCheck.problems(expert("李四", "某大学", List.of(), Interests.NONE, ""), DAY));
        var bad = new Expert(Pool.id(1), "Z 1", "", "", List.of(new FormerUnit("甲", DAY.plusDays(1))), "", Set.of(), "电话", "12", "", true, "", Interests.NONE, "", 0);
        assertEquals(List.of("expert.bad.no", "expert.bad.name", "expert.bad.unit", "expert.bad.fields", "expert.bad.idTail", "expert.bad.phone", "expert.bad.former"),
                ExpertCheck.problems(bad, DAY).stream().map(Message::key).toList());
    }
}
