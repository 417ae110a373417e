package org.lianshen.model.linkage;

import org.lianshen.model.pack.RulePack;

/**
 * How alike names must be for a line and a project to be put to an officer (domain.md §4.4), by how units and amounts go together; the pack's parameters {@code match.*}.
 *
 * @param name        same unit and an amount within tolerance, whatever else is near
 * @param nearAmount  the same with a lead over the next project
 * @param equalAmount same unit and an amount that is equal to the fen or as sheets round it, which stands up for a name that is less alike
 * @param partAmount  same unit and a part of what was approved: the name must be nearly the same, and nothing else of the unit as near
 * @param partCovered the same where this share of the name is covered
 * @param coveredName likeness that such a name must have at least
 * @param alikeUnit   a unit that is alike and an equal amount
 * @param otherUnit   another unit, an equal amount and a lead
 * @param lead        over the next project
 * @param shown       from which a project is shown as near at all
 */
record LinkThresholds(double name, double nearAmount, double equalAmount, double partAmount, double partCovered, double coveredName, double alikeUnit, double otherUnit,
        double lead, double shown) {

    static LinkThresholds of(RulePack pack) {
        return new LinkThresholds(of(pack, "match.nameSimilarity"), of(pack, "match.nearAmountLeast"), of(pack, "match.equalAmountLeast"), of(pack, "match.partAmountLeast"),
                of(pack, "match.partCoveredLeast"), of(pack, "match.coveredNameLeast"), of(pack, "match.alikeUnitLeast"), of(pack, "match.otherUnitLeast"), of(pack, "match.lead"),
                of(pack, "similarity.medium"));
    }

    private static double of(RulePack pack, String key) {
        return pack.ratio(key).doubleValue();
    }
}
