package org.lianshen.store.rows;

import java.time.Clock;
import org.jooq.DSLContext;
import org.lianshen.store.json.CellsJson;
import org.lianshen.store.json.Json;

/**
 * What all rows of one transaction stand on.
 *
 * @param writes whether the transaction may write
 */
record Work(DSLContext sql, Json json, CellsJson cells, Clock clock, boolean writes) {

    void writing() {
        if (!writes) {
            throw new IllegalStateException("a reading transaction does not write");
        }
    }
}
