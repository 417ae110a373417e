package org.lianshen.office.out;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.dom4j.DocumentHelper;
import org.dom4j.io.OutputFormat;
import org.dom4j.io.XMLWriter;
import org.lianshen.model.Message;
import org.lianshen.service.document.OfficialPaper;
import org.lianshen.service.document.PaperWriter;
import org.ofdrw.core.OFDElement;
import org.ofdrw.core.basicStructure.doc.CT_CommonData;
import org.ofdrw.core.basicStructure.doc.CT_PageArea;
import org.ofdrw.core.basicStructure.doc.Document;
import org.ofdrw.core.basicStructure.ofd.DocBody;
import org.ofdrw.core.basicStructure.ofd.OFD;
import org.ofdrw.core.basicStructure.ofd.docInfo.CT_DocInfo;
import org.ofdrw.core.basicStructure.pageTree.Page;
import org.ofdrw.core.basicStructure.pageTree.Pages;
import org.ofdrw.core.basicType.ST_Loc;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Official papers as OFD (GB/T 33190-2016), the format that archives and exchange platforms of offices ask for: the same pages as the PDF, line for line. The same paper gives the
 * same bytes: no time of day, no random number.
 */
@Component(service = PaperWriter.class)
public final class OfdPaper implements PaperWriter {

    private static final String DOCUMENT = "Doc_0/";
    /** The earliest that a zip file can say, in every zone. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final List<Path> fontFolders;

    @Activate
    public OfdPaper() {
        this(FontCatalogue.usualFolders());
    }

    /** @param fontFolders where fonts are looked for, first found first taken */
    public OfdPaper(List<Path> fontFolders) {
        this.fontFolders = List.copyOf(fontFolders);
    }

    @Override
    public Format format() {
        return Format.OFD;
    }

    @Override
    public int pages(OfficialPaper paper) {
        return PaperLayout.lay(paper, new PdfFonts(FontCatalogue.of(fontFolders)), new PaperWords()).pages().size();
    }

    @Override
    public List<Message> write(List<OfficialPaper> papers, Path target) {
        PdfFonts metrics = new PdfFonts(FontCatalogue.of(fontFolders));
        OfdFonts fonts = new OfdFonts(metrics);
        Map<String, byte[]> files = files(papers, metrics, fonts);
        WholeFile.write(target, out -> zip(files, out));
        return fonts.notices();
    }

    /** A page with the watermark behind it, or null. */
    private record Laid(PaperPage page, Line watermark) {
    }

    private static Map<String, byte[]> files(List<OfficialPaper> papers, PdfFonts metrics, OfdFonts fonts) {
        PaperWords words = new PaperWords();
        List<Laid> pages = new ArrayList<>();
        for (OfficialPaper paper : papers) {
            Line watermark = paper.draft() ? watermark(metrics, words.draft()) : null;
            PaperLayout.lay(paper, metrics, words).pages().forEach(page -> pages.add(new Laid(page, watermark)));
        }
        pages.forEach(laid -> {
            laid.page().texts().forEach(text -> fonts.collect(text.line()));
            if (laid.watermark() != null) {
                fonts.collect(laid.watermark());
            }
        });
        long[] last = {0};
        LongSupplier ids = () -> ++last[0];
        fonts.number(ids);
        Map<String, byte[]> contents = new LinkedHashMap<>();
        Pages tree = new Pages();
        for (int i = 0; i < pages.size(); i++) {
            String place = "Pages/Page_" + i + "/Content.xml";
            tree.addPage(new Page(ids.getAsLong(), place));
            contents.put(DOCUMENT + place, xml(new OfdPage(pages.get(i).page(), fonts, ids).content(pages.get(i).watermark())));
        }
        contents.put(DOCUMENT + "PublicRes.xml", xml(fonts.resource()));
        fonts.files().forEach((name, bytes) -> contents.put(DOCUMENT + OfdFonts.FOLDER + "/" + name, bytes));
        CT_PageArea upright = new CT_PageArea(0, 0, 210, 297);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("OFD.xml", xml(new OFD(new DocBody().setDocInfo(info(papers.getFirst(), contents)).setDocRoot(new ST_Loc(DOCUMENT + "Document.xml")))));
        files.put(DOCUMENT + "Document.xml",
                xml(new Document().setCommonData(new CT_CommonData().setMaxUnitID(last[0]).setPageArea(upright).addPublicRes(new ST_Loc("PublicRes.xml"))).setPages(tree)));
        files.putAll(contents);
        return files;
    }

    private static Line watermark(Metrics metrics, String word) {
        return new LineBreaker(metrics, PaperInk.WATERMARK_SIZE, 0).lines(List.of(new Span(Face.HEITI, word)), PaperGrid.PAGE_HEIGHT, PaperGrid.PAGE_HEIGHT).getFirst();
    }

    /** Its number comes from what it holds. */
    private static CT_DocInfo info(OfficialPaper paper, Map<String, byte[]> contents) {
        var all = new ByteArrayOutputStream();
        contents.values().forEach(all::writeBytes);
        return new CT_DocInfo().setDocID(UUID.nameUUIDFromBytes(all.toByteArray())).setTile(paper.name()).setCreationDate(paper.date()).setCreator("Lianshen");
    }

    private static byte[] xml(OFDElement root) {
        var bytes = new ByteArrayOutputStream();
        try {
            OutputFormat format = new OutputFormat();
            format.setEncoding(StandardCharsets.UTF_8.name());
            XMLWriter writer = new XMLWriter(bytes, format);
            writer.write(DocumentHelper.createDocument(root));
            writer.flush();
        } catch (IOException e) {
            throw new IllegalStateException("into memory", e);
        }
        return bytes.toByteArray();
    }

    private static void zip(Map<String, byte[]> files, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            ZipEntry entry = new ZipEntry(file.getKey());
            entry.setTimeLocal(NO_TIME);
            zip.putNextEntry(entry);
            zip.write(file.getValue());
            zip.closeEntry();
        }
        zip.finish();
    }
}
