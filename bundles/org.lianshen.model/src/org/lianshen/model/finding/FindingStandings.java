package org.lianshen.model.finding;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.lianshen.model.linkage.CheckRun;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.summary.Blocked;

/** How all findings of a run stand on a day, and what follows for the budget lines. Screens, exports and letters ask here. */
public final class FindingStandings {

    private final LocalDate day;
    private final List<FindingState> states;
    private final List<FindingState> gone;
    private final Map<FindingId, FindingState> byId = new HashMap<>();
    private final Set<UUID> blocked;
    private final Map<FindingId, List<FindingAct>> acts;

    private FindingStandings(LocalDate day, List<FindingState> states, List<FindingState> gone, Map<FindingId, List<FindingAct>> acts) {
        this.day = day;
        this.states = List.copyOf(states);
        this.gone = List.copyOf(gone);
        this.acts = acts;
        gone.forEach(state -> byId.put(state.id(), state));
        states.forEach(state -> byId.put(state.id(), state));
        blocked = Blocked.lines(open());
    }

    /**
     * @param run   the last run of its year; for an earlier day acts and turns after it do not count
     * @param acts  of the run's year, in any order
     * @param turns of the run's year, in any order
     */
    public static FindingStandings of(CheckRun run, List<FindingAct> acts, List<FindingTurn> turns, RulePack pack, ZoneId zone, LocalDate day) {
        Map<FindingId, List<FindingAct>> actsOf = new HashMap<>();
        acts.forEach(act -> actsOf.computeIfAbsent(act.finding(), none -> new ArrayList<>(2)).add(act));
        Map<FindingId, List<FindingTurn>> turnsOf = new HashMap<>();
        turns.forEach(turn -> turnsOf.computeIfAbsent(turn.finding(), none -> new ArrayList<>(1)).add(turn));
        Map<FindingId, Finding> present = new LinkedHashMap<>();
        run.findings().forEach(finding -> present.put(FindingId.of(finding), finding));
        var states = new ArrayList<FindingState>(present.size());
        present.forEach((id, finding) -> states.add(state(id, finding, run, actsOf, turnsOf, pack, zone, day)));
        var others = new TreeSet<>(turnsOf.keySet());
        others.addAll(actsOf.keySet());
        others.removeAll(present.keySet());
        List<FindingState> gone = others.stream().map(id -> state(id, null, run, actsOf, turnsOf, pack, zone, day)).toList();
        return new FindingStandings(day, states, gone, actsOf);
    }

    private static FindingState state(FindingId id, Finding finding, CheckRun run, Map<FindingId, List<FindingAct>> acts, Map<FindingId, List<FindingTurn>> turns, RulePack pack,
            ZoneId zone, LocalDate day) {
        LocalDate seen = LocalDate.ofInstant(run.at(), zone);
        return FindingStates.on(new FindingFacts(id, finding, seen, acts.getOrDefault(id, List.of()), turns.getOrDefault(id, List.of()), pack, zone), day);
    }

    public LocalDate day() {
        return day;
    }

    /** Of the run's findings, in its order. */
    public List<FindingState> states() {
        return states;
    }

    /** Of the run's findings those that are neither waived nor closed: they are told to units, and what they forbid is forbidden. */
    public List<Finding> open() {
        return states.stream().filter(state -> state.stage().open()).map(FindingState::finding).toList();
    }

    /** Of those that earlier runs had and this one has not, by rule and key. */
    public List<FindingState> gone() {
        return gone;
    }

    /** @throws IllegalArgumentException if the finding is neither of the run nor of an earlier one */
    public FindingState of(Finding finding) {
        FindingState state = byId.get(FindingId.of(finding));
        if (state == null) {
            throw new IllegalArgumentException("unknown finding " + finding.rule() + " " + finding.key());
        }
        return state;
    }

    /** Null where unknown. */
    public FindingState of(FindingId id) {
        return byId.get(id);
    }

    /** 不得纳入预算: whether a forbidden finding about the line is open. A waiver in force lifts it; rectified is what the next check does not find any more. */
    public boolean blocked(UUID line) {
        return blocked.contains(line);
    }

    /** What was done about a finding, also what was taken back, oldest first. */
    public List<FindingAct> acts(FindingId id) {
        return acts.getOrDefault(id, List.of()).stream().sorted(java.util.Comparator.comparing(FindingAct::at).thenComparing(FindingAct::id)).toList();
    }
}
