package org.lianshen.office.out;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

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

    /** 市水利局： */
    String addressee(String addressee) {
        return texts.get("paper.label", addressee);
    }

    /** 附件： */
    String enclosureLabel() {
        return texts.get("paper.label", texts.get("paper.enclosure"));
    }

    /** Names as the body lists them: numbered where there are several. */
    List<String> enclosures(List<OfficialPaper.Enclosure> enclosures) {
        return enclosures.size() == 1 ? List.of(enclosures.getFirst().name())
                : IntStream.range(0, enclosures.size()).mapToObj(i -> texts.get("paper.enclosureNumbered", i + 1, enclosures.get(i).name())).toList();
    }

    /** What stands in the corner of an enclosure's first page: 附件, or 附件2 of several. */
    String enclosureMark(int index, int count) {
        return count == 1 ? texts.get("paper.enclosure") : texts.get("paper.enclosure") + (index + 1);
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

    /** — 3 —, or — 3/40 — as part of a bundle. @param total 0 where it is not printed */
    String pageNumber(int page, int total) {
        return total == 0 ? texts.get("paper.pageNumber", Integer.toString(page)) : texts.get("paper.pageNumberOf", Integer.toString(page), Integer.toString(total));
    }

    /** （盖章） */
    String sealWord() {
        return texts.get("paper.seal");
    }

    /** A date to be written by hand. */
    String blankDate() {
        return texts.get("paper.blankDate");
    }
}
