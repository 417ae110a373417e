package org.lianshen.model.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.pack.RulePack;

/**
 * What the state of one finding follows from. The order of the lists does not matter.
 *
 * @param current the finding in the run that is looked at, or null where it is not there
 * @param seen    day of the run that is looked at, for findings of which no turn is kept
 * @param pack    who signs waivers and for how long at most
 * @param zone    turns instants into days
 */
public record FindingFacts(FindingId id, Finding current, LocalDate seen, List<FindingAct> acts, List<FindingTurn> turns, RulePack pack, ZoneId zone) {

    public FindingFacts {
        acts = List.copyOf(acts);
        turns = List.copyOf(turns);
    }

    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }
}
