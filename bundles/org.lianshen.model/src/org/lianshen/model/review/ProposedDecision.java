package org.lianshen.model.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.proposal.ProposalForm;

/**
 * The decision that the opinions of a round amount to, so that a meeting that agrees with them need not type it: consent approves with the cuts that the bodies proposed,
 * conditions make it 修改后通过, a suggested rejection rejects. Where somebody is against or silent, nothing is proposed: that the meeting must settle itself.
 *
 * @param kind     null where nothing is proposed
 * @param approved 核定额, null where the kind has none
 * @param why      what it follows from, or why nothing is proposed
 */
public record ProposedDecision(DecisionKind kind, Money approved, List<LineApproval> lines, List<Condition> conditions, Message why) {

    private static final Pattern NUMBERING = Pattern.compile("^\\s*(?:[(（]?\\d{1,2}[)）.、．]|[(（][一二三四五六七八九十]{1,2}[)）]|[一二三四五六七八九十]{1,2}、)\\s*");
    private static final String CONDITION_DAYS = "days.condition";

    public ProposedDecision {
        lines = List.copyOf(lines);
        conditions = List.copyOf(conditions);
    }

    /** @param present codes of the bodies that speak for themselves in the room @param day of the meeting, from which the time for conditions runs; may be null */
    public static ProposedDecision of(ReviewState state, ProposalForm form, RulePack pack, Set<String> present, LocalDate day) {
        if (state.steps().preRejection() != null) {
            String reason = ((ActDetail.PreRejection) state.steps().preRejection().detail()).reason();
            return new ProposedDecision(DecisionKind.REJECTED, null, List.of(), List.of(), Message.of("meeting.proposed.rejected", reason));
        }
        if (!state.state().forTheMeeting()) {
            return nothing(Message.of("meeting.proposed.state", Message.of("review.state." + state.state().name())));
        }
        List<Message> against = state.bodies().stream().filter(body -> body.standing() == BodyStatus.Standing.AGAINST).map(body -> ActRules.name(body.office(pack))).toList();
        if (!against.isEmpty()) {
            return nothing(Message.of("meeting.proposed.against", against));
        }
        if (state.steps().experts() != null && ((ActDetail.ExpertReview) state.steps().experts().detail()).conclusion() == Overall.DISAGREE) {
            return nothing(Message.of("meeting.proposed.experts"));
        }
        List<Message> silent = state.bodies().stream().filter(body -> body.silent() && body.required(pack) && !present.contains(body.body()))
                .map(body -> ActRules.name(body.office(pack))).toList();
        if (!silent.isEmpty() && !pack.flag("review.overdueIsConsent")) {
            return nothing(Message.of("meeting.proposed.silent", silent));
        }
        List<LineApproval> lines = ProposedCuts.lines(state, form);
        Money approved = state.applied().minus(state.proposedCut());
        List<Condition> conditions = conditions(state, form, pack, day);
        if (!conditions.isEmpty()) {
            return new ProposedDecision(DecisionKind.CONDITIONAL, approved, lines, conditions, Message.of("meeting.proposed.conditional", conditions.size(), state.proposedCut()));
        }
        return new ProposedDecision(DecisionKind.APPROVED, approved, lines, List.of(),
                state.proposedCut().isPositive() ? Message.of("meeting.proposed.cut", state.proposedCut()) : Message.of("meeting.proposed.consent"));
    }

    private static ProposedDecision nothing(Message why) {
        return new ProposedDecision(null, null, List.of(), List.of(), why);
    }

    /** What the bodies asked for, each wish once, of the applicant, in as many working days as the pack gives. */
    public static List<Condition> conditions(ReviewState state, ProposalForm form, RulePack pack, LocalDate day) {
        Set<String> asked = new LinkedHashSet<>();
        for (BodyStatus body : state.bodies()) {
            if (body.act() != null && body.act().detail() instanceof ActDetail.Opinion opinion) {
                asked(opinion).forEach(asked::add);
            }
        }
        boolean known = day != null && pack.params().containsKey(CONDITION_DAYS);
        LocalDate due = known ? pack.calendar().plusWorkdays(day, pack.intParam(CONDITION_DAYS)) : null;
        var conditions = new ArrayList<Condition>();
        asked.forEach(text -> conditions.add(new Condition(conditions.size() + 1, text, form.unit(), due)));
        return conditions;
    }

    /** The conditions of an opinion, line by line; of 修改后同意 that cuts nothing and names none, what it says instead. */
    static List<String> asked(ActDetail.Opinion opinion) {
        List<String> named = lines(opinion.conditions());
        if (!named.isEmpty() || opinion.overall() != Overall.AGREE_WITH_CHANGES || !opinion.cuts().isEmpty()) {
            return named;
        }
        List<String> suggested = opinion.answers().stream().flatMap(answer -> lines(answer.suggestion()).stream()).toList();
        return suggested.isEmpty() ? lines(opinion.remark()) : suggested;
    }

    private static List<String> lines(String text) {
        return text == null ? List.of() : text.lines().map(line -> NUMBERING.matcher(line).replaceFirst("").strip()).filter(line -> !line.isEmpty()).toList();
    }
}
