package org.lianshen.model.summary;

import org.lianshen.model.Money;

/**
 * Sums over IT lines of a year's annual budget (quotas where a year has no annual sheet).
 *
 * @param lines      how many
 * @param operations of {@code total}, for operation
 * @param lastYear   IT lines of the year before; zero where nothing was imported
 * @param blocked    of {@code total}, 不得纳入预算
 */
public record Sums(int lines, Money total, Money reviewed, Money suspect, Money unreviewed, Money operations, Money lastYear, int blockedLines, Money blocked,
        int blocking, int warnings) {

    public static final Sums NONE = new Sums(0, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, 0, Money.ZERO, 0, 0);

    public Sums plus(Sums other) {
        return new Sums(lines + other.lines, total.plus(other.total), reviewed.plus(other.reviewed), suspect.plus(other.suspect), unreviewed.plus(other.unreviewed),
                operations.plus(other.operations), lastYear.plus(other.lastYear), blockedLines + other.blockedLines, blocked.plus(other.blocked), blocking + other.blocking,
                warnings + other.warnings);
    }

    /** Against last year; null where last year is not known. */
    public Money change() {
        return lastYear.isZero() ? null : total.minus(lastYear);
    }
}
