package org.lianshen.model.linkage;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.lianshen.model.Money;

/**
 * What differs between two runs of the linkage check over the same year: between one run and the next (history), or between the rules in force and a draft (dry
 * run). A finding is the same in both where rule and {@link Finding#key()} are the same; where it stands, that is sheet, row and id of the line, is no difference,
 * because a sheet that was imported again has new rows; nor is evidence beside the statement, which names places and the day of the run.
 *
 * @param added     findings that only the later run has, in its order (新增)
 * @param closed    findings that only the earlier run has, in its order (消除)
 * @param changed   findings of both that say something else now, in the order of the later run
 * @param unchanged findings of both that say the same, as the later run has them
 * @param verdicts  lines of both runs whose verdict or project differs, in the order of the later run
 */
public record RunDifference(List<Finding> added, List<Finding> closed, List<Change> changed, List<Finding> unchanged, List<VerdictChange> verdicts) {

    /** Every message of a finding begins with sheet and row. */
    private static final int PLACE_ARGUMENTS = 2;

    /** In what a finding differs. */
    public enum Aspect {
        /** Heavier or lighter. */ SEVERITY,
        /** Amount, approved amount or their difference. */ AMOUNT,
        /** Another project of the ledger. */ PROJECT,
        /** What is said, such as another limit. */ STATEMENT
    }

    /** @param aspects not empty */
    public record Change(Finding before, Finding after, Set<Aspect> aspects) {

        public Change {
            aspects = Set.copyOf(aspects);
        }
    }

    /** A budget line that is judged otherwise or tied to another project. */
    public record VerdictChange(UUID line, LineResult before, LineResult after) {
    }

    /**
     * The differences of one rule.
     *
     * @param addedAmount  sum of the amounts of the added findings that have one
     * @param closedAmount the same of the closed ones
     */
    public record OfRule(String rule, int added, int closed, int changed, int unchanged, Money addedAmount, Money closedAmount) {

        static OfRule none(String rule) {
            return new OfRule(rule, 0, 0, 0, 0, Money.ZERO, Money.ZERO);
        }

        OfRule plus(OfRule other) {
            return new OfRule(rule, added + other.added, closed + other.closed, changed + other.changed, unchanged + other.unchanged, addedAmount.plus(other.addedAmount),
                    closedAmount.plus(other.closedAmount));
        }
    }

    public RunDifference {
        added = List.copyOf(added);
        closed = List.copyOf(closed);
        changed = List.copyOf(changed);
        unchanged = List.copyOf(unchanged);
        verdicts = List.copyOf(verdicts);
    }

    public static RunDifference between(CheckRun before, CheckRun after) {
        return between(new LinkageCheck.Outcome(before.lines(), before.findings()), new LinkageCheck.Outcome(after.lines(), after.findings()));
    }

    public static RunDifference between(LinkageCheck.Outcome before, LinkageCheck.Outcome after) {
        var earlier = new LinkedHashMap<Identity, Finding>();
        before.findings().forEach(finding -> earlier.put(Identity.of(finding), finding));
        var added = new ArrayList<Finding>();
        var changed = new ArrayList<Change>();
        var unchanged = new ArrayList<Finding>();
        for (Finding finding : after.findings()) {
            Finding then = earlier.remove(Identity.of(finding));
            if (then == null) {
                added.add(finding);
                continue;
            }
            Set<Aspect> aspects = aspects(then, finding);
            if (aspects.isEmpty()) {
                unchanged.add(finding);
            } else {
                changed.add(new Change(then, finding, aspects));
            }
        }
        return new RunDifference(added, List.copyOf(earlier.values()), changed, unchanged, verdicts(before.lines(), after.lines()));
    }

    /** Nothing differs. */
    public boolean isEmpty() {
        return added.isEmpty() && closed.isEmpty() && changed.isEmpty() && verdicts.isEmpty();
    }

    /** Counts and sums by rule, in the order of the rules; rules without findings in either run are left out. */
    public List<OfRule> byRule() {
        var rules = new TreeMap<String, OfRule>();
        added.forEach(each -> count(rules, new OfRule(each.rule(), 1, 0, 0, 0, amount(each), Money.ZERO)));
        closed.forEach(each -> count(rules, new OfRule(each.rule(), 0, 1, 0, 0, Money.ZERO, amount(each))));
        changed.forEach(each -> count(rules, new OfRule(each.after().rule(), 0, 0, 1, 0, Money.ZERO, Money.ZERO)));
        unchanged.forEach(each -> count(rules, new OfRule(each.rule(), 0, 0, 0, 1, Money.ZERO, Money.ZERO)));
        return List.copyOf(rules.values());
    }

    private static void count(Map<String, OfRule> rules, OfRule one) {
        rules.put(one.rule(), rules.getOrDefault(one.rule(), OfRule.none(one.rule())).plus(one));
    }

    private static Money amount(Finding finding) {
        return finding.amount() == null ? Money.ZERO : finding.amount();
    }

    private static List<VerdictChange> verdicts(List<LineResult> before, List<LineResult> after) {
        var earlier = new HashMap<UUID, LineResult>();
        before.forEach(result -> earlier.put(result.line(), result));
        var changes = new ArrayList<VerdictChange>();
        for (LineResult result : after) {
            LineResult then = earlier.get(result.line());
            if (then != null && (then.verdict() != result.verdict() || !Objects.equals(then.project(), result.project()))) {
                changes.add(new VerdictChange(result.line(), then, result));
            }
        }
        return changes;
    }

    private static Set<Aspect> aspects(Finding before, Finding after) {
        Set<Aspect> aspects = EnumSet.noneOf(Aspect.class);
        if (before.severity() != after.severity()) {
            aspects.add(Aspect.SEVERITY);
        }
        if (!Objects.equals(before.amount(), after.amount()) || !Objects.equals(before.approved(), after.approved())
                || !Objects.equals(before.difference(), after.difference())) {
            aspects.add(Aspect.AMOUNT);
        }
        if (!Objects.equals(before.project(), after.project())) {
            aspects.add(Aspect.PROJECT);
        }
        if (!said(before).equals(said(after))) {
            aspects.add(Aspect.STATEMENT);
        }
        return aspects;
    }

    /** Key and arguments without the place. Arguments are compared as they are written, since a stored run gives them back as text. */
    private static List<String> said(Finding finding) {
        var said = new ArrayList<String>();
        said.add(finding.message().key());
        finding.message().args().stream().skip(PLACE_ARGUMENTS).forEach(arg -> said.add(String.valueOf(arg)));
        return said;
    }

    private record Identity(String rule, String key) {

        static Identity of(Finding finding) {
            return new Identity(finding.rule(), finding.key());
        }
    }
}
