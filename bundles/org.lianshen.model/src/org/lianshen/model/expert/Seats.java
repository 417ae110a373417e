package org.lianshen.model.expert;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.lianshen.model.expert.ExpertStep.Announcement;
import org.lianshen.model.expert.Panel.Member;
import org.lianshen.model.expert.PanelDraw.Outcome;
import org.lianshen.model.expert.PanelDraw.Passed;

/** Who takes the seats of a panel: what the draw and the replacement do, and what whoever repeats them does again. */
public final class Seats {

    private Seats() {
    }

    /** @param second null where none is asked for, or one stays */
    public record Filled(Outcome group, Ranked second, List<Passed> passed) {
    }

    /**
     * Fills the group first and then, independently of what it must represent, the seat of the second assessor.
     *
     * @param panel with the seed that is drawn with
     * @param order of all candidates
     */
    public static Filled draw(Panel panel, List<Ranked> order) {
        Announcement asked = panel.announced();
        List<Ranked> in = panel.in().stream().map(Member::expert).toList();
        Outcome group = PanelDraw.fill(order, in, asked.size() - panel.group().size(), asked.rules());
        boolean needed = asked.second() && panel.in().stream().noneMatch(Member::second);
        if (group.impossible() != null || !needed) {
            return new Filled(group, null, group.passed());
        }
        var seated = new ArrayList<>(in);
        seated.addAll(group.taken());
        Outcome other = PanelDraw.fill(without(order, ids(group.taken())), seated, 1, free(asked.rules()));
        if (other.impossible() != null) {
            return new Filled(other, null, List.of());
        }
        var passed = new ArrayList<>(group.passed());
        other.passed().stream().filter(each -> group.passed().stream().noneMatch(told -> told.expert().equals(each.expert()))).forEach(passed::add);
        return new Filled(group, other.taken().getFirst(), passed);
    }

    /**
     * Who takes the place of one who is out: the first of those whom the rules give for all places that are vacant.
     *
     * @param order of those of the draw who may still be taken
     */
    public static Outcome replace(Panel panel, Member out, List<Ranked> order) {
        List<Ranked> in = panel.in().stream().map(Member::expert).toList();
        if (out.second()) {
            return PanelDraw.fill(order, in, 1, free(panel.rules()));
        }
        int vacant = (int) panel.vacant().stream().filter(member -> !member.second()).count();
        return PanelDraw.fill(order, in, vacant, panel.rules());
    }

    /** The second assessor stands for no field; only units count. */
    private static ExpertRules free(ExpertRules rules) {
        return new ExpertRules(rules.packVersion(), rules.least(), List.of(), rules.mostSameUnit(), rules.avoidYears(), rules.second(), rules.rejectBelow(), rules.spread(),
                rules.outlier(), rules.items());
    }

    static List<Ranked> without(List<Ranked> order, Set<UUID> ids) {
        return order.stream().filter(each -> !ids.contains(each.expert())).toList();
    }

    static Set<UUID> ids(List<Ranked> people) {
        return people.stream().map(Ranked::expert).collect(java.util.stream.Collectors.toSet());
    }
}
