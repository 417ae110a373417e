package org.lianshen.service.memory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianshen.model.Ids;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.identity.Role;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.Severity;
import org.lianshen.model.proposal.Explanation;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.CheckAnswer;
import org.lianshen.model.review.Cut;
import org.lianshen.model.review.Overall;
import org.lianshen.model.review.Verdict;
import org.lianshen.service.proposal.ProposalDesk;
import org.lianshen.service.review.ReviewDesk;
import org.lianshen.service.session.ChangeHub;
import org.lianshen.service.session.Desk;

/** A store, a clock that tests turn, and the people who act in it. */
public final class World {

    /** A Monday. */
    public static final LocalDate START = LocalDate.of(2026, 11, 2);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final TurnedClock clock = new TurnedClock(START.atTime(9, 0).atZone(ZONE).toInstant());
    private final MemoryStore store = new MemoryStore(clock);
    private final RulePack pack;

    public World() {
        this(PackFixture.pack());
    }

    public World(RulePack pack) {
        this.pack = pack;
    }

    public MemoryStore store() {
        return store;
    }

    public Clock clock() {
        return clock;
    }

    public RulePack pack() {
        return pack;
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Turns the clock by working days of the pack. */
    public void workdays(int days) {
        LocalDate to = pack.calendar().plusWorkdays(today(), days);
        clock.by(Duration.ofDays(today().until(to, java.time.temporal.ChronoUnit.DAYS)));
    }

    public void minutes(int minutes) {
        clock.by(Duration.ofMinutes(minutes));
    }

    public Desk desk(Actor actor) {
        return new Desk(actor, day -> pack, store, clock, new Ids(clock), new ChangeHub());
    }

    public Desk oneself() {
        return desk(Actor.oneself("somebody"));
    }

    public static Actor person(String name, String body, String unit, Role... roles) {
        return new Actor(name, name + "的姓名", body, unit, Set.of(roles), false);
    }

    /** Submits the form with a reason for every warning. */
    public Proposal submit(Desk desk, ProposalForm form) {
        var proposals = new ProposalDesk(desk, null);
        return proposals.submit(proposals.create(form).id(), reasons(desk, form), Map.of());
    }

    public static List<Explanation> reasons(Desk desk, ProposalForm form) {
        return new ProposalDesk(desk, null).check(form).stream().filter(finding -> finding.severity() == Severity.W)
                .map(finding -> new Explanation(finding.check(), finding.place(), "情况属实")).toList();
    }

    /** An opinion with an answer to each item of the body. @param failed codes that do not pass */
    public ActDetail.Opinion opinion(String body, int version, Overall overall, List<Cut> cuts, String... failed) {
        var answers = pack.checkItems(body).stream().map(item -> List.of(failed).contains(item.code())
                ? new CheckAnswer(item.code(), Verdict.FAIL, "不符合要求", "修改", "") : new CheckAnswer(item.code(), Verdict.PASS, "", "", "")).toList();
        return new ActDetail.Opinion(version, answers, overall, cuts, "", "");
    }

    /** Accepted and agreed to by every body but those that abstain: ready for the meeting. */
    public Proposal ready(Desk desk, ProposalForm form, String... abstaining) {
        Proposal proposal = submit(desk, form);
        var reviews = new ReviewDesk(desk, null, null);
        reviews.accept(proposal.id());
        pack.bodies().stream().filter(body -> !List.of(abstaining).contains(body.code())).forEach(body -> reviews.sign(proposal.id(), body.code(), opinion(body.code(), 1, Overall.AGREE, List.of())));
        return proposal;
    }

    private static final class TurnedClock extends Clock {

        private Instant now;

        TurnedClock(Instant now) {
            this.now = now;
        }

        void by(Duration step) {
            now = now.plus(step);
        }

        @Override
        public ZoneId getZone() {
            return ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("one zone");
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
