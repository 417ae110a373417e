package org.lianshen.model.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A unit 单位 of the initial unit table. Units are renamed and merged: a name is valid for a time, and its other names are aliases.
 *
 * @param code          stable code inside the place
 * @param name          name in use
 * @param aliases       other and earlier names, short names
 * @param type          unit type, such as 政府部门, 党委机关, 国有企业
 * @param competentUnit code of the competent unit 主管部门; empty where it is its own
 * @param division      division code
 * @param validFrom     first day; empty: not known
 * @param validTo       last day; empty: still valid
 * @param source        document that names the unit
 */
public record UnitRecord(String code, String name, List<String> aliases, String type, String competentUnit, String division,
        Optional<LocalDate> validFrom, Optional<LocalDate> validTo, String source) {

    public UnitRecord {
        aliases = List.copyOf(aliases);
    }

    public boolean validOn(LocalDate day) {
        return validFrom.map(from -> !day.isBefore(from)).orElse(true) && validTo.map(to -> !day.isAfter(to)).orElse(true);
    }
}
