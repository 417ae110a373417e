package org.lianshen.model.finding;

import java.time.LocalDate;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.finding.FindingState.Stage;
import org.lianshen.model.pack.Severity;

/** What became of a finding so far: facts are applied to it in their order. The waiver goes beside the other stages, so that one that ends leaves them as they were. */
final class FindingCourse {

    private final FindingFacts facts;
    private Stage stage = Stage.NEW;
    private LocalDate since;
    private LocalDate opened;
    private LocalDate due;
    private LocalDate goneOn;
    private String owner = "";
    private String letterNo = "";
    private boolean replied;
    private int returned;
    private Waiver waiver;
    private LocalDate waiverSince;
    private FindingStep.Closure closure;
    private Finding last;

    FindingCourse(FindingFacts facts) {
        this.facts = facts;
    }

    FindingFacts facts() {
        return facts;
    }

    Finding finding() {
        return facts.current() == null ? last : facts.current();
    }

    boolean present() {
        return facts.current() != null;
    }

    void turn(FindingTurn turn) {
        LocalDate day = facts.day(turn.at());
        if (!turn.present()) {
            goneOn = day;
            last = turn.last();
            return;
        }
        if (opened == null) {
            opened = day;
            since = day;
        } else if (goneOn != null && !goneOn.equals(day)) {
            // Away for more than a slip that was put right on the same day: it begins anew, with its history.
            returned++;
            begin(Stage.NEW, day, null);
            letterNo = "";
            replied = false;
        }
        goneOn = null;
    }

    private void begin(Stage next, LocalDate day, LocalDate nextDue) {
        stage = next;
        since = day;
        due = nextDue;
        closure = null;
    }

    void apply(FindingAct act) {
        LocalDate day = facts.day(act.at());
        if (opened == null) {
            opened = day.isBefore(facts.seen()) ? day : facts.seen();
        }
        switch (act.step()) {
            case FindingStep.Notice notice -> {
                letterNo = notice.letterNo();
                replied = false;
                if (stage == Stage.NEW || stage == Stage.CLOSED) {
                    begin(Stage.NOTIFIED, day, notice.due());
                } else {
                    due = notice.due();
                }
            }
            case FindingStep.Reply reply -> {
                replied = true;
                due = stage == Stage.NOTIFIED ? null : due;
            }
            case FindingStep.Rectification rectification -> begin(Stage.RECTIFYING, day, rectification.due());
            case FindingStep.Verification verification -> begin(verification.accepted() ? Stage.RECTIFIED : Stage.RECTIFYING, day, verification.accepted() ? null : due);
            case FindingStep.WaiverRequest request -> {
                waiver = Waiver.asked(act.id(), request, facts.pack());
                waiverSince = day;
            }
            case FindingStep.WaiverSignature signature -> {
                waiver = waiver.signed(signature(act, signature));
                waiverSince = waiver.standing() == Waiver.Standing.REQUESTED ? waiverSince : day;
            }
            case FindingStep.Closure closed -> {
                begin(Stage.CLOSED, day, null);
                closure = closed;
            }
            case FindingStep.Reopening reopening -> begin(letterNo.isEmpty() ? Stage.NEW : Stage.NOTIFIED, day, null);
            case FindingStep.Assignment assignment -> {
                owner = assignment.owner();
                due = assignment.due() == null ? due : assignment.due();
            }
            case FindingStep.Remark remark -> {
                // said, and nothing else
            }
            case FindingStep.Retraction retraction -> {
                // what it takes back was left out before
            }
        }
    }

    Waiver.Signature signature(FindingAct act, FindingStep.WaiverSignature step) {
        return new Waiver.Signature(act.id(), act.body(), act.signedBy(), act.recordedBy(), act.onBehalf(), step.agreed(), facts.day(act.at()), step.note());
    }

    /** The last waiver asked for, as the signatures left it, or null. */
    Waiver waiver() {
        return waiver;
    }

    /** The waiver as it stands on a day for the finding as it is, or null. */
    Waiver waiver(LocalDate day) {
        return waiver == null ? null : waiver.on(day, facts.current());
    }

    /** The stage apart from waivers and from whether a check still finds it. */
    Stage base(LocalDate day) {
        return stage == Stage.CLOSED && facts.current() != null && Waiver.outgrown(facts.current(), closure.severity(), closure.covered()) ? Stage.NEW : stage;
    }

    Stage stage(LocalDate day) {
        if (!present()) {
            return Stage.CLOSED;
        }
        Waiver now = waiver(day);
        if (now != null && now.standing() == Waiver.Standing.GRANTED) {
            return Stage.WAIVED;
        }
        Stage base = base(day);
        return now != null && now.standing() == Waiver.Standing.REQUESTED && base.open() ? Stage.WAIVER_REQUESTED : base;
    }

    FindingState state(LocalDate day) {
        Stage now = stage(day);
        boolean ofWaiver = now == Stage.WAIVED || now == Stage.WAIVER_REQUESTED;
        LocalDate from = !present() && goneOn != null ? goneOn : ofWaiver ? waiverSince : since;
        LocalDate first = opened == null ? facts.seen() : opened;
        LocalDate until = ofWaiver || now == Stage.CLOSED ? null : due;
        return new FindingState(facts.id(), finding(), present(), now, first, from == null ? first : from, until, until != null && day.isAfter(until), owner, letterNo,
                replied, waiver(day), returned);
    }

    Severity severity() {
        return finding() == null ? Severity.I : finding().severity();
    }
}
