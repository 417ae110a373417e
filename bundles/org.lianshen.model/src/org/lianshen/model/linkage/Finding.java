package org.lianshen.model.linkage;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.pack.Severity;

/**
 * A finding (疑点) of a linkage check.
 *
 * @param rule       B01 … B53
 * @param key        what it is about, stable over runs: the same finding in the next run has the same rule and key
 * @param lines      budget lines it is about, the first is where it is shown; empty for findings about a project as a whole
 * @param project    ledger project, or null
 * @param amount     the budgeted amount in question, or null
 * @param approved   what was approved, or null
 * @param difference amount − approved, or null
 * @param evidence   what the finding view shows side by side, in order: label text key → value, already in canonical text
 */
public record Finding(String rule, Severity severity, String key, List<UUID> lines, String unit, String projectName, UUID project, String reviewNo, Money amount,
        Money approved, Money difference, Message message, MatchedBy matchedBy, BigDecimal score, Map<String, String> evidence) {

    public Finding {
        lines = List.copyOf(lines);
        evidence = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(evidence));
    }

    Finding withKey(String other) {
        return new Finding(rule, severity, other, lines, unit, projectName, project, reviewNo, amount, approved, difference, message, matchedBy, score, evidence);
    }
}
