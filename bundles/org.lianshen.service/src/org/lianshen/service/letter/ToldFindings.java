package org.lianshen.service.letter;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lianshen.model.finding.FindingAct;
import org.lianshen.model.finding.FindingFacts;
import org.lianshen.model.finding.FindingId;
import org.lianshen.model.finding.FindingStates;
import org.lianshen.model.finding.FindingStep;
import org.lianshen.model.finding.FindingTurn;
import org.lianshen.model.letter.Letter;
import org.lianshen.model.linkage.CheckRun;
import org.lianshen.model.linkage.Finding;
import org.lianshen.service.session.Desk;
import org.lianshen.service.store.Tx;

/** Enters into the life of findings that a letter told them: 已告知 with its number and the day for the reply. All in the transaction that keeps the letter. */
final class ToldFindings {

    private final Tx tx;
    private final Desk desk;
    private final CheckRun run;
    private final Map<FindingId, Finding> present = new HashMap<>();
    private final Map<FindingId, List<FindingAct>> acts;
    private final Map<FindingId, List<FindingTurn>> turns;

    ToldFindings(Tx tx, Desk desk, CheckRun run) {
        this.tx = tx;
        this.desk = desk;
        this.run = run;
        run.findings().forEach(finding -> present.put(FindingId.of(finding), finding));
        acts = tx.findings().acts(run.year()).stream().collect(Collectors.groupingBy(FindingAct::finding));
        turns = tx.findings().turns(run.year()).stream().collect(Collectors.groupingBy(FindingTurn::finding));
    }

    /** A step that the state of a finding refuses, such as telling what is being waived, is left out: the letter itself is the fact. */
    void notice(Letter letter) {
        for (Letter.Told told : letter.findings()) {
            var id = new FindingId(told.rule(), told.key());
            List<FindingAct> before = acts.getOrDefault(id, List.of());
            List<FindingTurn> came = turns.getOrDefault(id, List.of());
            var facts = new FindingFacts(id, present.get(id), run.at().atZone(desk.clock().getZone()).toLocalDate(), before, came, desk.pack(), desk.clock().getZone());
            var act = new FindingAct(desk.ids().next(), run.year(), id, run.id(), desk.actor().body(), desk.actor().display(), desk.actor().name(), false, null, after(before, came),
                    new FindingStep.Notice(letter.number(), letter.due()));
            if (FindingStates.refusal(facts, act).isEmpty()) {
                tx.findings().add(act);
            }
        }
    }

    /** Now, and after all that was done before: clocks of several desktops differ, the order of facts must not. */
    private Instant after(List<FindingAct> before, List<FindingTurn> came) {
        Instant last = Stream.concat(before.stream().map(FindingAct::at), came.stream().map(FindingTurn::at)).max(java.util.Comparator.naturalOrder()).orElse(Instant.MIN);
        Instant now = desk.clock().instant();
        return now.isAfter(last) ? now : last.plusNanos(1);
    }
}
