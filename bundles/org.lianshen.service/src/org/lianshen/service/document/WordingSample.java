package org.lianshen.service.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.lianshen.model.UserProblem;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.service.document.OfficialPaper.Block;
import org.lianshen.service.session.Desk;
import org.lianshen.service.store.Tx;
import org.lianshen.service.wording.Wording;
import org.lianshen.service.wording.WordingParts;

/** A paper of a kind as a wording makes it, before the wording is kept. */
final class WordingSample {

    /** So many of the last projects or meetings are asked for such a paper. */
    private static final int MOST_ASKED = 30;
    /** Parts that have a place of their own on the paper. */
    private static final Set<String> PLACED = Set.of("版头", "文号", "标题", "会议标题", "附件名称");

    private final Desk desk;
    private final Tx tx;
    private final PaperKind kind;
    private final Wording wording;

    WordingSample(Desk desk, Tx tx, PaperKind kind, Wording wording) {
        this.desk = desk;
        this.tx = tx;
        this.kind = kind;
        this.wording = wording;
    }

    OfficialPaper paper() {
        OfficialPaper paper = desk.actor().may(Permission.PRINT) ? real().orElseGet(this::example) : example();
        return paper.as(paper.number(), paper.date(), paper.printedOn(), true, paper.anchor());
    }

    private Optional<OfficialPaper> real() {
        PaperComposer composer = DocumentDesk.composers(desk, (any, of, made) -> wording).get(kind);
        return subjects().limit(MOST_ASKED).flatMap(subject -> composer.keys(tx, subject).stream()).flatMap(key -> {
            try {
                return Stream.of(composer.compose(tx, key, notice -> { }));
            } catch (UserProblem factsMissing) {
                return Stream.empty();
            }
        }).findFirst();
    }

    /** The last ones first. */
    private Stream<UUID> subjects() {
        return kind == PaperKind.MINUTES ? tx.meetings().all().stream().sorted(Comparator.comparing(Meeting::no).reversed()).map(Meeting::id)
                : tx.proposals().all().stream().filter(Proposal::submitted).sorted(Comparator.comparing(Proposal::reviewNo).reversed()).map(Proposal::id);
    }

    /** Every part in its order, its fields filled with their examples. */
    private OfficialPaper example() {
        Map<String, String> values = WordingParts.of(kind).fields();
        List<Block> blocks = new ArrayList<>();
        wording.parts().keySet().stream().filter(part -> !PLACED.contains(part)).flatMap(part -> wording.paragraphs(part, values).stream())
                .forEach(line -> blocks.add(new Block.Paragraph(line)));
        String title = wording.line("标题", values);
        String number = values.getOrDefault("联审编号", "");
        return switch (kind) {
            case MINUTES -> OfficialPaper.minutes(wording.line("版头", values), values.get("会议"), "", blocks, List.of(), desk.today(), "", values.get("牵头单位"), desk.today(), true, "");
            case COUNTERSIGN, SUMMARY -> OfficialPaper.working(title, number, blocks, List.of(), "", desk.today(), kind == PaperKind.SUMMARY, true, "");
            default -> OfficialPaper.letter(wording.line("版头", values), wording.line("文号", values), title, values.get("申报单位"), blocks, List.of(), values.get("牵头单位"), desk.today(), "", true);
        };
    }
}
