package org.lianshen.service.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.service.document.OfficialPaper.Block.Heading;
import org.lianshen.service.document.OfficialPaper.Block.Seals;
import org.lianshen.service.document.OfficialPaper.Block.Table;
import org.lianshen.service.document.OfficialPaper.Field;
import org.lianshen.service.document.OfficialPaper.Seal;
import org.lianshen.service.store.Tx;

/** Small shared pieces of papers. */
final class PaperParts {

    /** Columns that hold amounts, whatever the table. */
    private static final Set<String> MONEY = Set.of("applied", "approved", "cut", "planned", "given", "amount", "unitPrice", "quantity");

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

    /** Room for the seals of bodies, dates left to write. */
    static Seals seals(List<String> bodies) {
        return new Seals(bodies.stream().map(body -> new Seal(body, "", null)).toList());
    }

    /** A table whose columns are all of text. @param paper first part of the keys of its heads */
    static Table table(String paper, List<String> names, List<Integer> weights, List<List<String>> rows) {
        return new Table(heads(paper, names.toArray(String[]::new)), weights, names.stream().map(MONEY::contains).toList(), rows);
    }

    static Field field(String label, String value) {
        return field(label, value, 1);
    }

    /** @param label text {@code official.field.LABEL}; {@code lines} room to write by hand */
    static Field field(String label, String value, int lines) {
        return new Field(PaperTexts.get("official.field." + label), value, lines);
    }

    static Heading section(int no, String title) {
        return new Heading(1, PaperTexts.get("paper.minutes.section", ChineseNumber.of(no), title));
    }

    /** Whether the paper is of a proposal of the actor's own unit. */
    static boolean ofUnit(Tx tx, PaperKey key, Actor actor) {
        return actor.unit() != null && tx.proposals().find(key.subject()).filter(proposal -> proposal.form().unit().equals(actor.unit())).isPresent();
    }

    /** 800 B, 12.0 KB, 3.4 MB. */
    static String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        BigDecimal kilo = BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(1024), 1, RoundingMode.HALF_UP);
        return kilo.compareTo(BigDecimal.valueOf(1024)) < 0 ? kilo.toPlainString() + " KB" : kilo.divide(BigDecimal.valueOf(1024), 1, RoundingMode.HALF_UP).toPlainString() + " MB";
    }
}
