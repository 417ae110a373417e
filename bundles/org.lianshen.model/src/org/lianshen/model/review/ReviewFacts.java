package org.lianshen.model.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.lianshen.model.Money;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.proposal.ProposalVersion;

/**
 * Everything that the state of one proposal follows from, besides the date asked for.
 *
 * @param versions submitted versions, any order
 * @param acts     any order; they are taken by {@link ReviewAct#seq()}
 * @param pack     judges what is still open
 * @param zone     turns instants into days
 * @param then     the pack that was in force at a moment: an act is judged under the rules under which it was done, so that what was decided stays decided when
 *                 another pack is published
 */
public record ReviewFacts(List<ProposalVersion> versions, List<ReviewAct> acts, RulePack pack, ZoneId zone, Function<Instant, RulePack> then) {

    public ReviewFacts {
        versions = versions.stream().sorted(Comparator.comparingInt(ProposalVersion::no)).toList();
        acts = acts.stream().sorted(Comparator.comparingInt(ReviewAct::seq)).toList();
    }

    /** Facts of a place whose pack never changed. */
    public ReviewFacts(List<ProposalVersion> versions, List<ReviewAct> acts, RulePack pack, ZoneId zone) {
        this(versions, acts, pack, zone, at -> pack);
    }

    public static ReviewFacts of(Proposal proposal, List<ReviewAct> acts, RulePack pack, ZoneId zone) {
        return new ReviewFacts(proposal.versions(), acts, pack, zone);
    }

    public static ReviewFacts of(Proposal proposal, List<ReviewAct> acts, RulePack pack, ZoneId zone, Function<Instant, RulePack> then) {
        return new ReviewFacts(proposal.versions(), acts, pack, zone, then);
    }

    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** Null where there is no version of this number by that day. */
    ProposalVersion version(int no, LocalDate by) {
        return versions.stream().filter(version -> version.no() == no && !day(version.submittedAt()).isAfter(by)).findFirst().orElse(null);
    }

    /** 申报额: the total investment, or the sum of the estimate where the form gives none. */
    public static Money applied(ProposalForm form) {
        Money total = form.money(ProposalField.TOTAL_INVESTMENT);
        return total == null ? form.estimateTotal() : total;
    }
}
