package org.lianshen.model.proposal;

import java.time.LocalDate;

/** 立项, 采购, 初验, 试运行, 终验 and others, with the planned date. */
public record Milestone(String name, LocalDate date) {
}
