package org.lianshen.office.in;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.lianshen.model.UserProblem;
import org.lianshen.service.document.PaperReader;
import org.lianshen.service.document.PaperWriter.Format;
import org.osgi.service.component.annotations.Component;

/** The text of a PDF file, page after page. */
@Component(service = PaperReader.class)
public final class PdfWords implements PaperReader {

    private static final int PAGES = 5_000;

    @Override
    public Format format() {
        return Format.PDF;
    }

    @Override
    public String text(Path file) {
        PaperFiles.check(file);
        String name = file.getFileName().toString();
        try (var document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            if (document.getNumberOfPages() > PAGES) {
                throw UserProblem.of("office.tooManyPages", name, document.getNumberOfPages(), PAGES);
            }
            var text = new StringWriter();
            new Counted(name).writeText(document, text);
            return text.toString();
        } catch (InvalidPasswordException e) {
            throw UserProblem.because(e, "office.protected", name);
        } catch (IOException e) {
            throw UserProblem.because(e, "office.truncated", name);
        }
    }

    /** Stops at a text beyond the limit. */
    private static final class Counted extends PDFTextStripper {

        private final String file;
        private int count;

        Counted(String file) {
            this.file = file;
        }

        @Override
        protected void processTextPosition(TextPosition text) {
            count++;
            if (count > PaperFiles.CHARACTERS) {
                throw UserProblem.of("office.tooMuchText", file, PaperFiles.CHARACTERS);
            }
            super.processTextPosition(text);
        }
    }
}
