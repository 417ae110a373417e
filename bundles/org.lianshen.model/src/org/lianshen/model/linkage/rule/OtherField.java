package org.lianshen.model.linkage.rule;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.pack.RulePack;

/**
 * B40: the functional code is of another field than the unit's. The pack's list {@code function.unitFields} says which codes fit a unit by a word of its name
 * (教育=205), {@code function.anyUnit} which fit every unit. A unit that the list does not know is not judged.
 */
final class OtherField implements Rule {

    @Override
    public String id() {
        return "B40";
    }

    @Override
    public Scope scope() {
        return Scope.LINE;
    }

    private record Field(String word, List<String> codes) {
    }

    @Override
    public List<Silence> silent(RulePack pack) {
        return Silence.whole(pack, id(), "function.unitFields");
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        List<String> any = context.pack().list("function.anyUnit");
        List<Field> fields = context.pack().list("function.unitFields").stream().map(entry -> entry.split("=", 2))
                .map(pair -> new Field(pair[0], Arrays.asList(pair[1].split("\\|")))).sorted(Comparator.comparing((Field field) -> field.word.length()).reversed()).toList();
        Map<String, Optional<Field>> ofUnit = new HashMap<>();
        for (CheckedLine line : context.lines()) {
            String code = line.line().text(BudgetField.FUNCTION_CODE);
            Field field = !line.it() || code.length() < 3 ? null : ofUnit.computeIfAbsent(line.line().unit(), unit -> fields.stream().filter(each -> unit.contains(each.word)).findFirst()).orElse(null);
            if (field == null || any.stream().anyMatch(code::startsWith) || field.codes.stream().anyMatch(code::startsWith)) {
                continue;
            }
            found.accept(Report.at(context, id(), line).show("functionCode", (code + " " + line.line().text(BudgetField.FUNCTION_NAME)).strip())
                    .show("fittingFunctions", String.join(" ", field.codes)).say("other", line.line().project(), line.line().unit(), code, field.codes));
        }
    }
}
