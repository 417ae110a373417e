package org.lianshen.model.performance;

import java.math.BigDecimal;
import java.util.List;
import org.lianshen.model.Message;
import org.lianshen.model.pack.Grade;

/**
 * The computed result of an appraisal.
 *
 * @param rows        execution rate first where the template scores it
 * @param total       two decimals; rounded before graded, so 89.995 is 90.00 and 优
 * @param weightTotal what the weights add up to; 100 where the sheet is sound
 * @param warnings    red and yellow consistency warnings and others (domain.md §5.4)
 */
public record ScoreSheet(String template, List<ScoredRow> rows, BigDecimal total, BigDecimal weightTotal, Grade grade, List<Warning> warnings) {

    public ScoreSheet {
        rows = List.copyOf(rows);
        warnings = List.copyOf(warnings);
    }

    public record Warning(Level level, Message message) {
        public enum Level {
            RED, YELLOW, NOTE
        }
    }
}
