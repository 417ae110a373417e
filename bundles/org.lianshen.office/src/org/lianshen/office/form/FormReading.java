package org.lianshen.office.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;

/** What the readers of forms have in common. */
final class FormReading {

    /** Digits before and behind the point: enough for any quantity, too few for a number that fills the memory once it is written out. */
    private static final int MOST_DIGITS = 30;
    /** Nobody reads more at once. */
    private static final int MOST_NAMED = 50;

    private FormReading() {
    }

    /** Null where the text is no number, or one of more digits than any form needs. */
    static BigDecimal number(String text) {
        try {
            return text.length() > 2 * MOST_DIGITS + 4 ? null : small(new BigDecimal(text));
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    static BigDecimal small(BigDecimal number) {
        return Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > 2 * MOST_DIGITS ? null : number;
    }

    /** To be thrown: all faults of a form, or the first of them and how many more there are. */
    static UserProblem refusal(List<Message> problems) {
        if (problems.size() <= MOST_NAMED) {
            return new UserProblem(problems);
        }
        var named = new ArrayList<>(problems.subList(0, MOST_NAMED));
        named.add(Message.of("office.form.more", problems.size() - MOST_NAMED));
        return new UserProblem(named);
    }
}
