package org.lianshen.model.linkage.rule;

import java.util.function.Consumer;
import org.lianshen.model.Message;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.Severity;
import org.lianshen.model.pack.UnitRecord;
import org.lianshen.model.proposal.Level;

/**
 * B25: something is built off the government cloud, or with servers, a machine room or a network of its own (see {@link InfrastructureSigns}). Counties are blocked
 * where the pack says that they may not build a cloud of their own; a network is a warning everywhere. The body that leads the review runs the cloud: its lines are
 * judged in counties only.
 */
final class OwnInfrastructure implements Rule {

    @Override
    public String id() {
        return "B25";
    }

    @Override
    public Scope scope() {
        return Scope.ITEM;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        boolean countiesBlocked = context.pack().param("county.ownCloudBlocked").configured() && context.pack().flag("county.ownCloudBlocked");
        var words = InfrastructureWords.of(context.pack());
        for (CheckedLine line : context.lines()) {
            if (!line.it() || line.operations() || !line.line().amount().isPositive() || !Asked.counts(context, line)) {
                continue;
            }
            InfrastructureSigns signs = InfrastructureSigns.of(context, line, words);
            if (signs.any()) {
                boolean county = countiesBlocked && county(context, line);
                if (county || !leads(context, line)) {
                    found.accept(finding(context, line, signs, county));
                }
            }
        }
    }

    private Finding finding(CheckContext context, CheckedLine line, InfrastructureSigns signs, boolean county) {
        LedgerProject project = line.project();
        Report report = Report.at(context, id(), line).show("amount", line.line().amount()).show("economicCode", line.economicCode());
        if (project != null) {
            report.showProject().show("onCloud", project.more(LedgerColumn.ON_CLOUD));
        }
        report.show("ownWords", signs.hardware() == null ? signs.network() : signs.hardware()).show("estimateLines", signs.estimate());
        String name = signs.name();
        boolean network = name.equals("network") || name.equals("declaredNetwork");
        if (network) {
            report.weighing(Severity.W);
        } else if (county) {
            report.weighing(Severity.E);
        }
        Object what = switch (name) {
            case "hardware" -> signs.hardware();
            case "network" -> signs.network();
            case "estimate" -> signs.estimate();
            default -> project.name();
        };
        Message advice = Message.of("linkage.B25." + (county && !network ? "adviceCounty" : network ? "adviceNetwork" : "adviceCloud"));
        return report.say(name, line.line().project(), line.line().amount(), what, advice);
    }

    private static boolean leads(CheckContext context, CheckedLine line) {
        RulePack pack = context.pack();
        return context.units().find(line.line().unit()).filter(unit -> pack.bodies().stream().anyMatch(body -> body.lead() && body.unitCode().equals(unit.code()))).isPresent();
    }

    /** By the line's division, else its unit's, else the place of the pack; a project of county level is one too. */
    private static boolean county(CheckContext context, CheckedLine line) {
        String stated = line.line().text(BudgetField.DIVISION);
        String division = stated.length() >= 6 ? stated : context.units().find(line.line().unit()).map(UnitRecord::division).orElse(context.pack().divisionCode());
        boolean ofCounty = division.length() >= 6 && !division.startsWith("00", 4);
        return ofCounty || line.project() != null && Level.COUNTY.name().equals(line.project().level());
    }
}
