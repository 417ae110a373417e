package org.lianshen.model.linkage.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Candidate;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.PlainText;

/**
 * B13: perhaps the same content twice. Another unit asks for something of the same name; or the same unit does, once under 基本建设 (codes of {@code eco.construction}) and
 * once not; or a line without a review is like a project that another unit had approved. Names that say little (words of {@code repeat.everydayWords} and fewer than
 * {@code repeat.leastLetters} letters beside) are not compared, nor is operation, nor lines of one approval.
 */
final class FundedTwice implements Rule {

    private static final int SHOWN = 5;

    @Override
    public String id() {
        return "B13";
    }

    @Override
    public Scope scope() {
        return Scope.NAME;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        List<String> everyday = context.pack().list("repeat.everydayWords").stream().map(PlainText::folded).toList();
        int least = context.pack().intParam("repeat.leastLetters");
        double like = context.pack().ratio("similarity.high").doubleValue();
        Set<UUID> done = new HashSet<>();
        for (CheckedLine line : context.lines()) {
            if (!judged(line) || done.contains(line.line().id()) || letters(line.name().essence(), everyday) < least) {
                continue;
            }
            List<CheckedLine> all = context.linesOfName(line).stream().filter(each -> each.line().year() == context.year() && judged(each)).toList();
            all.forEach(each -> done.add(each.line().id()));
            List<CheckedLine> same = once(context, all);
            for (CheckedLine each : same) {
                if (!compare(context, each, same, found) && each.project() == null) {
                    built(context, each, like, found);
                }
            }
        }
    }

    private static boolean judged(CheckedLine line) {
        return line.it() && !line.operations() && line.line().kind() != SheetKind.PAYMENT && line.line().amount().isPositive();
    }

    /** Without quotas of units that have an annual line of the name: they are the same money. */
    private static List<CheckedLine> once(CheckContext context, List<CheckedLine> all) {
        if (all.stream().noneMatch(each -> each.line().kind() == SheetKind.QUOTA)) {
            return all;
        }
        Set<String> budgeted = all.stream().filter(each -> each.line().kind() == SheetKind.ANNUAL).map(context::unitGroup).collect(Collectors.toSet());
        return all.stream().filter(each -> each.line().kind() == SheetKind.ANNUAL || !budgeted.contains(context.unitGroup(each))).toList();
    }

    /** How much of a name is left without everyday words. */
    private static int letters(String essence, List<String> everyday) {
        String rest = essence;
        for (String word : everyday) {
            rest = rest.replace(word, "");
        }
        return rest.length();
    }

    private boolean compare(CheckContext context, CheckedLine line, List<CheckedLine> same, Consumer<Finding> found) {
        if (same.size() == 1) {
            return false;
        }
        String unit = context.unitGroup(line);
        var others = new ArrayList<CheckedLine>();
        boolean elsewhere = false;
        for (CheckedLine each : same) {
            boolean oneApproval = line.project() != null && each.project() != null && line.project().id().equals(each.project().id());
            boolean other = !context.unitGroup(each).equals(unit);
            if (!oneApproval && each != line && (other || construction(context, each) != construction(context, line))) {
                elsewhere |= other;
                others.add(each);
            }
        }
        if (others.isEmpty()) {
            return false;
        }
        List<String> units = others.stream().map(each -> each.line().unit()).distinct().toList();
        Report report = Report.at(context, id(), line).show("amount", line.line().amount()).show("economicCode", line.economicCode())
                .show("others", others.stream().limit(SHOWN).map(each -> String.join(" ", each.line().unit(), each.line().project(), context.file(each), Report.place(each.line()))
                        + ": " + each.line().amount()).toList())
                .show("othersCount", others.size());
        others.stream().limit(SHOWN).forEach(report::also);
        found.accept(elsewhere ? report.say("units", line.line().project(), line.line().amount(), units.stream().limit(SHOWN).toList(), units.size())
                : report.say("construction", line.line().project(), line.line().amount(), Report.place(others.getFirst().line()), others.getFirst().line().amount()));
        return true;
    }

    private static boolean construction(CheckContext context, CheckedLine line) {
        return context.pack().list("eco.construction").stream().anyMatch(line.economicCode()::startsWith);
    }

    /** The likest approved project of another unit, where the line's own unit has none that is as like. */
    private void built(CheckContext context, CheckedLine line, double like, Consumer<Finding> found) {
        Candidate best = line.result().candidates().stream().filter(each -> each.score().doubleValue() >= like).findFirst().orElse(null);
        if (best == null || best.sameUnit() || context.project(best.project()).filter(project -> project.state().decidedFor()).isEmpty()) {
            return;
        }
        found.accept(Report.at(context, id(), line).show("amount", line.line().amount()).show("candidates",
                String.join(" / ", best.name(), best.unit(), best.score().toPlainString(), String.join(" ", best.common())))
                .show("approvedElsewhere", Objects.toString(best.approved(), null))
                .say("approved", line.line().project(), line.line().amount(), best.unit(), best.name(), best.score().toPlainString()));
    }
}
