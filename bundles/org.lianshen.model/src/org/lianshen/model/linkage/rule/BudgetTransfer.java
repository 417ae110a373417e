package org.lianshen.model.linkage.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.LineKey;
import org.lianshen.model.linkage.PlainText;

/**
 * B46: money moves between projects and changes the budget of an IT line: a quota line whose original line (ORI_BGT_ID) is of another project, or cuts and additions of
 * several projects in one document that cancel out to the fen. The finding stands at the IT line; the other side is in the evidence.
 */
final class BudgetTransfer implements Rule {

    @Override
    public String id() {
        return "B46";
    }

    @Override
    public Scope scope() {
        return Scope.YEAR;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        Map<String, CheckedLine> byNumber = new HashMap<>();
        Map<String, List<CheckedLine>> byDocument = new LinkedHashMap<>();
        List<CheckedLine> quotas = context.lines(SheetKind.QUOTA);
        for (CheckedLine line : quotas) {
            byNumber.putIfAbsent(line.line().text(BudgetField.LINE_ID), line);
            byDocument.computeIfAbsent(PlainText.folded(line.line().text(BudgetField.DOCUMENT_NO)), none -> new ArrayList<>()).add(line);
        }
        byNumber.remove("");
        byDocument.remove("");
        Set<UUID> told = new HashSet<>();
        for (CheckedLine line : quotas) {
            CheckedLine original = byNumber.get(line.line().text(BudgetField.ORIGINAL_LINE));
            if (original != null && original != line && other(line, original)) {
                tell(context, line, List.of(original), told, found);
                tell(context, original, List.of(line), told, found);
            }
        }
        byDocument.values().forEach(lines -> exchanged(context, lines, told, found));
    }

    /** Cuts and additions of one document that cancel out between projects. */
    private void exchanged(CheckContext context, List<CheckedLine> lines, Set<UUID> told, Consumer<Finding> found) {
        boolean cut = lines.stream().anyMatch(each -> each.line().amount().isNegative());
        if (!cut || !Money.sum(lines.stream().map(each -> each.line().amount()).toList()).isZero()) {
            return;
        }
        for (CheckedLine line : lines) {
            List<CheckedLine> others = lines.stream().filter(each -> each.line().amount().isNegative() != line.line().amount().isNegative() && other(line, each)).toList();
            if (!line.line().amount().isZero() && !others.isEmpty()) {
                tell(context, line, others, told, found);
            }
        }
    }

    private void tell(CheckContext context, CheckedLine line, List<CheckedLine> others, Set<UUID> told, Consumer<Finding> found) {
        if (!line.it() || !told.add(line.line().id())) {
            return;
        }
        CheckedLine other = others.getFirst();
        Report report = Report.at(context, id(), line).keyed(LineKey.of(other.line())).show("amount", line.line().amount())
                .show("documentNo", line.line().text(BudgetField.DOCUMENT_NO)).show("documentDate", line.line().date(BudgetField.DOCUMENT_DATE))
                .show("originalLine", line.line().text(BudgetField.ORIGINAL_LINE))
                .show("otherSide", others.stream().map(each -> context.file(each) + " " + Report.place(each.line()) + ": " + each.line().unit() + " " + each.line().project()
                        + " " + each.line().amount()).toList());
        others.forEach(report::also);
        if (line.project() != null) {
            report.showProject();
        }
        found.accept(report.say(line.line().amount().isNegative() ? "out" : "in", line.line().project(), line.line().amount().abs(), other.line().project()));
    }

    private static boolean other(CheckedLine one, CheckedLine another) {
        boolean sameProject = one.project() != null && another.project() != null && one.project().id().equals(another.project().id());
        return !sameProject && !LineKey.of(one.line()).equals(LineKey.of(another.line()));
    }
}
