package org.lianshen.model.linkage;

import java.math.BigDecimal;
import java.util.UUID;
import org.lianshen.model.pack.Grade;

/** The settled grade of a project's last appraisal, as rules B28 and B30 need it. */
public record GradeRecord(UUID project, int year, BigDecimal score, Grade grade) {
}
