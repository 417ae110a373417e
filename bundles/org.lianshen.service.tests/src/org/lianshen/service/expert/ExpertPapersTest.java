package org.lianshen.service.expert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.expert.Panel.Member;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.model.review.Overall;
import org.lianshen.service.DocumentService.Listed;
import org.lianshen.service.DocumentService.Standing;
import org.lianshen.service.Progress;
import org.lianshen.service.document.DocumentDesk;
import org.lianshen.service.document.OfficialPaper;
import org.lianshen.service.document.OfficialPaper.Block.Heading;
import org.lianshen.service.document.OfficialPaper.Block.Table;
import org.lianshen.service.document.PaperWriter;

/** The experts' papers say what was entered, and nothing that is hidden. */
class ExpertPapersTest {

    private static List<PaperKind> kinds(DocumentDesk documents, ExpertWorld it) {
        return documents.papers(it.proposal.id()).stream().map(Listed::key).map(PaperKey::kind).filter(kind -> kind.name().startsWith("EXPERT") || kind == PaperKind.DRAW_LOG).toList();
    }

    private static OfficialPaper paper(DocumentDesk documents, ExpertWorld it, PaperKind kind) {
        PaperKey key = documents.papers(it.proposal.id()).stream().map(Listed::key).filter(each -> each.kind() == kind).findFirst().orElseThrow();
        return documents.compose(key).paper();
    }

    @Test
    void theLogIsEnoughToRepeatTheDraw() {
        var it = new ExpertWorld(false);
        var documents = new DocumentDesk(it.secretary, List.of(), List.of());
        assertEquals(List.of(), kinds(documents, it));
        var board = it.drawn();
        OfficialPaper log = paper(documents, it, PaperKind.DRAW_LOG);
        String said = log.blocks().toString();
        assertTrue(said.contains("2026-11-02 现场摸号 3-17-29|" + it.proposal.reviewNo() + "|1|专家编号"), said);
        board.panel().drawn().draw().order().forEach(each -> assertTrue(said.contains(each.key()) && said.contains(each.no())));
        assertTrue(log.landscape());
        assertFalse(said.contains("13800000000"));
    }

    @Test
    void theLogSaysWhyTheNextInTheOrderDidNotTakeTheSeat() {
        var it = new ExpertWorld(false);
        var documents = new DocumentDesk(it.secretary, List.of(), List.of());
        var board = it.drawn();
        Member out = board.panel().in().getFirst();
        var free = board.panel().drawn().draw().order().stream().filter(each -> board.panel().member(each.expert()).isEmpty()).toList();
        free.forEach(each -> it.desk().suspend(each.expert(), "年度考核未通过" + each.no()));
        it.desk().invite(it.proposal.id(), List.of(out.id()), "");
        it.of(out).answer(it.proposal.id(), out.id(), false, "出差");
        assertNull(it.desk().board(it.proposal.id()).vacant());
        free.subList(1, free.size()).forEach(each -> it.desk().resume(each.expert()));
        var replaced = it.desk().replace(it.proposal.id(), out.id());
        Member in = replaced.panel().members().getLast();
        assertEquals(in.id(), replaced.panel().drawn().replacements().getFirst().in());
        OfficialPaper log = paper(documents, it, PaperKind.DRAW_LOG);
        assertTrue(log.blocks().toString().contains("年度考核未通过" + free.getFirst().no()), log.blocks().toString());
        List<String> heads = log.blocks().stream().filter(Heading.class::isInstance).map(block -> ((Heading) block).text().substring(0, 2)).toList();
        assertEquals(List.of("一、", "二、", "三、", "四、", "五、").subList(0, heads.size()), heads);
        var table = (Table) log.blocks().getLast();
        assertTrue(table.rows().contains(List.of(out.expert().name(), in.expert().name(), "递补入组")), table.toString());
    }

    @Test
    void sheetsAndGroupSayWhatWasSigned() {
        var it = new ExpertWorld(false);
        var documents = new DocumentDesk(it.secretary, List.of(), List.of());
        List<Member> members = it.accepted().panel().in();
        for (int i = 0; i < 3; i++) {
            it.of(members.get(i)).sign(it.proposal.id(), ExpertWorld.sheet("8" + i, "意见第" + i, Overall.AGREE));
        }
        assertEquals(List.of(PaperKind.DRAW_LOG, PaperKind.EXPERT_SHEET, PaperKind.EXPERT_SHEET, PaperKind.EXPERT_SHEET, PaperKind.EXPERT_GROUP), kinds(documents, it));
        assertTrue(documents.papers(it.proposal.id()).stream().allMatch(listed -> listed.standing() == Standing.WORKING), "signed by the experts, not by the office");
        it.desk().lead(it.proposal.id(), members.getFirst().id());
        it.of(members.getFirst()).conclude(it.proposal.id(), Overall.AGREE_WITH_CHANGES, "综合意见一段", List.of("第一处", "第二处"), null);
        String group = paper(documents, it, PaperKind.EXPERT_GROUP).toString();
        assertTrue(group.contains("81.00") && group.contains("综合意见一段") && group.contains("1. 第一处") && group.contains("2. 第二处"), group);
        String signed = paper(documents, it, PaperKind.EXPERT_SHEET).blocks().getLast().toString();
        assertTrue(signed.contains("label=结论") && signed.contains("label=专家签名"), signed);
        String sheet = paper(documents, it, PaperKind.EXPERT_SHEET).toString();
        assertTrue(sheet.contains(members.getFirst().expert().name()) && sheet.contains("意见第0") && sheet.contains("没有利害关系"), sheet);
    }

    /** One page a paper. */
    private static final class Bound implements PaperWriter {
        private final List<OfficialPaper> papers = new ArrayList<>();

        @Override
        public Format format() {
            return Format.PDF;
        }

        @Override
        public List<Message> write(List<OfficialPaper> written, Path target) {
            throw new AssertionError("one volume");
        }

        @Override
        public int pages(OfficialPaper paper) {
            return 1;
        }

        @Override
        public List<Message> bind(List<Leaf> leaves, Path target) {
            leaves.forEach(leaf -> papers.add(((Leaf.Paper) leaf).paper()));
            return List.of();
        }
    }

    @Test
    void theFileOfTheProjectHasThemInItsOrderWithWhoSaidIt() {
        var it = new ExpertWorld(false);
        var volume = new Bound();
        var documents = new DocumentDesk(it.secretary, List.of(volume), List.of());
        List<Member> members = it.accepted().panel().in();
        members.forEach(member -> it.of(member).sign(it.proposal.id(), ExpertWorld.sheet("80", "意见", Overall.AGREE)));
        documents.dossier(it.proposal.id(), Path.of("卷.pdf"), Progress.NONE);
        List<String> titles = volume.papers.stream().map(OfficialPaper::title).filter(title -> title.startsWith("专家")).toList();
        assertEquals(List.of("专家抽取记录", "专家评审意见表", "专家评审意见表", "专家评审意见表"), titles, "the group has not signed");
        it.desk().lead(it.proposal.id(), members.getFirst().id());
        it.of(members.getFirst()).conclude(it.proposal.id(), Overall.AGREE, "综合意见", List.of(), null);
        volume.papers.clear();
        documents.dossier(it.proposal.id(), Path.of("卷.pdf"), Progress.NONE);
        assertTrue(volume.papers.stream().anyMatch(paper -> paper.title().equals("专家组评审意见")));
        String contents = volume.papers.get(1).blocks().toString();
        members.forEach(member -> assertTrue(contents.contains(member.expert().name() + ", 专家评审意见表"), contents));
        assertTrue(contents.contains("专家组, 专家组评审意见"), contents);
    }

    @Test
    void noPaperOfAHiddenSheet() {
        var it = new ExpertWorld(true);
        var documents = new DocumentDesk(it.secretary, List.of(), List.of());
        List<Member> members = it.accepted().panel().in();
        for (int i = 0; i < 3; i++) {
            it.of(members.get(i)).sign(it.proposal.id(), ExpertWorld.sheet("71.7", "暗号", Overall.AGREE));
            assertEquals(List.of(PaperKind.DRAW_LOG), kinds(documents, it));
            var key = new PaperKey(PaperKind.EXPERT_SHEET, it.proposal.id(), "1/" + members.get(i).expert().no());
            assertThrows(UserProblem.class, () -> documents.compose(key));
            assertThrows(UserProblem.class, () -> documents.compose(new PaperKey(PaperKind.EXPERT_GROUP, it.proposal.id(), "1")));
            String log = paper(documents, it, PaperKind.DRAW_LOG).toString();
            assertFalse(log.contains("71.7") || log.contains("暗号"));
        }
        it.of(members.get(3)).sign(it.proposal.id(), ExpertWorld.sheet("71.7", "暗号", Overall.AGREE));
        assertEquals(6, kinds(documents, it).size());
    }
}
