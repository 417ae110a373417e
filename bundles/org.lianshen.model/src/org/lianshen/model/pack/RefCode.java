package org.lianshen.model.pack;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One code of a reference table (division, economic or functional code, procurement item …).
 *
 * @param table     name of the table
 * @param parent    parent code; empty at the top
 * @param validFrom first day; empty: not known
 * @param validTo   last day; empty: still valid
 * @param source    where the code was seen
 * @param verified  false: shown as 依据待核实
 */
public record RefCode(String table, String code, String name, String parent, Optional<LocalDate> validFrom, Optional<LocalDate> validTo,
        String source, boolean verified) {

    public boolean validOn(LocalDate day) {
        return validFrom.map(from -> !day.isBefore(from)).orElse(true) && validTo.map(to -> !day.isAfter(to)).orElse(true);
    }
}
