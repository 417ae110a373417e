package org.lianshen.service.document;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lianshen.model.Message;
import org.lianshen.model.audit.AuditVerdict;

/** The short code of an audit record that papers carry: {@code 9F3C-21D0-77AB}, the beginning of its hash. */
public final class AuditCode {

    private static final int DIGITS = 12;
    private static final Pattern PRINTED = Pattern.compile("(?<![0-9A-Fa-f-])([0-9A-F]{4})-([0-9A-F]{4})-([0-9A-F]{4})(?![0-9A-Fa-f-])");

    private AuditCode() {
    }

    /** Of the last record. A chain that does not hold has no code to print. @param notices takes what is wrong with it */
    static String of(AuditVerdict verdict, Consumer<Message> notices) {
        if (!verdict.ok()) {
            notices.accept(Message.of("paper.chainBroken", verdict.firstBroken()));
            return "";
        }
        return verdict.records() == 0 ? "" : of(verdict.anchor());
    }

    /** @param hash of an audit record */
    public static String of(String hash) {
        String digits = hash.substring(0, DIGITS).toUpperCase(Locale.ROOT);
        return String.join("-", digits.substring(0, 4), digits.substring(4, 8), digits.substring(8));
    }

    /** As people type it: small letters, blanks or no strokes. Empty where it is no code. */
    public static Optional<String> read(String typed) {
        String digits = typed == null ? "" : typed.replaceAll("[\\s\\-－—–]", "").toUpperCase(Locale.ROOT);
        return digits.matches("[0-9A-F]{" + DIGITS + "}") ? Optional.of(of(digits)) : Optional.empty();
    }

    /** The last one in a text. */
    static Optional<String> in(String text) {
        Matcher printed = PRINTED.matcher(text);
        String last = null;
        while (printed.find()) {
            last = printed.group();
        }
        return Optional.ofNullable(last);
    }

    /** How the hash of its record begins. */
    static String beginning(String code) {
        return code.replace("-", "").toLowerCase(Locale.ROOT);
    }
}
