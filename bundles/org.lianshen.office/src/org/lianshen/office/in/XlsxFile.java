package org.lianshen.office.in;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.service.Progress;
import org.lianshen.service.intake.SourceFile;
import org.lianshen.service.intake.SourceSheet;

/** A workbook of the Office XML kind, streamed. */
final class XlsxFile implements SourceFile {

    /** Where WPS keeps the pictures that cells show by DISPIMG. */
    private static final String PICTURES_OF_WPS = "xl/cellimages.xml";
    private final XlsxParts parts;
    private final List<Message> notices = new ArrayList<>();
    private final List<SourceSheet> sheets = new ArrayList<>();
    /** Names of sheets, and of their parts with a slash in front, which no name of a sheet has. */
    private final Set<String> taken = new HashSet<>();
    private SharedStrings strings;
    private CellStyles styles;
    private boolean from1904;

    XlsxFile(Path path, Limits limits, Progress progress) {
        parts = new XlsxParts(path, limits, progress);
        try {
            read();
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private void read() {
        if (parts.has("EncryptedPackage") || parts.has("encryption.xml")) {
            throw UserProblem.of("office.protected", parts.file());
        }
        String workbook = parts.relations("").values().stream().filter(r -> r.type().equals("officeDocument") && !r.external()).map(XlsxParts.Relation::target).findFirst()
                .orElse(null);
        if (workbook == null || !parts.has(workbook) || !workbook.endsWith(".xml")) {
            throw notWorkbook(workbook);
        }
        var relations = parts.relations(workbook);
        strings = SharedStrings.read(parts, target(relations, "sharedStrings"));
        styles = CellStyles.read(parts, target(relations, "styles"));
        workbook(workbook, relations);
        if (sheets.isEmpty()) {
            throw UserProblem.of("office.noSheet", parts.file());
        }
        notices(relations);
    }

    private UserProblem notWorkbook(String workbook) {
        if (workbook != null && workbook.endsWith(".bin")) {
            return UserProblem.of("office.otherFormat", parts.file(), "xlsb");
        }
        if (parts.has("mimetype") && parts.has("content.xml")) {
            return UserProblem.of("office.otherFormat", parts.file(), "ods");
        }
        if (parts.has("word/document.xml") || parts.has("ppt/presentation.xml")) {
            return UserProblem.of("office.otherFormat", parts.file(), parts.has("word/document.xml") ? "docx" : "pptx");
        }
        return parts.names().stream().filter(name -> name.matches("(?s).*\\.(xlsx|xls|csv|et|zip|rar|7z)")).findFirst()
                .map(inside -> UserProblem.of("office.archive", parts.file(), PlainText.quoted(parts.written(inside)))).orElseGet(() -> UserProblem.of("office.notWorkbook", parts.file()));
    }

    private static String target(Map<String, XlsxParts.Relation> relations, String type) {
        return relations.values().stream().filter(r -> r.type().equals(type) && !r.external()).map(XlsxParts.Relation::target).findFirst().orElse(null);
    }

    private void workbook(String part, Map<String, XlsxParts.Relation> relations) {
        try (var xml = parts.xml(part, new PartStream.Budget())) {
            while (xml.next()) {
                if (xml.starts("workbookPr")) {
                    from1904 = yes(xml.attribute("date1904"));
                } else if (xml.starts("sheet")) {
                    sheet(xml, relations);
                }
            }
        }
    }

    private void sheet(Xml xml, Map<String, XlsxParts.Relation> relations) {
        if (sheets.size() == parts.limits().sheets()) {
            throw UserProblem.of("office.tooManySheets", parts.file(), parts.limits().sheets());
        }
        String name = xml.attribute("name");
        var relation = relations.get(xml.attribute("id"));
        if (relation == null || !relation.type().equals("worksheet")) {
            return;
        }
        if (!parts.has(relation.target())) {
            throw UserProblem.of("office.partMissing", parts.file(), relation.target());
        }
        String state = xml.attribute("state");
        String shown = PlainText.quoted(name == null ? relation.target() : name);
        if (!taken.add(shown.toLowerCase(Locale.ROOT)) || !taken.add("/" + relation.target().toLowerCase(Locale.ROOT))) {
            throw UserProblem.of("office.sheetTwice", parts.file(), shown);
        }
        sheets.add(new XlsxSheet(this, relation.target(), shown, state != null && !state.equals("visible")));
    }

    private void notices(Map<String, XlsxParts.Relation> relations) {
        if (relations.values().stream().anyMatch(r -> r.type().equals("vbaProject")) || parts.names().stream().anyMatch(name -> name.endsWith("vbaproject.bin"))) {
            notices.add(Message.of("office.macrosIgnored"));
        }
        var links = relations.values().stream().filter(r -> r.type().equals("externalLink")).toList();
        if (!links.isEmpty()) {
            notices.add(Message.of("office.linksIgnored", links.size()));
        }
        if (links.stream().anyMatch(link -> parts.has(link.target()) && dde(link.target()))) {
            notices.add(Message.of("office.ddeIgnored"));
        }
        if (parts.names().stream().anyMatch(name -> name.endsWith("/connections.xml") || name.contains("/querytables/"))) {
            notices.add(Message.of("office.connectionsIgnored"));
        }
        if (parts.has(PICTURES_OF_WPS)) {
            notices.add(Message.of("office.picturesIgnored"));
        }
        if (parts.names().stream().anyMatch(name -> name.contains("/embeddings/") || name.contains("/activex/"))) {
            notices.add(Message.of("office.embeddedIgnored"));
        }
    }

    private boolean dde(String part) {
        try (var xml = parts.xml(part, new PartStream.Budget())) {
            while (xml.next()) {
                if (xml.starts("ddeLink")) {
                    return true;
                }
            }
            return false;
        }
    }

    static boolean yes(String flag) {
        return "1".equals(flag) || "true".equalsIgnoreCase(flag);
    }

    XlsxParts parts() {
        return parts;
    }

    SharedStrings strings() {
        return strings;
    }

    CellStyles styles() {
        return styles;
    }

    boolean from1904() {
        return from1904;
    }

    @Override
    public List<SourceSheet> sheets() {
        return List.copyOf(sheets);
    }

    @Override
    public List<Message> notices() {
        return List.copyOf(notices);
    }

    @Override
    public void close() {
        parts.close();
    }
}
