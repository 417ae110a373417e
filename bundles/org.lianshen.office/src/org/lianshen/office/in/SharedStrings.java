package org.lianshen.office.in;

import java.util.ArrayList;
import java.util.List;
import org.lianshen.model.UserProblem;

/** The shared strings of a workbook, rich text joined, phonetic guides left out. */
final class SharedStrings {

    private final List<String> texts;

    private SharedStrings(List<String> texts) {
        this.texts = texts;
    }

    /** @param part null where the workbook has none */
    static SharedStrings read(XlsxParts parts, String part) {
        var texts = new ArrayList<String>();
        if (part != null && parts.has(part)) {
            Limits limits = parts.limits();
            long chars = 0;
            var buffer = new StringBuilder();
            try (var xml = parts.xml(part, new PartStream.Budget())) {
                while (xml.next()) {
                    if (xml.starts("si")) {
                        buffer.setLength(0);
                        richText(xml, "si", buffer, limits.cellChars(), "si " + (texts.size() + 1));
                        chars += buffer.length();
                        if (texts.size() >= limits.sharedTexts() || chars > limits.sharedChars()) {
                            throw UserProblem.of("office.tooManyTexts", parts.file(), part, limits.sharedTexts(), limits.sharedChars());
                        }
                        texts.add(PlainText.of(CellText.unescape(buffer.toString())));
                    }
                }
            }
        }
        return new SharedStrings(texts);
    }

    /** Collects {@code t} inside the element just started (also inside runs), to its end. */
    static void richText(Xml xml, String element, StringBuilder into, int limit, String place) {
        while (xml.next() && !xml.ends(element)) {
            if (xml.starts("t")) {
                xml.text(into, limit, place);
            } else if (xml.starts("rPh")) {
                xml.skip();
            }
        }
    }

    /** Null where there is no such entry. */
    String get(int index) {
        return index >= 0 && index < texts.size() ? texts.get(index) : null;
    }
}
