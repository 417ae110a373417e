package org.lianshen.model.pool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.linkage.AmountChain;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.PooledOperation;
import org.lianshen.model.linkage.UnitDirectory;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.price.ItemName;

/**
 * Operation lines of a year by the categories that the place pools, for joint purchase with committed volume (domain.md Q20, Q22). What belongs to a category and what
 * is bought together already, rule B24 and this list judge alike; here also services count that only their economic code tells to be operation.
 */
public final class OperationsPool {

    private final PooledOperation kinds;
    private final List<String> order;
    private final List<String> codes;

    public OperationsPool(RulePack pack, UnitDirectory units) {
        kinds = new PooledOperation(pack, units);
        order = pack.list("ops.pooledCategories");
        codes = pack.lists().getOrDefault("eco.rightForOperations", List.of());
    }

    /** Lots in the order of the pack, those without lines left out. @param lines of one year */
    public List<PoolLot> lots(List<CheckedLine> lines) {
        Map<String, List<PooledLine>> byCategory = new LinkedHashMap<>();
        order.forEach(category -> byCategory.put(category, new ArrayList<>()));
        for (CheckedLine each : AmountChain.yearsOnce(lines)) {
            if (each.it() && recurring(each)) {
                kinds.category(each).ifPresent(category -> byCategory.get(category.name()).add(pooled(each, category.word())));
            }
        }
        return byCategory.entrySet().stream().filter(entry -> !entry.getValue().isEmpty()).map(entry -> new PoolLot(entry.getKey(), entry.getValue())).toList();
    }

    /** Operation by its name, or by an economic code of operation and services. */
    private boolean recurring(CheckedLine each) {
        return each.operations() || !each.economicCode().isEmpty() && codes.stream().anyMatch(each.economicCode()::startsWith);
    }

    private PooledLine pooled(CheckedLine each, String word) {
        BudgetLine line = each.line();
        return new PooledLine(line.id(), line.unit(), line.project(), ItemName.of(each.name().core()), line.amount(), word, kinds.pooled(each));
    }
}
