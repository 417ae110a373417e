package org.lianshen.model.linkage.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.LineKey;
import org.lianshen.model.linkage.MatchedBy;
import org.lianshen.model.pack.Severity;

/**
 * Puts a finding together. The first two arguments of every message are the sheet and row of the line it is shown at; a finding about a project or a unit that has no line
 * leaves them empty, and its message does not use them.
 */
final class Report {

    private static final int ROWS_NAMED = 8;

    private final CheckContext context;
    private final String rule;
    private final CheckedLine line;
    private final List<UUID> lines = new ArrayList<>();
    private final Map<String, String> evidence = new LinkedHashMap<>();
    private Severity severity;
    private String key;
    private LedgerProject project;
    private Money amount;
    private Money approved;
    private Money difference;
    private BigDecimal score;
    private List<Object> rows = List.of();
    private final String unit;

    private Report(CheckContext context, String rule, CheckedLine line) {
        this.context = context;
        this.rule = rule;
        this.line = line;
        severity = context.pack().rule(rule).severity();
        project = line.project();
        amount = line.line().amount();
        approved = project == null ? null : project.approved();
        score = line.result().score();
        unit = line.line().unit();
        key = lineKey(line.line());
        lines.add(line.line().id());
        show("line", context.file(line) + " " + place(line.line()));
        show("unit", line.line().unit());
        show("project", line.line().project());
    }

    private Report(CheckContext context, String rule, LedgerProject project, String unit, String key) {
        this.context = context;
        this.rule = rule;
        this.project = project;
        this.key = key;
        line = null;
        severity = context.pack().rule(rule).severity();
        approved = project == null ? null : project.approved();
        this.unit = unit;
        show("unit", unit);
    }

    /** About a project that has no line to be shown at. */
    static Report of(CheckContext context, String rule, LedgerProject project) {
        return new Report(context, rule, project, project.unit() == null ? "" : project.unit(), "project:" + project.id() + "|" + context.year());
    }

    /** About a sheet that has no line to be shown at. */
    static Report of(CheckContext context, String rule, String key) {
        return new Report(context, rule, null, "", key);
    }

    static Report at(CheckContext context, String rule, CheckedLine line) {
        return new Report(context, rule, line);
    }

    private static String lineKey(BudgetLine line) {
        return LineKey.of(line) + "|" + line.year() + "|" + line.kind() + "|" + line.text(BudgetField.ECONOMIC_CODE) + "|" + line.text(BudgetField.FUND_TYPE);
    }

    static String place(BudgetLine line) {
        return line.sheet() + "!" + line.row();
    }

    /** A warning where the rule as such would block. */
    Report lighter() {
        severity = severity == Severity.E ? Severity.W : severity;
        return this;
    }

    /** Where the place's rules weigh it otherwise than the rule as such. */
    Report weighing(Severity other) {
        severity = other;
        return this;
    }

    /** About a project as a whole. */
    Report aboutProject() {
        key = "project:" + project.id() + "|" + context.year();
        return this;
    }

    Report keyed(String part) {
        key = key + "|" + part;
        return this;
    }

    Report project(LedgerProject other) {
        project = other;
        approved = other.approved();
        return this;
    }

    Report amounts(Money budgeted, Money allowed) {
        amount = budgeted;
        approved = allowed;
        difference = allowed == null ? null : budgeted.minus(allowed);
        return this;
    }

    /** The amount in question where it is not that of the line. */
    Report amount(Money other) {
        amount = other;
        return this;
    }

    Report also(CheckedLine other) {
        if (!lines.contains(other.line().id())) {
            lines.add(other.line().id());
        }
        return this;
    }

    /** About several lines alike: the message names the rows of those on the sheet of the first. */
    Report all(List<CheckedLine> alike) {
        alike.forEach(this::also);
        rows = alike.stream().filter(each -> each.line().batch().equals(line.line().batch()) && each.line().sheet().equals(line.line().sheet()))
                .map(each -> (Object) each.line().row()).distinct().toList();
        return this;
    }

    private Object rows() {
        if (rows.size() < 2) {
            return line.line().row();
        }
        return rows.size() <= ROWS_NAMED ? rows : Stream.concat(rows.stream().limit(ROWS_NAMED), Stream.of("…")).toList();
    }

    /** What is asked for, where it is not that of the first line alone. */
    Report asking(Money sum) {
        amount = sum;
        return this;
    }

    /** One pair of what is shown side by side; blanks are left out. */
    Report show(String label, String value) {
        if (value != null && !value.isBlank()) {
            evidence.put("linkage.evidence." + label, value);
        }
        return this;
    }

    Report show(String label, Object value) {
        return show(label, value == null ? null : value.toString());
    }

    /** Several values under one label, one a line. */
    Report show(String label, List<String> values) {
        return show(label, String.join("\n", values));
    }

    /** A pair whose label is a text of another area. */
    Report showAs(String textKey, Object value) {
        evidence.put(textKey, value.toString());
        return this;
    }

    /** The nearest projects with unit, score and the characters that both names share. */
    Report showCandidates() {
        return show("candidates", line.result().candidates().stream().map(each -> String.join(" / ", each.name(), each.unit(), each.score().toPlainString(),
                String.join(" ", each.common()))).toList());
    }

    Report showProject() {
        return show("ledger", project.name()).show("reviewNo", project.reviewNo()).show("applicant", project.unit()).show("approved", project.approved());
    }

    /** @param name of the text {@code linkage.RULE.name}; arguments after sheet and row */
    Finding say(String name, Object... args) {
        var all = new ArrayList<Object>();
        all.add(line == null ? "" : line.line().sheet());
        all.add(line == null ? "" : rows());
        all.addAll(List.of(args));
        String about = line == null ? project == null ? "" : project.name() : line.line().project();
        MatchedBy by = line == null ? MatchedBy.NONE : line.result().matchedBy();
        return new Finding(rule, severity, key, lines, unit, about, project == null ? null : project.id(), project == null ? null : project.reviewNo(), amount, approved,
                difference, new Message("linkage." + rule + "." + name, all), by, score, evidence);
    }
}
