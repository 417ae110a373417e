package org.lianshen.store.rows;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.lianshen.model.performance.UsageBatch;
import org.lianshen.model.performance.UsageMonth;
import org.lianshen.service.store.Tx;

/** Usage figures of applications. */
final class UsageRows implements Tx.Usage {

    private final KeyedRows<UsageBatch, UsageMonth> rows;

    UsageRows(Work work) {
        rows = new KeyedRows<>(work, "usage_batch", UsageBatch.class, "usage_month", UsageMonth.class);
    }

    @Override
    public List<UsageMonth> all() {
        return rows.all();
    }

    @Override
    public List<UsageBatch> batches() {
        return rows.batches();
    }

    @Override
    public int put(UsageBatch batch, Collection<UsageMonth> things) {
        var last = new LinkedHashMap<String, UsageMonth>();
        things.forEach(each -> last.put(each.key(), each));
        return rows.put(batch.id(), batch.importedAt(), batch, last, UsageMonth::id, (month, id) -> month.kept(id, batch.id()));
    }
}
