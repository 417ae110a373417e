package org.lianshen.model.linkage;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.proposal.FundShare;
import org.lianshen.model.proposal.Nature;
import org.lianshen.model.proposal.ProjectClass;

/**
 * Ties budget lines to ledger projects in the order of domain.md §4.4: an officer's word, review number, project code, unit and equal name; then likeness of the name
 * with a fitting amount, which is a proposal only. Two equal candidates are never decided between: they too are a proposal.
 */
public final class Linker {

    private static final int KEPT = 3;
    private static final int SEARCHED = 8;
    private static final int SEARCHED_OF_UNIT = 8;
    private static final Comparator<Scored> BEST_FIRST = Comparator.comparing(Scored::proposed).thenComparing(Scored::sameUnit).thenComparingDouble(Scored::score)
            .reversed().thenComparingInt(Scored::project);
    private static final double OTHER_YEAR_OF_OPERATIONS = 0.8;
    private static final double OTHER_YEAR = 0.9;
    /** In place of a project: a code that stands beside several teaches nothing. */
    private static final int SEVERAL = -1;

    private final ProjectIndex index;
    private final LinkDecisions decisions;
    private final double least;
    private final double worthShowing;
    private final BigDecimal amountTolerance;
    private final Map<String, Integer> learnt;

    public Linker(ProjectIndex index, RulePack pack, List<LinkDecision> decisions) {
        this.index = index;
        this.decisions = new LinkDecisions(decisions);
        this.learnt = new HashMap<>();
        this.least = pack.ratio("match.nameSimilarity").doubleValue();
        this.worthShowing = pack.ratio("similarity.medium").doubleValue();
        this.amountTolerance = pack.ratio("match.amountTolerance");
    }

    private Linker(Linker other, LinkDecisions decisions) {
        index = other.index;
        this.decisions = decisions;
        least = other.least;
        worthShowing = other.worthShowing;
        amountTolerance = other.amountTolerance;
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
        named = Arrays.stream(named).filter(i -> index.sameUnit(line.unit(), unitCode, i) && sameYear(line, name, i)).toArray();
        named = preferring(named, i -> index.project(i).state().decidedFor());
        if (named.length == 1) {
            return Tie.exact(named[0], MatchedBy.NAME);
        }
        return named.length == 0 ? Tie.NONE : undecided(line, name, named);
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
        List<Candidate> candidates = Arrays.stream(several).mapToObj(i -> candidate(line, i, score(line, query, name, i))).toList();
        return new Tie(several[0], MatchedBy.SIMILAR, candidates.getFirst().score(), candidates);
    }

    /** A proposal by likeness, or none with the nearest candidates. */
    Tie similar(BudgetLine line, NameKey name, NameIndex.Scratch scratch) {
        String key = LineKey.of(line);
        int[] sameUnit = index.byUnit(line.unit(), line.text(BudgetField.AGENCY_CODE));
        NameIndex.Query query = index.names().query(name);
        int[] near = index.names().near(query, SEARCHED, sameUnit, SEARCHED_OF_UNIT, scratch);
        var scored = new ArrayList<Scored>();
        for (int project : alive(near, key)) {
            double score = score(line, query, name, project);
            if (score >= worthShowing) {
                boolean proposed = score >= least && sameAmount(line, project);
                scored.add(new Scored(project, score, index.sameUnit(line.unit(), line.text(BudgetField.AGENCY_CODE), project), proposed));
            }
        }
        scored.sort(BEST_FIRST);
        if (scored.isEmpty()) {
            return Tie.NONE;
        }
        List<Candidate> candidates = scored.stream().limit(KEPT).map(each -> candidate(line, each.project, each.score)).toList();
        Scored best = scored.getFirst();
        return best.proposed() ? new Tie(best.project, MatchedBy.SIMILAR, candidates.getFirst().score(), candidates)
                : new Tie(-1, MatchedBy.NONE, candidates.getFirst().score(), candidates);
    }

    private record Scored(int project, double score, boolean sameUnit, boolean proposed) {
    }

    private double score(BudgetLine line, NameIndex.Query query, NameKey name, int project) {
        double score = index.names().score(query, project);
        if (sameYear(line, name, project)) {
            return score;
        }
        return score * (operations(name, project) ? OTHER_YEAR_OF_OPERATIONS : OTHER_YEAR);
    }

    private boolean operations(NameKey name, int ordinal) {
        LedgerProject project = index.project(ordinal);
        return name.operations() || index.names().name(ordinal).operations() || ProjectClass.OPS.name().equals(project.projectClass())
                || Nature.OPERATION.name().equals(project.nature());
    }

    /**
     * Whether the years let line and project be the same thing. Operation is reviewed year by year: the year must be one of the approval's. What is built may be
     * paid over years: only two different years written in both names stand against it.
     */
    private boolean sameYear(BudgetLine line, NameKey name, int ordinal) {
        int named = index.names().name(ordinal).year();
        if (!operations(name, ordinal)) {
            return name.year() == 0 || named == 0 || name.year() == named;
        }
        LedgerProject project = index.project(ordinal);
        int wanted = name.year() == 0 ? line.year() : name.year();
        if (project.funds().stream().anyMatch(share -> share.year() == wanted)) {
            return true;
        }
        return named == 0 ? project.year() == 0 || project.year() == wanted || project.year() == wanted - 1 : named == wanted;
    }

    /** The whole approval or this year's share of it, within the pack's tolerance. */
    private boolean sameAmount(BudgetLine line, int ordinal) {
        LedgerProject project = index.project(ordinal);
        Money whole = project.approved() == null ? project.applied() : project.approved();
        Money share = Money.sum(project.funds().stream().filter(fund -> fund.year() == line.year()).map(FundShare::amount).toList());
        return near(line.amount(), whole) || near(line.amount(), share);
    }

    private boolean near(Money amount, Money approved) {
        return approved != null && approved.isPositive() && !amount.minus(approved).abs().moreThan(approved.times(amountTolerance));
    }

    private Candidate candidate(BudgetLine line, int ordinal, double score) {
        LedgerProject project = index.project(ordinal);
        return new Candidate(project.id(), project.reviewNo(), project.name(), project.unit(), project.approved(),
                BigDecimal.valueOf(score).setScale(4, RoundingMode.HALF_UP), CommonRuns.of(line.project(), project.name()),
                index.sameUnit(line.unit(), line.text(BudgetField.AGENCY_CODE), ordinal), sameAmount(line, ordinal));
    }
}
