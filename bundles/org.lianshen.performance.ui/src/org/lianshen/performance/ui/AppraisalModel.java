package org.lianshen.performance.ui;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.lianshen.model.Message;
import org.lianshen.model.pack.Formula;
import org.lianshen.model.pack.GradeBand;
import org.lianshen.model.pack.PerformanceTemplate;
import org.lianshen.model.performance.Appraisal;
import org.lianshen.model.performance.Execution;
import org.lianshen.model.performance.IndicatorValue;
import org.lianshen.model.performance.ScoreSheet;
import org.lianshen.model.performance.ScoredRow;
import org.lianshen.performance.ui.ScoreLine.Kind;

/**
 * What the scoring editor knows, without widgets: the appraisal as typed, its scores as last computed, and whether it is stored. In a trial (what if the weights were
 * others?) everything is computed and nothing is stored; ending it brings back what was there.
 */
final class AppraisalModel {

    enum Event {
        /** another appraisal, or its stored version, was put in */ LOADED,
        /** something was typed */ TYPED,
        /** scores came back */ SCORED,
        /** stored */ SAVED
    }

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final List<Consumer<Event>> listeners = new ArrayList<>();
    private Appraisal appraisal;
    private PerformanceTemplate template;
    private ScoreSheet sheet;
    private Appraisal beforeTrial;
    private boolean dirty;

    /** Sums of a first-level indicator. */
    record Sum(String name, BigDecimal weight, BigDecimal score) {
    }

    void listen(Consumer<Event> listener) {
        listeners.add(listener);
    }

    void load(Appraisal stored, PerformanceTemplate form, ScoreSheet scores) {
        appraisal = grouped(stored);
        template = form;
        sheet = appraisal.rows().equals(stored.rows()) ? scores : null;
        beforeTrial = null;
        dirty = false;
        tell(Event.LOADED);
    }

    /** Rows of one first-level indicator next to each other, in the order of first appearance: so they stand on the screen. */
    private static Appraisal grouped(Appraisal stored) {
        var order = new ArrayList<String>();
        stored.rows().forEach(row -> {
            if (!order.contains(row.level1())) {
                order.add(row.level1());
            }
        });
        return with(stored, stored.rows().stream().sorted(Comparator.comparingInt(row -> order.indexOf(row.level1()))).toList());
    }

    private static Appraisal with(Appraisal a, List<IndicatorValue> rows) {
        return new Appraisal(a.id(), a.project(), a.projectName(), a.unit(), a.year(), a.template(), a.evaluator(), a.execution(), a.goal(), a.achieved(), rows, a.note(),
                a.settled(), a.settledReason(), a.editedBy(), a.editedAt(), a.rowVersion());
    }

    Appraisal appraisal() {
        return appraisal;
    }

    PerformanceTemplate template() {
        return template;
    }

    /** Null until first computed. */
    ScoreSheet sheet() {
        return sheet;
    }

    boolean dirty() {
        return dirty;
    }

    // Typing

    void execution(Execution execution) {
        change(a -> new Appraisal(a.id(), a.project(), a.projectName(), a.unit(), a.year(), a.template(), a.evaluator(), execution, a.goal(), a.achieved(), a.rows(), a.note(),
                a.settled(), a.settledReason(), a.editedBy(), a.editedAt(), a.rowVersion()));
    }

    void texts(String goal, String achieved, String note) {
        change(a -> new Appraisal(a.id(), a.project(), a.projectName(), a.unit(), a.year(), a.template(), a.evaluator(), a.execution(), goal, achieved, a.rows(), note,
                a.settled(), a.settledReason(), a.editedBy(), a.editedAt(), a.rowVersion()));
    }

    /** Rows as they stand on the screen; sums are passed over. */
    void lines(List<ScoreLine> lines) {
        change(a -> with(a, lines.stream().filter(ScoreLine::indicator).map(ScoreLine::value).toList()));
    }

    /** Puts actual values into the rows that there is one for. @return how many */
    int fill(Function<IndicatorValue, Optional<String>> actual) {
        long filled = appraisal.rows().stream().filter(row -> actual.apply(row).isPresent()).count();
        change(a -> with(a, a.rows().stream().map(row -> actual.apply(row).map(value -> new IndicatorValue(row.level1(), row.level2(), row.level3(), row.formula(),
                row.target(), value, row.unit(), row.weight(), row.claimed(), row.reason())).orElse(row)).toList()));
        return (int) filled;
    }

    /** A new, empty indicator below another. @param line null: below the last one */
    void add(ScoreLine line) {
        var rows = new ArrayList<>(appraisal.rows());
        int at = line == null || line.index() < 0 ? rows.size() : line.index() + 1;
        IndicatorValue like = rows.isEmpty() ? null : rows.get(Math.max(0, at - 1));
        String level1 = line != null && !line.group().isEmpty() ? line.group() : like == null ? "" : like.level1();
        rows.add(at, new IndicatorValue(level1, like == null ? "" : like.level2(), "", Formula.AT_LEAST, "", "", "", null, null, ""));
        change(a -> grouped(with(a, rows)));
    }

    void remove(List<ScoreLine> lines) {
        var gone = lines.stream().filter(ScoreLine::indicator).map(ScoreLine::index).toList();
        var rows = new ArrayList<IndicatorValue>();
        for (int i = 0; i < appraisal.rows().size(); i++) {
            if (!gone.contains(i)) {
                rows.add(appraisal.rows().get(i));
            }
        }
        change(a -> with(a, rows));
    }

    /** A settled result stands until it is reopened; trying what would be is free. */
    boolean editable() {
        return appraisal != null && (trial() || !appraisal.settled());
    }

    private void change(UnaryOperator<Appraisal> edit) {
        Appraisal now = edit.apply(appraisal);
        if (editable() && !now.equals(appraisal)) {
            appraisal = now;
            dirty |= !trial();
            tell(Event.TYPED);
        }
    }

    // A trial

    boolean trial() {
        return beforeTrial != null;
    }

    void startTrial() {
        beforeTrial = appraisal;
        tell(Event.LOADED);
    }

    void endTrial() {
        appraisal = beforeTrial;
        beforeTrial = null;
        sheet = null;
        tell(Event.LOADED);
    }

    // Scores

    /** Drops what was computed from something else than what is typed now. */
    void scored(Appraisal of, ScoreSheet scores) {
        if (of == appraisal) {
            sheet = scores;
            tell(Event.SCORED);
        }
    }

    /** The sheet on the screen: the execution rate, then each first-level indicator with its rows. */
    List<ScoreLine> lines() {
        var lines = new ArrayList<ScoreLine>();
        if (scoresExecution()) {
            lines.add(new ScoreLine(Kind.EXECUTION, "", -1, null));
        }
        String group = null;
        for (int i = 0; i < appraisal.rows().size(); i++) {
            IndicatorValue row = appraisal.rows().get(i);
            if (!row.level1().equals(group)) {
                group = row.level1();
                lines.add(new ScoreLine(Kind.GROUP, group, -1, null));
            }
            lines.add(new ScoreLine(Kind.INDICATOR, group, i, row));
        }
        return lines;
    }

    boolean scoresExecution() {
        return template.executionWeight().signum() > 0;
    }

    /** The computed row of a line; empty for sums, and until it has been computed. */
    Optional<ScoredRow> scored(ScoreLine line) {
        int index = switch (line.kind()) {
            case EXECUTION -> 0;
            case GROUP -> -1;
            case INDICATOR -> line.index() + (scoresExecution() ? 1 : 0);
        };
        return sheet == null || index < 0 || index >= sheet.rows().size() ? Optional.empty() : Optional.of(sheet.rows().get(index));
    }

    BigDecimal weight(ScoreLine line) {
        return switch (line.kind()) {
            case EXECUTION -> template.executionWeight();
            case GROUP -> sum(line.group()).weight();
            case INDICATOR -> line.value().weight();
        };
    }

    BigDecimal score(ScoreLine line) {
        return line.kind() == Kind.GROUP ? sum(line.group()).score() : scored(line).map(ScoredRow::score).orElse(null);
    }

    private Sum sum(String group) {
        BigDecimal weight = BigDecimal.ZERO;
        BigDecimal score = BigDecimal.ZERO;
        for (ScoreLine line : lines()) {
            if (line.indicator() && line.group().equals(group)) {
                weight = weight.add(line.value().weight() == null ? BigDecimal.ZERO : line.value().weight());
                score = score.add(scored(line).map(ScoredRow::score).orElse(BigDecimal.ZERO));
            }
        }
        return new Sum(group, weight, score);
    }

    /** Of each first-level indicator, in their order. */
    List<Sum> sums() {
        Map<String, Sum> sums = new LinkedHashMap<>();
        lines().stream().filter(line -> line.kind() == Kind.GROUP).forEach(line -> sums.put(line.group(), sum(line.group())));
        return List.copyOf(sums.values());
    }

    /** What is to be looked at in a line, or null. */
    Message flag(ScoreLine line) {
        return scored(line).map(ScoredRow::flag).orElse(null);
    }

    /** Indicators without an actual value: nobody has filled them in. */
    long unfilled() {
        return appraisal.rows().stream().filter(row -> row.actual() == null || row.actual().isBlank()).count();
    }

    boolean weightsAgree() {
        return sheet != null && sheet.weightTotal().compareTo(HUNDRED) == 0;
    }

    /**
     * Where the grade begins and ends.
     *
     * @param below first score of the next better grade; null for the best
     */
    record Band(BigDecimal from, BigDecimal below) {
    }

    /** Of the grade of the sheet; empty where the template has no band for it. */
    Optional<Band> band() {
        BigDecimal below = null;
        for (GradeBand each : template.bands()) {
            if (each.grade() == sheet.grade()) {
                return Optional.of(new Band(each.atLeast(), below));
            }
            below = each.atLeast();
        }
        return Optional.empty();
    }

    // Storing

    /** Takes what was stored from {@code sent}; what was typed meanwhile stays unsaved. */
    void saved(Appraisal sent, Appraisal kept) {
        boolean same = sent.equals(appraisal);
        appraisal = stamped(appraisal, kept);
        if (beforeTrial != null) {
            beforeTrial = stamped(beforeTrial, kept);
        }
        dirty = !same && !trial();
        tell(Event.SAVED);
    }

    /** What is typed, on top of the row that is stored now. */
    private static Appraisal stamped(Appraisal typed, Appraisal kept) {
        return new Appraisal(typed.id(), kept.project(), kept.projectName(), kept.unit(), typed.year(), typed.template(), typed.evaluator(), typed.execution(), typed.goal(),
                typed.achieved(), typed.rows(), typed.note(), kept.settled(), kept.settledReason(), kept.editedBy(), kept.editedAt(), kept.rowVersion());
    }

    /** Somebody else stored meanwhile, and what is typed here is to count. */
    void keepMine(Appraisal theirs) {
        appraisal = stamped(appraisal, theirs);
        dirty = true;
        tell(Event.TYPED);
    }

    void tieTo(UUID project, String name, String unit) {
        change(a -> new Appraisal(a.id(), project, name, unit, a.year(), a.template(), a.evaluator(), a.execution(), a.goal(), a.achieved(), a.rows(), a.note(), a.settled(),
                a.settledReason(), a.editedBy(), a.editedAt(), a.rowVersion()));
    }

    private void tell(Event event) {
        List.copyOf(listeners).forEach(listener -> listener.accept(event));
    }
}
