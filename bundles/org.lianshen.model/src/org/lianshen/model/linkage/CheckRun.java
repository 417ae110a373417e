package org.lianshen.model.linkage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One run of all linkage rules over the lines of a year.
 *
 * @param asOf day for which states and validity were judged
 * @param pack id of the rule pack, {@code huzhou@2026.1}
 */
public record CheckRun(UUID id, int year, LocalDate asOf, String pack, Instant at, String by, List<LineResult> lines, List<Finding> findings) {

    public CheckRun {
        lines = List.copyOf(lines);
        findings = List.copyOf(findings);
    }
}
