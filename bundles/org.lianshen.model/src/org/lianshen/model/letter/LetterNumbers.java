package org.lianshen.model.letter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of letters that go out together: {@code 湖财信函〔2026〕15号}, then 16号. */
public final class LetterNumbers {

    private static final Pattern LAST = Pattern.compile("(\\d+)(?=\\D*$)");

    private LetterNumbers() {
    }

    /** Whether the number holds one that can be counted on. */
    public static boolean counts(String number) {
        return LAST.matcher(number).find();
    }

    /** @param steps 0 for the number itself. @throws IllegalArgumentException if there is nothing to count */
    public static String after(String number, int steps) {
        Matcher last = LAST.matcher(number);
        if (!last.find()) {
            throw new IllegalArgumentException("no running number in " + number);
        }
        String digits = last.group(1);
        String next = Long.toString(Long.parseLong(digits) + steps);
        String padded = "0".repeat(Math.max(0, digits.startsWith("0") ? digits.length() - next.length() : 0)) + next;
        return number.substring(0, last.start(1)) + padded + number.substring(last.end(1));
    }
}
