package org.lianshen.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import org.lianshen.model.pack.RulePack;
import org.lianshen.rulepacks.BuiltInRulePacks;
import org.lianshen.rulepacks.PackReader;

/** The reader of rule packs; what a pack extends are the packs that the program ships. */
public final class RulePackFuzz {

    private RulePackFuzz() {
    }

    public static void fuzzerTestOneInput(byte[] input) {
        Verdict.of(() -> {
            JsonNode tree = PackReader.parse("fuzz.json", new ByteArrayInputStream(input));
            String place = tree.path("place").asText();
            RulePack pack = new PackReader(Accepted.PACK.calendar()).read("fuzz.json", place, each -> each.equals(place) ? tree : shipped(each));
            if (pack.rules().isEmpty() && pack.bodies().isEmpty()) {
                throw new IllegalStateException("a pack that says nothing was read");
            }
        });
    }

    private static JsonNode shipped(String place) {
        var in = place.matches("[a-z]+") ? BuiltInRulePacks.class.getResourceAsStream("packs/" + place + ".json") : null;
        return in == null ? null : PackReader.parse(place, in);
    }
}
