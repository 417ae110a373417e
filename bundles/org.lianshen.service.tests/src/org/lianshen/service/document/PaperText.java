package org.lianshen.service.document;

import java.util.List;

import org.lianshen.service.document.OfficialPaper.Block;

/** A paper as plain text, to compare. */
final class PaperText {

    private PaperText() {
    }

    static String of(OfficialPaper paper) {
        var text = new StringBuilder();
        text.append(paper.head()).append('\n').append(paper.number()).append('\n').append(paper.title()).append('\n');
        if (paper.form() == OfficialPaper.Form.WORKING && paper.draft()) {
            text.append("（讨论稿）\n");
        }
        if (paper.form() == OfficialPaper.Form.LETTER) {
            text.append("致 ").append(paper.addressee()).append(paper.draft() ? "（讨论稿）" : "").append('\n');
        }
        blocks(text, paper.blocks());
        paper.enclosures().forEach(enclosure -> blocks(text.append("附件 ").append(enclosure.name()).append('\n'), enclosure.blocks()));
        if (!paper.signatory().isEmpty()) {
            text.append("署名 ").append(paper.signatory()).append(' ').append(paper.date()).append('\n');
        }
        paper.attendance().forEach(attendees -> text.append(attendees.label()).append("：").append(String.join("；", attendees.people())).append('\n'));
        text.append("抄送 ").append(paper.copies()).append('\n').append(paper.printedBy()).append(' ').append(paper.printedOn()).append('\n');
        return text.append("校验码 ").append(paper.anchor()).append('\n').toString();
    }

    private static void blocks(StringBuilder text, List<Block> blocks) {
        for (Block block : blocks) {
            switch (block) {
                case Block.Heading heading -> text.append("#".repeat(heading.level())).append(' ').append(heading.text()).append('\n');
                case Block.Paragraph paragraph -> text.append(paragraph.text()).append('\n');
                case Block.Table table -> {
                    row(text, table.head());
                    table.rows().forEach(row -> row(text, row));
                }
                case Block.Note note -> text.append(note.left()).append(' ').append(note.right()).append('\n');
                case Block.Fields fields -> fields.rows().forEach(row -> row(text, row.stream().map(field -> field.label() + "：" + field.value()).toList()));
                case Block.Seals seals -> row(text, seals.seals().stream().map(OfficialPaper.Seal::body).toList());
            }
        }
    }

    private static void row(StringBuilder text, List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
