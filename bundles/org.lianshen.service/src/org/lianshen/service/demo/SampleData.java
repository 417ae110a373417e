package org.lianshen.service.demo;

import java.util.List;
import java.util.Map;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.expert.Expert;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.performance.Execution;
import org.lianshen.model.performance.IndicatorValue;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.review.Cut;
import org.lianshen.model.review.Overall;

/**
 * What the product ships to try itself on. Names, units, amounts and years of projects are facts of public notices, each row with its source; review numbers,
 * decisions, budget lines, payments and scores around them are made up for the demonstration and say so in {@code about}.
 *
 * @param ledger     already reviewed projects, by ledger column
 * @param sources    where the facts of each ledger row stand, in the same order
 * @param budgetYear fiscal year of the budget lines
 * @param budget     annual lines, by field; amounts in yuan
 * @param budgetBefore annual lines of the year before, which some rules compare with
 * @param payments   payment lines
 * @param proposal   a whole application form
 * @param opinions   what the bodies say of it, by kind of body
 * @param appraisals scored projects, by review number
 * @param experts    invented people of invented units
 */
public record SampleData(String about, List<Map<LedgerColumn, String>> ledger, List<String> sources, int budgetYear, List<Map<BudgetField, String>> budget,
        List<Map<BudgetField, String>> budgetBefore, List<Map<BudgetField, String>> payments, ProposalForm proposal, Map<String, Opinion> opinions, Decision decision, List<Scored> appraisals,
        List<Expert> experts) {

    /** @param failed check items that do not pass, with the problem */
    public record Opinion(Overall overall, String signer, String remark, Map<String, String> failed, List<Cut> cuts) {
    }

    /** @param approved by estimate line number, where cut */
    public record Decision(Money approved, Map<Integer, Money> lines, String discussion, String requirements) {
    }

    public record Scored(String reviewNo, int year, Execution execution, String goal, String achieved, List<IndicatorValue> rows) {
    }
}
