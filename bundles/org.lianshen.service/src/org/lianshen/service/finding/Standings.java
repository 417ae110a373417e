package org.lianshen.service.finding;

import org.lianshen.model.finding.FindingStandings;
import org.lianshen.model.linkage.CheckRun;
import org.lianshen.service.session.Desk;
import org.lianshen.service.store.Tx;

/** How the findings of a run stand today. */
public final class Standings {

    private Standings() {
    }

    public static FindingStandings of(Tx tx, CheckRun run, Desk desk) {
        return FindingStandings.of(run, tx.findings().acts(run.year()), tx.findings().turns(run.year()), desk.pack(), desk.clock().getZone(), desk.today());
    }
}
