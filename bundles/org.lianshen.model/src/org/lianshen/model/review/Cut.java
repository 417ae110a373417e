package org.lianshen.model.review;

import org.lianshen.model.Money;

/** 核减建议 on one estimate line. {@code amount} is what is to be taken off, positive and at most the line's amount. */
public record Cut(int lineNo, Money amount, String reason) {
}
