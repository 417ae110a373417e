package org.lianshen.model.review;

import java.time.LocalDate;
import org.lianshen.model.Message;

/** What is waited for: who (body code, {@code unit}, {@code lead} or {@code secretary}), what, until when (null: no limit). */
public record OpenItem(String who, Message what, LocalDate due, boolean overdue) {
}
