package org.lianshen.office.in;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lianshen.model.UserProblem;
import org.lianshen.service.Progress;
import org.lianshen.service.document.PaperReader;
import org.lianshen.service.document.PaperWriter.Format;
import org.osgi.service.component.annotations.Component;

/** The text of an OFD file (GB/T 33190), page after page, a line for each text object. */
@Component(service = PaperReader.class)
public final class OfdWords implements PaperReader {

    private static final String FOLDER = "Doc_0/";
    private static final String DOCUMENT = FOLDER + "Document.xml";
    private static final int PAGES = 5_000;

    @Override
    public Format format() {
        return Format.OFD;
    }

    @Override
    public String text(Path file) {
        PaperFiles.check(file);
        var text = new StringBuilder();
        try (var parts = new XlsxParts(file, PaperFiles.LIMITS, Progress.NONE)) {
            var budget = new PartStream.Budget();
            for (String page : pages(parts, budget, file)) {
                page(parts, page, budget, text);
            }
        }
        return text.toString();
    }

    private static List<String> pages(XlsxParts parts, PartStream.Budget budget, Path file) {
        List<String> pages = new ArrayList<>();
        try (var xml = parts.xml(DOCUMENT, budget)) {
            while (xml.next()) {
                if (xml.starts("Page")) {
                    pages.add(FOLDER + xml.attribute("BaseLoc"));
                }
            }
        }
        if (pages.size() > PAGES) {
            throw UserProblem.of("office.tooManyPages", file.getFileName().toString(), pages.size(), PAGES);
        }
        return pages;
    }

    private static void page(XlsxParts parts, String page, PartStream.Budget budget, StringBuilder text) {
        try (var xml = parts.xml(page, budget)) {
            while (xml.next()) {
                if (xml.starts("TextCode")) {
                    xml.text(text, PaperFiles.CHARACTERS, page);
                } else if (xml.ends("TextObject")) {
                    text.append('\n');
                }
            }
        }
    }
}
