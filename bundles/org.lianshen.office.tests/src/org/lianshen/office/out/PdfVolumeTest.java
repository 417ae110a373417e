package org.lianshen.office.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.UserProblem;
import org.lianshen.service.document.OfficialPaper;
import org.lianshen.service.document.OfficialPaper.Block.Paragraph;
import org.lianshen.service.document.PaperWriter.Leaf;

/** Papers and pages of other PDF files in one volume. */
class PdfVolumeTest {

    @TempDir
    Path folder;
    private final PdfPaper writer = new PdfPaper();

    private static OfficialPaper paper(String title) {
        return OfficialPaper.working(title, "", List.of(new Paragraph("正文")), List.of(), "", LocalDate.of(2026, 11, 22), false, false, "");
    }

    /** Two pages, the second turned, the first with a script that would run when it is opened. */
    private Path foreign(String password) throws IOException {
        Path file = folder.resolve("foreign" + password + ".pdf");
        try (var document = new PDDocument()) {
            for (int i = 0; i < 2; i++) {
                var page = new PDPage(PDRectangle.A4);
                page.setRotation(i * 90);
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.COURIER), 12);
                    content.newLineAtOffset(100, 400);
                    content.showText("quotation " + (i + 1));
                    content.endText();
                }
            }
            COSDictionary script = new COSDictionary();
            script.setName(COSName.S, "JavaScript");
            script.setString(COSName.JS, "app.alert(1)");
            COSDictionary open = new COSDictionary();
            open.setItem(COSName.O, script);
            document.getPage(0).getCOSObject().setItem(COSName.AA, open);
            COSDictionary link = new COSDictionary();
            link.setItem(COSName.SUBTYPE, COSName.getPDFName("Link"));
            link.setItem(COSName.A, script);
            COSArray annotations = new COSArray();
            annotations.add(link);
            document.getPage(0).getCOSObject().setItem(COSName.ANNOTS, annotations);
            document.getDocumentCatalog().getCOSObject().setItem(COSName.OPEN_ACTION, script);
            if (!password.isEmpty()) {
                document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
            }
            document.save(file.toFile());
        }
        return file;
    }

    @Test
    void papersAndForeignPagesStandInOrderWithTheirNumbers() throws IOException {
        Path file = foreign("");
        assertEquals(2, writer.pages(file));
        Path target = folder.resolve("volume.pdf");
        writer.bind(List.of(new Leaf.Paper(paper("封面").numbered(1, 4)), new Leaf.Pages(file, 2, 4), new Leaf.Paper(paper("末页").numbered(4, 4))), target);
        try (var document = Loader.loadPDF(target.toFile())) {
            assertEquals(4, document.getNumberOfPages());
            var stripper = new PDFTextStripper();
            for (int page = 1; page <= 4; page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String text = stripper.getText(document);
                assertTrue(text.contains(page + "/4"), "page " + page + ": " + text);
                assertEquals(page == 2 || page == 3, text.replaceAll("\\s", "").contains("quotation" + (page - 1)), text);
            }
            assertEquals(90, document.getPage(2).getRotation());
        }
    }

    @Test
    void nothingThatActsIsTakenOver() throws IOException {
        Path target = folder.resolve("volume.pdf");
        writer.bind(List.of(new Leaf.Pages(foreign(""), 1, 2)), target);
        try (var document = Loader.loadPDF(target.toFile())) {
            assertNull(document.getDocumentCatalog().getOpenAction());
            assertNull(document.getPage(0).getCOSObject().getDictionaryObject(COSName.AA));
            assertTrue(document.getPage(0).getAnnotations().stream().noneMatch(each -> each.getCOSObject().containsKey(COSName.A)));
        }
        assertFalse(new String(Files.readAllBytes(target), java.nio.charset.StandardCharsets.ISO_8859_1).contains("app.alert"));
    }

    @Test
    void whatIsNoSoundPdfIsRefusedByName() throws IOException {
        assertEquals("paper.pdfLocked", refused(foreign("secret")));
        assertEquals("paper.pdfDamaged", refused(Files.writeString(folder.resolve("a.pdf"), "no pdf")));
        assertEquals("paper.pdfDamaged", refused(Files.write(folder.resolve("b.pdf"), new byte[0])));
        byte[] whole = Files.readAllBytes(foreign(""));
        for (int cut = 1; cut < 8; cut++) {
            Path part = Files.write(folder.resolve("cut.pdf"), java.util.Arrays.copyOf(whole, whole.length * cut / 8));
            try {
                assertTrue(writer.pages(part) <= 2);
            } catch (UserProblem problem) {
                assertEquals("paper.pdfDamaged", problem.messages().getFirst().key());
            }
        }
    }

    private String refused(Path file) {
        return assertThrows(UserProblem.class, () -> writer.pages(file)).messages().getFirst().key();
    }
}
