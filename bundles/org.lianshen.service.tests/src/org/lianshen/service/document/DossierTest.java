package org.lianshen.service.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.Message;
import org.lianshen.model.PermissionDenied;
import org.lianshen.model.UserProblem;
import org.lianshen.model.identity.Role;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.model.proposal.Attachment;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.Overall;
import org.lianshen.model.review.ReturnItem;
import org.lianshen.service.DocumentService.Written;
import org.lianshen.service.Progress;
import org.lianshen.service.document.PaperWriter.Format;
import org.lianshen.service.memory.FormFixture;
import org.lianshen.service.memory.World;
import org.lianshen.service.review.ReviewDesk;
import org.lianshen.service.session.Desk;

/** 卷宗 and many papers at once. */
class DossierTest {

    @TempDir
    Path folder;
    private final World world = new World();
    private final Desk me = world.oneself();
    private final Bound writer = new Bound();
    private final DocumentDesk papers = new DocumentDesk(me, List.of(writer), List.of());

    /** Two pages a paper, three a PDF file; writes names instead of pages. */
    private static final class Bound implements PaperWriter {
        private List<Leaf> leaves = List.of();
        private int failAt = Integer.MAX_VALUE;
        private int writes;

        @Override
        public Format format() {
            return Format.PDF;
        }

        @Override
        public List<Message> write(List<OfficialPaper> written, Path target) {
            if (++writes >= failAt) {
                throw UserProblem.of("paper.cannotWrite", target.toString(), "full");
            }
            put(target);
            return List.of(Message.of("paper.fontReplaced", "仿宋_GB2312", "宋体"));
        }

        @Override
        public int pages(OfficialPaper paper) {
            return 2;
        }

        @Override
        public List<Message> bind(List<Leaf> bound, Path target) {
            leaves = bound;
            put(target);
            return List.of();
        }

        @Override
        public int pages(Path file) {
            if (file.toFile().length() < 10) {
                throw UserProblem.of("paper.pdfDamaged", file.getFileName().toString());
            }
            return 3;
        }

        private static void put(Path target) {
            try {
                Files.writeString(target, "pages");
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    private Attachment attachment(String kind, String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve("upload"), content);
        return new Attachment(kind, name, me.store().files().keep(file), content.length());
    }

    private Proposal reviewed() throws IOException {
        var form = FormFixture.form().withAttachments(List.of(attachment("申报函", "函.PDF", "a sound PDF file"), attachment("建设方案", "方案.docx", "words"), attachment("报价", "报价.pdf", "bad"),
                attachment("申报函", "函 副本.pdf", "a sound PDF file")));
        Proposal proposal = world.submit(me, form);
        var reviews = new ReviewDesk(me, null, null);
        reviews.accept(proposal.id());
        reviews.sign(proposal.id(), "FIN", world.opinion("FIN", 1, Overall.AGREE, List.of()));
        return proposal;
    }

    @Test
    void theFileHasCoverContentsAndPagesThroughout() throws IOException {
        Proposal proposal = reviewed();
        Path target = folder.resolve("卷.pdf");
        Written written = papers.dossier(proposal.id(), target, Progress.NONE);
        List<String> shown = new ArrayList<>();
        for (PaperWriter.Leaf leaf : writer.leaves) {
            shown.add(switch (leaf) {
                case PaperWriter.Leaf.Paper paper -> paper.paper().title() + " " + paper.paper().numbering().first() + "/" + paper.paper().numbering().total();
                case PaperWriter.Leaf.Pages pages -> "PDF " + pages.first() + "/" + pages.total();
            });
        }
        assertEquals(List.of("政务信息化项目联审卷宗 1/13", "卷内目录 3/13", "政务信息化项目申报书 5/13", "政务信息化项目联审会签意见表 7/13", "“教育数据共享平台”评审意见汇总 9/13", "PDF 11/13"), shown);
        assertEquals(13, written.pages());
        assertEquals(List.of(target), written.files());
        assertEquals(List.of("official.attachmentLeftOut"), written.notices().stream().map(Message::key).toList());
        String contents = PaperText.of(((PaperWriter.Leaf.Paper) writer.leaves.get(1)).paper()).replaceAll("[0-9a-f]{64}", "<摘要>");
        Golden.same("dossier-contents.txt", contents);
    }

    @Test
    void aNoticeThatWentOutWithTheActIsInTheFileThoughNobodySignedItAgain() {
        Proposal proposal = world.submit(me, FormFixture.form());
        new ReviewDesk(me, null, null).sendBack(proposal.id(), new ActDetail.Return(List.of(new ReturnItem(1, "概算第1行", "单价没有询价依据", "附三家报价", ""))));
        papers.dossier(proposal.id(), folder.resolve("卷.pdf"), Progress.NONE);
        assertTrue(writer.leaves.stream().anyMatch(leaf -> ((PaperWriter.Leaf.Paper) leaf).paper().title().startsWith("关于补正")), writer.leaves.toString());
    }

    @Test
    void theFolderHasEachPieceAndTheList() throws IOException {
        Path target = folder.resolve("卷");
        Written written = papers.dossier(reviewed().id(), target, Progress.NONE);
        try (var files = Files.list(target)) {
            assertEquals(List.of("00 卷内目录.pdf", "01 申报书 LS-330500-2026-0001 第1版.pdf", "02 会签意见表 LS-330500-2026-0001 市财政局 第1轮.pdf", "03 评审意见汇总 LS-330500-2026-0001 第1轮.pdf",
                    "04 函.PDF", "05 方案.docx", "06 报价.pdf"), files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        assertEquals(7, written.files().size());
        UserProblem there = assertThrows(UserProblem.class, () -> papers.dossier(reviewedAgain(), target, Progress.NONE));
        assertEquals("official.fileThere", there.messages().getFirst().key());
    }

    private java.util.UUID reviewedAgain() {
        return world.store().read(tx -> tx.proposals().all().getFirst().id());
    }

    private List<PaperKey> sheets(Proposal proposal) {
        return papers.papers(proposal.id()).stream().map(listed -> listed.key()).filter(key -> key.kind() == PaperKind.COUNTERSIGN).toList();
    }

    @Test
    void aBatchIsWrittenWholeOrNotAtAll() throws IOException {
        Proposal proposal = reviewed();
        Path target = folder.resolve("批");
        assertEquals(6, papers.write(sheets(proposal), Format.PDF, target, Progress.NONE).files().size());
        Path single = folder.resolve("一.pdf");
        assertEquals(12, papers.write(sheets(proposal), Format.PDF, single, Progress.NONE).pages());
        assertTrue(Files.exists(single));
        Path broken = folder.resolve("断");
        writer.failAt = writer.writes + 4;
        assertThrows(UserProblem.class, () -> papers.write(sheets(proposal), Format.PDF, broken, Progress.NONE));
        nothingOf(broken);
        writer.failAt = Integer.MAX_VALUE;
        Progress stopped = new Progress() {
            private boolean stop;

            @Override
            public void at(long done, long total) {
                stop = done == 3;
            }

            @Override
            public boolean cancelled() {
                return stop;
            }
        };
        assertThrows(Progress.Cancelled.class, () -> papers.write(sheets(proposal), Format.PDF, broken, stopped));
        nothingOf(broken);
        assertEquals("official.nothingToWrite", assertThrows(UserProblem.class, () -> papers.write(List.of(), Format.PDF, broken, Progress.NONE)).messages().getFirst().key());
    }

    private void nothingOf(Path target) throws IOException {
        assertFalse(Files.exists(target));
        try (var files = Files.list(folder)) {
            assertTrue(files.noneMatch(file -> file.getFileName().toString().endsWith(".part")), "nothing is left behind");
        }
    }

    @Test
    void theWholeFileNeedsThePermission() throws IOException {
        Proposal proposal = reviewed();
        var clerk = new DocumentDesk(world.desk(World.person("fin", "FIN", "市财政局", Role.BODY_SIGNER)), List.of(writer), List.of());
        assertThrows(PermissionDenied.class, () -> clerk.dossier(proposal.id(), folder.resolve("x.pdf"), Progress.NONE));
        assertThrows(PermissionDenied.class, () -> clerk.write(sheets(proposal), Format.PDF, folder.resolve("x"), Progress.NONE));
        assertEquals("review.noProposal", assertThrows(UserProblem.class, () -> papers.dossier(java.util.UUID.randomUUID(), folder.resolve("x.pdf"), Progress.NONE)).messages().getFirst().key());
    }

    @Test
    void namesOfFilesAreTakenByEveryFileSystem() {
        assertEquals("a_b_c_d", PaperFiles.name(" a/b:c\nd "));
        assertEquals(70, PaperFiles.name("龘".repeat(200)).length());
        assertEquals(70, PaperFiles.name("𠮷".repeat(200)).codePointCount(0, PaperFiles.name("𠮷".repeat(200)).length()));
    }
}
