package org.lianshen.performance.ui;

import org.lianshen.model.performance.IndicatorValue;

/**
 * One line of the scoring sheet on the screen.
 *
 * @param group first-level indicator; empty for the execution rate
 * @param index of an indicator among the appraisal's rows, otherwise −1
 * @param value null unless an indicator
 */
record ScoreLine(Kind kind, String group, int index, IndicatorValue value) {

    enum Kind {
        EXECUTION, GROUP, INDICATOR
    }

    boolean indicator() {
        return kind == Kind.INDICATOR;
    }

    ScoreLine with(IndicatorValue changed) {
        return new ScoreLine(kind, group, index, changed);
    }
}
