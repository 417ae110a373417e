package org.lianshen.model.linkage.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.LineKey;

/**
 * B12: the same project, economic code, source and year twice, in one file or two. Where code or source is not written, two lines are the same only with the same
 * amount and remark; different procurement items are different things.
 */
final class DuplicateLine implements Rule {

    @Override
    public String id() {
        return "B12";
    }

    @Override
    public Scope scope() {
        return Scope.ITEM;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        Map<String, List<CheckedLine>> same = new LinkedHashMap<>();
        for (CheckedLine line : context.lines()) {
            if (line.it() && line.line().kind() == SheetKind.ANNUAL) {
                same.computeIfAbsent(key(line), key -> new ArrayList<>(1)).add(line);
            }
        }
        same.forEach((key, lines) -> {
            for (CheckedLine again : lines.subList(1, lines.size())) {
                CheckedLine first = lines.getFirst();
                found.accept(Report.at(context, id(), again).also(first).show("amount", again.line().amount()).show("economicCode", again.economicCode())
                        .show("source", again.line().text(BudgetField.FUND_TYPE)).show("firstLine", context.file(first) + " " + Report.place(first.line()))
                        .show("firstAmount", first.line().amount())
                        .say("again", again.line().project(), again.line().amount(), context.file(first), first.line().sheet(), first.line().row()));
            }
        });
    }

    private static String key(CheckedLine checked) {
        BudgetLine line = checked.line();
        String economic = checked.economicCode();
        String source = line.text(BudgetField.FUND_TYPE);
        String key = LineKey.of(line) + "|" + economic + "|" + source + "|" + line.text(BudgetField.PROCUREMENT_CATALOGUE);
        return economic.isEmpty() || source.isEmpty() ? key + "|" + line.amount() + "|" + line.text(BudgetField.REMARK) : key;
    }
}
