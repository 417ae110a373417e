package org.lianshen.model.linkage.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.lianshen.model.Money;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.AmountChain;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.LineKey;
import org.lianshen.model.linkage.NameKey;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.review.State;

/**
 * Something that a unit has applied for or asks money for: a project of the ledger, or the lines of an item that are tied to none.
 *
 * @param amount  what was applied for, else what was approved, else what the year's lines ask for
 * @param day     day of the approval, or null where only the year is known
 * @param yearly  operation or a service, which comes again every year
 * @param system  number of the built system that it is for, empty where none is named
 * @param line    a line of the year that pays for it, or null
 * @param project null for lines that are tied to none
 */
record Undertaking(String name, NameKey key, Money amount, LocalDate day, int year, boolean yearly, String supplier, String system, CheckedLine line,
        LedgerProject project) {

    private static final Set<State> GIVEN_UP = Set.of(State.REJECTED, State.WITHDRAWN, State.MERGED);

    /** By unit, each in the order of its lines, then the projects without a line in the year. Those whose amount is not known or not positive are left out. */
    static Map<String, List<Undertaking>> byUnit(CheckContext context) {
        Map<String, List<Undertaking>> found = new LinkedHashMap<>();
        Map<UUID, CheckedLine> first = new LinkedHashMap<>();
        Map<String, List<CheckedLine>> untied = new LinkedHashMap<>();
        for (CheckedLine line : context.lines()) {
            if (line.it() && line.project() == null) {
                untied.computeIfAbsent(context.unitGroup(line) + "|" + LineKey.of(line.line()), key -> new ArrayList<>(1)).add(line);
            } else if (line.it() && context.unitGroup(line).equals(context.unitGroup(line.project()))) {
                first.putIfAbsent(line.project().id(), line);
            }
        }
        first.values().forEach(line -> add(found, context.unitGroup(line), of(context, line.project(), line)));
        untied.values().forEach(lines -> {
            List<CheckedLine> once = AmountChain.yearsOnce(lines);
            if (!once.isEmpty()) {
                add(found, context.unitGroup(once.getFirst()), of(once));
            }
        });
        for (LedgerProject project : context.projects()) {
            if (!first.containsKey(project.id())) {
                add(found, context.unitGroup(project), of(context, project, null));
            }
        }
        return found;
    }

    private static void add(Map<String, List<Undertaking>> found, String unit, Undertaking each) {
        boolean live = each.project == null || !GIVEN_UP.contains(each.project.state());
        if (!unit.isEmpty() && live && each.amount != null && each.amount.isPositive()) {
            found.computeIfAbsent(unit, none -> new ArrayList<>()).add(each);
        }
    }

    private static Undertaking of(CheckContext context, LedgerProject project, CheckedLine line) {
        String system = context.dossier(project).map(dossier -> dossier.form().text(ProposalField.BUILT_SYSTEM)).orElse("").strip();
        return new Undertaking(project.name(), context.name(project), project.applied() == null ? project.approved() : project.applied(), project.approvedOn(),
                project.approvedOn() == null ? project.year() : project.approvedOn().getYear(), Asked.operationOnly(project), project.more(LedgerColumn.SUPPLIER).strip(), system,
                line, project);
    }

    private static Undertaking of(List<CheckedLine> lines) {
        CheckedLine line = lines.getFirst();
        return new Undertaking(line.line().project(), line.name(), Asked.sum(lines), null, line.line().year(), line.operations(), "", "", line, null);
    }
}
