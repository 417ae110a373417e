package org.lianshen.office.in;

import java.nio.file.Path;
import org.lianshen.service.Progress;
import org.lianshen.service.document.PaperReader;
import org.lianshen.service.document.PaperWriter.Format;
import org.osgi.service.component.annotations.Component;

/** The text of a Word document's body, boxes included. Of what is there twice for older programs the older way is left out. */
@Component(service = PaperReader.class)
public final class DocxWords implements PaperReader {

    private static final String BODY = "word/document.xml";

    @Override
    public Format format() {
        return Format.DOCX;
    }

    @Override
    public String text(Path file) {
        PaperFiles.check(file);
        var text = new StringBuilder();
        try (var parts = new XlsxParts(file, PaperFiles.LIMITS, Progress.NONE); var xml = parts.xml(BODY, new PartStream.Budget())) {
            while (xml.next()) {
                if (xml.starts("Fallback")) {
                    xml.skip();
                } else if (xml.starts("t")) {
                    xml.text(text, PaperFiles.CHARACTERS, BODY);
                } else if (xml.ends("p")) {
                    text.append('\n');
                }
            }
        }
        return text.toString();
    }
}
