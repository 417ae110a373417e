package org.lianshen.service.document;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.proposal.Attachment;
import org.lianshen.service.DocumentService.Composed;
import org.lianshen.service.DocumentService.Written;
import org.lianshen.service.Progress;
import org.lianshen.service.document.DossierText.Entry;
import org.lianshen.service.document.PaperWriter.Format;
import org.lianshen.service.document.PaperWriter.Leaf;
import org.lianshen.service.store.Store;

/**
 * 卷宗: the whole file of a project in file order, with cover, list of contents and page numbers from the first page to the last. Attachments that are PDF are taken in
 * page by page, others are listed with digest and size.
 */
final class DossierMaker {

    /** The list of contents may grow by a page when its numbers are filled in; then it is laid out once more. */
    private static final int MOST_TRIES = 3;

    private final PaperWriter pdf;
    private final Store.Files kept;
    private final Progress progress;
    private final Set<Message> notices = new LinkedHashSet<>();

    DossierMaker(PaperWriter pdf, Store.Files kept, Progress progress) {
        this.pdf = pdf;
        this.kept = kept;
        this.progress = progress;
    }

    /** One thing in the file: a paper, or an attachment of the application form. {@code file} null where it cannot be taken in. */
    private record Piece(OfficialPaper paper, String title, String author, Attachment attachment, Path file, int pages) {
    }

    /** @param author 责任者 where the paper does not say who signs it, else empty */
    record Filed(Message name, String author, Composed composed) {
    }

    /** @param papers in file order, drafts left out; {@code attachments} each once */
    Written bind(DossierText text, List<Filed> papers, List<Attachment> attachments, Path target) {
        boolean single = target.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(Format.PDF.ending());
        return PaperFiles.passing(folder -> {
            List<Piece> pieces = new ArrayList<>();
            int total = papers.size() + attachments.size();
            for (Filed filed : papers) {
                progress.check();
                notices.addAll(filed.composed().notices());
                OfficialPaper paper = filed.composed().paper();
                pieces.add(new Piece(paper, PaperTexts.format(filed.name()), filed.author(), null, null, pdf.pages(paper)));
                progress.at(pieces.size(), total);
            }
            for (Attachment attachment : attachments) {
                progress.check();
                pieces.add(attachment(attachment, folder));
                progress.at(pieces.size(), total);
            }
            return single ? volume(text, pieces, target) : PaperFiles.whole(target, part -> folder(text, pieces, part, target));
        });
    }

    /** An attachment that is no PDF, is missing or cannot be read is listed only, and why is said. */
    private Piece attachment(Attachment attachment, Path folder) {
        boolean readable = attachment.fileName().toLowerCase(Locale.ROOT).endsWith(Format.PDF.ending());
        if (readable) {
            Path file = folder.resolve(attachment.sha256() + Format.PDF.ending());
            try {
                kept.fetch(attachment.sha256(), file);
                return new Piece(null, "", "", attachment, file, pdf.pages(file));
            } catch (UserProblem unreadable) {
                notices.add(Message.of("official.attachmentLeftOut", attachment.fileName(), unreadable.messages().getFirst()));
            }
        }
        return new Piece(null, "", "", attachment, null, 0);
    }

    private Written volume(DossierText text, List<Piece> pieces, Path target) {
        int before = 2;
        for (int i = 0; i < MOST_TRIES; i++) {
            List<Entry> entries = entries(pieces, before + 1);
            int pages = before + pieces.stream().mapToInt(Piece::pages).sum();
            List<OfficialPaper> front = List.of(text.cover(entries, pages), text.contents(entries));
            int needed = front.stream().mapToInt(pdf::pages).sum();
            if (needed == before || i == MOST_TRIES - 1) {
                bind(front, pieces, pages, target);
                return new Written(List.of(target), pages, List.copyOf(notices));
            }
            before = needed;
        }
        throw new IllegalStateException("unreachable");
    }

    private void bind(List<OfficialPaper> front, List<Piece> pieces, int total, Path target) {
        progress.check();
        List<Leaf> leaves = new ArrayList<>();
        int next = 1;
        for (OfficialPaper paper : front) {
            leaves.add(new Leaf.Paper(paper.numbered(next, total)));
            next += pdf.pages(paper);
        }
        for (Piece piece : pieces) {
            if (piece.paper() != null) {
                leaves.add(new Leaf.Paper(piece.paper().numbered(next, total)));
            } else if (piece.file() != null) {
                leaves.add(new Leaf.Pages(piece.file(), next, total));
            }
            next += piece.pages();
        }
        notices.addAll(pdf.bind(leaves, target));
    }

    private static List<Entry> entries(List<Piece> pieces, int first) {
        List<Entry> entries = new ArrayList<>();
        int next = first;
        for (Piece piece : pieces) {
            entries.add(piece.paper() == null ? attachment(piece, next) : paper(piece, next));
            next += piece.pages();
        }
        return entries;
    }

    private static Entry paper(Piece piece, int page) {
        OfficialPaper paper = piece.paper();
        String signs = paper.signatory().isEmpty() ? paper.printedBy() : paper.signatory();
        String who = signs.isEmpty() ? piece.author() : signs;
        return new Entry(paper.number(), who, paper.form() == OfficialPaper.Form.WORKING ? piece.title() : paper.name(), paper.date(), page, "");
    }

    private static Entry attachment(Piece piece, int page) {
        Attachment attachment = piece.attachment();
        String title = PaperTexts.get("official.dossier.attachment", attachment.kind(), attachment.fileName());
        String note = piece.file() == null ? PaperTexts.get("official.dossier.notTakenIn", PaperParts.size(attachment.size()), attachment.sha256()) : "";
        return new Entry("", "", title, null, piece.file() == null ? 0 : page, note);
    }

    /** Each piece as a file of its own, with the list of contents; attachments as they were uploaded. */
    private Written folder(DossierText text, List<Piece> pieces, Path part, Path target) {
        List<Entry> entries = entries(pieces, 1).stream().map(Entry::unpaged).toList();
        List<Path> files = new ArrayList<>();
        int no = 0;
        notices.addAll(pdf.write(List.of(text.cover(entries, 0), text.contents(entries)), next(part, files, no, PaperTexts.get("official.dossier.contents"), Format.PDF.ending())));
        for (Piece piece : pieces) {
            progress.check();
            no++;
            if (piece.paper() != null) {
                notices.addAll(pdf.write(piece.paper(), next(part, files, no, piece.title(), Format.PDF.ending())));
            } else if (kept.has(piece.attachment().sha256())) {
                String name = piece.attachment().fileName();
                int dot = name.lastIndexOf('.');
                kept.fetch(piece.attachment().sha256(), next(part, files, no, dot < 1 ? name : name.substring(0, dot), dot < 1 ? "" : PaperFiles.name(name.substring(dot))));
            }
        }
        return new Written(files.stream().map(file -> target.resolve(file.getFileName())).toList(), pieces.stream().mapToInt(Piece::pages).sum(), List.copyOf(notices));
    }

    private static Path next(Path folder, List<Path> files, int no, String name, String ending) {
        Path file = folder.resolve(String.format(Locale.ROOT, "%02d ", no) + PaperFiles.name(name) + ending);
        files.add(file);
        return file;
    }
}
