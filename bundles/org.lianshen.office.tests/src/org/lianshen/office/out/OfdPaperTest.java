package org.lianshen.office.out;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import javax.xml.parsers.DocumentBuilderFactory;

import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.service.document.OfficialPaper;
import org.lianshen.service.document.OfficialPaper.Block.Paragraph;
import org.ofdrw.core.basicStructure.pageObj.layer.block.TextObject;
import org.ofdrw.core.basicType.ST_Array;
import org.ofdrw.core.basicType.ST_Box;
import org.ofdrw.core.text.TextCode;
import org.ofdrw.reader.ContentExtractor;
import org.ofdrw.reader.OFDReader;

/** The OFD file read back with another library: the same pages as the PDF, line for line. */
class OfdPaperTest {

    private static final double MM = 25.4 / 72;

    @TempDir
    Path folder;
    private List<Message> notices;

    private Path write(OfficialPaper paper) {
        Path file = folder.resolve("paper.ofd");
        notices = new OfdPaper().write(paper, file);
        return file;
    }

    /** Upright text of one baseline, in millimetres. */
    private record Row(double baseline, double left, String text) {
    }

    private record Piece(double baseline, double x, String text) {
    }

    private static List<Row> rows(OFDReader reader, int page) {
        Map<Long, List<Piece>> rows = new TreeMap<>();
        for (TextObject object : new ContentExtractor(reader).getPageTextObject(page)) {
            ST_Array matrix = object.getCTM();
            if (matrix != null && matrix.toDouble()[1] != 0) {
                continue;
            }
            ST_Box box = object.getBoundary();
            TextCode code = object.getTextCodes().getFirst();
            double baseline = box.getTopLeftY() + code.getY();
            rows.computeIfAbsent(Math.round(baseline * 20), y -> new ArrayList<>()).add(new Piece(baseline, box.getTopLeftX() + code.getX(), code.getContent()));
        }
        return rows.values().stream().map(pieces -> {
            pieces.sort((a, b) -> Double.compare(a.x(), b.x()));
            return new Row(pieces.getFirst().baseline(), pieces.getFirst().x(), String.join("", pieces.stream().map(Piece::text).toList()));
        }).toList();
    }

    private static String text(OFDReader reader) {
        var text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            rows(reader, page).forEach(row -> text.append(row.text()));
        }
        return text.toString();
    }

    private static Map<String, byte[]> files(Path ofd) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipFile zip = new ZipFile(ofd.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    files.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return files;
    }

    @Test
    void itsPagesAreThoseOfThePdfLineForLine() throws IOException {
        for (OfficialPaper paper : List.of(Papers.twelve(), Papers.letter(3, "市审计局。"), Papers.opinion(true), Papers.sealed(), Papers.annexed(), Papers.plain(1400))) {
            Path pdf = folder.resolve("paper.pdf");
            new PdfPaper().write(paper, pdf);
            try (OFDReader reader = new OFDReader(write(paper)); PdfPages pages = new PdfPages(pdf)) {
                assertEquals(pages.count(), reader.getNumberOfPages());
                assertEquals(new OfdPaper().pages(paper), reader.getNumberOfPages());
                for (int page = 1; page <= pages.count(); page++) {
                    ST_Box size = reader.getPageSize(page);
                    assertEquals(pages.page(page).getMediaBox().getWidth() * MM, size.getWidth(), 0.01);
                    assertEquals(pages.page(page).getMediaBox().getHeight() * MM, size.getHeight(), 0.01);
                    List<PdfPages.Row> expected = pages.rows(page).stream().filter(row -> !row.text().isBlank() && row.size() < PaperInk.WATERMARK_SIZE).toList();
                    List<Row> rows = rows(reader, page).stream().filter(row -> !row.text().isBlank()).toList();
                    assertEquals(expected.stream().map(PdfPages.Row::text).toList(), rows.stream().map(Row::text).toList(), "page " + page);
                    for (int i = 0; i < rows.size(); i++) {
                        assertEquals(expected.get(i).baseline() * MM, rows.get(i).baseline(), 0.1, rows.get(i).text());
                        assertEquals(expected.get(i).left() * MM, rows.get(i).left(), 0.1, rows.get(i).text());
                    }
                }
            }
        }
    }

    /** The last glyph of a line is where the distances of all before it lead. */
    @Test
    void everyGlyphOfALineHasItsPlace() throws IOException {
        try (OFDReader reader = new OFDReader(write(Papers.plain(1400)))) {
            TextObject full = new ContentExtractor(reader).getPageTextObject(2).stream().filter(object -> object.getTextCodes().getFirst().getContent().length() == 28).findFirst().orElseThrow();
            Double[] steps = full.getTextCodes().getFirst().getDeltaX().toDouble();
            assertEquals(27, steps.length);
            assertEquals(156 - 16 * MM, Stream.of(steps).mapToDouble(Double::doubleValue).sum(), 0.15, "the last character ends with the type area");
        }
    }

    @Test
    void theArchiveIsWellFormedAndTheSameEachTime() throws Exception {
        Path file = write(Papers.annexed());
        byte[] first = Files.readAllBytes(file);
        Map<String, byte[]> files = files(file);
        assertTrue(files.keySet().containsAll(List.of("OFD.xml", "Doc_0/Document.xml", "Doc_0/PublicRes.xml", "Doc_0/Pages/Page_0/Content.xml")), files.keySet().toString());
        var parser = DocumentBuilderFactory.newInstance();
        parser.setNamespaceAware(true);
        for (Map.Entry<String, byte[]> entry : files.entrySet()) {
            if (entry.getKey().endsWith(".xml")) {
                var root = parser.newDocumentBuilder().parse(new java.io.ByteArrayInputStream(entry.getValue())).getDocumentElement();
                assertEquals("http://www.ofdspec.org/2016", root.getNamespaceURI(), entry.getKey());
            }
        }
        assertArrayEquals(first, Files.readAllBytes(write(Papers.annexed())));
    }

    @Test
    void everyNumberIsUsedOnceAndNoneIsLargerThanTheDocumentSays() throws IOException {
        Map<String, byte[]> files = files(write(Papers.opinion(true)));
        List<Integer> numbers = new ArrayList<>();
        var pattern = java.util.regex.Pattern.compile(" ID=\"(\\d+)\"");
        files.forEach((name, bytes) -> {
            if (name.endsWith(".xml")) {
                pattern.matcher(new String(bytes, java.nio.charset.StandardCharsets.UTF_8)).results().forEach(found -> numbers.add(Integer.valueOf(found.group(1))));
            }
        });
        assertEquals(numbers.size(), new TreeSet<>(numbers).size());
        String document = new String(files.get("Doc_0/Document.xml"), java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(document.contains("MaxUnitID>" + Collections.max(numbers) + "<"), document);
    }

    @Test
    void hostileTextIsKept() throws IOException {
        String hostile = "<ofd:Text> & \"引号\" ']]>' {0} %s 𠮷野家㙍𬌗䶮镕";
        try (OFDReader reader = new OFDReader(write(Papers.of(List.of(new Paragraph("项目" + hostile + "完")), List.of(), false)))) {
            String read = text(reader);
            for (String part : List.of("<ofd:Text>", "&", "\"引号\"", "{0}", "%s", "野家", "㙍", "䶮镕", "完")) {
                assertTrue(read.contains(part), part + " in " + read);
            }
            boolean replaced = notices.stream().anyMatch(notice -> notice.key().equals("paper.glyphMissing"));
            assertTrue(replaced || read.contains("𠮷") && read.contains("𬌗"), read);
        }
    }

    @Test
    void controlCharactersDoNotBreakTheFile() throws IOException {
        try (OFDReader reader = new OFDReader(write(Papers.of(List.of(new Paragraph("甲" + (char) 0 + (char) 11 + (char) 0xFFFE + (char) 0xD800 + "乙")), List.of(), false)))) {
            assertTrue(text(reader).contains("乙"));
        }
    }

    @Test
    void aDraftHasTheWatermarkBehindItsText() throws IOException {
        try (OFDReader reader = new OFDReader(write(Papers.short_()))) {
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                assertEquals("讨论稿", new ContentExtractor(reader).getPageTextObject(page).getFirst().getTextCodes().getFirst().getContent());
            }
        }
        try (OFDReader reader = new OFDReader(write(Papers.lines(2)))) {
            assertFalse(text(reader).contains("讨论稿"));
        }
    }

    @Test
    void theNumberOfALandscapePageRunsDownItsLeftEdge() throws IOException {
        try (OFDReader reader = new OFDReader(write(Papers.summary(9)))) {
            TextObject number = new ContentExtractor(reader).getPageTextObject(2).stream().filter(object -> object.getTextCodes().getFirst().getContent().startsWith("—")).findFirst().orElseThrow();
            assertArrayEquals(new double[] {0, 1, -1, 0}, Stream.of(number.getCTM().toDouble()).limit(4).mapToDouble(Double::doubleValue).toArray());
            assertEquals(297 - 262 - 7, number.getBoundary().getTopLeftX() + number.getCTM().toDouble()[4] + 0.36 * 14 * MM, 0.1);
            assertEquals(28 + 14 * MM, number.getBoundary().getTopLeftY(), 0.1, "even: inside from the upper edge, which is the left one of the sheet");
        }
    }

    @Test
    void aFontThatIsNotInTheFileIsNamedInItAndSaid() throws IOException {
        Map<String, byte[]> files = files(write(Papers.lines(2)));
        String resources = new String(files.get("Doc_0/PublicRes.xml"), java.nio.charset.StandardCharsets.UTF_8);
        boolean embedded = files.keySet().stream().anyMatch(name -> name.endsWith(".ttf"));
        boolean said = notices.stream().anyMatch(notice -> notice.key().equals("paper.fontsNamedOnly"));
        assertTrue(embedded || said && resources.contains("仿宋_GB2312"), resources);
    }

    @Test
    void aSubsetHoldsTheGlyphsThatItNumbers() throws IOException {
        try (InputStream in = PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf");
                TrueTypeFont whole = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
            FontSubset subset = FontSubset.of(whole, new TreeSet<>(List.of((int) 'A', (int) '元' , (int) 'z')));
            assertTrue(subset.file().length < 20_000, subset.file().length + " bytes");
            try (TrueTypeFont part = new TTFParser().parse(new RandomAccessReadBuffer(subset.file()))) {
                for (int letter : List.of((int) 'A', (int) 'z')) {
                    assertEquals(subset.glyphs().get(letter), part.getUnicodeCmapLookup().getGlyphId(letter));
                    assertEquals(whole.getAdvanceWidth(whole.getUnicodeCmapLookup().getGlyphId(letter)), part.getAdvanceWidth(subset.glyphs().get(letter)));
                }
                assertEquals(0, subset.glyphs().get((int) '元'), "not in the font");
            }
        }
    }

    @Test
    void withoutAnyChineseFontItSaysSoAndWritesNothing() {
        Path file = folder.resolve("paper.ofd");
        var problem = assertThrows(UserProblem.class, () -> new OfdPaper(List.of(folder)).write(Papers.short_(), file));
        assertEquals("paper.noChineseFont", problem.messages().getFirst().key());
        assertFalse(Files.exists(file));
    }
}
