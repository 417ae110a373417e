package org.lianshen.model.review;

/** One point of a 退回补正 list: where (field or attachment), what is wrong, what is asked, on what basis. Each must be answered on resubmission. */
public record ReturnItem(int no, String place, String problem, String request, String basis) {
}
