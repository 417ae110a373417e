package org.lianshen.model.linkage.rule;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.pack.RulePack;

/**
 * B37: carried-over money (list {@code budget.carryOverWords}) from longer ago than the pack's years, of a project that was not approved anew since. The year it comes
 * from is the one named with the carry-over (2023年结转), else that of the quota document (〔2023〕). Without either, without a ledger project or its day of approval nothing
 * is said; a line without any project is B01's business.
 */
final class OldCarryOver implements Rule {

    private static final Pattern NAMED = Pattern.compile("(20\\d\\d)年?度?[^0-9]{0,6}(?:结转|结余)");
    private static final Pattern DOCUMENT = Pattern.compile("[〔\\[(（【](20\\d\\d)[〕\\])）】]");

    @Override
    public String id() {
        return "B37";
    }

    @Override
    public Scope scope() {
        return Scope.LINE;
    }

    @Override
    public List<Silence> silent(RulePack pack) {
        return Silence.whole(pack, id(), "carryOver.mostYears");
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        Integer most = context.pack().param("carryOver.mostYears").integer().orElse(null);
        if (most == null) {
            return;
        }
        Words words = Words.of(context.pack().list("budget.carryOverWords"));
        for (CheckedLine line : context.tied()) {
            LedgerProject project = line.project();
            if (project.approvedOn() == null || context.year() - project.approvedOn().getYear() <= most) {
                continue;
            }
            String text = String.join(" ", line.line().text(BudgetField.BUDGET_TYPE), line.line().text(BudgetField.FUND_TYPE), line.line().text(BudgetField.SOURCE),
                    line.line().text(BudgetField.DOCUMENT_TITLE), line.line().text(BudgetField.REMARK));
            int from = words.any(text) && line.line().amount().isPositive() ? origin(line, text) : 0;
            if (from > 0 && context.year() - from > most && project.approvedOn().getYear() <= from) {
                found.accept(Report.at(context, id(), line).showProject().show("amount", line.line().amount()).show("carriedFrom", from)
                        .show("documentNo", line.line().text(BudgetField.DOCUMENT_NO)).show("approvedOn", project.approvedOn())
                        .say("old", line.line().project(), line.line().amount(), from, context.year() - from, most, project.approvedOn()));
            }
        }
    }

    private static int origin(CheckedLine line, String text) {
        Matcher named = NAMED.matcher(text);
        if (named.find()) {
            return Integer.parseInt(named.group(1));
        }
        Matcher document = DOCUMENT.matcher(line.line().text(BudgetField.DOCUMENT_NO));
        return document.find() ? Integer.parseInt(document.group(1)) : 0;
    }
}
