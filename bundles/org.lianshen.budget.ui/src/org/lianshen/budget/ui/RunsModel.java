package org.lianshen.budget.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lianshen.model.finding.FindingId;
import org.lianshen.model.finding.RunHead;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.RunDifference;
import org.lianshen.model.linkage.RunDifference.Aspect;

/**
 * The checks of a year and what differs between two of them. No widgets.
 *
 * @param heads   newest first
 * @param present findings of the last check: these can be opened where they stand
 */
record RunsModel(int year, List<RunHead> heads, Set<FindingId> present) {

    /** What became of a finding from one check to the other, the weightiest first. */
    enum Kind {
        ADDED, CLOSED, CHANGED, UNCHANGED
    }

    /**
     * A finding in one or both of two checks.
     *
     * @param before  null where only the later has it
     * @param after   null where only the earlier has it
     * @param aspects in what it differs
     */
    record Row(Kind kind, Finding before, Finding after, Set<Aspect> aspects) {

        Finding finding() {
            return after == null ? before : after;
        }
    }

    /**
     * Two checks to compare.
     *
     * @param earlier null where the later is the first of its year
     */
    record Pair(RunHead earlier, RunHead later) {

        boolean kept() {
            return earlier != null && earlier.kept() && later.kept();
        }
    }

    /** Of one check that is chosen it and the one before; of two, these. */
    Pair pair(List<RunHead> chosen) {
        List<Integer> places = chosen.stream().map(heads::indexOf).sorted().toList();
        int later = places.getFirst();
        int earlier = places.size() > 1 ? places.getLast() : later + 1;
        return new Pair(earlier < heads.size() ? heads.get(earlier) : null, heads.get(later));
    }

    /** Findings of the run before that a run has too; null where it is not known. */
    static Integer stayed(RunHead head) {
        RunHead.Counts counts = head.counts();
        return counts == null ? null : counts.forbidden() + counts.warned() + counts.hinted() - counts.added();
    }

    static List<Row> rows(RunDifference difference) {
        var rows = new ArrayList<Row>();
        difference.added().forEach(finding -> rows.add(new Row(Kind.ADDED, null, finding, Set.of())));
        difference.closed().forEach(finding -> rows.add(new Row(Kind.CLOSED, finding, null, Set.of())));
        difference.changed().forEach(change -> rows.add(new Row(Kind.CHANGED, change.before(), change.after(), change.aspects())));
        difference.unchanged().forEach(finding -> rows.add(new Row(Kind.UNCHANGED, finding, finding, Set.of())));
        return rows;
    }

    boolean stands(Row row) {
        return present.contains(FindingId.of(row.finding()));
    }
}
