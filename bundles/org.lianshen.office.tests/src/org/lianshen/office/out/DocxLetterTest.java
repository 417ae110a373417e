package org.lianshen.office.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.service.document.OfficialPaper;

/** The letter form as Word is told it. */
class DocxLetterTest {

    @TempDir
    Path folder;

    private XWPFDocument write(OfficialPaper paper) throws IOException {
        Path file = folder.resolve("letter.docx");
        new DocxPaper(List.of(folder)).write(paper, file);
        try (InputStream in = Files.newInputStream(file)) {
            return new XWPFDocument(in);
        }
    }

    private static XWPFParagraph paragraph(XWPFDocument document, String start) {
        return document.getParagraphs().stream().filter(each -> each.getText().startsWith(start)).findFirst().orElseThrow(() -> new AssertionError(start));
    }

    @Test
    void theHeadHangsOnTheNumberAsShapesOfThePage() throws IOException {
        try (XWPFDocument document = write(Papers.letter(2, ""))) {
            XWPFParagraph number = document.getParagraphs().getFirst();
            assertTrue(number.getText().endsWith("湖财信函〔2026〕15号"));
            assertEquals(ParagraphAlignment.RIGHT, number.getAlignment());
            String xml = number.getCTP().xmlText();
            assertEquals(4, xml.split("<v:rect ", -1).length - 1, "two red double lines");
            assertTrue(xml.contains("湖州市财政局"));
            assertTrue(xml.contains("width:481.89pt"), "170 mm");
            assertTrue(xml.contains("margin-left:56.69pt"), "20 mm from the left edge");
        }
    }

    @Test
    void theFirstPageHasAFooterOfItsOwnWithoutNumber() throws IOException {
        try (XWPFDocument document = write(Papers.letter(2, ""))) {
            assertTrue(document.getDocument().getBody().getSectPr().isSetTitlePg());
            assertEquals("", document.getHeaderFooterPolicy().getFirstPageFooter().getText().strip());
        }
    }

    @Test
    void textAndSignatureStayTogetherAndTheSlipBeginsAPage() throws IOException {
        try (XWPFDocument document = write(Papers.letter(2, ""))) {
            assertTrue(paragraph(document, "请于2026年12月4日前").getCTP().getPPr().isSetKeepNext());
            assertTrue(paragraph(document, "附件：联动校验").getCTP().getPPr().isSetKeepNext());
            XWPFParagraph date = paragraph(document, "2026年11月20日");
            assertEquals(Math.round(4 * PaperGrid.PITCH * 20), date.getIndentationRight());
            assertTrue(document.getParagraphs().stream().anyMatch(each -> each.getText().equals("附件") && each.getCTP().getPPr().isSetPageBreakBefore()));
            assertEquals(2, document.getTables().size());
        }
    }

    @Test
    void copiesAreTheWholeImprint() throws IOException {
        try (XWPFDocument document = write(Papers.letter(2, "市数据局。"))) {
            String last = document.getParagraphs().getLast().getCTP().xmlText();
            assertTrue(last.contains("抄送：市数据局。"));
            assertFalse(last.contains("印发"));
        }
    }
}
