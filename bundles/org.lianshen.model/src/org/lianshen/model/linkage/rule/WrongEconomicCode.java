package org.lianshen.model.linkage.rule;

import java.util.List;
import java.util.function.Consumer;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.PlainText;
import org.lianshen.model.pack.RulePack;

/** B39: software under 办公费 or 其他, building under 维修(护)费, operation under 资本性支出. What kind a line is follows from the pack's words. */
final class WrongEconomicCode implements Rule {

    @Override
    public String id() {
        return "B39";
    }

    @Override
    public Scope scope() {
        return Scope.LINE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        RulePack pack = context.pack();
        for (CheckedLine line : context.lines()) {
            String code = line.line().text(BudgetField.ECONOMIC_CODE);
            if (!line.it() || code.isEmpty()) {
                continue;
            }
            String text = PlainText.folded(line.line().project() + line.line().text(BudgetField.REMARK));
            if (line.operations()) {
                judge(context, line, code, "eco.wrongForOperations", "eco.rightForOperations", "operations", found);
            } else if (has(text, pack.list("kind.build"))) {
                judge(context, line, code, "eco.wrongForBuild", "eco.rightForBuild", "build", found);
            }
            if (has(text, pack.list("kind.software"))) {
                judge(context, line, code, "eco.wrongForSoftware", "eco.rightForSoftware", "software", found);
            }
        }
    }

    private void judge(CheckContext context, CheckedLine line, String code, String wrong, String right, String kind, Consumer<Finding> found) {
        if (context.pack().list(wrong).stream().anyMatch(code::startsWith)) {
            List<String> fitting = context.pack().list(right);
            found.accept(Report.at(context, id(), line).keyed(kind).show("economicCode", code + " " + line.line().text(BudgetField.ECONOMIC_NAME))
                    .show("fittingCodes", String.join(" ", fitting)).say(kind, line.line().project(), code, fitting));
        }
    }

    private static boolean has(String text, List<String> words) {
        return words.stream().anyMatch(text::contains);
    }
}
