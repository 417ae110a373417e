package org.lianshen.model.ceiling;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.linkage.Finding;

/**
 * An approved project that asks for money of a year, or the part of it that findings forbid: a project of which only some lines are forbidden stands there twice.
 *
 * @param amount     what it needs in the year
 * @param because    why it has this priority
 * @param score      newest settled performance score, or null
 * @param approvedOn day of the approval, or null
 * @param forbidden  the findings for which the amount must not be budgeted (不得纳入预算); empty where it may be
 */
public record CeilingCandidate(UUID project, String reviewNo, String name, String unit, Money amount, Priority priority, Message because, BigDecimal score,
        LocalDate approvedOn, List<Finding> forbidden) {

    public CeilingCandidate {
        forbidden = List.copyOf(forbidden);
    }
}
