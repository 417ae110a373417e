package org.lianshen.model.linkage.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.lianshen.model.Money;
import org.lianshen.model.budget.AmountUnit;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.budget.SheetReading;
import org.lianshen.model.linkage.AmountChain;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.LineKey;
import org.lianshen.model.pack.RulePack;

/**
 * B51: a sheet's own total differs from the rows it stands for, beyond the rounding of sheets that are not in yuan; or the IT budget of a unit or of the whole year is
 * above its ceiling ({@code ceiling.units} as 单位=元, {@code ceiling.pool}), where the place has set one.
 */
final class TotalsAndCeilings implements Rule {

    @Override
    public String id() {
        return "B51";
    }

    @Override
    public Scope scope() {
        return Scope.YEAR;
    }

    @Override
    public List<Silence> silent(RulePack pack) {
        return Silence.parts(pack, id(), "ceiling.units", "ceiling.pool");
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        if (context.batches().stream().anyMatch(batch -> batch.sheets().stream().anyMatch(sheet -> !sheet.totals().isEmpty()))) {
            totals(context, found);
        }
        ceilings(context, found);
    }

    private void totals(CheckContext context, Consumer<Finding> found) {
        Map<UUID, Map<String, CheckedLine>> firsts = new HashMap<>();
        for (CheckedLine line : context.lines()) {
            firsts.computeIfAbsent(line.line().batch(), none -> new HashMap<>()).putIfAbsent(line.line().sheet(), line);
        }
        for (BudgetBatch batch : context.batches()) {
            if (firsts.containsKey(batch.id())) {
                batch.sheets().forEach(sheet -> totals(context, batch, sheet, firsts.get(batch.id()).get(sheet.name()), found));
            }
        }
    }

    private void totals(CheckContext context, BudgetBatch batch, SheetReading sheet, CheckedLine first, Consumer<Finding> found) {
        Money tolerance = sheet.unit() == null || sheet.unit() == AmountUnit.YUAN ? Money.ZERO
                : context.pack().moneyParam("budget.roundingTolerance").orElse(Money.ZERO);
        for (SheetReading.TotalCheck total : sheet.totals()) {
            Money difference = total.read().minus(total.stated());
            if (!difference.abs().moreThan(tolerance)) {
                continue;
            }
            Report report = first == null ? Report.of(context, id(), "total:" + batch.file() + "|" + sheet.name() + "|" + total.cell())
                    : Report.at(context, id(), first).keyed("total").keyed(total.cell());
            found.accept(report.amounts(total.read(), total.stated()).show("totalCell", batch.file() + " " + sheet.name() + "!" + total.cell()).show("stated", total.stated())
                    .show("sum", total.read()).show("difference", difference).say("total", batch.file(), sheet.name(), total.cell(), total.stated(), total.read(), difference));
        }
    }

    private void ceilings(CheckContext context, Consumer<Finding> found) {
        List<String> units = context.pack().list("ceiling.units");
        Money pool = context.pack().moneyParam("ceiling.pool").orElse(null);
        if (units.isEmpty() && pool == null) {
            return;
        }
        List<CheckedLine> budget = new ArrayList<>();
        Map<Object, List<CheckedLine>> items = new LinkedHashMap<>();
        context.lines().stream().filter(CheckedLine::it)
                .forEach(line -> items.computeIfAbsent(LineKey.of(line.line()), none -> new ArrayList<>(1)).add(line));
        items.values().forEach(item -> budget.addAll(AmountChain.yearsOnce(item)));
        for (String entry : units) {
            String[] pair = entry.split("=", 2);
            List<CheckedLine> own = budget.stream().filter(line -> context.units().same(line.line().unit(), pair[0])).toList();
            above(context, own, Money.parseYuan(pair[1].strip()), "unit", found);
        }
        if (pool != null) {
            above(context, budget, pool, "pool", found);
        }
    }

    private void above(CheckContext context, List<CheckedLine> lines, Money ceiling, String which, Consumer<Finding> found) {
        Money sum = Money.sum(lines.stream().map(line -> line.line().amount()).toList());
        if (!lines.isEmpty() && sum.moreThan(ceiling)) {
            CheckedLine first = lines.getFirst();
            found.accept(Report.at(context, id(), first).keyed("ceiling").keyed(which).amounts(sum, ceiling).show("sum", sum).show("ceiling", ceiling)
                    .show("excess", sum.minus(ceiling)).say(which, first.line().unit(), Integer.toString(context.year()), sum, ceiling, sum.minus(ceiling)));
        }
    }
}
