package org.lianshen.model.review;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lianshen.model.Message;
import org.lianshen.model.pack.CheckItem;
import org.lianshen.model.proposal.EstimateLine;
import org.lianshen.model.proposal.ProposalForm;

/** Whether an opinion is whole and does not contradict itself (domain.md §3.6). */
final class OpinionRules {

    private OpinionRules() {
    }

    /** Null where the opinion may be signed. @param items the check items of the body */
    static Message refusal(ActDetail.Opinion opinion, List<CheckItem> items, ProposalForm form) {
        if (opinion.overall() == null) {
            return Message.of("review.refuse.noOverall");
        }
        return switch (opinion.overall()) {
            case NO_DUTY, RECUSED -> nothingElse(opinion);
            case AGREE, AGREE_WITH_CHANGES, DISAGREE -> ActRules.first(answers(opinion, items), () -> overall(opinion, items), () -> cuts(opinion.cuts(), form));
        };
    }

    private static Message nothingElse(ActDetail.Opinion opinion) {
        boolean silent = opinion.cuts().isEmpty() && ActRules.blank(opinion.conditions())
                && opinion.answers().stream().noneMatch(answer -> answer.verdict() == Verdict.FAIL || answer.verdict() == Verdict.DOUBT);
        return silent ? null : Message.of("review.refuse.silentBody", overallWord(opinion));
    }

    private static Message overallWord(ActDetail.Opinion opinion) {
        return Message.of("review.overall." + opinion.overall().name());
    }

    private static Message answers(ActDetail.Opinion opinion, List<CheckItem> items) {
        var known = items.stream().map(CheckItem::code).collect(Collectors.toSet());
        var answered = new HashSet<String>();
        for (CheckAnswer answer : opinion.answers()) {
            if (!known.contains(answer.item()) || !answered.add(answer.item())) {
                return Message.of("review.refuse.unknownItem", answer.item());
            }
            if (answer.verdict() == null) {
                answered.remove(answer.item());
            } else if ((answer.verdict() == Verdict.FAIL || answer.verdict() == Verdict.DOUBT) && ActRules.blank(answer.problem())) {
                return Message.of("review.refuse.noProblem", answer.item(), Message.of("review.verdict." + answer.verdict().name()));
            }
        }
        List<String> open = items.stream().map(CheckItem::code).filter(code -> !answered.contains(code)).toList();
        return open.isEmpty() ? null : Message.of("review.refuse.openItems", open);
    }

    private static Message overall(ActDetail.Opinion opinion, List<CheckItem> items) {
        var failed = opinion.answers().stream().filter(answer -> answer.verdict() == Verdict.FAIL).map(CheckAnswer::item).toList();
        Optional<CheckItem> veto = items.stream().filter(item -> item.veto() && failed.contains(item.code())).findFirst();
        boolean asks = !opinion.cuts().isEmpty() || !ActRules.blank(opinion.conditions()) || !ActRules.blank(opinion.remark())
                || opinion.answers().stream().anyMatch(answer -> !ActRules.blank(answer.suggestion()));
        if (opinion.overall() == Overall.AGREE && veto.isPresent()) {
            return Message.of("review.refuse.agreeDespiteVeto", veto.get().code());
        }
        if (opinion.overall() == Overall.AGREE_WITH_CHANGES && !asks) {
            return Message.of("review.refuse.noChanges");
        }
        if (opinion.overall() == Overall.DISAGREE && failed.isEmpty() && ActRules.blank(opinion.remark())) {
            return Message.of("review.refuse.noReason");
        }
        return null;
    }

    private static Message cuts(List<Cut> cuts, ProposalForm form) {
        Map<Integer, EstimateLine> lines = form.estimate().stream().collect(Collectors.toMap(EstimateLine::no, Function.identity(), (first, second) -> first));
        var seen = new HashSet<Integer>();
        for (Cut cut : cuts) {
            EstimateLine line = lines.get(cut.lineNo());
            if (line == null || !seen.add(cut.lineNo())) {
                return Message.of("review.refuse.cutLine", cut.lineNo());
            }
            if (cut.amount() == null || !cut.amount().isPositive() || line.amount() == null || cut.amount().moreThan(line.amount())) {
                return Message.of("review.refuse.cutAmount", cut.lineNo(), line.item());
            }
            if (ActRules.blank(cut.reason())) {
                return Message.of("review.refuse.cutReason", cut.lineNo(), line.item());
            }
        }
        return null;
    }
}
