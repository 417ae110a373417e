package org.lianshen.service.document;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.lianshen.model.UserProblem;
import org.lianshen.model.letter.LetterNumbers;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.service.store.Tx;
import org.lianshen.service.text.Texts;

/** 文号 of papers: the one after the last of its kind in the year, and none twice. */
record PaperNumbers(Tx tx) {

    private static final String LAST = "paper.number.";
    private static final Pattern YEAR = Pattern.compile("〔\\d{4}〕");
    private static final Pattern RUNNING = Pattern.compile("\\d+(?=\\D*$)");

    /** The next free number of a kind in the year of a day. The first of all has the place's first character before it, to be corrected once where the office has another. */
    String next(PaperKind kind, String place, LocalDate day) {
        String year = Integer.toString(day.getYear());
        String number = tx.settings().get(LAST + kind).filter(LetterNumbers::counts).map(last -> after(last, year))
                .orElseGet(() -> new Texts(Locale.SIMPLIFIED_CHINESE).get("paper.numberFirst", place.substring(0, 1), year));
        while (!tx.papers().numbered(number).isEmpty()) {
            number = LetterNumbers.after(number, 1);
        }
        return number;
    }

    private static String after(String last, String year) {
        boolean sameYear = !YEAR.matcher(last).find() || last.contains("〔" + year + "〕");
        return sameYear ? LetterNumbers.after(last, 1) : RUNNING.matcher(YEAR.matcher(last).replaceFirst("〔" + year + "〕")).replaceFirst("1");
    }

    /** @throws UserProblem if another paper bears it, or if there is none */
    void take(PaperKey key, String number) {
        if (number.isBlank()) {
            throw UserProblem.of("paper.sign.noNumber");
        }
        tx.papers().numbered(number).stream().filter(other -> !other.key().equals(key)).findFirst().ifPresent(other -> {
            throw UserProblem.of("paper.sign.numberTaken", number, other.content().date());
        });
        tx.settings().put(LAST + key.kind(), number);
    }
}
