package org.lianshen.model.linkage;

/**
 * A project name as it is compared.
 *
 * @param core       the name without unit, place, year, phase and noise words such as 项目
 * @param essence    the core without everyday words such as 系统 and 平台, which people exchange freely; the core itself where nothing would be left
 * @param phase      {@code p2} for 二期, {@code l3} for 标段三; empty where none is named
 * @param year       year named in the name, 0 where none is
 * @param operations whether it is about operation and maintenance
 */
public record NameKey(String core, String essence, String phase, int year, boolean operations) {

    /** Equal names: same core and phase. Years are the caller's business, since they depend on what kind of project it is. */
    public boolean sameName(NameKey other) {
        return core.equals(other.core) && phase.equals(other.phase);
    }
}
