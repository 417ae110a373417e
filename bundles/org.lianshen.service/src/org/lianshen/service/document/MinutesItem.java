package org.lianshen.service.document;

import java.time.LocalDate;
import java.util.List;

import org.lianshen.model.Money;
import org.lianshen.model.meeting.Absences.Absence;
import org.lianshen.model.meeting.AgendaItem;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.review.DecisionKind;

/**
 * A project of a meeting with what the minutes say of it.
 *
 * @param form       the version that was decided on
 * @param applied    申报额 of that version
 * @param approved   核定额; null where none is given yet, zero or null for kinds that approve nothing
 * @param validUntil last day of the approval, or null
 * @param recused    names of bodies that did not take part in its decision
 * @param absences   who left the room for it, and came back
 * @param mergedInto name of the project that takes over, or null
 */
record MinutesItem(AgendaItem item, ProposalForm form, Money applied, Money approved, LocalDate validUntil, List<String> recused, String mergedInto,
        List<Absence> absences) {

    MinutesItem {
        recused = List.copyOf(recused);
        absences = List.copyOf(absences);
    }

    DecisionKind kind() {
        return item.kind();
    }

    boolean approves() {
        return kind() == DecisionKind.APPROVED || kind() == DecisionKind.CONDITIONAL;
    }

    Money cut() {
        return applied.minus(approved);
    }
}
