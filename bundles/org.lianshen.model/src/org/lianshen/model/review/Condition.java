package org.lianshen.model.review;

import java.time.LocalDate;

/** A condition of a decision 修改后通过: {@code no} is 1, 2, 3 … within the decision; owner and due date are mandatory. */
public record Condition(int no, String text, String owner, LocalDate due) {
}
