package org.lianshen.service;

import java.util.UUID;
import java.util.function.Consumer;

/** Tells listeners what was changed by this session, so that open parts can say 已有更新. */
public interface Changes {

    /** @return takes the listener away again */
    AutoCloseable listen(Consumer<Change> listener);

    /** @param id what was changed, or null where many were */
    record Change(Kind kind, UUID id) {
    }

    enum Kind {
        PROPOSAL, REVIEW, MEETING, BUDGET, LINKAGE, APPRAISAL, LEDGER, ACCOUNT, PACK, EXCHANGE, EXPERT, PAPER, TEMPLATE
    }
}
