package org.lianshen.model.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lianshen.model.Message;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.BodyStatus;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.model.review.ReviewActs;
import org.lianshen.model.review.ReviewFacts;
import org.lianshen.model.review.ReviewState;
import org.lianshen.model.review.ReviewStates;

/**
 * What becomes of the acts that came back on one project: a pure function of what left, what is here now and what came back. Acts are told apart by id; one that is
 * here already is never taken twice, and where both sides changed the same opinion nothing is decided by the program.
 *
 * @param fresh  acts that are not here yet, numbered behind those that are
 * @param reason why nothing is taken, or null
 * @param mine   act of the opinion here that the other side has not seen; null where there is none
 * @param theirs act of the opinion that came back; null where it was taken back there
 */
public record ReturnedWork(UUID proposal, String reviewNo, Kind kind, List<ReviewAct> fresh, Message reason, OpinionComparison comparison, ReviewAct mine, ReviewAct theirs) {

    /** Words are texts {@code exchange.work.NAME}. */
    public enum Kind {
        /** Can be taken as it is. */ FITS,
        /** Both sides changed the opinion: a person compares and chooses. */ CONFLICT,
        /** Everything in it is here. */ NOTHING_NEW,
        /** Against the rules, see the reason. */ REFUSED
    }

    public ReturnedWork {
        fresh = List.copyOf(fresh);
    }

    /**
     * What is known here.
     *
     * @param proposal null where there is none of this id
     * @param facts    with all acts, null where there is no proposal
     * @param left     when a package with this version went to them first
     * @param now      moment of the merge
     */
    public record Here(Proposal proposal, ReviewFacts facts, PackageFact.Part part, KeyCard sender, Instant left, Instant now) {
    }

    public static ReturnedWork judge(Here here, PackageContent.Returned returned) {
        if (here.proposal() == null || here.part() == null) {
            return refused(returned, Message.of("exchange.refuse.unknownProject", String.valueOf(returned.reviewNo())));
        }
        Map<UUID, ReviewAct> known = new HashMap<>();
        here.facts().acts().forEach(act -> known.put(act.id(), act));
        var fresh = new ArrayList<ReviewAct>();
        UUID expected = here.part().opinion();
        for (ReviewAct act : returned.acts()) {
            ReviewAct twin = known.get(act.id());
            if (twin != null && !numbered(act, twin.seq()).equals(twin)) {
                return refused(returned, Message.of("exchange.refuse.actChanged", here.proposal().reviewNo()));
            }
            if (twin == null) {
                fresh.add(numbered(act, here.facts().acts().size() + fresh.size() + 1));
            } else {
                // What they did before an act that is here was passed over when that one was taken.
                fresh.clear();
                expected = act.detail() instanceof ActDetail.Opinion ? act.id() : null;
            }
        }
        if (fresh.isEmpty()) {
            return nothingNew(returned, Message.of("exchange.refuse.nothingNew", here.proposal().reviewNo()));
        }
        return new Course(here, returned, fresh, expected).judge();
    }

    private static ReturnedWork refused(PackageContent.Returned returned, Message reason) {
        return new ReturnedWork(returned.proposal(), returned.reviewNo(), Kind.REFUSED, List.of(), reason, null, null, null);
    }

    private static ReturnedWork nothingNew(PackageContent.Returned returned, Message reason) {
        return new ReturnedWork(returned.proposal(), returned.reviewNo(), Kind.NOTHING_NEW, List.of(), reason, null, null, null);
    }

    /** The same act at another place of the order: each store counts for itself. */
    public static ReviewAct numbered(ReviewAct act, int seq) {
        return new ReviewAct(act.id(), act.proposal(), seq, act.round(), act.body(), act.signedBy(), act.recordedBy(), act.onBehalf(), act.scan(), act.at(), act.detail());
    }

    /** The act as if it were done at a moment: whether it may still be done is asked of today, whatever its own date says. */
    public static ReviewAct dated(ReviewAct act, Instant at) {
        return new ReviewAct(act.id(), act.proposal(), act.seq(), act.round(), act.body(), act.signedBy(), act.recordedBy(), act.onBehalf(), act.scan(), at, act.detail());
    }

    /** As people read it. */
    static String moment(Instant at, ZoneId zone) {
        return at == null ? "" : DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").format(at.atZone(zone));
    }

    /** Who did an act in a store of this key. */
    public static Actor actor(ReviewAct act, KeyCard sender) {
        return new Actor(act.recordedBy(), String.valueOf(act.signedBy()), sender.body(), null, Set.of(), false);
    }

    /** The act whose opinion of a body counts on a day, or null. */
    public static ReviewAct counted(ReviewState state, String body) {
        return state.bodies().stream().filter(status -> status.body().equals(body)).map(BodyStatus::act).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** @param expected id of the opinion that counted when they went on from there, or null */
    private record Course(Here here, PackageContent.Returned returned, List<ReviewAct> fresh, UUID expected) {

        ReturnedWork judge() {
            Message strange = strange();
            if (strange != null) {
                return refused(returned, strange);
            }
            int now = here.proposal().versions().size();
            if (here.part().versionNo() != now || !here.part().digest().equals(here.proposal().latest().digest()) || !here.part().digest().equals(returned.digest())) {
                return refused(returned, Message.of("exchange.refuse.superseded", here.proposal().reviewNo(), here.part().versionNo(), now));
            }
            String body = fresh.getFirst().body();
            ReviewAct mine = counted(ReviewStates.on(here.facts(), day()), body);
            ReviewAct theirs = theirs();
            boolean touched = !Objects.equals(mine == null ? null : mine.id(), expected);
            return touched ? conflict(body, mine, theirs) : fits(theirs);
        }

        private LocalDate day() {
            return LocalDate.ofInstant(here.now(), here.facts().zone());
        }

        /** Of opinions of the sender's own, given after the package left, and nothing else. */
        private Message strange() {
            String reviewNo = here.proposal().reviewNo();
            String body = here.sender().body();
            for (ReviewAct act : fresh) {
                boolean kind = act.detail() instanceof ActDetail.Opinion || act.detail() instanceof ActDetail.OpinionWithdrawal;
                if (!kind || !here.proposal().id().equals(act.proposal()) || act.onBehalf() || act.scan() != null || !here.sender().owns(act.recordedBy())
                        || !body.equals(act.body()) || act.signedBy() == null || act.signedBy().isBlank()) {
                    return Message.of("exchange.refuse.notTheirs", reviewNo);
                }
                if (act.at() == null || act.at().isBefore(here.left()) || act.at().isAfter(here.now())) {
                    return Message.of("exchange.refuse.clock", reviewNo, moment(act.at(), here.facts().zone()));
                }
            }
            return null;
        }

        private ReviewAct theirs() {
            ReviewAct last = fresh.getLast();
            return last.detail() instanceof ActDetail.Opinion ? last : null;
        }

        private ReturnedWork fits(ReviewAct theirs) {
            ReviewFacts facts = here.facts();
            for (ReviewAct act : fresh) {
                Optional<Message> against = against(facts, act);
                if (against.isPresent()) {
                    return refused(returned, against.get());
                }
                facts = with(facts, act);
            }
            ReviewAct counts = counted(ReviewStates.on(facts, day()), fresh.getFirst().body());
            if (!Objects.equals(counts == null ? null : counts.id(), theirs == null ? null : theirs.id())) {
                return refused(returned, Message.of("exchange.refuse.rulesChanged", here.proposal().reviewNo()));
            }
            return new ReturnedWork(returned.proposal(), here.proposal().reviewNo(), Kind.FITS, fresh, null, null, null, theirs);
        }

        private ReturnedWork conflict(String body, ReviewAct mine, ReviewAct theirs) {
            var comparison = new OpinionComparison(opinion(base()), opinion(mine), opinion(theirs));
            if (comparison.same()) {
                return nothingNew(returned, Message.of("exchange.refuse.same", here.proposal().reviewNo()));
            }
            Optional<Message> against = mayBeChosen(body, mine, theirs);
            if (against.isPresent()) {
                return refused(returned, against.get());
            }
            return new ReturnedWork(returned.proposal(), here.proposal().reviewNo(), Kind.CONFLICT, fresh, null, comparison, mine, theirs);
        }

        private ReviewAct base() {
            return here.facts().acts().stream().filter(act -> act.id().equals(expected)).findFirst().orElse(null);
        }

        /** What would stand against the opinion that came back if the one here were taken back first. */
        private Optional<Message> mayBeChosen(String body, ReviewAct mine, ReviewAct theirs) {
            ReviewFacts facts = here.facts();
            if (mine != null) {
                var withdrawal = new ReviewAct(new UUID(0, 0), mine.proposal(), facts.acts().size() + 1, mine.round(), body, "?", "?", true, null, here.now(), new ActDetail.OpinionWithdrawal("?"));
                Optional<Message> against = ReviewActs.refusal(facts, withdrawal);
                if (against.isPresent()) {
                    return against;
                }
                facts = with(facts, withdrawal);
            }
            return theirs == null ? Optional.empty() : against(facts, numbered(theirs, facts.acts().size() + 1));
        }

        private Optional<Message> against(ReviewFacts facts, ReviewAct act) {
            ReviewAct today = dated(act, here.now());
            return ReviewActs.refusal(facts, today)
                    .or(() -> ReviewActs.refusalFor(actor(act, here.sender()), facts, today, List.of(here.proposal().createdBy(), here.proposal().editedBy())));
        }

        private static ReviewFacts with(ReviewFacts facts, ReviewAct act) {
            var acts = new ArrayList<>(facts.acts());
            acts.add(act);
            return new ReviewFacts(facts.versions(), acts, facts.pack(), facts.zone(), facts.then());
        }

        private static ActDetail.Opinion opinion(ReviewAct act) {
            return act == null ? null : (ActDetail.Opinion) act.detail();
        }
    }
}
