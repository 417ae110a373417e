package org.lianshen.service.document;

import java.util.Locale;
import java.util.function.Consumer;
import org.lianshen.model.Message;
import org.lianshen.model.audit.AuditVerdict;

/** The short code of an audit record that papers carry: {@code 9F3C-21D0-77AB}, the beginning of its hash. */
final class AuditCode {

    private static final int DIGITS = 12;

    private AuditCode() {
    }

    /** Of the last record. A chain that does not hold has no code to print. @param notices takes what is wrong with it */
    static String of(AuditVerdict verdict, Consumer<Message> notices) {
        if (!verdict.ok()) {
            notices.accept(Message.of("paper.chainBroken", verdict.firstBroken()));
            return "";
        }
        if (verdict.records() == 0) {
            return "";
        }
        String digits = verdict.anchor().substring(0, DIGITS).toUpperCase(Locale.ROOT);
        return String.join("-", digits.substring(0, 4), digits.substring(4, 8), digits.substring(8));
    }
}
