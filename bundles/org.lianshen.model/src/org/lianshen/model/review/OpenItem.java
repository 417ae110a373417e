package org.lianshen.model.review;

import java.time.LocalDate;
import org.lianshen.model.Message;

/**
 * What is waited for.
 *
 * @param who   code of the body whose task it is, {@code unit}, {@code lead} or {@code secretary}
 * @param since day from which it is waited for, null where it is not known
 * @param due   null: no limit
 */
public record OpenItem(String who, Message what, LocalDate since, LocalDate due, boolean overdue) {

    public OpenItem(String who, Message what, LocalDate due, boolean overdue) {
        this(who, what, null, due, overdue);
    }
}
