package org.lianshen.model.linkage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lianshen.model.linkage.rule.Rule;
import org.lianshen.model.linkage.rule.Rules;

class AllRulesTest {

    @Test
    void thereAreFiftyThreeInTheirOrder() {
        assertEquals(IntStream.rangeClosed(1, 53).mapToObj("B%02d"::formatted).toList(), Rules.all().stream().map(Rule::id).toList());
        Rules.all().forEach(rule -> assertNotNull(rule.scope(), rule.id()));
    }
}
