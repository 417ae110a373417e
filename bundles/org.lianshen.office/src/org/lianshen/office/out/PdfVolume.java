package org.lianshen.office.out;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.util.Matrix;
import org.lianshen.model.UserProblem;
import org.lianshen.service.document.OfficialPaper;
import org.lianshen.service.document.PaperWriter.Leaf;

/** One PDF of papers and of the pages of other PDF files, which come from outside: nothing that acts is taken over, only what is seen. */
final class PdfVolume {

    private static final long MOST_BYTES = 200L << 20;
    private static final int MOST_PAGES = 2000;
    private static final float NUMBER_SIZE = 9;
    /** 6 mm above the lower edge. */
    private static final float NUMBER_HEIGHT = 17;

    private PdfVolume() {
    }

    /** How many pages a file has. @throws UserProblem for a file that is too large, locked, or no PDF */
    static int pages(Path file) {
        try (PDDocument document = open(file)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw damaged(file, e);
        }
    }

    private static PDDocument open(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw UserProblem.of("paper.pdfTooLarge", file.getFileName().toString(), MOST_BYTES >> 20, MOST_PAGES);
        }
        PDDocument document;
        try {
            document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache());
        } catch (InvalidPasswordException e) {
            throw UserProblem.because(e, "paper.pdfLocked", file.getFileName().toString());
        } catch (IllegalArgumentException | ClassCastException | IndexOutOfBoundsException | NullPointerException e) {
            throw new IOException(e);
        }
        if (document.getNumberOfPages() > MOST_PAGES) {
            document.close();
            throw UserProblem.of("paper.pdfTooLarge", file.getFileName().toString(), MOST_BYTES >> 20, MOST_PAGES);
        }
        return document;
    }

    private static UserProblem damaged(Path file, IOException e) {
        return UserProblem.because(e, "paper.pdfDamaged", file.getFileName().toString());
    }

    static void write(List<Leaf> leaves, PdfFonts fonts, OutputStream out) throws IOException {
        List<PDDocument> sources = new ArrayList<>();
        try (PDDocument volume = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            List<OfficialPaper> papers = new ArrayList<>();
            for (Leaf leaf : leaves) {
                switch (leaf) {
                    case Leaf.Paper paper -> papers.add(paper.paper());
                    case Leaf.Pages pages -> {
                        take(volume, papers, fonts, sources);
                        take(volume, pages, sources);
                    }
                }
            }
            take(volume, papers, fonts, sources);
            volume.getDocumentCatalog().setLanguage("zh-CN");
            volume.save(out);
        } finally {
            for (PDDocument source : sources) {
                source.close();
            }
        }
    }

    private static void take(PDDocument volume, List<OfficialPaper> papers, PdfFonts fonts, List<PDDocument> sources) throws IOException {
        if (papers.isEmpty()) {
            return;
        }
        var file = new ByteArrayOutputStream();
        PdfPaper.write(papers, fonts, file);
        papers.clear();
        PDDocument source = Loader.loadPDF(file.toByteArray());
        sources.add(source);
        for (PDPage page : source.getPages()) {
            volume.importPage(page);
        }
    }

    private static void take(PDDocument volume, Leaf.Pages pages, List<PDDocument> sources) throws IOException {
        PDDocument source;
        try {
            source = open(pages.file());
        } catch (IOException e) {
            throw damaged(pages.file(), e);
        }
        sources.add(source);
        PaperWords words = new PaperWords();
        int no = pages.first();
        for (PDPage page : source.getPages()) {
            PDPage taken = volume.importPage(page);
            taken.setResources(page.getResources());
            still(taken.getCOSObject());
            number(volume, taken, words.pageNumber(no, pages.total()));
            no++;
        }
    }

    /** Takes away what acts: actions of the page and of what lies on it. */
    private static void still(COSDictionary page) {
        page.removeItem(COSName.AA);
        page.removeItem(COSName.B);
        if (page.getCOSArray(COSName.ANNOTS) != null) {
            for (COSBase each : page.getCOSArray(COSName.ANNOTS)) {
                if ((each instanceof COSObject object ? object.getObject() : each) instanceof COSDictionary annotation) {
                    annotation.removeItem(COSName.A);
                    annotation.removeItem(COSName.AA);
                    annotation.removeItem(COSName.DEST);
                    annotation.removeItem(COSName.FS);
                }
            }
        }
    }

    /** In the middle of the lower edge, as the page is read. */
    private static void number(PDDocument volume, PDPage page, String text) throws IOException {
        PDRectangle box = page.getCropBox();
        int turned = Math.floorMod(page.getRotation(), 360);
        boolean lying = turned == 90 || turned == 270;
        Matrix matrix = switch (turned) {
            case 90 -> new Matrix(0, 1, -1, 0, box.getUpperRightX(), box.getLowerLeftY());
            case 180 -> new Matrix(-1, 0, 0, -1, box.getUpperRightX(), box.getUpperRightY());
            case 270 -> new Matrix(0, -1, 1, 0, box.getLowerLeftX(), box.getUpperRightY());
            default -> new Matrix(1, 0, 0, 1, box.getLowerLeftX(), box.getLowerLeftY());
        };
        var font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
        float width = font.getStringWidth(text) / 1000 * NUMBER_SIZE;
        try (var content = new PDPageContentStream(volume, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
            content.transform(matrix);
            content.beginText();
            content.setFont(font, NUMBER_SIZE);
            content.newLineAtOffset(((lying ? box.getHeight() : box.getWidth()) - width) / 2, NUMBER_HEIGHT);
            content.showText(text);
            content.endText();
        }
    }
}
