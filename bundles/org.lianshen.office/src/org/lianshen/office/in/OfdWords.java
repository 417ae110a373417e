package org.lianshen.office.in;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lianshen.model.UserProblem;
import org.lianshen.service.Progress;
import org.lianshen.service.document.PaperReader;
import org.lianshen.service.document.PaperWriter.Format;
import org.osgi.service.component.annotations.Component;

/** The text of an OFD file (GB/T 33190-2016), page after page in the order of its document. */
@Component(service = PaperReader.class)
public final class OfdWords implements PaperReader {

    private static final String ROOT = "OFD.xml";

    @Override
    public Format format() {
        return Format.OFD;
    }

    @Override
    public String text(Path file) {
        PaperFiles.check(file);
        var text = new StringBuilder();
        var budget = new PartStream.Budget();
        try (var parts = new XlsxParts(file, PaperFiles.LIMITS, Progress.NONE)) {
            String document = documents(parts, budget).stream().findFirst().orElseThrow(() -> UserProblem.of("office.truncated", parts.file()));
            for (String page : pages(parts, document, budget)) {
                page(parts, page, budget, text);
            }
        }
        return text.toString();
    }

    private static List<String> documents(XlsxParts parts, PartStream.Budget budget) {
        List<String> roots = new ArrayList<>();
        try (var xml = parts.xml(ROOT, budget)) {
            while (xml.next()) {
                if (xml.starts("DocRoot")) {
                    var path = new StringBuilder();
                    xml.text(path, PaperFiles.CHARACTERS, ROOT);
                    roots.add(path.toString().strip());
                }
            }
        }
        return roots;
    }

    private static List<String> pages(XlsxParts parts, String document, PartStream.Budget budget) {
        List<String> pages = new ArrayList<>();
        try (var xml = parts.xml(document, budget)) {
            while (xml.next()) {
                if (xml.starts("Page") && xml.attribute("BaseLoc") != null) {
                    pages.add(beside(document, xml.attribute("BaseLoc")));
                }
            }
        }
        return pages;
    }

    /** A path that does not begin at the root begins at the part that names it. */
    private static String beside(String part, String path) {
        return path.startsWith("/") ? path : part.substring(0, part.lastIndexOf('/') + 1) + path;
    }

    private static void page(XlsxParts parts, String page, PartStream.Budget budget, StringBuilder text) {
        try (var xml = parts.xml(page, budget)) {
            while (xml.next()) {
                if (xml.starts("TextCode")) {
                    xml.text(text, PaperFiles.CHARACTERS, page);
                    text.append('\n');
                }
            }
        }
    }
}
