package org.lianshen.model.review;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.lianshen.model.Money;
import org.lianshen.model.proposal.ProposalForm;

/** The cuts that the bodies proposed, as approvals of lines. */
public final class ProposedCuts {

    private ProposedCuts() {
    }

    /** Where exactly what the bodies proposed was taken off, their cuts on the lines stand and need not be typed again; else none. */
    public static List<LineApproval> lines(ReviewState state, ProposalForm form, Money approved) {
        return approved == null || !approved.equals(state.applied().minus(state.proposedCut())) ? List.of() : lines(state, form);
    }

    /** The lines with a proposed cut, the largest of each taken off, with the reason of whoever proposed it. */
    public static List<LineApproval> lines(ReviewState state, ProposalForm form) {
        Map<Integer, Cut> largest = new TreeMap<>();
        state.bodies().stream().map(BodyStatus::act).filter(Objects::nonNull).map(act -> (ActDetail.Opinion) act.detail())
                .flatMap(opinion -> opinion.cuts().stream()).forEach(cut -> largest.merge(cut.lineNo(), cut, (a, b) -> b.amount().moreThan(a.amount()) ? b : a));
        return form.estimate().stream().filter(line -> largest.containsKey(line.no()))
                .map(line -> new LineApproval(line.no(), line.amount().minus(largest.get(line.no()).amount()), largest.get(line.no()).reason())).toList();
    }
}
