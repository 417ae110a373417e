package org.lianshen.rulepacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianshen.model.pack.Param;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.RuleSpec;
import org.lianshen.service.text.Texts;

/** Each of the 53 rules of the field has its words in every pack and something to say in both languages. */
class LinkageRulesTest {

    private static final List<String> ALL = IntStream.rangeClosed(1, 53).mapToObj("B%02d"::formatted).toList();

    static List<RulePack> packs() {
        return new BuiltInRulePacks().all();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void everyPackSaysWhatEachIsCalledWhatItRestsOnAndWhatToDo(RulePack pack) {
        assertEquals(ALL, pack.rules().values().stream().filter(RuleSpec::active).map(RuleSpec::id).sorted().toList(), pack.id());
        for (String id : ALL) {
            RuleSpec spec = pack.rule(id);
            for (String words : List.of(spec.title(), spec.titleEn(), spec.remedy(), spec.remedyEn(), spec.basis())) {
                assertFalse(words.isBlank(), pack.id() + " " + id);
            }
            assertTrue(spec.clauseId().isEmpty() || pack.clause(spec.clauseId()).isPresent(), pack.id() + " " + id);
            for (Param param : spec.params().values()) {
                assertFalse(param.basis().isBlank() || param.unit().isBlank(), pack.id() + " " + param.key());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void eachHasSomethingToSayInBothLanguages(String language) throws IOException {
        var texts = new Properties();
        try (var in = new InputStreamReader(Texts.class.getResourceAsStream("linkage_" + language + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        Set<String> spoken = texts.stringPropertyNames().stream().filter(key -> key.matches("B\\d\\d\\..+")).map(key -> key.substring(0, 3)).collect(Collectors.toSet());
        assertEquals(Set.copyOf(ALL), spoken);
    }
}
