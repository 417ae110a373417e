package org.lianshen.office.out;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.lianshen.model.Message;
import org.lianshen.service.document.MinutesWriter;
import org.lianshen.service.document.OfficialPaper;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Official papers as Word documents. Word itself breaks lines and pages, by the measures that the document sets; where the 版记 goes is computed with the same
 * layout as the PDF, and the section break to an even page makes sure that it ends there even if Word needs a line more.
 */
@Component(service = MinutesWriter.class)
public final class DocxMinutes implements MinutesWriter {

    private final List<Path> fontFolders;

    @Activate
    public DocxMinutes() {
        this(FontCatalogue.usualFolders());
    }

    /** @param fontFolders where fonts are looked for, to say which are not there */
    public DocxMinutes(List<Path> fontFolders) {
        this.fontFolders = List.copyOf(fontFolders);
    }

    @Override
    public Format format() {
        return Format.DOCX;
    }

    @Override
    public List<Message> write(OfficialPaper paper, Path target) {
        WholeFile.write(target, out -> write(paper, out));
        FontCatalogue here = FontCatalogue.of(fontFolders);
        List<Object> missing = Arrays.stream(Face.values()).filter(face -> here.own(face).isEmpty()).<Object>map(Face::word).toList();
        return missing.isEmpty() ? List.of() : List.of(Message.of("paper.fontsNotHere", missing));
    }

    private static void write(OfficialPaper paper, OutputStream out) throws IOException {
        PaperWords words = new PaperWords();
        PaperLayout.Result layout = PaperLayout.lay(paper, Metrics.NOMINAL, words);
        try (var document = new XWPFDocument()) {
            document.getProperties().getCoreProperties().setTitle((paper.title().isEmpty() ? paper.head() + paper.number() : paper.title()).strip());
            DocxSections sections = new DocxSections(document, paper, words);
            sections.prepare();
            new DocxBody(document, paper, words, layout).write();
            new DocxImprint(document, paper, words).write(switch (layout.place()) {
                case SAME_PAGE -> sections.line();
                case NEXT_PAGE -> sections.breakToEvenPage(true);
                case AFTER_BLANK -> sections.breakToEvenPage(false);
            });
            document.write(out);
        }
    }
}
