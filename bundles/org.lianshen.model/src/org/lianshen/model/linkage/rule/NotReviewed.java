package org.lianshen.model.linkage.rule;

import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.lianshen.model.Money;
import org.lianshen.model.linkage.Candidate;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.ItVerdict.Answer;
import org.lianshen.model.linkage.LineVerdict;
import org.lianshen.model.linkage.SumMatch;
import org.lianshen.model.budget.BudgetField;

/** B01: an IT line without any approved review. A proposed link or a doubtful IT line asks for an officer's word and is a warning until then. */
final class NotReviewed implements Rule {

    @Override
    public String id() {
        return "B01";
    }

    @Override
    public Scope scope() {
        return Scope.LINE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        for (CheckedLine line : context.lines()) {
            if (line.it() && line.project() == null) {
                found.accept(finding(context, line));
            }
        }
    }

    private Finding finding(CheckContext context, CheckedLine line) {
        Report report = Report.at(context, id(), line).show("amount", line.line().amount()).show("claimedReviewNo", line.line().text(BudgetField.REVIEW_NO)).showCandidates();
        if (line.result().verdict() == LineVerdict.SUSPECT) {
            Candidate best = line.result().candidates().getFirst();
            if (best.sum() != null) {
                report.show("sum", sum(best.sum()));
                return best.part() ? report.lighter().say("merged", line.line().project(), line.line().amount(), best.sum().parts().size(), best.name())
                        : report.lighter().say("split", line.line().project(), best.name(), best.sum().parts().size(), best.sum().whole());
            }
            if (line.result().candidates().size() > 1 && line.result().candidates().get(1).score().compareTo(best.score()) == 0) {
                return report.lighter().say("several", line.line().project(), best.name(), line.result().candidates().get(1).name());
            }
            return report.lighter().say("suspect", line.line().project(), best.name(), best.score().toPlainString());
        }
        if (line.result().it().answer() == Answer.DOUBTFUL) {
            return report.lighter().say("doubtful", line.line().project(), line.result().it().reasons());
        }
        String number = line.line().text(BudgetField.REVIEW_NO);
        if (!number.isEmpty()) {
            return report.say("unknownNo", line.line().project(), line.line().amount(), number);
        }
        return report.say("none", line.line().project(), line.line().amount());
    }

    /** The amounts that make it: 300000.00 + 200000.00 = 500000.00. */
    private static String sum(SumMatch sum) {
        return sum.parts().stream().map(Money::toString).collect(Collectors.joining(" + ")) + " = " + sum.whole();
    }
}
