package org.lianshen.model.linkage.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
 * B13: perhaps the same content twice. A line without an approval has the name of another unit's line (two that were both approved were compared in the review, and the
 * one that was approved is not the one to explain itself); or the same unit asks twice, once under 基本建设 (codes of {@code eco.construction}) and
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
        List<String> construction = context.pack().list("eco.construction");
        Set<UUID> done = new HashSet<>();
        for (CheckedLine line : context.lines()) {
            if (!judged(line) || reviewed(line) && !isOf(construction, line) || !done.add(line.line().id()) || letters(line.name().essence(), everyday) < least) {
                continue;
            }
            List<Claim> same = claims(context, line, construction);
            same.forEach(each -> done.add(each.line.line().id()));
            List<Claim> some = some(same);
            int units = (int) same.stream().map(Claim::unit).distinct().count();
            for (Claim each : same) {
                if ((same.size() < 2 || !compare(context, each, some, units, found)) && !each.reviewed) {
                    built(context, each.line, like, found);
                }
            }
        }
    }

    /** A line with what it is compared by. */
    private record Claim(CheckedLine line, String unit, boolean construction, boolean reviewed) {

        boolean ofOneApproval(Claim other) {
            return line.project() != null && other.line.project() != null && line.project().id().equals(other.line.project().id());
        }
    }

    private static boolean judged(CheckedLine line) {
        return line.it() && !line.operations() && line.line().kind() != SheetKind.PAYMENT && line.line().amount().isPositive();
    }

    private static boolean reviewed(CheckedLine line) {
        return line.project() != null && line.project().state().decidedFor();
    }

    private static boolean isOf(List<String> construction, CheckedLine line) {
        return construction.stream().anyMatch(line.economicCode()::startsWith);
    }

    /** The year's lines of the name, without quotas of units that have an annual line of it: they are the same money. */
    private static List<Claim> claims(CheckContext context, CheckedLine line, List<String> construction) {
        List<Claim> all = context.linesOfName(line).stream().filter(each -> each.line().year() == context.year() && judged(each))
                .map(each -> new Claim(each, context.unitGroup(each), isOf(construction, each), reviewed(each))).toList();
        Set<String> budgeted = all.stream().filter(each -> each.line.line().kind() == SheetKind.ANNUAL).map(Claim::unit).collect(Collectors.toSet());
        return all.stream().filter(each -> each.line.line().kind() == SheetKind.ANNUAL || !budgeted.contains(each.unit)).toList();
    }

    /** The first few of each unit, under construction and not: enough to show, however many lines have the name. */
    private static List<Claim> some(List<Claim> all) {
        Map<String, Integer> taken = new HashMap<>();
        return all.stream().filter(each -> taken.merge(each.unit + each.construction, 1, Integer::sum) <= SHOWN + 1).toList();
    }

    /** How much of a name is left without everyday words. */
    private static int letters(String essence, List<String> everyday) {
        String rest = essence;
        for (String word : everyday) {
            rest = rest.replace(word, "");
        }
        return rest.length();
    }

    private boolean compare(CheckContext context, Claim mine, List<Claim> some, int units, Consumer<Finding> found) {
        var others = new ArrayList<CheckedLine>();
        boolean elsewhere = false;
        for (Claim each : some) {
            if (others.size() == SHOWN) {
                break;
            }
            boolean other = !each.unit.equals(mine.unit);
            if (each != mine && (other ? !mine.reviewed : each.construction != mine.construction) && !mine.ofOneApproval(each)) {
                elsewhere |= other;
                others.add(each.line);
            }
        }
        if (others.isEmpty()) {
            return false;
        }
        CheckedLine line = mine.line;
        Report report = Report.at(context, id(), line).show("amount", line.line().amount()).show("economicCode", line.economicCode())
                .show("others", others.stream().map(each -> String.join(" ", each.line().unit(), each.line().project(), context.file(each), Report.place(each.line()))
                        + ": " + each.line().amount()).toList());
        others.forEach(report::also);
        found.accept(elsewhere ? report.say("units", line.line().project(), line.line().amount(), others.stream().map(each -> each.line().unit()).distinct().toList(), units - 1)
                : report.say("construction", line.line().project(), line.line().amount(), Report.place(others.getFirst().line()), others.getFirst().line().amount()));
        return true;
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
