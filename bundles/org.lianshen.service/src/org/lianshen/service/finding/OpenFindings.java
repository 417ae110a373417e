package org.lianshen.service.finding;

import java.util.List;
import org.lianshen.model.finding.FindingStandings;
import org.lianshen.model.finding.FindingState;
import org.lianshen.model.linkage.CheckRun;
import org.lianshen.model.linkage.Finding;
import org.lianshen.service.session.Desk;
import org.lianshen.service.store.Tx;

/** Those findings of a run that are neither waived nor closed today: they block budget lines and are told to units. */
public final class OpenFindings {

    private OpenFindings() {
    }

    /** In the order of the run. */
    public static List<Finding> of(Tx tx, CheckRun run, Desk desk) {
        FindingStandings standings = FindingStandings.of(run, tx.findings().acts(run.year()), tx.findings().turns(run.year()), desk.pack(), desk.clock().getZone(), desk.today());
        return standings.states().stream().filter(state -> state.stage().open()).map(FindingState::finding).toList();
    }
}
