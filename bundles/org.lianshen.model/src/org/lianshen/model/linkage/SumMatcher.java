package org.lianshen.model.linkage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.lianshen.model.Money;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.pack.RulePack;

/**
 * Finds, within one unit and year, amounts that agree to the fen although no two of them do: an approval over several lines, and a line for several approvals. What it
 * finds are proposals with the amounts as evidence. The search is bounded and its result depends on the lines and projects alone.
 */
final class SumMatcher {

    private static final int LINES_TRIED = 12;
    private static final int PROJECTS_TRIED = 20;
    private static final int PROJECTS_IN_A_LINE = 4;
    /** A line whose name says less than this is one like 信息化建设项目, which can hold anything. */
    private static final int GENERAL_LENGTH = 4;
    private static final double PART_OF = 0.5;
    private static final int KEPT = 3;

    private final int year;
    private final ProjectIndex index;
    private final LineJudge judge;
    private final LinkDecisions decisions;
    private final double worthShowing;

    SumMatcher(int year, ProjectIndex index, RulePack pack, LinkDecisions decisions) {
        this.year = year;
        this.index = index;
        this.decisions = decisions;
        judge = new LineJudge(index, pack);
        worthShowing = pack.ratio("similarity.medium").doubleValue();
    }

    /** @param place of the line among those of the unit */
    private record Near(CheckedLine line, int project, double score, double coverage, int place) {

        double likeness() {
            return score + coverage;
        }
    }

    /** @param lines of one unit, of all years, each as it was linked for itself @return those that belong to a sum, by their id */
    Map<UUID, CheckedLine> match(List<CheckedLine> lines, int[] projects) {
        List<CheckedLine> open = lines.stream().filter(this::open).toList();
        if (open.isEmpty() || projects.length == 0) {
            return Map.of();
        }
        Map<UUID, CheckedLine> found = new HashMap<>();
        Map<UUID, Integer> places = new HashMap<>();
        lines.forEach(line -> places.put(line.line().id(), places.size()));
        for (int project : projects) {
            split(project, lines, places, open.stream().filter(line -> !found.containsKey(line.line().id())).toList(), found);
        }
        Set<UUID> taken = new HashSet<>();
        lines.stream().filter(line -> line.line().year() == year).forEach(line -> taken.add(found.getOrDefault(line.line().id(), line).result().project()));
        int[] free = java.util.Arrays.stream(projects).filter(project -> !taken.contains(index.project(project).id())).toArray();
        for (CheckedLine line : open) {
            if (free.length > 1 && line.result().project() == null && !found.containsKey(line.line().id())) {
                merged(line, free, found);
            }
        }
        return found;
    }

    /** IT lines of the annual budget that nothing binds, and whose amount is not that of a project already. */
    private boolean open(CheckedLine line) {
        LineResult result = line.result();
        boolean proposed = result.project() != null && line.project() == null && result.candidates().getFirst().sameAmount();
        return line.line().year() == year && line.line().kind() == SheetKind.ANNUAL && line.it() && line.project() == null && line.line().amount().isPositive() && !proposed;
    }

    private Near near(CheckedLine line, int project, int place) {
        NameIndex.Query query = index.names().query(line.name());
        boolean barred = line.name().laterPhaseThan(index.names().name(project)) || !judge.sameYear(line.line(), line.name(), project) || decisions.rejected(LineKey.of(line.line()), index.project(project).id());
        return new Near(line, project, barred ? 0 : judge.score(line.line(), query, line.name(), project), barred ? 0 : index.names().coverage(query, project), place);
    }

    private void split(int ordinal, List<CheckedLine> all, Map<UUID, Integer> places, List<CheckedLine> open, Map<UUID, CheckedLine> found) {
        LedgerProject project = index.project(ordinal);
        List<Near> near = open.stream().filter(line -> line.result().project() == null || line.result().project().equals(project.id())).map(line -> near(line, ordinal, places.get(line.line().id())))
                .filter(each -> each.score >= worthShowing || each.coverage >= PART_OF).sorted(Comparator.comparingDouble(Near::likeness).reversed()).limit(LINES_TRIED).toList();
        if (near.isEmpty()) {
            return;
        }
        Money bound = Money.sum(all.stream().filter(line -> line.line().year() == year && line.line().kind() == SheetKind.ANNUAL && line.project() != null
                && line.project().id().equals(project.id())).map(line -> line.line().amount()).toList());
        for (Money approved : List.of(AmountFit.share(project, year), AmountFit.whole(project) == null ? Money.ZERO : AmountFit.whole(project))) {
            Money target = approved.minus(bound);
            List<Near> parts = target.isPositive() ? subset(near, target, bound.isPositive() ? 1 : 2) : List.of();
            if (!parts.isEmpty()) {
                var sum = new SumMatch(SumMatch.Kind.SPLIT, target, parts.stream().map(part -> part.line.line().amount()).toList(),
                        parts.stream().map(part -> part.line.line().id()).toList());
                parts.forEach(part -> found.put(part.line.line().id(), proposed(part.line, List.of(part), sum)));
                return;
            }
        }
    }

    /** Of all subsets with the sum the one whose names are nearest on average, then the one with more lines; empty where there is none. */
    private static List<Near> subset(List<Near> near, Money target, int least) {
        int best = 0;
        double bestLikeness = 0;
        for (int set = 1; set < 1 << near.size(); set++) {
            int size = Integer.bitCount(set);
            if (size < least) {
                continue;
            }
            long sum = 0;
            double likeness = 0;
            for (int i = 0; i < near.size() && sum <= target.fen(); i++) {
                if ((set >> i & 1) != 0) {
                    sum += near.get(i).line.line().amount().fen();
                    likeness += near.get(i).likeness();
                }
            }
            if (sum == target.fen() && (likeness / size > bestLikeness || likeness / size == bestLikeness && size > Integer.bitCount(best))) {
                best = set;
                bestLikeness = likeness / size;
            }
        }
        var parts = new ArrayList<Near>();
        for (int i = 0; i < near.size(); i++) {
            if ((best >> i & 1) != 0) {
                parts.add(near.get(i));
            }
        }
        parts.sort(Comparator.comparingInt(Near::place));
        return parts;
    }

    private void merged(CheckedLine line, int[] free, Map<UUID, CheckedLine> found) {
        List<Near> near = java.util.Arrays.stream(free).mapToObj(project -> near(line, project, 0))
                .filter(each -> amount(each.project).isPositive() && line.line().amount().moreThan(amount(each.project)))
                .sorted(Comparator.comparingDouble(Near::likeness).reversed()).limit(PROJECTS_TRIED).toList();
        boolean general = line.name().essence().length() <= GENERAL_LENGTH;
        List<Near> best = combination(near, line.line().amount(), general);
        if (!best.isEmpty()) {
            var sum = new SumMatch(SumMatch.Kind.MERGED, line.line().amount(), best.stream().map(part -> amount(part.project)).toList(), List.of(line.line().id()));
            found.put(line.line().id(), proposed(line, best, sum));
        }
    }

    /** This year's share of an approval, or the whole where it names no years. */
    private Money amount(int ordinal) {
        LedgerProject project = index.project(ordinal);
        Money share = AmountFit.share(project, year);
        Money whole = AmountFit.whole(project);
        return share.isPositive() ? share : whole == null ? Money.ZERO : whole;
    }

    /** Of all combinations of two to four with the sum the one with the nearest names; one of them must be part of the line's name unless that says nothing. */
    private List<Near> combination(List<Near> near, Money target, boolean general) {
        if (!general && near.stream().noneMatch(each -> each.coverage >= PART_OF)) {
            return List.of();
        }
        var best = new Best(general);
        search(near, 0, target.fen(), new ArrayList<>(), best);
        return best.parts;
    }

    private static final class Best {
        private final boolean general;
        private double likeness = -1;
        private List<Near> parts = List.of();

        Best(boolean general) {
            this.general = general;
        }

        void offer(List<Near> some) {
            double mean = some.stream().mapToDouble(Near::likeness).average().orElse(0);
            if (mean > likeness && (general || some.stream().anyMatch(each -> each.coverage >= PART_OF))) {
                likeness = mean;
                parts = List.copyOf(some);
            }
        }
    }

    private void search(List<Near> near, int from, long rest, List<Near> chosen, Best best) {
        if (rest == 0 && chosen.size() > 1) {
            best.offer(chosen);
        }
        if (rest <= 0 || chosen.size() == PROJECTS_IN_A_LINE) {
            return;
        }
        for (int i = from; i < near.size(); i++) {
            chosen.add(near.get(i));
            search(near, i + 1, rest - amount(near.get(i).project).fen(), chosen, best);
            chosen.removeLast();
        }
    }

    private CheckedLine proposed(CheckedLine line, List<Near> parts, SumMatch sum) {
        var candidates = new ArrayList<Candidate>();
        parts.forEach(part -> candidates.add(judge.candidate(line.line(), part.project, part.score, sum)));
        line.result().candidates().stream().filter(other -> candidates.size() < KEPT && candidates.stream().noneMatch(each -> each.project().equals(other.project())))
                .forEach(candidates::add);
        LedgerProject first = index.project(parts.getFirst().project);
        BigDecimal score = BigDecimal.valueOf(parts.getFirst().score).setScale(4, RoundingMode.HALF_UP);
        var result = new LineResult(line.line().id(), line.result().it(), LineVerdict.SUSPECT, first.id(), first.reviewNo(), MatchedBy.SIMILAR, score, candidates);
        return line.with(result);
    }
}
