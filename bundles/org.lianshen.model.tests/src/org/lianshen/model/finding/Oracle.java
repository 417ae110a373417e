package org.lianshen.model.finding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lianshen.model.pack.Severity;

/** Whether a waiver is in force, said once more in another way: by looking at the signatures of the last request instead of walking through the history. */
final class Oracle {

    private Oracle() {
    }

    static boolean waived(Life life, LocalDate day) {
        List<FindingAct> acts = life.acts.stream().filter(act -> !day(act).isAfter(day))
                .filter(act -> life.acts.stream().noneMatch(other -> takesBack(other, act, day))).sorted(Comparator.comparing(FindingAct::at)).toList();
        FindingAct asked = acts.stream().filter(act -> act.step() instanceof FindingStep.WaiverRequest).reduce((a, b) -> b).orElse(null);
        if (asked == null) {
            return false;
        }
        var request = (FindingStep.WaiverRequest) asked.step();
        if (day.isAfter(request.until()) || life.current.severity() == Severity.E && request.severity() != Severity.E
                || life.current.amount().moreThan(request.covered())) {
            return false;
        }
        var yes = new ArrayList<FindingAct>();
        for (FindingAct act : acts) {
            if (!(act.step() instanceof FindingStep.WaiverSignature signature) || !signature.request().equals(asked.id()) || act.at().isBefore(asked.at())
                    || !List.of("FIN", "DATA").contains(act.body()) || day(act).isAfter(request.until())) {
                continue;
            }
            if (yes.stream().anyMatch(other -> other.body().equals(act.body()) || onePerson(other, act))) {
                continue;
            }
            if (!signature.agreed()) {
                return enough(yes, request);
            }
            yes.add(act);
        }
        return enough(yes, request);
    }

    private static boolean enough(List<FindingAct> yes, FindingStep.WaiverRequest request) {
        return yes.size() >= (request.severity() == Severity.E ? 2 : 1);
    }

    private static boolean onePerson(FindingAct a, FindingAct b) {
        return a.signedBy().replace(" ", "").equals(b.signedBy().replace(" ", "")) || a.recordedBy().equals(b.recordedBy()) && !(a.onBehalf() && b.onBehalf());
    }

    private static boolean takesBack(FindingAct other, FindingAct act, LocalDate day) {
        return other.step() instanceof FindingStep.Retraction retraction && retraction.act().equals(act.id()) && !day(other).isAfter(day) && !act.at().isAfter(other.at())
                && !(act.step() instanceof FindingStep.Retraction) && (!(act.step() instanceof FindingStep.WaiverSignature) || act.body().equals(other.body()));
    }

    private static LocalDate day(FindingAct act) {
        return LocalDate.ofInstant(act.at(), Life.ZONE);
    }
}
