package org.lianshen.model.linkage.rule;

import java.util.List;
import org.lianshen.model.pack.RulePack;

/** All rules that there are, in the order of their numbers. */
public final class Rules {

    private static final List<Rule> ALL = List.of(new NotReviewed(), new FiledWithoutEvidence(), new NotApproved(), new OpenConditions(), new ApprovalExpired(), new OverApproved(),
            new YearShare(), new YearOutsidePlan(), new FundSource(), new GrantsMissing(), new OtherUnit(), new DuplicateLine(), new FundedTwice(), new SplitProjects(),
            new JustBelowLimit(), new EarlierPhase(), new NothingBuilt(), new FreeOperation(), new OperationCap(), new NotSharing(), new OutsideCatalogue(),
            new EvaluationDue(), new OperationRise(), new BoughtAlone(), new OwnInfrastructure(), new FinalPayment(), new DualPass(), new PoorGrade(),
            new ClosedApplication(), new FairGradeUncut(), new SecurityOpinions(), new PaidBeforeApproval(), new OverQuota(), new ContractOrder(), new HighAdvance(), new LowExecution(), new OldCarryOver(),
            new ProcurementFlag(), new WrongEconomicCode(), new OtherField(), new CodeLetter(), new PerformanceGoals(), new BondWithoutIncome(), new UpperDocument(),
            new UnreviewedAddition(), new BudgetTransfer(), new OwnMobileEntry(), new DataBoughtTwice(), new ReplacedAssets(), new NeverBudgeted(),
            new TotalsAndCeilings(), new ModelNotRegistered(), new GrassrootsBurden());

    private Rules() {
    }

    /** Those that the pack switches on. */
    public static List<Rule> active(RulePack pack) {
        return ALL.stream().filter(rule -> pack.rules().containsKey(rule.id()) && pack.rule(rule.id()).active()).toList();
    }

    /** Of those that the pack switches on: what judges nothing because the place has not set what it judges by, in the order of the rules. */
    public static List<Silence> silent(RulePack pack) {
        return active(pack).stream().flatMap(rule -> rule.silent(pack).stream()).toList();
    }

    public static List<Rule> all() {
        return ALL;
    }
}
