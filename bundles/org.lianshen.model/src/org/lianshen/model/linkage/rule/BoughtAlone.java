package org.lianshen.model.linkage.rule;

import java.util.List;
import java.util.function.Consumer;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.PooledOperation;
import org.lianshen.model.pack.RulePack;

/** B24: operation of a kind that the place buys together, asked for by a unit alone. What the pool holds, and the body that leads it, are left out. */
final class BoughtAlone implements Rule {

    @Override
    public String id() {
        return "B24";
    }

    @Override
    public Scope scope() {
        return Scope.ITEM;
    }

    @Override
    public List<Silence> silent(RulePack pack) {
        return Silence.whole(pack, id(), "ops.pooledCategories");
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        var pool = new PooledOperation(context.pack(), context.units());
        for (CheckedLine line : context.lines()) {
            if (!line.it() || !line.operations() || !line.line().amount().isPositive() || pool.pooled(line)) {
                continue;
            }
            pool.category(line).filter(category -> Asked.counts(context, line)).ifPresent(category -> {
                Report report = Report.at(context, id(), line).show("category", category.name()).show("categoryWord", category.word()).show("amount", line.line().amount())
                        .show("remark", line.line().text(BudgetField.REMARK));
                found.accept(report.say("alone", line.line().project(), line.line().amount(), category.name()));
            });
        }
    }
}
