package org.lianshen.model.meeting;

import java.util.HashMap;
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
 * @param noted    by code of a unit that was asked besides, neither answered nor came: what the chair has noted about it, so that it does not stand in the way of an
 *                 approval for ever
 */
public record AgendaItem(UUID proposal, String reporter, String discussion, Map<String, Vote> votes, DecisionKind kind, Money approved, List<LineApproval> lines,
        List<Condition> conditions, UUID mergedInto, String overrule, Map<String, String> noted) {

    public AgendaItem {
        votes = Map.copyOf(votes);
        lines = List.copyOf(lines);
        conditions = List.copyOf(conditions);
        noted = Map.copyOf(noted);
    }

    /** With nothing noted. */
    public AgendaItem(UUID proposal, String reporter, String discussion, Map<String, Vote> votes, DecisionKind kind, Money approved, List<LineApproval> lines,
            List<Condition> conditions, UUID mergedInto, String overrule) {
        this(proposal, reporter, discussion, votes, kind, approved, lines, conditions, mergedInto, overrule, Map.of());
    }

    public static AgendaItem of(UUID proposal) {
        return new AgendaItem(proposal, "", "", Map.of(), null, null, List.of(), List.of(), null, null);
    }

    /** Kinds without an amount clear it, kinds without conditions clear them. */
    public AgendaItem decided(DecisionKind newKind, Money amount, List<LineApproval> newLines, List<Condition> newConditions, UUID into, String newOverrule) {
        boolean approves = newKind == DecisionKind.APPROVED || newKind == DecisionKind.CONDITIONAL;
        boolean asks = newKind == DecisionKind.CONDITIONAL || newKind == DecisionKind.RETURNED;
        return new AgendaItem(proposal, reporter, discussion, votes, newKind, approves ? amount : null, approves ? newLines : List.of(), asks ? newConditions : List.of(),
                newKind == DecisionKind.MERGED ? into : null, newOverrule == null || newOverrule.isBlank() ? null : newOverrule, noted);
    }

    public AgendaItem said(String newReporter, String newDiscussion) {
        return new AgendaItem(proposal, newReporter, newDiscussion, votes, kind, approved, lines, conditions, mergedInto, overrule, noted);
    }

    /** @param vote null takes it back */
    public AgendaItem voted(String body, Vote vote) {
        var cast = new HashMap<>(votes);
        if (vote == null) {
            cast.remove(body);
        } else {
            cast.put(body, vote);
        }
        return new AgendaItem(proposal, reporter, discussion, cast, kind, approved, lines, conditions, mergedInto, overrule, noted);
    }

    public AgendaItem discussed(String words) {
        return new AgendaItem(proposal, reporter, words, votes, kind, approved, lines, conditions, mergedInto, overrule, noted);
    }

    /** @param words blank takes the note back */
    public AgendaItem noted(String unit, String words) {
        var notes = new HashMap<>(noted);
        if (words == null || words.isBlank()) {
            notes.remove(unit);
        } else {
            notes.put(unit, words.strip());
        }
        return new AgendaItem(proposal, reporter, discussion, votes, kind, approved, lines, conditions, mergedInto, overrule, notes);
    }

    public enum Vote {
        /** 同意 */ FOR,
        /** 不同意 */ AGAINST,
        /** 弃权 */ ABSTAIN,
        /** 回避 */ RECUSED
    }
}
