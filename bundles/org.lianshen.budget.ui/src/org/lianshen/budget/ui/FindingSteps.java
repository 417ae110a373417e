package org.lianshen.budget.ui;

import java.util.ArrayList;
import java.util.List;
import org.lianshen.model.finding.FindingState;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.pack.Severity;

/** What can be done about a finding as it stands, by the person at the screen: the next step first. No widgets. */
enum FindingSteps {
    NOTIFY(Permission.HANDLE_FINDING), REPLY(Permission.REPLY_FINDING), RECTIFY(Permission.HANDLE_FINDING), VERIFY(Permission.VERIFY_FINDING),
    WAIVE(Permission.HANDLE_FINDING), SIGN(Permission.SIGN_WAIVER), CLOSE(Permission.HANDLE_FINDING), REOPEN(Permission.HANDLE_FINDING), ASSIGN(Permission.HANDLE_FINDING),
    REMARK(Permission.REPLY_FINDING);

    private final Permission permission;

    FindingSteps(Permission permission) {
        this.permission = permission;
    }

    private boolean may(Actor actor) {
        return actor.may(permission) || this == SIGN && actor.may(Permission.RECORD_PAPER_OPINION);
    }

    static List<FindingSteps> offered(FindingState state, Actor actor) {
        var steps = new ArrayList<FindingSteps>();
        if (!state.present()) {
            return List.of();
        }
        switch (state.stage()) {
            case NEW -> steps.addAll(List.of(NOTIFY, RECTIFY, WAIVE));
            case NOTIFIED -> steps.addAll(state.replied() ? List.of(RECTIFY, VERIFY, WAIVE, NOTIFY) : List.of(REPLY, RECTIFY, WAIVE));
            case RECTIFYING -> steps.addAll(List.of(VERIFY, REPLY, WAIVE));
            case RECTIFIED -> steps.add(REOPEN);
            case WAIVER_REQUESTED -> steps.add(SIGN);
            case WAIVED -> {
                // it stands; nothing is next
            }
            case CLOSED -> steps.add(REOPEN);
        }
        if (state.stage().open() && state.finding().severity() != Severity.E) {
            steps.add(CLOSE);
        }
        if (state.stage() != FindingState.Stage.CLOSED) {
            steps.add(ASSIGN);
        }
        steps.add(REMARK);
        return steps.stream().filter(step -> step.may(actor)).toList();
    }
}
