package org.lianshen.model;

import java.util.List;

/** The person who acts may not do this. The message names the act and the roles that may. */
public final class PermissionDenied extends UserProblem {

    private static final long serialVersionUID = 1L;

    public PermissionDenied(Message message) {
        super(List.of(message));
    }
}
