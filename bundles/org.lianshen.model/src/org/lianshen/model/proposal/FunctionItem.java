package org.lianshen.model.proposal;

import java.math.BigDecimal;
import org.lianshen.model.Money;

/**
 * A function of the system to be built, in the order of the construction content.
 *
 * @param path        {@code 1}, {@code 1.2}, {@code 1.2.3}: subsystem, module, function
 * @param change      新建, 改造, 保留
 * @param ilf         internal logical files (function points, GB/T 36964); null when not counted
 * @param months      person-months, null when function points are used
 * @param reuse       id or name of the component that is reused, or null
 * @param description what it does
 */
public record FunctionItem(String path, String name, String change, Integer ilf, Integer eif, Integer ei, Integer eo, Integer eq, BigDecimal months, Money amount,
        String reuse, String description) {
}
