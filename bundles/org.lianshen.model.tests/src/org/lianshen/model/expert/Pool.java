package org.lianshen.model.expert;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.lianshen.model.expert.ExpertRules.Item;
import org.lianshen.model.expert.ExpertRules.Kind;
import org.lianshen.model.expert.ExpertRules.Need;
import org.lianshen.model.review.Overall;

/** Invented experts and rules for the tests of this package. */
final class Pool {

    static final String NO = "LS-330500-2026-0001";
    static final String SEED = "2026-11-20 现场摸号 17-03-29";
    static final List<Item> ITEMS = List.of(item("necessity", 15), item("goals", 10), item("plan", 20), item("reuse", 15), item("security", 15), item("budget", 20),
            item("operation", 5));

    private Pool() {
    }

    private static Item item(String code, int points) {
        return new Item(code, code, code, BigDecimal.valueOf(points));
    }

    static ExpertRules rules(int least, int mostSameUnit, int cost, int security) {
        var needs = new ArrayList<Need>();
        if (cost > 0) {
            needs.add(new Need(Kind.COST, cost));
        }
        if (security > 0) {
            needs.add(new Need(Kind.SECURITY, security));
        }
        return new ExpertRules("test@1", least, needs, mostSameUnit, 3, false, BigDecimal.valueOf(60), BigDecimal.valueOf(25), BigDecimal.valueOf(15), ITEMS);
    }

    static ExpertRules rules() {
        return rules(3, 1, 1, 1);
    }

    static UUID id(int number) {
        return new UUID(0, number);
    }

    static Ranked ranked(String seed, int number, String unit, Expertise... fields) {
        String no = "Z" + number;
        return new Ranked(id(number), no, "专家" + number, unit, unit, Set.of(fields), PanelDraw.key(seed, NO, 1, no));
    }

    /** So many people of so many units with one or two fields each, in the order of a draw. */
    static List<Ranked> random(Random random, int people, int units) {
        String seed = "S" + random.nextInt();
        var pool = new ArrayList<Ranked>();
        for (int i = 1; i <= people; i++) {
            var fields = EnumSet.of(any(random), any(random));
            pool.add(ranked(seed, i, "U" + random.nextInt(units), fields.toArray(Expertise[]::new)));
        }
        return PanelDraw.inOrder(pool);
    }

    private static Expertise any(Random random) {
        return Expertise.values()[random.nextInt(Expertise.values().length)];
    }

    /** Seven people of seven units, among them cost and security. */
    static List<Ranked> seven() {
        return PanelDraw.inOrder(List.of(ranked(SEED, 1, "A", Expertise.SOFTWARE), ranked(SEED, 2, "B", Expertise.COST), ranked(SEED, 3, "C", Expertise.SECURITY),
                ranked(SEED, 4, "D", Expertise.CIPHER), ranked(SEED, 5, "E", Expertise.COST), ranked(SEED, 6, "F", Expertise.DATA), ranked(SEED, 7, "G", Expertise.BUSINESS)));
    }

    /** A sheet of so many points in all, 0 to 100. */
    static ScoreSheet sheet(int total, Overall conclusion) {
        Map<String, BigDecimal> points = new HashMap<>();
        int left = total;
        for (Item item : ITEMS) {
            int given = Math.min(left, item.points().intValue());
            points.put(item.code(), BigDecimal.valueOf(given));
            left -= given;
        }
        return new ScoreSheet(1, points, "方案可行", "预算偏高", "进度有风险", "可由现有平台承担", conclusion, true);
    }
}
