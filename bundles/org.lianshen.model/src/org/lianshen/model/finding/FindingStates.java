package org.lianshen.model.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lianshen.model.Message;

/** States of findings: a pure function of acts, turns, pack and day. A signature that could not follow upon what was before it has no effect. */
public final class FindingStates {

    private FindingStates() {
    }

    /** The state at the end of a day. */
    public static FindingState on(FindingFacts facts, LocalDate day) {
        return course(facts, day).state(day);
    }

    /** Why an act may not follow upon the facts; empty where it may. Who may do it is asked elsewhere. */
    public static Optional<Message> refusal(FindingFacts facts, FindingAct act) {
        return Optional.ofNullable(FindingRules.refusal(course(facts, facts.day(act.at())), act));
    }

    /** Acts that count, that is without those taken back, oldest first. */
    public static List<FindingAct> counting(List<FindingAct> acts) {
        Map<UUID, FindingAct> byId = new HashMap<>();
        acts.forEach(act -> byId.put(act.id(), act));
        Set<UUID> out = new HashSet<>();
        acts.forEach(act -> {
            if (act.step() instanceof FindingStep.Retraction retraction && mayTakeBack(act, byId.get(retraction.act()))) {
                out.add(retraction.act());
            }
        });
        return acts.stream().filter(act -> act.step() instanceof FindingStep.Retraction || !out.contains(act.id()))
                .sorted(Comparator.comparing(FindingAct::at).thenComparing(FindingAct::id)).toList();
    }

    /** A signature is taken back by its own body alone; a retraction never. */
    static boolean mayTakeBack(FindingAct retraction, FindingAct target) {
        return target != null && !target.at().isAfter(retraction.at()) && !(target.step() instanceof FindingStep.Retraction)
                && !(target.step() instanceof FindingStep.WaiverSignature && !Objects.equals(target.body(), retraction.body()));
    }

    private record Event(Instant at, FindingTurn turn, FindingAct act) {
    }

    private static FindingCourse course(FindingFacts facts, LocalDate day) {
        var events = new ArrayList<Event>();
        facts.turns().stream().filter(turn -> !facts.day(turn.at()).isAfter(day)).forEach(turn -> events.add(new Event(turn.at(), turn, null)));
        List<FindingAct> until = facts.acts().stream().filter(act -> !facts.day(act.at()).isAfter(day)).toList();
        counting(until).forEach(act -> events.add(new Event(act.at(), null, act)));
        events.sort(Comparator.comparing(Event::at).thenComparing((Event event) -> event.turn == null)
                .thenComparing(event -> event.turn == null ? event.act.id() : event.turn.run()));
        var course = new FindingCourse(facts);
        for (Event event : events) {
            if (event.turn != null) {
                course.turn(event.turn);
            } else if (FindingRules.counts(course, event.act)) {
                course.apply(event.act);
            }
        }
        return course;
    }
}
