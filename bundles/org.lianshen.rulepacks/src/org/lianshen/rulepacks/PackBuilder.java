package org.lianshen.rulepacks;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.lianshen.model.pack.CheckItem;
import org.lianshen.model.pack.Clause;
import org.lianshen.model.pack.Formula;
import org.lianshen.model.pack.Grade;
import org.lianshen.model.pack.GradeBand;
import org.lianshen.model.pack.IndicatorRow;
import org.lianshen.model.pack.Param;
import org.lianshen.model.pack.PerformanceTemplate;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.RuleSpec;
import org.lianshen.model.pack.Severity;
import org.lianshen.model.pack.UnitRecord;
import org.lianshen.model.pack.UsageMeasure;
import org.lianshen.model.pack.WorkCalendar;

import com.fasterxml.jackson.databind.JsonNode;

/** Makes the values of a pack from a tree that has passed all checks. */
final class PackBuilder {
    private final JsonNode pack;
    private final WorkCalendar calendar;
    private final Map<String, Param> params;

    PackBuilder(JsonNode pack, WorkCalendar calendar) {
        this.pack = pack;
        this.calendar = calendar;
        this.params = keyed(pack.path("params"), PackBuilder::param);
    }

    RulePack build() {
        List<ReviewBody> bodies = each(pack.path("bodies"), PackBuilder::body);
        return new RulePack(text(pack, "place"), text(pack, "divisionCode"), text(pack, "name"), text(pack, "nameEn"), text(pack, "version"),
                LocalDate.parse(text(pack, "validFrom")), date(pack, "validTo"), text(pack, "basis"), bodies, checkItems(bodies), params,
                keyed(pack.path("clauses"), PackBuilder::clause), keyed(pack.path("rules"), this::rule), calendar,
                each(pack.path("units"), PackBuilder::unit), List.copyOf(keyed(pack.path("templates"), this::template).values()),
                keyed(pack.path("lists"), (name, words) -> each(words, JsonNode::textValue)));
    }

    /** Items go to the body that answers their group, in the order of the bodies; a group that nobody answers is not asked in this place. */
    private List<CheckItem> checkItems(List<ReviewBody> bodies) {
        Map<String, String> bodyOfGroup = new HashMap<>();
        bodies.forEach(body -> body.checkGroups().forEach(group -> bodyOfGroup.put(group, body.code())));
        Map<String, List<CheckItem>> byBody = new LinkedHashMap<>();
        bodies.forEach(body -> byBody.put(body.code(), new ArrayList<>()));
        pack.path("checkItems").properties().forEach(e -> {
            String body = bodyOfGroup.get(e.getKey().substring(0, 1));
            if (body != null) {
                byBody.get(body).add(checkItem(e.getKey(), body, e.getValue()));
            }
        });
        return byBody.values().stream().flatMap(List::stream).toList();
    }

    private static ReviewBody body(JsonNode body) {
        return new ReviewBody(text(body, "code"), text(body, "name"), text(body, "shortName"), text(body, "nameEn"), text(body, "unit"),
                ReviewBody.Kind.valueOf(text(body, "kind")), flag(body, "lead"), flag(body, "required"), flag(body, "votes"),
                new LinkedHashSet<>(each(body.path("checkGroups"), JsonNode::textValue)), text(body, "clause"));
    }

    private static CheckItem checkItem(String code, String body, JsonNode item) {
        return new CheckItem(code, body, text(item, "text"), text(item, "textEn"), flag(item, "veto"), text(item, "clause"), text(item, "basis"),
                flag(item, "verified"));
    }

    private static Param param(String key, JsonNode param) {
        return new Param(key, text(param, "value"), text(param, "unit"), text(param, "title"), text(param, "titleEn"), text(param, "basis"),
                flag(param, "verified"), text(param, "clause"));
    }

    private static Clause clause(String id, JsonNode clause) {
        return new Clause(id, text(clause, "document"), text(clause, "docNo"), text(clause, "place"), text(clause, "seedFile"),
                text(clause, "quote"), flag(clause, "verified"), text(clause, "note"));
    }

    private RuleSpec rule(String id, JsonNode rule) {
        return new RuleSpec(id, Severity.valueOf(text(rule, "severity")), text(rule, "title"), text(rule, "titleEn"), text(rule, "remedy"),
                text(rule, "remedyEn"), text(rule, "clause"), text(rule, "basis"), flag(rule, "verified"), picked(rule.path("params")),
                flag(rule, "active"));
    }

    private PerformanceTemplate template(String id, JsonNode template) {
        return new PerformanceTemplate(id, text(template, "object"), text(template, "name"), text(template, "nameEn"),
                new BigDecimal(text(template, "executionWeight")), each(template.path("rows"), PackBuilder::row),
                each(template.path("bands"), PackBuilder::band), picked(template.path("params")), text(template, "basis"),
                flag(template, "verified"));
    }

    private static IndicatorRow row(JsonNode row) {
        return new IndicatorRow(text(row, "level1"), text(row, "level2"), text(row, "level3"), text(row, "typeCode"),
                new BigDecimal(text(row, "weight")), Formula.valueOf(text(row, "formula")), text(row, "target"), text(row, "unit"),
                row.has("usage") ? UsageMeasure.valueOf(text(row, "usage")) : null);
    }

    private static GradeBand band(JsonNode band) {
        return new GradeBand(Grade.valueOf(text(band, "grade")), new BigDecimal(text(band, "atLeast")));
    }

    private static UnitRecord unit(JsonNode unit) {
        return new UnitRecord(text(unit, "code"), text(unit, "name"), each(unit.path("aliases"), JsonNode::textValue), text(unit, "type"),
                text(unit, "competentUnit"), text(unit, "division"), date(unit, "validFrom"), date(unit, "validTo"), text(unit, "source"));
    }

    private Map<String, Param> picked(JsonNode keys) {
        var picked = new LinkedHashMap<String, Param>();
        keys.forEach(key -> picked.put(key.textValue(), params.get(key.textValue())));
        return picked;
    }

    private static <T> Map<String, T> keyed(JsonNode object, BiFunction<String, JsonNode, T> make) {
        var made = new LinkedHashMap<String, T>();
        object.properties().forEach(e -> made.put(e.getKey(), make.apply(e.getKey(), e.getValue())));
        return made;
    }

    private static <T> List<T> each(JsonNode array, Function<JsonNode, T> make) {
        return array.valueStream().map(make).toList();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).textValue();
    }

    private static boolean flag(JsonNode node, String field) {
        return node.path(field).booleanValue();
    }

    private static Optional<LocalDate> date(JsonNode node, String field) {
        return Optional.of(text(node, field)).filter(text -> !text.isEmpty()).map(LocalDate::parse);
    }
}
