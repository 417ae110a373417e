package org.lianshen.model.ceiling;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.lianshen.model.Message;
import org.lianshen.model.Money;

/**
 * An approved project that asks for money of a year.
 *
 * @param amount     what it needs in the year
 * @param because    why it has this priority
 * @param score      newest settled performance score, or null
 * @param approvedOn day of the approval, or null
 */
public record CeilingCandidate(UUID project, String reviewNo, String name, String unit, Money amount, Priority priority, Message because, BigDecimal score,
        LocalDate approvedOn) {
}
