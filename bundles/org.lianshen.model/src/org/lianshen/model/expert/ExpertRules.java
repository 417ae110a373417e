package org.lianshen.model.expert;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.pack.Param;
import org.lianshen.model.pack.RulePack;

/**
 * The rules of one panel, as the pack gave them when its seed was published; kept with that fact, so that a later pack changes nothing (domain.md §3.5).
 *
 * @param packVersion  where they came from
 * @param least        fewest experts, for the amount of this project
 * @param needs        what must be represented, and by how many at least
 * @param mostSameUnit most experts of one unit
 * @param avoidYears   for so long a former employer stands against an expert
 * @param second       whether the amount asks for an independent second assessor 背靠背
 * @param rejectBelow  average below which building is not advised
 * @param spread       difference of highest and lowest score above which the group must discuss
 * @param outlier      distance from the median above which a score is marked
 * @param items        of the score sheet, a hundred points together
 */
public record ExpertRules(String packVersion, int least, List<Need> needs, int mostSameUnit, int avoidYears, boolean second, BigDecimal rejectBelow, BigDecimal spread,
        BigDecimal outlier, List<Item> items) {

    private static final String ITEM = "expert.item.";

    /** @param name 造价 or 安全或密码, as a text {@code expert.need.NAME} */
    public record Need(Kind name, int least) {

        public Set<Expertise> fields() {
            return name.fields;
        }

        public Message words() {
            return Message.of("expert.need." + name.name());
        }
    }

    public enum Kind {
        COST(EnumSet.of(Expertise.COST)), SECURITY(EnumSet.of(Expertise.SECURITY, Expertise.CIPHER));

        private final Set<Expertise> fields;

        Kind(Set<Expertise> fields) {
            this.fields = fields;
        }
    }

    /**
     * A row of the score sheet.
     *
     * @param code   last part of its key in the pack
     * @param points most points
     */
    public record Item(String code, String title, String titleEn, BigDecimal points) {
    }

    public ExpertRules {
        needs = List.copyOf(needs);
        items = List.copyOf(items);
    }

    /** @param applied 申报额 of the project */
    public static ExpertRules of(RulePack pack, Money applied) {
        boolean large = reached(pack, "limit.expertLarge", applied);
        int least = pack.intParam(large ? "expert.leastLarge" : "expert.least");
        var needs = new ArrayList<Need>();
        need(needs, Kind.COST, pack.intParam("expert.leastCost"));
        need(needs, Kind.SECURITY, pack.intParam("expert.leastSecurity"));
        List<Item> items = pack.params().values().stream().filter(param -> param.key().startsWith(ITEM)).map(ExpertRules::item).toList();
        return new ExpertRules(pack.id(), least, needs, pack.intParam("expert.mostSameUnit"), pack.intParam("expert.avoidYears"), reached(pack, "limit.expertSecond", applied),
                pack.ratio("expert.notRecommendedBelow"), pack.ratio("expert.spread"), pack.ratio("expert.outlier"), items);
    }

    private static void need(List<Need> needs, Kind kind, int least) {
        if (least > 0) {
            needs.add(new Need(kind, least));
        }
    }

    private static Item item(Param param) {
        return new Item(param.key().substring(ITEM.length()), param.title(), param.titleEn(), param.decimal().orElseThrow());
    }

    private static boolean reached(RulePack pack, String key, Money applied) {
        Optional<Money> limit = pack.moneyParam(key);
        return limit.isPresent() && applied != null && !limit.get().moreThan(applied);
    }

    /** What stands against a group of so many; null where nothing does. */
    public Message badSize(int size) {
        return size < least || size % 2 == 0 ? Message.of("expert.refuse.size", size, least) : null;
    }
}
