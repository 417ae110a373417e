package org.lianshen.model.meeting;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lianshen.model.pack.Param;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.RulePack;

/**
 * 到会法定人数: how many of the bodies with a vote must be there, and who is (parameters {@code review.quorumNumerator} and {@code review.quorumDenominator}).
 *
 * @param voting bodies with a vote
 * @param needed how many of them must be there
 * @param there  those that are, by a person of theirs or a substitute
 * @param absent those that are not
 * @param rule   the parameter that says so
 */
public record Quorum(int voting, int needed, List<ReviewBody> there, List<ReviewBody> absent, Param rule) {

    private static final String NUMERATOR = "review.quorumNumerator";

    public static Quorum of(Meeting meeting, RulePack pack) {
        return of(meeting, pack, body -> false, body -> false);
    }

    /**
     * Of one item: bodies that are the applicant are left out of the count altogether, those that step back from it or have left are missing.
     *
     * @param applicant whether a body must not take part
     * @param away      whether nobody in the room speaks for a body on this item
     */
    public static Quorum of(Meeting meeting, RulePack pack, Predicate<ReviewBody> applicant, Predicate<ReviewBody> away) {
        List<ReviewBody> voting = pack.bodies().stream().filter(body -> body.votes() && !applicant.test(body)).toList();
        Set<String> present = meeting.attendance().stream().filter(Attendance::represents).map(Attendance::body).filter(body -> body != null).collect(Collectors.toSet());
        voting.stream().filter(away).forEach(body -> present.remove(body.code()));
        int needed = Math.ceilDiv(voting.size() * pack.intParam(NUMERATOR), pack.intParam("review.quorumDenominator"));
        return new Quorum(voting.size(), needed, voting.stream().filter(body -> present.contains(body.code())).toList(),
                voting.stream().filter(body -> !present.contains(body.code())).toList(), pack.params().get(NUMERATOR));
    }

    public boolean reached() {
        return there.size() >= needed;
    }
}
