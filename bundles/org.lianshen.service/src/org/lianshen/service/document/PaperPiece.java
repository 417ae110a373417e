package org.lianshen.service.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.lianshen.model.Message;
import org.lianshen.service.document.OfficialPaper.Block;
import org.lianshen.service.document.OfficialPaper.Field;
import org.lianshen.service.document.OfficialPaper.Seal;
import org.lianshen.service.document.PaperDifference.Change;

/**
 * A piece of a paper that is compared with one of its kind: a paragraph, or the row of a table with its cells.
 *
 * @param sort what it is compared with: pieces of another sort are never the same
 */
record PaperPiece(String sort, List<Cell> cells) {

    /** Pieces that share less than this part of their characters are two things, not one that was changed. */
    private static final int LIKE_PERCENT = 40;

    /** @param place where it stands */
    record Cell(Message place, String text) {
    }

    /** Number, days, code and watermark belong to the version and are not compared. */
    static List<PaperPiece> of(OfficialPaper paper) {
        var pieces = new ArrayList<PaperPiece>();
        one(pieces, "head", paper.head());
        one(pieces, "title", paper.title());
        one(pieces, "addressee", paper.addressee());
        blocks(pieces, paper.blocks(), 0);
        for (int i = 0; i < paper.enclosures().size(); i++) {
            var enclosure = paper.enclosures().get(i);
            text(pieces, "enclosure", Message.of("paper.place.enclosure", i + 1), enclosure.name());
            blocks(pieces, enclosure.blocks(), i + 1);
        }
        paper.attendance().forEach(list -> text(pieces, "attendance", Message.of("paper.place.attendance", list.label()), String.join("；", list.people())));
        one(pieces, "signatory", paper.signatory());
        one(pieces, "copies", paper.copies());
        one(pieces, "printedBy", paper.printedBy());
        return pieces;
    }

    private static void one(List<PaperPiece> pieces, String part, String text) {
        if (!text.isEmpty()) {
            text(pieces, part, Message.of("paper.place." + part), text);
        }
    }

    private static void text(List<PaperPiece> pieces, String sort, Message place, String text) {
        pieces.add(new PaperPiece(sort, List.of(new Cell(place, text))));
    }

    /** @param enclosure 0 for the body */
    private static void blocks(List<PaperPiece> pieces, List<Block> blocks, int enclosure) {
        int paragraph = 0;
        int table = 0;
        for (Block block : blocks) {
            switch (block) {
                case Block.Heading heading -> text(pieces, "heading", Message.of("paper.place.heading", where(enclosure), heading.text()), heading.text());
                case Block.Paragraph body -> text(pieces, "paragraph", Message.of("paper.place.paragraph", where(enclosure), ++paragraph), body.text());
                case Block.Note note -> text(pieces, "note", Message.of("paper.place.note", where(enclosure)), (note.left() + " " + note.right()).strip());
                case Block.Table list -> table(pieces, list, enclosure, ++table);
                case Block.Fields form -> form.rows().forEach(row -> fields(pieces, row, enclosure));
                case Block.Seals room -> text(pieces, "seals", Message.of("paper.place.seals"), room.seals().stream().map(PaperPiece::seal).collect(Collectors.joining("；")));
            }
        }
    }

    private static Message where(int enclosure) {
        return enclosure == 0 ? Message.of("paper.place.body") : Message.of("paper.place.annex", enclosure);
    }

    private static void table(List<PaperPiece> pieces, Block.Table table, int enclosure, int no) {
        var heads = new ArrayList<Cell>();
        table.head().forEach(head -> heads.add(new Cell(Message.of("paper.place.tableHead", where(enclosure), no), head)));
        pieces.add(new PaperPiece("table", heads));
        for (int row = 0; row < table.rows().size(); row++) {
            List<String> texts = table.rows().get(row);
            var cells = new ArrayList<Cell>();
            for (int column = 0; column < texts.size(); column++) {
                String head = texts.size() == table.head().size() ? table.head().get(column) : "";
                cells.add(new Cell(Message.of("paper.place.cell", where(enclosure), no, row + 1, head), texts.get(column)));
            }
            pieces.add(new PaperPiece("row", cells));
        }
    }

    private static void fields(List<PaperPiece> pieces, List<Field> row, int enclosure) {
        row.forEach(field -> text(pieces, "field " + field.label(), Message.of("paper.place.field", where(enclosure), field.label()), field.value()));
    }

    private static String seal(Seal seal) {
        return String.join(" ", seal.body(), seal.person(), seal.date() == null ? "" : seal.date().toString()).strip();
    }

    private List<String> texts() {
        return cells.stream().map(Cell::text).toList();
    }

    boolean same(PaperPiece other) {
        return sort.equals(other.sort) && texts().equals(other.texts());
    }

    boolean like(PaperPiece other) {
        if (!sort.equals(other.sort) || cells.size() != other.cells.size()) {
            return false;
        }
        String mine = String.join("", texts());
        String theirs = String.join("", other.texts());
        int shared = TextDifference.of(mine, theirs).before().stream().filter(run -> !run.differs()).mapToInt(run -> run.text().length()).sum();
        return 100L * 2 * shared >= (long) LIKE_PERCENT * (mine.length() + theirs.length());
    }

    /** Only the cells that differ. */
    void against(PaperPiece newer, List<Change> changes) {
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).text().equals(newer.cells.get(i).text())) {
                changes.add(new Change(newer.cells.get(i).place(), cells.get(i).text(), newer.cells.get(i).text()));
            }
        }
    }
}
