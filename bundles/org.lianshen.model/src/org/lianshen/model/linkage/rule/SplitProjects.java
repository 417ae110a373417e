package org.lianshen.model.linkage.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.lianshen.model.Money;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.NameIndex;
import org.lianshen.model.linkage.NameKey;
import org.lianshen.model.pack.RulePack;

/**
 * B14: undertakings of one unit within the pack's months, alike by name, supplier or system, each below a limit, together at or above it. Phases (二期) of one project
 * are in order and are not added up; lots of one purchase are. What comes every year is compared within the budget's year only. Silent where the place has set no
 * limit.
 */
final class SplitProjects implements Rule {

    /** A name is compared with this many nearest names of its unit. */
    private static final int SEARCHED = 24;

    @Override
    public String id() {
        return "B14";
    }

    @Override
    public Scope scope() {
        return Scope.UNIT;
    }

    @Override
    public List<Silence> silent(RulePack pack) {
        return Limits.silent(pack, id());
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        Limits limits = Limits.of(context.pack());
        if (limits.all().isEmpty()) {
            return;
        }
        var likeness = new Likeness(context.names(), context.pack().ratio("split.similarity").doubleValue(), context.pack().intParam("split.windowMonths"));
        Undertaking.byUnit(context).values().forEach(ofUnit -> {
            Set<Undertaking> reported = new HashSet<>();
            for (Limits.Limit limit : limits.all()) {
                split(context, ofUnit.stream().filter(each -> limit.amount().moreThan(each.amount())).toList(), limit, likeness, reported, found);
            }
        });
    }

    private void split(CheckContext context, List<Undertaking> below, Limits.Limit limit, Likeness likeness, Set<Undertaking> reported, Consumer<Finding> found) {
        if (below.size() < 2) {
            return;
        }
        List<Undertaking> inOrder = below.stream().sorted(Comparator.comparing(Undertaking::day, Comparator.nullsLast(Comparator.naturalOrder()))).toList();
        var near = new Near(inOrder);
        Set<Integer> used = new HashSet<>();
        for (int i = 0; i < inOrder.size(); i++) {
            if (used.contains(i)) {
                continue;
            }
            var group = new ArrayList<Undertaking>(List.of(inOrder.get(i)));
            var members = new ArrayList<Integer>(List.of(i));
            for (int other : near.of(i)) {
                if (!used.contains(other) && likeness.related(inOrder.get(i), inOrder.get(other))) {
                    group.add(inOrder.get(other));
                    members.add(other);
                }
            }
            Money sum = Money.sum(group.stream().map(Undertaking::amount).toList());
            if (group.size() > 1 && !limit.amount().moreThan(sum) && group.stream().anyMatch(each -> each.line() != null)) {
                used.addAll(members);
                if (!reported.containsAll(group)) {
                    found.accept(finding(context, group, sum, limit));
                    reported.addAll(group);
                }
            }
        }
    }

    private Finding finding(CheckContext context, List<Undertaking> group, Money sum, Limits.Limit limit) {
        CheckedLine shown = group.stream().map(Undertaking::line).filter(Objects::nonNull).findFirst().orElseThrow();
        Report report = Report.at(context, id(), shown).keyed(limit.key()).amounts(sum, limit.amount());
        report.all(group.stream().map(Undertaking::line).filter(Objects::nonNull).toList());
        report.show("group", group.stream().map(SplitProjects::words).toList()).show("sum", sum).show("limit", limit.amount());
        return report.say("split", shown.line().unit(), group.stream().map(Undertaking::name).distinct().toList(), group.size(), sum, limit.name(), limit.amount());
    }

    private static String words(Undertaking each) {
        String number = each.project() == null || each.project().reviewNo() == null ? "" : each.project().reviewNo();
        return String.join(" / ", each.name(), number, each.day() == null ? String.valueOf(each.year()) : each.day().toString(), each.supplier(), each.amount().toString());
    }

    /** Which undertakings of a unit are worth comparing: the nearest by name, and those of one supplier or system. */
    private static final class Near {
        private final List<Undertaking> all;
        private final NameIndex index;
        private final NameIndex.Scratch scratch;
        private final Map<String, List<Integer>> shared = new HashMap<>();

        Near(List<Undertaking> all) {
            this.all = all;
            for (int i = 0; i < all.size(); i++) {
                for (String each : marks(all.get(i))) {
                    shared.computeIfAbsent(each, none -> new ArrayList<>(1)).add(i);
                }
            }
            index = new NameIndex(all.stream().map(Undertaking::key).toList());
            scratch = new NameIndex.Scratch(index);
        }

        List<Integer> of(int i) {
            Undertaking mine = all.get(i);
            var found = new TreeSet<Integer>();
            for (int other : index.near(index.query(mine.key()), SEARCHED, scratch)) {
                found.add(other);
            }
            marks(mine).forEach(each -> found.addAll(shared.get(each)));
            found.remove(i);
            return List.copyOf(found);
        }

        private static List<String> marks(Undertaking each) {
            return Stream.of("supplier:" + each.supplier(), "system:" + each.system()).filter(mark -> !mark.endsWith(":")).toList();
        }
    }

    private static boolean same(String one, String other) {
        return !one.isEmpty() && one.equals(other);
    }

    private record Likeness(NameIndex names, double least, int months) {

        boolean related(Undertaking one, Undertaking other) {
            return one.yearly() == other.yearly() && !phases(one.key(), other.key()) && together(one, other)
                    && (same(one.supplier(), other.supplier()) || same(one.system(), other.system()) || names.likeness(names.query(whole(one.key())), names.query(whole(other.key()))) >= least);
        }

        /** Two phases of a project, also where the first does not call itself one. */
        private static boolean phases(NameKey one, NameKey other) {
            String mine = one.phase().startsWith("p") ? one.phase() : "";
            String theirs = other.phase().startsWith("p") ? other.phase() : "";
            return !mine.equals(theirs);
        }

        private static NameKey whole(NameKey key) {
            return new NameKey(key.core(), key.essence(), "", key.year(), key.operations());
        }

        private boolean together(Undertaking one, Undertaking other) {
            if (one.yearly()) {
                return one.line() != null && other.line() != null;
            }
            if (one.day() == null || other.day() == null) {
                return one.year() == other.year();
            }
            boolean before = one.day().isBefore(other.day());
            return !(before ? other : one).day().isAfter((before ? one : other).day().plusMonths(months));
        }
    }
}
