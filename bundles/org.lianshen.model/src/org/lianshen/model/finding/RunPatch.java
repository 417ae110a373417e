package org.lianshen.model.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lianshen.model.linkage.CheckRun;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.LineResult;

/**
 * What one run is other than the run before over the same budget lines, small where little changed.
 *
 * @param lines results that are other now
 * @param gone  findings that are no more, or other now
 * @param come  findings that are new, or other now
 */
public record RunPatch(List<LineResult> lines, List<FindingId> gone, List<Finding> come) {

    public RunPatch {
        lines = List.copyOf(lines);
        gone = List.copyOf(gone);
        come = List.copyOf(come);
    }

    /** What makes the later run of the earlier one; empty where they are not over the same budget lines. */
    public static Optional<RunPatch> between(CheckRun before, CheckRun after) {
        if (before.lines().size() != after.lines().size()) {
            return Optional.empty();
        }
        var changed = new ArrayList<LineResult>();
        for (int i = 0; i < after.lines().size(); i++) {
            LineResult then = before.lines().get(i);
            LineResult now = after.lines().get(i);
            if (!then.line().equals(now.line())) {
                return Optional.empty();
            }
            if (then != now && !then.equals(now)) {
                changed.add(now);
            }
        }
        Map<FindingId, Finding> earlier = new HashMap<>();
        before.findings().forEach(finding -> earlier.put(FindingId.of(finding), finding));
        var come = new ArrayList<Finding>();
        for (Finding finding : after.findings()) {
            Finding then = earlier.remove(FindingId.of(finding));
            if (then == null || then != finding && !then.equals(finding)) {
                come.add(finding);
            }
        }
        return Optional.of(new RunPatch(changed, earlier.keySet().stream().sorted().toList(), come));
    }

    /** How much is stored for it. */
    public int size() {
        return lines.size() + gone.size() + come.size();
    }

    /** The contents of the run that this makes of the run before. Findings stand in the order of the lines they are shown at, then of the rules. */
    public CheckRun applied(CheckRun before, RunHead head) {
        Map<UUID, LineResult> changed = new HashMap<>();
        lines.forEach(line -> changed.put(line.line(), line));
        List<LineResult> now = before.lines().stream().map(line -> changed.getOrDefault(line.line(), line)).toList();
        Map<UUID, Integer> place = new HashMap<>();
        now.forEach(line -> place.put(line.line(), place.size()));
        Set<FindingId> out = new HashSet<>(gone);
        come.forEach(finding -> out.add(FindingId.of(finding)));
        var findings = new ArrayList<Finding>(before.findings().size() + come.size());
        before.findings().stream().filter(finding -> !out.contains(FindingId.of(finding))).forEach(findings::add);
        findings.addAll(come);
        findings.sort(Comparator.comparingInt((Finding finding) -> finding.lines().isEmpty() ? Integer.MAX_VALUE
                : place.getOrDefault(finding.lines().getFirst(), Integer.MAX_VALUE)).thenComparing(Finding::rule).thenComparing(Finding::key));
        return new CheckRun(head.id(), head.year(), head.asOf(), head.pack(), head.at(), head.by(), now, findings);
    }
}
