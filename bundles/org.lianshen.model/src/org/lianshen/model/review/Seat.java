package org.lianshen.model.review;

import java.time.LocalDate;
import org.lianshen.model.pack.ReviewBody;

/**
 * The place of one body in a round: whose opinion it is, who holds the task now, and until when.
 *
 * @param body     a body of the pack, or a unit that was asked besides (加签)
 * @param required whether countersigning waits for it
 * @param since    from when it has the task
 * @param due      last day for its opinion
 * @param holder   code of the body that has the task now: the body's own code, or another one's after 转办
 * @param person   account that has the task now, or null for anybody of the holder
 * @param added    whether it was asked besides the pack's required bodies
 */
public record Seat(ReviewBody body, boolean required, LocalDate since, LocalDate due, String holder, String person, boolean added) {

    public boolean transferred() {
        return person != null || !holder.equals(body.code());
    }
}
