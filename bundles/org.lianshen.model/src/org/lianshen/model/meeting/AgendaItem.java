package org.lianshen.model.meeting;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lianshen.model.Money;
import org.lianshen.model.review.Condition;
import org.lianshen.model.review.DecisionKind;
import org.lianshen.model.review.LineApproval;

/**
 * A project on the agenda, with what the room decided so far.
 *
 * @param votes    by body code
 * @param kind     null until decided
 * @param approved 核定额; null where the kind has none
 */
public record AgendaItem(UUID proposal, String reporter, String discussion, Map<String, Vote> votes, DecisionKind kind, Money approved, List<LineApproval> lines,
        List<Condition> conditions, UUID mergedInto, String overrule) {

    public AgendaItem {
        votes = Map.copyOf(votes);
        lines = List.copyOf(lines);
        conditions = List.copyOf(conditions);
    }

    public static AgendaItem of(UUID proposal) {
        return new AgendaItem(proposal, "", "", Map.of(), null, null, List.of(), List.of(), null, null);
    }

    public enum Vote {
        /** 同意 */ FOR,
        /** 不同意 */ AGAINST,
        /** 弃权 */ ABSTAIN,
        /** 回避 */ RECUSED
    }
}
