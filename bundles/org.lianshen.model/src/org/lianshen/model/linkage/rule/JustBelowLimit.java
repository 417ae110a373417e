package org.lianshen.model.linkage.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.lianshen.model.Money;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.pack.RulePack;

/** B15: what was applied for is just below a limit, at least the pack's share of it. Silent where the place has set no limit. */
final class JustBelowLimit implements Rule {

    @Override
    public String id() {
        return "B15";
    }

    @Override
    public Scope scope() {
        return Scope.UNIT;
    }

    @Override
    public List<Silence> silent(RulePack pack) {
        return Limits.silent(pack, id());
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        Limits limits = Limits.of(context.pack());
        if (limits.all().isEmpty()) {
            return;
        }
        BigDecimal share = context.pack().ratio("limit.justBelow");
        Undertaking.byUnit(context).values().forEach(ofUnit -> ofUnit.stream().filter(each -> each.line() != null).forEach(each -> {
            for (Limits.Limit limit : limits.all()) {
                Money least = limit.amount().times(share);
                if (limit.amount().moreThan(each.amount()) && !least.moreThan(each.amount())) {
                    found.accept(finding(context, each, limit));
                }
            }
        }));
    }

    private Finding finding(CheckContext context, Undertaking each, Limits.Limit limit) {
        Report report = Report.at(context, id(), each.line());
        if (each.project() != null) {
            report.aboutProject().showProject().show("applied", each.project().applied());
        }
        return report.keyed(limit.key()).amounts(each.amount(), limit.amount()).show("amount", each.amount()).show("limit", limit.amount())
                .say("near", each.name(), each.amount(), limit.name(), limit.amount(), OperationCap.percent(each.amount().ratioTo(limit.amount(), 6)));
    }
}
