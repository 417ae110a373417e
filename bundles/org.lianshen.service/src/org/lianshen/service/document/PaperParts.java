package org.lianshen.service.document;

import java.util.Arrays;
import java.util.List;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.service.document.OfficialPaper.Block.Table;

/** Small shared pieces of papers. */
final class PaperParts {

    private PaperParts() {
    }

    /** The number that a part of a key is; 0 for anything else. */
    static int number(String part) {
        return part.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(part) : 0;
    }

    /** Heads of columns: texts {@code official.PAPER.NAME}. */
    static List<String> heads(String paper, String... names) {
        return Arrays.stream(names).map(name -> PaperTexts.get("official." + paper + "." + name)).toList();
    }

    /** 2026年第3次 of a meeting {@code 2026-03}. */
    static String meetingNo(Meeting meeting) {
        int dash = meeting.no().indexOf('-');
        return PaperTexts.get("official.meetingNo", meeting.no().substring(0, dash), Integer.parseInt(meeting.no().substring(dash + 1)));
    }

    /** Room for the seals of bodies. */
    static Table seals(List<String> bodies) {
        return new Table(heads("seal", "body", "seal", "date"), List.of(12, 16, 8), List.of(false, false, false), bodies.stream().map(body -> List.of(body, "\n\n", "")).toList());
    }
}
