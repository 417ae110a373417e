package org.lianshen.model.review;

import org.lianshen.model.Money;

/** 核定额 of one estimate line. */
public record LineApproval(int lineNo, Money approved, String reason) {
}
