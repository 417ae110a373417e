package org.lianshen.model;

import java.util.List;

/** A row was changed by somebody else since it was read. Both versions are in hand so that a window can show them side by side. */
public final class StaleWrite extends UserProblem {

    private static final long serialVersionUID = 1L;
    private final transient Object mine;
    private final transient Object stored;

    public StaleWrite(String what, Object mine, Object stored) {
        super(List.of(Message.of("store.stale", what)));
        this.mine = mine;
        this.stored = stored;
    }

    public Object mine() {
        return mine;
    }

    public Object stored() {
        return stored;
    }
}
