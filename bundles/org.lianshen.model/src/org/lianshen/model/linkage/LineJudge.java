package org.lianshen.model.linkage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.proposal.Nature;
import org.lianshen.model.proposal.ProjectClass;

/** Says how well a line and a project go together: by name, kind and year, by unit, by amount. */
final class LineJudge {

    private static final double OTHER_YEAR_OF_OPERATIONS = 0.8;
    private static final double OTHER_YEAR = 0.9;
    /** Operation of what was built is not what was approved when it was built, and the other way round. */
    private static final double OTHER_KIND = 0.75;

    private static final double OTHER_NUMBERS = 0.85;

    private final ProjectIndex index;
    private final BigDecimal amountTolerance;

    LineJudge(ProjectIndex index, RulePack pack) {
        this.index = index;
        amountTolerance = pack.ratio("match.amountTolerance");
    }

    /** Likeness of the names, 0 … 1, less where year or kind stand against it. */
    double score(BudgetLine line, NameIndex.Query query, NameKey name, int project) {
        double score = index.names().score(query, project);
        if (name.operations() != operations(project)) {
            score *= OTHER_KIND;
        }
        if (name.otherNumbers(index.names().name(project))) {
            score *= OTHER_NUMBERS;
        }
        if (sameYear(line, name, project)) {
            return score;
        }
        return score * (name.operations() || operations(project) ? OTHER_YEAR_OF_OPERATIONS : OTHER_YEAR);
    }

    private boolean operations(int ordinal) {
        LedgerProject project = index.project(ordinal);
        return index.names().name(ordinal).operations() || ProjectClass.OPS.name().equals(project.projectClass()) || Nature.OPERATION.name().equals(project.nature());
    }

    /**
     * Whether the years let line and project be the same thing. Operation is reviewed year by year: the year must be one of the approval's. What is built may be
     * paid over years: only two different years written in both names stand against it.
     */
    boolean sameYear(BudgetLine line, NameKey name, int ordinal) {
        int named = index.names().name(ordinal).year();
        if (!name.operations() && !operations(ordinal)) {
            return name.year() == 0 || named == 0 || name.year() == named;
        }
        LedgerProject project = index.project(ordinal);
        int wanted = name.year() == 0 ? line.year() : name.year();
        if (project.funds().stream().anyMatch(share -> share.year() == wanted)) {
            return true;
        }
        return named == 0 ? project.year() == 0 || project.year() == wanted || project.year() == wanted - 1 : named == wanted;
    }

    boolean alikeUnit(BudgetLine line, int project) {
        String unit = index.project(project).unit();
        return unit != null && !unit.isBlank() && !line.unit().isBlank() && index.units().alike(line.unit(), unit);
    }

    boolean sameUnit(BudgetLine line, int project) {
        return index.sameUnit(line.unit(), line.text(BudgetField.AGENCY_CODE), project);
    }

    AmountFit amount(BudgetLine line, int project) {
        return AmountFit.of(line.amount(), line.year(), index.project(project), amountTolerance);
    }

    Candidate candidate(BudgetLine line, int ordinal, double score) {
        return candidate(line, ordinal, score, null);
    }

    Candidate candidate(BudgetLine line, int ordinal, double score, SumMatch sum) {
        LedgerProject project = index.project(ordinal);
        return new Candidate(project.id(), project.reviewNo(), project.name(), project.unit(), project.approved(),
                BigDecimal.valueOf(score).setScale(4, RoundingMode.HALF_UP), CommonRuns.of(line.project(), project.name()), sameUnit(line, ordinal),
                amount(line, ordinal).compareTo(AmountFit.NEAR) <= 0, sum);
    }
}
