package org.lianshen.model.performance;

import java.util.Optional;
import org.lianshen.model.Message;
import org.lianshen.model.pack.PerformanceTemplate;

/** The formulas of single rows (domain.md §5.4). Everything stays an exact fraction until the caller rounds. */
final class RowScoring {

    private final Exact overAchieve;
    private final Exact mostCut;
    private final Exact tierReached;
    private final Exact tierPartly;

    RowScoring(PerformanceTemplate template) {
        overAchieve = param(template, "perf.overAchieve");
        mostCut = template.params().containsKey("perf.overAchieveMostCut") ? param(template, "perf.overAchieveMostCut") : Exact.ZERO;
        tierReached = param(template, "perf.tierReached");
        tierPartly = param(template, "perf.tierPartly");
    }

    private static Exact param(PerformanceTemplate template, String key) {
        return Exact.of(template.param(key).decimal().orElseThrow(() -> new IllegalStateException(template.id() + ": " + key + " has no value")));
    }

    /** Points of a row, how they came, and what to look at. */
    record Points(Exact value, Message formula, Message flag) {
    }

    Points points(IndicatorValue row) {
        if (row.actual().isBlank()) {
            return none(row, "performance.flag.missing");
        }
        return switch (row.formula()) {
            case AT_LEAST -> atLeast(row);
            case AT_MOST -> atMost(row);
            case EQUAL -> equal(row);
            case INTERVAL -> interval(row);
            case STEPS -> steps(row);
            case TIERS -> tiers(row);
            case YES_NO -> yesNo(row);
            case EXECUTION_RATE -> rate(row);
        };
    }

    private Points atLeast(IndicatorValue row) {
        Optional<Exact> target = Reading.number(row.target());
        Optional<Exact> actual = Reading.number(row.actual());
        if (target.isEmpty() || actual.isEmpty()) {
            return unreadable(row, target.isEmpty());
        }
        Exact a = target.get();
        Exact b = actual.get();
        Exact weight = weight(row);
        if (b.compareTo(a) < 0) {
            Exact share = a.signum() <= 0 ? Exact.ZERO : b.over(a).atLeast(Exact.ZERO);
            return shortOf(row, weight.times(share), Message.of("performance.formula.ratio", row.actual(), row.target(), row.weight()));
        }
        Message full = Message.of("performance.formula.reached", row.actual(), row.target(), row.weight());
        if (a.signum() <= 0) {
            return new Points(weight, full, null);
        }
        Exact excess = b.minus(a).over(a);
        if (excess.compareTo(overAchieve) <= 0) {
            return new Points(weight, full, null);
        }
        String percent = excess.times(Exact.of(java.math.BigDecimal.valueOf(100))).rounded(2).toPlainString();
        if (!row.reason().isBlank()) {
            return new Points(weight, full, Message.of("performance.flag.overExplained", percent));
        }
        Exact cut = excess.minus(overAchieve).atMost(mostCut);
        return new Points(weight.times(Exact.ONE.minus(cut)),
                Message.of("performance.formula.over", row.actual(), row.target(), row.weight(), cut.rounded(4).toPlainString()),
                Message.of("performance.flag.targetLow", percent));
    }

    private Points atMost(IndicatorValue row) {
        Optional<Exact> target = Reading.number(row.target());
        Optional<Exact> actual = Reading.number(row.actual());
        if (target.isEmpty() || actual.isEmpty()) {
            return unreadable(row, target.isEmpty());
        }
        if (actual.get().compareTo(target.get()) <= 0) {
            return new Points(weight(row), Message.of("performance.formula.within", row.actual(), row.target(), row.weight()), null);
        }
        Exact share = target.get().signum() <= 0 ? Exact.ZERO : target.get().over(actual.get());
        return shortOf(row, weight(row).times(share), Message.of("performance.formula.inverse", row.target(), row.actual(), row.weight()));
    }

    private Points equal(IndicatorValue row) {
        Optional<Exact> target = Reading.number(row.target());
        Optional<Exact> actual = Reading.number(row.actual());
        if (target.isEmpty() || actual.isEmpty()) {
            return unreadable(row, target.isEmpty());
        }
        Exact a = target.get();
        Exact difference = actual.get().minus(a).abs();
        if (difference.signum() == 0) {
            return new Points(weight(row), Message.of("performance.formula.reached", row.actual(), row.target(), row.weight()), null);
        }
        Exact share = a.signum() == 0 ? Exact.ZERO : Exact.ONE.minus(difference.over(a.abs())).atLeast(Exact.ZERO);
        return shortOf(row, weight(row).times(share), Message.of("performance.formula.equal", row.actual(), row.target(), row.weight()));
    }

    private Points interval(IndicatorValue row) {
        Optional<Exact[]> bounds = Reading.interval(row.target());
        Optional<Exact> actual = Reading.number(row.actual());
        if (bounds.isEmpty() || actual.isEmpty()) {
            return unreadable(row, bounds.isEmpty());
        }
        Exact low = bounds.get()[0];
        Exact high = bounds.get()[1];
        Exact b = actual.get();
        Exact distance = low.minus(b).atLeast(b.minus(high)).atLeast(Exact.ZERO);
        if (distance.signum() == 0) {
            return new Points(weight(row), Message.of("performance.formula.inside", row.actual(), row.target(), row.weight()), null);
        }
        Exact width = high.minus(low);
        Exact share = width.signum() == 0 ? Exact.ZERO : Exact.ONE.minus(distance.over(width)).atLeast(Exact.ZERO);
        return shortOf(row, weight(row).times(share), Message.of("performance.formula.outside", row.actual(), row.target(), row.weight()));
    }

    /** A table whose points fall with the thresholds reads "at most", one whose points rise reads "at least". */
    private Points steps(IndicatorValue row) {
        Exact[][] steps = Reading.steps(row.target());
        Optional<Exact> actual = Reading.number(row.actual());
        if (steps.length == 0 || actual.isEmpty()) {
            return unreadable(row, steps.length == 0);
        }
        boolean falling = steps.length > 1 && steps[0][1].compareTo(steps[steps.length - 1][1]) > 0;
        Exact points = Exact.ZERO;
        if (falling) {
            for (int i = steps.length - 1; i >= 0 && actual.get().compareTo(steps[i][0]) <= 0; i--) {
                points = steps[i][1];
            }
        } else {
            for (int i = 0; i < steps.length && actual.get().compareTo(steps[i][0]) >= 0; i++) {
                points = steps[i][1];
            }
        }
        points = points.atMost(weight(row));
        Message formula = Message.of("performance.formula.steps", row.actual(), row.target());
        return points.compareTo(weight(row)) < 0 ? shortOf(row, points, formula) : new Points(points, formula, null);
    }

    /** 达成 80–100 %, 部分达成 60–80 %, 未达成 0–60 %. A word without a value takes the lower end, except 达成, which is full. */
    private Points tiers(IndicatorValue row) {
        String text = Reading.plain(row.actual());
        Optional<Exact> percent = Reading.number(text);
        Exact share;
        Message flag = null;
        Exact low = Exact.ZERO;
        Exact high = Exact.ONE;
        if (text.startsWith("部分达成") || text.startsWith("基本达成")) {
            low = tierPartly;
            high = tierReached;
        } else if (text.startsWith("未达成") || text.startsWith("未完成")) {
            high = tierPartly;
        } else if (text.startsWith("达成") || text.startsWith("完成") || text.startsWith("已达成")) {
            low = tierReached;
        } else if (percent.isEmpty()) {
            return unreadable(row, false);
        }
        if (percent.isPresent()) {
            share = percent.get().over(Exact.of(java.math.BigDecimal.valueOf(100)));
            if (share.compareTo(low) < 0 || share.compareTo(high) > 0) {
                flag = Message.of("performance.flag.tierRange", percentText(low), percentText(high));
            }
            share = share.atLeast(low).atMost(high);
        } else if (high.compareTo(Exact.ONE) == 0) {
            share = Exact.ONE;
        } else {
            share = low;
            flag = Message.of("performance.flag.tierValue", percentText(low), percentText(high));
        }
        Message formula = Message.of("performance.formula.tiers", row.actual(), percentText(share), row.weight());
        Exact points = weight(row).times(share);
        if (flag == null && points.compareTo(weight(row)) < 0) {
            return shortOf(row, points, formula);
        }
        return new Points(points, formula, flag);
    }

    private Points yesNo(IndicatorValue row) {
        Optional<Boolean> answer = Reading.yesNo(row.actual());
        if (answer.isEmpty()) {
            return unreadable(row, false);
        }
        boolean wanted = Reading.yesNo(row.target()).orElse(true);
        Message formula = Message.of("performance.formula.yesNo", row.actual(), row.weight());
        return answer.get() == wanted ? new Points(weight(row), formula, null) : shortOf(row, Exact.ZERO, formula);
    }

    /** A rate row among the indicators: the actual value is a percentage of completion. */
    private Points rate(IndicatorValue row) {
        Optional<Exact> actual = Reading.number(row.actual());
        if (actual.isEmpty()) {
            return unreadable(row, false);
        }
        Exact share = actual.get().over(Exact.of(java.math.BigDecimal.valueOf(100))).atLeast(Exact.ZERO).atMost(Exact.ONE);
        Message formula = Message.of("performance.formula.rate", row.actual(), row.weight());
        return share.compareTo(Exact.ONE) < 0 ? shortOf(row, weight(row).times(share), formula) : new Points(weight(row), formula, null);
    }

    private static Points shortOf(IndicatorValue row, Exact points, Message formula) {
        return new Points(points, formula, row.reason().isBlank() ? Message.of("performance.flag.reason") : null);
    }

    private static Points unreadable(IndicatorValue row, boolean target) {
        return none(row, !target ? "performance.flag.actualUnreadable" : row.target().isBlank() ? "performance.flag.noTarget" : "performance.flag.targetUnreadable");
    }

    private static Points none(IndicatorValue row, String flag) {
        return new Points(Exact.ZERO, Message.of("performance.formula.none"), Message.of(flag));
    }

    private static Exact weight(IndicatorValue row) {
        return Exact.of(row.weight());
    }

    private static String percentText(Exact share) {
        return share.times(Exact.of(java.math.BigDecimal.valueOf(100))).rounded(2).stripTrailingZeros().toPlainString() + "%";
    }
}
