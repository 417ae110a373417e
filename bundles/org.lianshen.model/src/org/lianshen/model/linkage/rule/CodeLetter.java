package org.lianshen.model.linkage.rule;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.ItVerdict;

/**
 * B41: the letter in the 21-character project code is that of another category, such as R for personnel (list {@code code.lettersNotForIt}), though the line is
 * certainly an IT line. Codes of another form are not judged.
 */
final class CodeLetter implements Rule {

    private static final int LENGTH = 21;
    private static final Pattern CODE = Pattern.compile("\\d{6}\\d{2}([A-Z])\\d{12}");

    @Override
    public String id() {
        return "B41";
    }

    @Override
    public Scope scope() {
        return Scope.LINE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        for (CheckedLine line : context.lines()) {
            String code = line.line().text(BudgetField.PROJECT_CODE);
            if (code.length() != LENGTH) {
                continue;
            }
            Matcher letter = CODE.matcher(code);
            if (line.result().it().answer() == ItVerdict.Answer.YES && letter.matches() && context.pack().list("code.lettersNotForIt").contains(letter.group(1))) {
                found.accept(Report.at(context, id(), line).show("projectCode", code).show("projectCategory", line.line().text(BudgetField.PROJECT_CATEGORY))
                        .say("letter", line.line().project(), code, letter.group(1)));
            }
        }
    }
}
