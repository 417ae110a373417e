package org.lianshen.model.linkage;

import java.util.List;

/**
 * A project name as it is compared.
 *
 * @param core       the name without unit, place, year, phase and noise words such as 项目
 * @param essence    the core without everyday words such as 系统 and 平台, which people exchange freely; the core itself where nothing would be left
 * @param phase      {@code p2} for 二期, {@code l3} for 标段三 and 第三批; empty where none is named
 * @param year       year named in the name, 0 where none is
 * @param operations whether it is about operation and maintenance
 * @param numbers    numbers in the name other than years and phase, without leading zeros
 */
public record NameKey(String core, String essence, String phase, int year, boolean operations, List<String> numbers) {

    /** A name in which no numbers stand, or none that matter. */
    public NameKey(String core, String essence, String phase, int year, boolean operations) {
        this(core, essence, phase, year, operations, List.of());
    }


    /** Whether this names a later phase (二期) than the other, which a decision on the other cannot have meant; lots and batches are parts of one thing. */
    public boolean laterPhaseThan(NameKey other) {
        return phase.startsWith("p") && !phase.equals("p1") && !phase.equals(other.phase);
    }

    /** Another number in the name, such as 第2包 and 第3包, is another thing; a number that only one side has says nothing. */
    public boolean otherNumbers(NameKey other) {
        return !numbers.isEmpty() && !other.numbers.isEmpty() && !numbers.containsAll(other.numbers) && !other.numbers.containsAll(numbers);
    }

    /** Equal names: same core and phase. Years are the caller's business, since they depend on what kind of project it is. */
    public boolean sameName(NameKey other) {
        return core.equals(other.core) && phase.equals(other.phase);
    }
}
