package org.lianshen.model.ceiling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lianshen.model.Money;

/**
 * The annual IT pool filled with approved projects (domain.md §4.6): mandatory, then 重点应用, then provincial pilots, then by score, until the ceiling; the rest waits
 * for the next batch. A pure function of its arguments.
 *
 * <p>In order: the first project that does not fit ends the filling, so that none is overtaken by a lesser one; then a higher ceiling only adds projects. With gaps
 * filled, later ones that still fit come in; then the sum is larger, and a higher ceiling may exchange projects.
 *
 * <p>What a standing finding forbids (不得纳入预算) gets nothing, whatever its rank and whatever an officer pinned; it takes no place from others.
 *
 * @param rows in the order in which they were looked at: pinned ones first, then by rank, then those that findings forbid, excluded ones last
 */
public record CeilingPlan(Money ceiling, boolean gapsFilled, List<Row> rows) {

    private static final Comparator<CeilingCandidate> RANK = Comparator.comparing(CeilingCandidate::priority)
            .thenComparing(CeilingCandidate::score, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(CeilingCandidate::approvedOn, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(CeilingCandidate::reviewNo, Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(CeilingCandidate::name).thenComparing(CeilingCandidate::project);

    public CeilingPlan {
        rows = List.copyOf(rows);
    }

    /** Why a project is in or out; words are texts {@code summary.outcome.NAME}. */
    public enum Outcome {
        /** by its rank */ FITS(true),
        /** an officer's word */ PINNED(true),
        /** larger than what was left when its turn came */ TOO_LARGE(false),
        /** after one that did not fit */ AFTER_CEILING(false),
        /** pinned, but larger than what was left */ PIN_TOO_LARGE(false),
        /** a finding stands against it: not before that is settled or waived */ FORBIDDEN(false),
        /** an officer's word */ EXCLUDED(false);

        private final boolean in;

        Outcome(boolean in) {
            this.in = in;
        }

        public boolean in() {
            return in;
        }
    }

    /**
     * @param rank 1 is the first
     * @param sum  money given up to and with this row
     * @param left what was left when its turn came
     * @param pin  the officer's word that decided, or null
     */
    public record Row(int rank, CeilingCandidate candidate, Outcome outcome, Money sum, Money left, Pin pin) {
    }

    /**
     * @param pins by project; projects without one and with {@link Pin.Kind#FREE} go by rank
     * @throws IllegalArgumentException if the ceiling is negative
     */
    public static CeilingPlan of(Money ceiling, List<CeilingCandidate> candidates, Map<UUID, Pin> pins, boolean gapsFilled) {
        if (ceiling.isNegative()) {
            throw new IllegalArgumentException("a ceiling below zero: " + ceiling);
        }
        List<CeilingCandidate> ranked = candidates.stream().sorted(Comparator.comparing((CeilingCandidate candidate) -> turn(candidate, pins.get(candidate.project()))).thenComparing(RANK)).toList();
        List<Row> rows = new ArrayList<>();
        Money sum = Money.ZERO;
        boolean closed = false;
        for (CeilingCandidate candidate : ranked) {
            Pin pin = pins.get(candidate.project());
            Money left = ceiling.minus(sum);
            boolean fits = !candidate.amount().moreThan(left);
            Outcome outcome = switch (pin == null ? Pin.Kind.FREE : pin.kind()) {
                case OUT -> Outcome.EXCLUDED;
                case IN -> forbidden(candidate) ? Outcome.FORBIDDEN : fits ? Outcome.PINNED : Outcome.PIN_TOO_LARGE;
                case FREE -> forbidden(candidate) ? Outcome.FORBIDDEN : closed ? Outcome.AFTER_CEILING : fits ? Outcome.FITS : Outcome.TOO_LARGE;
            };
            closed |= outcome == Outcome.TOO_LARGE && !gapsFilled;
            sum = outcome.in() ? sum.plus(candidate.amount()) : sum;
            rows.add(new Row(rows.size() + 1, candidate, outcome, sum, left, pin == null || pin.kind() == Pin.Kind.FREE ? null : pin));
        }
        return new CeilingPlan(ceiling, gapsFilled, rows);
    }

    private static boolean forbidden(CeilingCandidate candidate) {
        return !candidate.forbidden().isEmpty();
    }

    private static int turn(CeilingCandidate candidate, Pin pin) {
        return switch (pin == null ? Pin.Kind.FREE : pin.kind()) {
            case IN -> forbidden(candidate) ? 2 : 0;
            case FREE -> forbidden(candidate) ? 2 : 1;
            case OUT -> 3;
        };
    }

    public List<Row> in() {
        return rows.stream().filter(row -> row.outcome().in()).toList();
    }

    /** What waits for the next batch, without what findings forbid. */
    public List<Row> out() {
        return rows.stream().filter(row -> !row.outcome().in() && row.outcome() != Outcome.FORBIDDEN).toList();
    }

    /** What must not be budgeted while findings stand against it. */
    public List<Row> forbidden() {
        return rows.stream().filter(row -> row.outcome() == Outcome.FORBIDDEN).toList();
    }

    public Money given() {
        return sum(in());
    }

    /** What the projects of the next batch need. */
    public Money waiting() {
        return sum(out());
    }

    public Money withheld() {
        return sum(forbidden());
    }

    public Money asked() {
        return sum(rows);
    }

    public Money left() {
        return ceiling.minus(given());
    }

    private static Money sum(List<Row> rows) {
        return Money.sum(rows.stream().map(row -> row.candidate().amount()).toList());
    }
}
