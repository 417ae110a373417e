package org.lianshen.office.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.Message;
import org.lianshen.service.document.OfficialPaper;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STSectionMark;

/** The file opened again with POI: what Word is told about paper, grid, fonts, page numbers and the page of the 版记. */
class DocxPaperTest {

    @TempDir
    Path folder;
    private List<Message> notices;

    private XWPFDocument write(OfficialPaper paper) throws IOException {
        Path file = folder.resolve("minutes.docx");
        notices = new DocxPaper(List.of(folder)).write(paper, file);
        try (InputStream in = Files.newInputStream(file)) {
            return new XWPFDocument(in);
        }
    }

    private static CTSectPr last(XWPFDocument document) {
        return document.getDocument().getBody().getSectPr();
    }

    private static CTSectPr ofBody(XWPFDocument document) {
        return document.getParagraphs().stream().filter(paragraph -> paragraph.getCTP().isSetPPr() && paragraph.getCTP().getPPr().isSetSectPr())
                .map(paragraph -> paragraph.getCTP().getPPr().getSectPr()).findFirst().orElseThrow();
    }

    private static XWPFParagraph paragraph(XWPFDocument document, String start) {
        return document.getParagraphs().stream().filter(each -> each.getText().startsWith(start)).findFirst().orElseThrow();
    }

    private static String font(XWPFRun run) {
        return run.getCTR().getRPr().getRFontsArray(0).getEastAsia();
    }

    private static BigInteger twips(Object measure) {
        return new BigInteger(measure.toString());
    }

    @Test
    void pageAndGridAreThoseOfTheStandard() throws IOException {
        try (XWPFDocument document = write(Papers.twelve())) {
            for (CTSectPr section : List.of(ofBody(document), last(document))) {
                assertEquals(11906, twips(section.getPgSz().getW()).intValue());
                assertEquals(16838, twips(section.getPgSz().getH()).intValue());
                assertEquals(37, twips(section.getPgMar().getTop()).intValue() / 1440.0 * 25.4, 0.05);
                assertEquals(28, twips(section.getPgMar().getLeft()).intValue() / 1440.0 * 25.4, 0.05);
                assertEquals(26, twips(section.getPgMar().getRight()).intValue() / 1440.0 * 25.4, 0.05);
                assertEquals(35, twips(section.getPgMar().getBottom()).intValue() / 1440.0 * 25.4, 0.05);
                assertEquals(579, section.getDocGrid().getLinePitch().intValue());
            }
        }
    }

    /** 22 exact lines fit into 225 mm and 28 characters with their tracking into 156 mm; one more of either does not. */
    @Test
    void linesAndCharactersFillTheTypeArea() throws IOException {
        try (XWPFDocument document = write(Papers.lines(3))) {
            XWPFParagraph body = paragraph(document, "市数据局要会同");
            int line = twips(body.getCTP().getPPr().getSpacing().getLine()).intValue();
            assertEquals("exact", body.getCTP().getPPr().getSpacing().getLineRule().toString());
            int height = 16838 - twips(last(document).getPgMar().getTop()).intValue() - twips(last(document).getPgMar().getBottom()).intValue();
            assertEquals(22, height / line);
            XWPFRun run = body.getRuns().getFirst();
            int advance = 16 * 20 + twips(run.getCTR().getRPr().getSpacingArray(0).getVal()).intValue();
            int width = 11906 - twips(last(document).getPgMar().getLeft()).intValue() - twips(last(document).getPgMar().getRight()).intValue();
            assertEquals(28, width / advance);
            assertEquals(16, run.getFontSizeAsDouble());
            assertEquals(200, body.getCTP().getPPr().getInd().getFirstLineChars().intValue());
        }
    }

    @Test
    void fontsAreAskedForByTheNamesOfTheStandard() throws IOException {
        try (XWPFDocument document = write(Papers.twelve())) {
            XWPFRun head = paragraph(document, Papers.HEAD).getRuns().getFirst();
            assertEquals("方正小标宋简体", font(head));
            assertEquals("FF3333", head.getColor());
            assertEquals("黑体", font(paragraph(document, "一、").getRuns().getFirst()));
            assertEquals("楷体_GB2312", font(paragraph(document, "（一）").getRuns().getFirst()));
            assertEquals("仿宋_GB2312", font(paragraph(document, "1．").getRuns().getFirst()));
            XWPFParagraph present = paragraph(document, "出席：");
            assertEquals(List.of("黑体", "仿宋_GB2312"), present.getRuns().stream().map(DocxPaperTest::font).toList());
            assertEquals(0, paragraph(document, "一、").getCTP().getPPr().getOutlineLvl().getVal().intValue());
        }
        assertEquals(List.of("paper.fontsNotHere"), notices.stream().map(Message::key).toList());
        assertEquals(List.of("仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体", "宋体"), notices.getFirst().args().getFirst());
    }

    @Test
    void pageNumbersAreRightOnOddAndLeftOnEvenPages() throws IOException {
        try (XWPFDocument document = write(Papers.twelve())) {
            assertTrue(document.getEvenAndOddHeadings());
            XWPFFooter odd = document.getHeaderFooterPolicy().getDefaultFooter();
            XWPFFooter even = document.getHeaderFooterPolicy().getEvenPageFooter();
            assertTrue(odd == null && even == null, "the last section takes the footers of the body");
            List<XWPFFooter> footers = document.getFooterList();
            assertEquals(2, footers.size());
            for (XWPFFooter footer : footers) {
                XWPFParagraph paragraph = footer.getParagraphs().getFirst();
                assertEquals("— 1 —", paragraph.getText().strip());
                assertTrue(paragraph.getCTP().xmlText().contains(" PAGE "));
                boolean right = paragraph.getCTP().getPPr().getInd().isSetRight();
                assertEquals(right ? "RIGHT" : "LEFT", paragraph.getAlignment().name());
                assertEquals("宋体", font(paragraph.getRuns().getFirst()));
                assertEquals(14, paragraph.getRuns().getFirst().getFontSizeAsDouble());
            }
        }
    }

    @Test
    void theImprintHasItsOwnEvenPageAfterAnOddEnd() throws IOException {
        try (XWPFDocument document = write(Papers.twelve())) {
            assertEquals(STSectionMark.EVEN_PAGE, last(document).getType().getVal());
            assertEquals(0, last(document).sizeOfFooterReferenceArray());
            String box = document.getParagraphs().getLast().getCTP().xmlText();
            assertTrue(box.contains("mso-position-vertical:bottom") && box.contains("湖州市数据局") && box.contains("2026年11月21日印发") && box.contains("9F3C-21D0-77AB"), box);
        }
    }

    @Test
    void theImprintStandsBelowABodyThatEndsOnAnEvenPageWithRoom() throws IOException {
        try (XWPFDocument document = write(Papers.plain(700))) {
            assertFalse(document.getParagraphs().stream().anyMatch(paragraph -> paragraph.getCTP().isSetPPr() && paragraph.getCTP().getPPr().isSetSectPr()));
            assertTrue(document.getParagraphs().getLast().getCTP().xmlText().contains("印发"));
        }
    }

    @Test
    void thePageOfTheImprintAfterABlankOneHasNoNumber() throws IOException {
        try (XWPFDocument document = write(Papers.lines(35))) {
            assertEquals(STSectionMark.EVEN_PAGE, last(document).getType().getVal());
            assertEquals(2, last(document).sizeOfFooterReferenceArray());
            assertEquals("", document.getHeaderFooterPolicy().getEvenPageFooter().getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining()));
        }
    }

    @Test
    void tablesFillTheTypeAreaRepeatTheirHeadAndKeepRowsWhole() throws IOException {
        try (XWPFDocument document = write(Papers.twelve())) {
            assertEquals(3, document.getTables().size());
            document.getTables().forEach(table -> {
                assertTrue(table.getRow(0).isRepeatHeader());
                assertTrue(table.getRows().stream().allMatch(row -> row.isCantSplitRow()));
                int width = table.getCTTbl().getTblGrid().getGridColList().stream().mapToInt(column -> twips(column.getW()).intValue()).sum();
                assertEquals(156, width / 1440.0 * 25.4, 0.2);
            });
            assertEquals("RIGHT", document.getTables().getFirst().getRow(1).getCell(3).getParagraphs().getFirst().getAlignment().name());
            assertEquals("1,234.50", document.getTables().getFirst().getRow(1).getCell(3).getText());
        }
    }

    @Test
    void aDraftHasTheWatermarkInBothHeaders() throws IOException {
        try (XWPFDocument document = write(Papers.short_())) {
            assertEquals(2, document.getHeaderList().size());
            assertTrue(document.getHeaderList().stream().allMatch(header -> header.getParagraphs().getFirst().getCTP().xmlText().contains("讨论稿")));
        }
        try (XWPFDocument document = write(Papers.lines(2))) {
            assertEquals(0, document.getHeaderList().size());
        }
    }

    @Test
    void itNeedsNoFontOfTheMachine() throws IOException {
        try (XWPFDocument document = write(Papers.short_())) {
            assertTrue(document.getParagraphs().size() > 5);
        }
    }
}
