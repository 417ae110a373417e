package org.lianshen.model.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.lianshen.model.Money;

/**
 * The rules of one place for one time, as data: who reviews, what is checked, which limits hold, and what each of these rests on.
 * A decision records {@link #id()}, so that a later pack never changes what was decided.
 *
 * @param place        stable place name: common, zhejiang, huzhou, keqiao, shaoxing, xiangtan
 * @param divisionCode division code of the place; empty for common
 * @param version      version of the pack, such as 2026.1
 * @param validFrom    first day that the pack applies to
 * @param validTo      last day; empty: until further notice
 * @param basis        documents that the pack rests on
 * @param bodies       reviewing bodies, lead first
 * @param params       parameters by key
 * @param rules        linkage rules by id, active or not
 * @param templates    performance templates
 * @param lists        word and code lists by name, such as {@code it.keywords}
 */
public record RulePack(String place, String divisionCode, String name, String nameEn, String version, LocalDate validFrom,
        Optional<LocalDate> validTo, String basis, List<ReviewBody> bodies, List<CheckItem> checkItems, Map<String, Param> params,
        Map<String, Clause> clauses, Map<String, RuleSpec> rules, WorkCalendar calendar, List<UnitRecord> units,
        List<PerformanceTemplate> templates, Map<String, List<String>> lists) {

    public RulePack {
        bodies = List.copyOf(bodies);
        checkItems = List.copyOf(checkItems);
        params = Ordered.copy(params);
        clauses = Ordered.copy(clauses);
        rules = Ordered.copy(rules);
        units = List.copyOf(units);
        templates = List.copyOf(templates);
        lists = Ordered.copy(lists);
    }

    /** Place and version, as stored with each decision and each check run: {@code huzhou@2026.1}. */
    public String id() {
        return place + "@" + version;
    }

    /** The same pack under another version, valid from another day. */
    public RulePack published(String otherVersion, LocalDate from) {
        return new RulePack(place, divisionCode, name, nameEn, otherVersion, from, validTo, basis, bodies, checkItems, params, clauses, rules, calendar, units, templates, lists);
    }

    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && validTo.map(to -> !day.isAfter(to)).orElse(true);
    }

    /** @throws IllegalArgumentException if the pack has no such parameter: a fault of the program, since the reader checks that all are there */
    public Param param(String key) {
        return known(params.get(key), "parameter", key);
    }

    /** @throws IllegalStateException if the parameter is not configured */
    public int intParam(String key) {
        return param(key).integer().orElseThrow(() -> notConfigured(key));
    }

    /** The amount of a {@code yuan} parameter; empty where the place has not set one (未配置). */
    public Optional<Money> moneyParam(String key) {
        return param(key).decimal().map(Money::ofYuan);
    }

    /** The exact ratio (0.70 for 70 %). @throws IllegalStateException if the parameter is not configured */
    public BigDecimal ratio(String key) {
        return param(key).decimal().orElseThrow(() -> notConfigured(key));
    }

    /** @throws IllegalStateException if the parameter is not configured */
    public boolean flag(String key) {
        Param param = param(key);
        if (!param.configured()) {
            throw notConfigured(key);
        }
        return Boolean.parseBoolean(param.value());
    }

    public Optional<Clause> clause(String id) {
        return Optional.ofNullable(clauses.get(id));
    }

    public RuleSpec rule(String id) {
        return known(rules.get(id), "rule", id);
    }

    public ReviewBody body(String code) {
        return known(bodies.stream().filter(b -> b.code().equals(code)).findFirst().orElse(null), "reviewing body", code);
    }

    /** The body that leads the joint review. */
    public ReviewBody leadBody() {
        return known(bodies.stream().filter(ReviewBody::lead).findFirst().orElse(null), "reviewing body", "lead");
    }

    public List<CheckItem> checkItems(String bodyCode) {
        return checkItems.stream().filter(item -> item.body().equals(bodyCode)).toList();
    }

    public PerformanceTemplate template(String id) {
        return known(templates.stream().filter(t -> t.id().equals(id)).findFirst().orElse(null), "performance template", id);
    }

    /** A word or code list. @throws IllegalArgumentException if the pack has no such list */
    public List<String> list(String name) {
        return known(lists.get(name), "list", name);
    }

    private <T> T known(T found, String what, String key) {
        if (found == null) {
            throw new IllegalArgumentException("rule pack " + id() + " has no " + what + " " + key);
        }
        return found;
    }

    private IllegalStateException notConfigured(String key) {
        return new IllegalStateException("rule pack " + id() + ": parameter " + key + " has no value (未配置)");
    }
}
