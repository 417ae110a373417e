package org.lianshen.model.review;

/** The answer to one check item: verdict with 问题描述, 修改建议, 参考依据 (domain.md §3.6); texts may be empty. */
public record CheckAnswer(String item, Verdict verdict, String problem, String suggestion, String basis) {
}
