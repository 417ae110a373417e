package org.lianshen.service.document;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lianshen.service.document.OfficialPaper.Block;
import org.lianshen.service.document.PaperDifference.Change;
import org.lianshen.service.document.TextDifference.Run;
import org.lianshen.service.text.Texts;

/** 修改对照表: which places of a paper a version changed, before and after side by side, what differs in 【 】. */
final class ChangeNote {

    private final Texts texts = new Texts(Locale.SIMPLIFIED_CHINESE);
    private final IssuedPaper older;
    private final IssuedPaper newer;
    private final OfficialPaper now;
    private final ZoneId zone;

    /** @param newer null where {@code now} is not signed yet */
    ChangeNote(IssuedPaper older, IssuedPaper newer, OfficialPaper now, ZoneId zone) {
        this.older = older;
        this.newer = newer;
        this.now = now;
        this.zone = zone;
    }

    OfficialPaper paper(LocalDate today) {
        List<Change> changes = PaperDifference.between(older.content(), now).changes();
        List<Block> blocks = new ArrayList<>();
        blocks.add(paragraph("paper.note.older", now.name(), version(older), day(older), older.by(), older.code()));
        blocks.add(newer == null ? paragraph("paper.note.draft", changes.size()) : paragraph("paper.note.newer", version(newer), day(newer), newer.by(), newer.code(), changes.size()));
        if (!changes.isEmpty()) {
            blocks.add(table(changes));
        }
        return OfficialPaper.working(texts.get("paper.note.title", now.name()), now.number(), blocks, List.of(), "", today, true, newer == null, newer == null ? "" : newer.code());
    }

    private Block table(List<Change> changes) {
        List<List<String>> rows = new ArrayList<>();
        for (Change change : changes) {
            TextDifference.Sides sides = TextDifference.of(change.before(), change.after());
            rows.add(List.of(Integer.toString(rows.size() + 1), texts.format(change.place()), marked(sides.before()), marked(sides.after())));
        }
        List<String> head = List.of(texts.get("paper.note.no"), texts.get("paper.note.place"), texts.get("paper.note.before"), texts.get("paper.note.after"));
        return new Block.Table(head, List.of(6, 16, 39, 39), List.of(false, false, false, false), rows);
    }

    private String marked(List<Run> runs) {
        return runs.isEmpty() ? texts.get("paper.note.none") : runs.stream().map(run -> run.differs() ? texts.get("paper.note.mark", run.text()) : run.text()).collect(Collectors.joining());
    }

    private String version(IssuedPaper issued) {
        return Integer.toString(issued.version());
    }

    private String day(IssuedPaper issued) {
        return PaperTexts.date(issued.at().atZone(zone).toLocalDate());
    }

    private Block paragraph(String key, Object... args) {
        return new Block.Paragraph(texts.get(key, args));
    }
}
