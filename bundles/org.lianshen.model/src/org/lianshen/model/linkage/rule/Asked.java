package org.lianshen.model.linkage.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lianshen.model.Money;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.AmountChain;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.proposal.Nature;
import org.lianshen.model.proposal.ProjectClass;

/** What the budgets ask for, each money once: annual lines, and quotas where a year has no annual line (see {@link AmountChain#yearsOnce}). */
final class Asked {

    private Asked() {
    }

    /**
     * What the year asks for operating a system.
     *
     * @param lines in file and row order, none with less than a fen
     */
    record Operation(LedgerProject system, List<CheckedLine> lines, Money sum) {

        CheckedLine first() {
            return lines.getFirst();
        }

        /** A report about the system as a whole, shown at the first line. */
        Report report(CheckContext context, String rule) {
            Report report = Report.at(context, rule, first()).project(system).aboutProject().showProject().show("operationSum", sum);
            if (lines.size() > 1) {
                report.show("parts", parts(context, lines));
            }
            return report.all(lines).asking(sum);
        }
    }

    /** The systems that the year's lines operate, in the order of their first lines. The ledger may have a system as the project that built it or as its operation. */
    static List<Operation> operations(CheckContext context) {
        Map<UUID, LedgerProject> systems = new LinkedHashMap<>();
        for (CheckedLine line : context.lines()) {
            if (line.it() && line.operations()) {
                context.concerned(line).forEach(project -> systems.putIfAbsent(project.id(), project));
            }
        }
        var found = new ArrayList<Operation>();
        for (LedgerProject system : systems.values()) {
            List<CheckedLine> lines = operation(context, system, context.year()).stream().filter(each -> each.line().amount().isPositive()).toList();
            if (!lines.isEmpty()) {
                found.add(new Operation(system, lines, sum(lines)));
            }
        }
        return found;
    }

    /** Lines of a year that pay for operating the system. */
    static List<CheckedLine> operation(CheckContext context, LedgerProject system, int year) {
        return AmountChain.yearsOnce(context.linesFor(system)).stream().filter(each -> each.line().year() == year && each.it() && each.operations()).toList();
    }

    /** Whether a line is money that counts: not a payment, nor a quota of what an annual line of the same item and year asks for. */
    static boolean counts(CheckContext context, CheckedLine line) {
        return switch (line.line().kind()) {
            case ANNUAL -> true;
            case PAYMENT -> false;
            case QUOTA -> context.linesOfItem(line).stream().noneMatch(each -> each.line().kind() == SheetKind.ANNUAL && each.line().year() == line.line().year());
        };
    }

    static Money sum(List<CheckedLine> lines) {
        return Money.sum(lines.stream().map(each -> each.line().amount()).toList());
    }

    static List<String> parts(CheckContext context, List<CheckedLine> lines) {
        return lines.stream().map(each -> context.file(each) + " " + Report.place(each.line()) + ": " + each.line().amount()).toList();
    }

    /** Whether the project is itself operation or a service, not something built. */
    static boolean operationOnly(LedgerProject project) {
        return ProjectClass.OPS.name().equals(project.projectClass()) || ProjectClass.SVC.name().equals(project.projectClass())
                || Nature.OPERATION.name().equals(project.nature()) || Nature.SERVICE.name().equals(project.nature());
    }
}
