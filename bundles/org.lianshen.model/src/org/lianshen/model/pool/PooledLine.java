package org.lianshen.model.pool;

import java.util.UUID;
import org.lianshen.model.Money;

/**
 * An operation line that could be bought together with others.
 *
 * @param item   normalised name of what is operated, equal for equal things of several units
 * @param joined whether the line says that it is bought together already
 */
public record PooledLine(UUID line, String unit, String project, String item, Money amount, String word, boolean joined) {
}
