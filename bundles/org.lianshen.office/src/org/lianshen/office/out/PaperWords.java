package org.lianshen.office.out;

import java.time.LocalDate;
import java.util.Locale;

import org.lianshen.service.document.OfficialPaper;
import org.lianshen.service.text.Texts;

/** Fixed words of an official paper. They are Chinese whatever the reader's language, since the paper is. */
final class PaperWords {

    private final Texts texts = new Texts(Locale.SIMPLIFIED_CHINESE);

    /** 出席： */
    String label(OfficialPaper.Attendees attendees) {
        return texts.get("paper.label", attendees.label());
    }

    /** Units with their people, parted by semicolons, closed by a full stop. */
    String people(OfficialPaper.Attendees attendees) {
        return texts.get("paper.sentence", String.join(texts.get("paper.semicolon"), attendees.people()));
    }

    String copies() {
        return texts.get("paper.label", texts.get("paper.copies"));
    }

    String printedOn(LocalDate date) {
        return texts.get("paper.printedOn", date(date));
    }

    /** 2026年1月5日: no leading zeros. */
    String date(LocalDate date) {
        return texts.get("paper.date", Integer.toString(date.getYear()), date.getMonthValue(), date.getDayOfMonth());
    }

    String anchor(String anchor) {
        return texts.get("paper.label", texts.get("paper.anchor")) + anchor;
    }

    String draft() {
        return texts.get("paper.draft");
    }

    /** — 3 — */
    String pageNumber(int page) {
        return texts.get("paper.pageNumber", page);
    }
}
