package org.lianshen.model.linkage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lianshen.model.linkage.rule.Rules;
import org.lianshen.model.linkage.rule.Silence;
import org.lianshen.model.pack.RulePack;

class SilenceTest {

    private static List<Silence> of(RulePack pack, String rule) {
        return Rules.silent(pack).stream().filter(silence -> silence.rule().equals(rule)).toList();
    }

    @Test
    void withoutAnyLimitNothingIsSaidAboutSplitting() {
        assertEquals(List.of(new Silence("B14", true, List.of("limit.apply", "limit.small", "limit.expert", "limit.feasibility"))), of(Packs.city(), "B14"));
        assertEquals(List.of(), of(Packs.with(Map.of("limit.apply", "300000")), "B14"), "one limit is enough");
        assertEquals(List.of(), of(Packs.with(Map.of("limit.apply", "300000")), "B15"));
    }

    @Test
    void ofTwoCapsEachTakesItsPartAway() {
        assertEquals(List.of(new Silence("B19", true, List.of("ops.capSoftware", "ops.capHardware"))), of(Packs.city(), "B19"));
        assertEquals(List.of(new Silence("B19", false, List.of("ops.capSoftware"))), of(Packs.with(Map.of("ops.capHardware", "0.05")), "B19"));
        assertEquals(List.of(), of(Packs.with(Map.of("ops.capHardware", "0.05", "ops.capSoftware", "0.15")), "B19"));
    }

    @Test
    void anEmptyListCountsAsNotSet() {
        assertEquals(List.of(new Silence("B24", true, List.of("ops.pooledCategories"))), of(Packs.listed("ops.pooledCategories", List.of()), "B24"));
        assertEquals(List.of(), of(Packs.city(), "B24"));
    }

    @Test
    void aRuleThatIsSwitchedOffIsNotSilent() {
        RulePack city = Packs.city();
        var off = new java.util.LinkedHashMap<>(city.rules());
        off.remove("B14");
        var without = new RulePack(city.place(), city.divisionCode(), city.name(), city.nameEn(), city.version(), city.validFrom(), city.validTo(), city.basis(), city.bodies(),
                city.checkItems(), city.params(), city.clauses(), off, city.calendar(), city.units(), city.templates(), city.lists());
        assertEquals(List.of(), of(without, "B14"));
    }
}
