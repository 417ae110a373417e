package org.lianshen.store.rows;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.lianshen.model.ledger.CatalogueBatch;
import org.lianshen.model.ledger.CatalogueEntry;
import org.lianshen.service.store.Tx;

/** Entries of catalogues. */
final class CatalogueRows implements Tx.Catalogues {

    private final KeyedRows<CatalogueBatch, CatalogueEntry> rows;

    CatalogueRows(Work work) {
        rows = new KeyedRows<>(work, "catalogue_batch", CatalogueBatch.class, "catalogue_entry", CatalogueEntry.class);
    }

    @Override
    public List<CatalogueEntry> all() {
        return rows.all();
    }

    @Override
    public List<CatalogueBatch> batches() {
        return rows.batches();
    }

    @Override
    public int put(CatalogueBatch batch, Collection<CatalogueEntry> things) {
        var last = new LinkedHashMap<String, CatalogueEntry>();
        things.forEach(each -> last.put(each.key(), each));
        return rows.put(batch.id(), batch.importedAt(), batch, last, CatalogueEntry::id, CatalogueEntry::withId);
    }
}
