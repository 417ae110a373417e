package org.lianshen.workbench.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lianshen.model.Money;
import org.lianshen.workbench.grid.Edit;
import org.lianshen.workbench.grid.Typed;

/** What typed text means. */
final class Readings {

    private static final Pattern DATE = Pattern.compile("(\\d{4})\\s*[-./年]?\\s*(\\d{1,2})\\s*[-./月]?\\s*(\\d{1,2})\\s*日?");

    private Readings() {
    }

    static String text(String typed) {
        String text = typed.strip();
        return text.isEmpty() ? null : text;
    }

    static Money money(String typed) throws Field.Unreadable {
        try {
            return Typed.money(typed);
        } catch (Edit.Refused refused) {
            throw new Field.Unreadable();
        }
    }

    static BigDecimal number(String typed) throws Field.Unreadable {
        try {
            return Typed.number(typed);
        } catch (Edit.Refused refused) {
            throw new Field.Unreadable();
        }
    }

    static LocalDate date(String typed) throws Field.Unreadable {
        String text = typed.strip();
        if (text.isEmpty()) {
            return null;
        }
        Matcher matcher = DATE.matcher(text);
        if (!matcher.matches()) {
            throw new Field.Unreadable();
        }
        try {
            return LocalDate.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
        } catch (DateTimeException noSuchDay) {
            throw new Field.Unreadable();
        }
    }
}
