package org.lianshen.model.linkage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.pack.RulePack;

/**
 * Ties budget lines to ledger projects in the order of domain.md §4.4: an officer's word, review number, project code, unit and equal name; then likeness of the name
 * with a fitting amount, which is a proposal only. Two equal candidates are never decided between: they too are a proposal.
 */
public final class Linker {

    private static final int KEPT = 3;
    private static final int SEARCHED = 8;
    private static final int SEARCHED_OF_UNIT = 16;
    private static final Comparator<Scored> BEST_FIRST = Comparator.comparing(Scored::unit).thenComparing(Comparator.comparingDouble(Scored::weight).reversed())
            .thenComparingInt(Scored::project);
    /** In place of a project: a code that stands beside several teaches nothing. */
    private static final int SEVERAL = -1;

    private final ProjectIndex index;
    private final LinkDecisions decisions;
    private final LinkThresholds thresholds;
    private final LineJudge judge;
    private final Map<String, Integer> learnt;

    public Linker(ProjectIndex index, RulePack pack, List<LinkDecision> decisions) {
        this.index = index;
        this.decisions = new LinkDecisions(decisions);
        this.learnt = new HashMap<>();
        this.thresholds = LinkThresholds.of(pack);
        this.judge = new LineJudge(index, pack);
    }

    private Linker(Linker other, LinkDecisions decisions) {
        index = other.index;
        this.decisions = decisions;
        thresholds = other.thresholds;
        judge = other.judge;
        learnt = other.learnt;
    }

    /**
     * Learns project codes from lines that also name their review number, so that a payment with the code alone finds its project. A code that stands beside two
     * projects teaches nothing. To be called before lines are linked from several threads.
     */
    void learn(Iterable<BudgetLine> lines) {
        lines.forEach(line -> learn(line, learnt));
    }

    private void learn(BudgetLine line, Map<String, Integer> known) {
        String code = line.text(BudgetField.PROJECT_CODE);
        String number = line.text(BudgetField.REVIEW_NO);
        if (!code.isEmpty() && !number.isEmpty()) {
            int[] found = alive(index.byReviewNo(number), LineKey.of(line));
            if (found.length == 1) {
                known.merge(code, found[0], (before, now) -> before.equals(now) ? before : Integer.valueOf(SEVERAL));
            }
        }
    }

    /** Learns one code anew from all lines that have it now. @return whether that changed anything */
    boolean relearn(String code, List<BudgetLine> lines) {
        Map<String, Integer> now = new HashMap<>(2);
        lines.forEach(line -> learn(line, now));
        Integer taught = now.get(code);
        Integer before = taught == null ? learnt.remove(code) : learnt.put(code, taught);
        return !Objects.equals(before, taught);
    }

    /** The same with other decisions; what was learnt is shared. */
    Linker with(List<LinkDecision> others) {
        return new Linker(this, new LinkDecisions(others));
    }

    /** @return a tie that stands by itself, or {@link Tie#NONE}, or a proposal between several exact candidates */
    Tie exact(BudgetLine line, NameKey name) {
        String key = LineKey.of(line);
        UUID word = decisions.confirmed(key);
        int confirmed = index.ordinal(word);
        if (confirmed >= 0) {
            return Tie.exact(confirmed, MatchedBy.CONFIRMED);
        }
        List<CheckedLine.Share> shares = shares(key);
        if (!shares.isEmpty()) {
            return divided(line, name, shares);
        }
        int[] numbered = line.text(BudgetField.REVIEW_NO).isEmpty() ? new int[0] : alive(index.byReviewNo(line.text(BudgetField.REVIEW_NO)), key);
        if (numbered.length > 0) {
            return numbered.length == 1 ? Tie.exact(numbered[0], MatchedBy.REVIEW_NO) : undecided(line, name, numbered);
        }
        String code = line.text(BudgetField.PROJECT_CODE);
        if (!code.isEmpty()) {
            int[] coded = alive(index.byCode(code), key);
            coded = preferring(coded, i -> index.names().name(i).sameName(name));
            if (coded.length > 0) {
                return coded.length == 1 ? Tie.exact(coded[0], MatchedBy.PROJECT_CODE) : undecided(line, name, coded);
            }
            int taught = learnt.getOrDefault(code, SEVERAL);
            if (taught >= 0 && !decisions.rejected(key, index.project(taught).id())) {
                return Tie.exact(taught, MatchedBy.PROJECT_CODE);
            }
        }
        String unitCode = line.text(BudgetField.AGENCY_CODE);
        int[] named = alive(index.byName(line.unit(), unitCode, name), key);
        named = Arrays.stream(named).filter(i -> index.sameUnit(line.unit(), unitCode, i) && judge.sameYear(line, name, i)).toArray();
        named = preferring(named, i -> index.project(i).state().decidedFor());
        if (named.length == 1) {
            return Tie.exact(named[0], MatchedBy.NAME);
        }
        return named.length == 0 ? Tie.NONE : undecided(line, name, named);
    }

    private List<CheckedLine.Share> shares(String key) {
        return decisions.shares(key).entrySet().stream().filter(share -> index.ordinal(share.getKey()) >= 0)
                .map(share -> new CheckedLine.Share(index.project(index.ordinal(share.getKey())), share.getValue())).toList();
    }

    /** An officer divided the line. It stands where the parts make this line's amount; for another amount, such as next year's, it is a proposal. */
    private Tie divided(BudgetLine line, NameKey name, List<CheckedLine.Share> shares) {
        int first = index.ordinal(shares.getFirst().project().id());
        List<Money> amounts = shares.stream().map(CheckedLine.Share::amount).toList();
        if (Money.sum(amounts).equals(line.amount())) {
            return new Tie(first, MatchedBy.CONFIRMED, BigDecimal.ONE.setScale(4), List.of(), shares);
        }
        NameIndex.Query query = index.names().query(name);
        var sum = new SumMatch(SumMatch.Kind.MERGED, Money.sum(amounts), amounts, List.of(line.id()));
        List<Candidate> candidates = shares.stream().map(share -> index.ordinal(share.project().id()))
                .map(project -> judge.candidate(line, project, judge.score(line, query, name, project), sum)).toList();
        return new Tie(first, MatchedBy.SIMILAR, candidates.getFirst().score(), candidates);
    }

    /** Each project once, without those that an officer rejected for this key. */
    private int[] alive(int[] projects, String key) {
        int kept = 0;
        var alive = new int[projects.length];
        for (int project : projects) {
            boolean known = false;
            for (int i = 0; i < kept && !known; i++) {
                known = alive[i] == project;
            }
            if (!known && !decisions.rejected(key, index.project(project).id())) {
                alive[kept++] = project;
            }
        }
        return kept == alive.length ? alive : Arrays.copyOf(alive, kept);
    }

    /** Of several the only one that fits, where exactly one does. */
    private static int[] preferring(int[] several, java.util.function.IntPredicate fits) {
        int[] fitting = several.length > 1 ? Arrays.stream(several).filter(fits).toArray() : several;
        return fitting.length == 1 ? fitting : several;
    }

    private Tie undecided(BudgetLine line, NameKey name, int[] several) {
        NameIndex.Query query = index.names().query(name);
        List<Candidate> candidates = Arrays.stream(several).mapToObj(i -> judge.candidate(line, i, judge.score(line, query, name, i))).toList();
        return new Tie(several[0], MatchedBy.SIMILAR, candidates.getFirst().score(), candidates);
    }

    /** A proposal by likeness, or none with the nearest candidates. */
    Tie similar(BudgetLine line, NameKey name, NameIndex.Scratch scratch) {
        NameIndex.Query query = index.names().query(name);
        int[] near = index.names().near(query, SEARCHED, ofUnit(line), SEARCHED_OF_UNIT, scratch);
        return best(line, name, query, near);
    }

    /** As {@link #similar}, but only among the projects of the line's unit. */
    Tie similarOfUnit(BudgetLine line, NameKey name, NameIndex.Scratch scratch) {
        int[] ofUnit = ofUnit(line);
        if (ofUnit.length == 0) {
            return Tie.NONE;
        }
        NameIndex.Query query = index.names().query(name);
        return best(line, name, query, index.names().nearest(query, ofUnit, SEARCHED_OF_UNIT, scratch));
    }

    private int[] ofUnit(BudgetLine line) {
        return index.byUnit(line.unit(), line.text(BudgetField.AGENCY_CODE));
    }

    private Tie best(BudgetLine line, NameKey name, NameIndex.Query query, int[] near) {
        var scored = new ArrayList<Scored>();
        for (int project : alive(near, LineKey.of(line))) {
            double score = judge.score(line, query, name, project);
            if (score >= thresholds.shown()) {
                UnitFit unit = judge.sameUnit(line, project) ? UnitFit.SAME : judge.alikeUnit(line, project) ? UnitFit.ALIKE : UnitFit.OTHER;
                scored.add(new Scored(project, score, index.names().coverage(query, project), unit, judge.amount(line, project),
                        name.laterPhaseThan(index.names().name(project)) || !judge.sameYear(line, name, project)));
            }
        }
        scored.sort(BEST_FIRST);
        if (scored.isEmpty()) {
            return Tie.NONE;
        }
        List<Candidate> candidates = scored.stream().limit(KEPT).map(each -> judge.candidate(line, each.project, each.score)).toList();
        boolean proposed = proposed(scored);
        return new Tie(proposed ? scored.getFirst().project : -1, proposed ? MatchedBy.SIMILAR : MatchedBy.NONE, candidates.getFirst().score(), candidates);
    }

    /** Whether the first goes with the line well enough to be put to an officer, and better than the next. */
    private boolean proposed(List<Scored> bestFirst) {
        Scored best = bestFirst.getFirst();
        double next = bestFirst.stream().skip(1).filter(other -> other.unit == best.unit).mapToDouble(Scored::weight).max().orElse(0);
        double lead = best.weight() - next;
        if (best.barred) {
            return false;
        }
        boolean amounts = best.amount.compareTo(AmountFit.NEAR) <= 0;
        return switch (best.unit) {
            case SAME -> best.score >= thresholds.name() && amounts || best.amount == AmountFit.EQUAL && best.score >= thresholds.equalAmount()
                    || best.amount == AmountFit.LESS && nearlySameName(best) && lead >= thresholds.lead()
                    || best.amount == AmountFit.NEAR && best.score >= thresholds.nearAmount() && lead >= thresholds.lead();
            case ALIKE -> best.score >= thresholds.name() && best.amount != AmountFit.OTHER || best.amount == AmountFit.EQUAL && best.score >= thresholds.alikeUnit();
            case OTHER -> best.score >= thresholds.otherUnit() && best.amount == AmountFit.EQUAL && lead >= thresholds.lead();
        };
    }

    private boolean nearlySameName(Scored best) {
        return best.score >= thresholds.partAmount() || best.coverage >= thresholds.partCovered() && best.score >= thresholds.coveredName();
    }

    private enum UnitFit {
        SAME, ALIKE, OTHER
    }

    private record Scored(int project, double score, double coverage, UnitFit unit, AmountFit amount, boolean barred) {

        double weight() {
            return (barred ? 0 : score) + switch (amount) {
                case EQUAL -> 0.25;
                case NEAR -> 0.1;
                case LESS -> 0.0;
                case OTHER -> -0.1;
            };
        }
    }
}
