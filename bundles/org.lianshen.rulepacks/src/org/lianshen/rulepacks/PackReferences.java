package org.lianshen.rulepacks;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.lianshen.model.pack.Param;

import com.fasterxml.jackson.databind.JsonNode;

/** What a schema cannot say: that what is named exists, that values fit their unit, that weights make a hundred. */
final class PackReferences {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final JsonNode pack;
    private final Problems problems;

    private PackReferences(JsonNode pack, Problems problems) {
        this.pack = pack;
        this.problems = problems;
    }

    /** @param pack a tree that fits the schema as a whole */
    static void check(JsonNode pack, Problems problems) {
        var check = new PackReferences(pack, problems);
        check.date("/validFrom", pack.path("validFrom").textValue());
        check.date("/validTo", pack.path("validTo").textValue());
        check.bodies();
        check.params();
        check.scoreSheet();
        for (String kind : new String[] { "checkItems", "params", "rules" }) {
            pack.path(kind).properties().forEach(e -> check.clause("/" + kind + "/" + e.getKey() + "/clause", e.getValue()));
        }
        check.rules();
        check.units();
        pack.path("templates").properties().forEach(e -> check.template("/templates/" + e.getKey(), e.getValue()));
    }

    private void bodies() {
        Set<String> groups = new HashSet<>();
        pack.path("checkItems").fieldNames().forEachRemaining(code -> groups.add(code.substring(0, 1)));
        Set<String> codes = new HashSet<>();
        Set<String> answered = new HashSet<>();
        boolean lead = false;
        JsonNode bodies = pack.path("bodies");
        for (int i = 0; i < bodies.size(); i++) {
            JsonNode body = bodies.get(i);
            String at = "/bodies/" + i;
            lead |= body.path("lead").booleanValue();
            if (!codes.add(body.path("code").textValue())) {
                problems.add("pack.repeated", at + "/code", body.path("code").textValue());
            }
            clause(at + "/clause", body);
            unit(at + "/unit", body.path("unit").textValue());
            for (JsonNode group : body.path("checkGroups")) {
                if (!groups.contains(group.textValue())) {
                    problems.add("pack.unknownCheckGroup", at + "/checkGroups", group.textValue());
                } else if (!answered.add(group.textValue())) {
                    problems.add("pack.repeated", at + "/checkGroups", group.textValue());
                }
            }
        }
        if (!lead) {
            problems.add("pack.noLead", "/bodies");
        }
    }

    private void params() {
        pack.path("params").properties().forEach(e -> {
            String value = e.getValue().path("value").textValue();
            String unit = e.getValue().path("unit").textValue();
            if (value.isEmpty() && !Param.mayBeUnset(e.getKey())) {
                problems.add("pack.valueNeeded", "/params/" + e.getKey() + "/value", e.getValue().path("title").textValue());
            } else if (!value.isEmpty() && !Param.fits(value, unit)) {
                problems.add("pack.wrongValue", "/params/" + e.getKey() + "/value", value, unit);
            }
        });
    }

    /** The experts' score sheet makes a hundred points. */
    private void scoreSheet() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<String, JsonNode> param : pack.path("params").properties()) {
            String value = param.getValue().path("value").textValue();
            if (param.getKey().startsWith("expert.item.") && Param.fits(value, "points")) {
                sum = sum.add(new BigDecimal(value));
            }
        }
        if (sum.compareTo(HUNDRED) != 0) {
            problems.add("pack.itemSum", "/params", sum.toPlainString());
        }
    }

    private void rules() {
        for (Map.Entry<String, JsonNode> rule : pack.path("rules").properties()) {
            paramKeys("/rules/" + rule.getKey() + "/params", rule.getValue().path("params"));
        }
    }

    private void paramKeys(String at, JsonNode keys) {
        for (JsonNode key : keys) {
            if (!pack.path("params").has(key.textValue())) {
                problems.add("pack.unknownParam", at, key.textValue());
            }
        }
    }

    private void units() {
        Set<String> seen = new HashSet<>();
        Set<String> named = new HashSet<>();
        JsonNode units = pack.path("units");
        for (int i = 0; i < units.size(); i++) {
            JsonNode unit = units.get(i);
            String at = "/units/" + i;
            if (!seen.add(unit.path("code").textValue())) {
                problems.add("pack.repeated", at + "/code", unit.path("code").textValue());
            }
            names(at, unit, named);
            unit(at + "/competentUnit", unit.path("competentUnit").textValue());
            date(at + "/validFrom", unit.path("validFrom").textValue());
            date(at + "/validTo", unit.path("validTo").textValue());
        }
    }

    /** A name that means two units would link budget lines to the wrong one. */
    private void names(String at, JsonNode unit, Set<String> named) {
        if (!named.add(unit.path("name").textValue())) {
            problems.add("pack.repeated", at + "/name", unit.path("name").textValue());
        }
        JsonNode aliases = unit.path("aliases");
        for (int i = 0; i < aliases.size(); i++) {
            if (!named.add(aliases.get(i).textValue())) {
                problems.add("pack.repeated", at + "/aliases/" + i, aliases.get(i).textValue());
            }
        }
    }

    private void template(String at, JsonNode template) {
        BigDecimal sum = new BigDecimal(template.path("executionWeight").textValue());
        for (JsonNode row : template.path("rows")) {
            sum = sum.add(new BigDecimal(row.path("weight").textValue()));
        }
        if (sum.compareTo(HUNDRED) != 0) {
            problems.add("pack.weightSum", at, sum.toPlainString());
        }
        Set<String> grades = new HashSet<>();
        for (JsonNode band : template.path("bands")) {
            if (!grades.add(band.path("grade").textValue())) {
                problems.add("pack.repeated", at + "/bands", band.path("grade").textValue());
            }
        }
        paramKeys(at + "/params", template.path("params"));
    }

    private void clause(String at, JsonNode holder) {
        String id = holder.path("clause").textValue();
        if (!id.isEmpty() && !pack.path("clauses").has(id)) {
            problems.add("pack.unknownClause", at, id);
        }
    }

    private void unit(String at, String code) {
        if (code.isEmpty()) {
            return;
        }
        for (JsonNode unit : pack.path("units")) {
            if (code.equals(unit.path("code").textValue())) {
                return;
            }
        }
        problems.add("pack.unknownUnit", at, code);
    }

    private void date(String at, String text) {
        try {
            if (!text.isEmpty()) {
                LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            problems.add("pack.noSuchDay", at, text);
        }
    }
}
