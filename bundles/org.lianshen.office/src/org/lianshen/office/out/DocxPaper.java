package org.lianshen.office.out;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.lianshen.model.Message;
import org.lianshen.service.document.PaperWriter;
import org.lianshen.service.document.OfficialPaper;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Official papers as Word documents. Word itself breaks lines and pages, by the measures that the document sets; where the 版记 goes is computed with the same
 * layout as the PDF, and the section break to an even page makes sure that it ends there even if Word needs a line more.
 */
@Component(service = PaperWriter.class)
public final class DocxPaper implements PaperWriter {

    private final List<Path> fontFolders;

    @Activate
    public DocxPaper() {
        this(FontCatalogue.usualFolders());
    }

    /** @param fontFolders where fonts are looked for, to say which are not there */
    public DocxPaper(List<Path> fontFolders) {
        this.fontFolders = List.copyOf(fontFolders);
    }

    @Override
    public Format format() {
        return Format.DOCX;
    }

    @Override
    public List<Message> write(List<OfficialPaper> papers, Path target) {
        WholeFile.write(target, out -> write(papers, out));
        FontCatalogue here = FontCatalogue.of(fontFolders);
        List<Object> missing = Arrays.stream(Face.values()).filter(face -> here.own(face).isEmpty()).<Object>map(Face::word).toList();
        return missing.isEmpty() ? List.of() : List.of(Message.of("paper.fontsNotHere", missing));
    }

    @Override
    public int pages(OfficialPaper paper) {
        return PaperLayout.lay(paper, Metrics.NOMINAL, new PaperWords()).pages().size();
    }

    private static void write(List<OfficialPaper> papers, OutputStream out) throws IOException {
        PaperWords words = new PaperWords();
        try (var document = new XWPFDocument()) {
            document.getProperties().getCoreProperties().setTitle(papers.getFirst().name());
            var sections = new DocxSections(document, words);
            for (OfficialPaper paper : papers) {
                sections.begin(paper);
                write(paper, document, sections, words);
            }
            document.write(out);
        }
    }

    private static void write(OfficialPaper paper, XWPFDocument document, DocxSections sections, PaperWords words) {
        PaperLayout.Result layout = PaperLayout.lay(paper, Metrics.NOMINAL, words);
        new DocxBody(document, paper, words, layout, sections).write();
        var imprint = new DocxImprint(document, paper, words);
        switch (layout.place()) {
            case SAME_PAGE -> imprint.write(sections.line());
            case NEXT_PAGE -> imprint.write(sections.breakToEvenPage(true));
            case AFTER_BLANK -> imprint.write(sections.breakToEvenPage(false));
            case FRESH_PAGE -> imprint.write(sections.breakToPage());
            case NOWHERE -> sections.line();
        }
    }
}
