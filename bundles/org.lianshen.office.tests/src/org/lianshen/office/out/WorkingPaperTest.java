package org.lianshen.office.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.office.out.PaperPage.Rule;
import org.lianshen.office.out.PdfPages.Row;
import org.lianshen.service.document.OfficialPaper;
import org.lianshen.service.document.OfficialPaper.Block.Fields;
import org.lianshen.service.document.OfficialPaper.Block.Seals;
import org.lianshen.service.document.OfficialPaper.Block.Table;
import org.lianshen.service.document.OfficialPaper.Field;
import org.lianshen.service.document.OfficialPaper.Seal;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/** 内部工作表, forms, seals and landscape pages. */
class WorkingPaperTest {

    private static final double MM = 72 / 25.4;

    @TempDir
    Path folder;

    private PdfPages print(OfficialPaper paper) throws IOException {
        Path file = folder.resolve("paper.pdf");
        new PdfPaper().write(paper, file);
        return new PdfPages(file);
    }

    private XWPFDocument word(OfficialPaper paper) throws IOException {
        Path file = folder.resolve("paper.docx");
        new DocxPaper(List.of(folder)).write(paper, file);
        try (InputStream in = Files.newInputStream(file)) {
            return new XWPFDocument(in);
        }
    }

    private static PaperLayout.Result lay(OfficialPaper paper) {
        return PaperLayout.lay(paper, Metrics.NOMINAL, new PaperWords());
    }

    private static String text(PaperPage page) {
        return String.join("\n", page.texts().stream().map(text -> text.line().text()).toList());
    }

    @Test
    void aWorkingPaperBeginsWithItsTitleAndHasNeitherRedNorImprint() throws IOException {
        try (PdfPages pages = print(Papers.opinion(false))) {
            Row title = pages.rows(1).getFirst();
            assertEquals("政务信息化项目会签意见表", title.text());
            assertEquals(22, title.size(), 0.01);
            assertEquals((28 + 78) * MM, (title.left() + title.right()) / 2, 1);
            assertTrue(pages.inked(1, 0.01, PdfPages::red).isEmpty());
            assertEquals(1, pages.count(), "no even page for a 版记");
            assertFalse(pages.text(1).contains("印发"));
        }
    }

    @Test
    void theCodeOfTheAuditRecordStandsAtTheFootOppositeToTheNumber() throws IOException {
        try (PdfPages pages = print(Papers.opinion(false))) {
            Row foot = pages.rows(1).getLast();
            assertTrue(foot.text().startsWith("审计记录校验码：9F3C-21D0-77AB"), foot.text());
            assertTrue(foot.text().endsWith("— 1 —"), foot.text());
            assertEquals(28 * MM + 14, foot.left(), 0.5);
            assertEquals(184 * MM - 14, foot.right(), 2);
        }
    }

    @Test
    void theFieldsOfARowShareItsWidth() {
        PaperPage page = lay(OfficialPaper.working("表", "", List.of(new Fields(List.of(List.of(new Field("项目名称", "甲")), List.of(new Field("单位", "乙"), new Field("金额", "丙")),
                List.of(new Field("意见", "丁", 6))))), List.of(), "", LocalDate.of(2026, 11, 9), false, false, "")).pages().getFirst();
        List<Rule> upright = page.rules().stream().filter(rule -> rule.x1() == rule.x2()).toList();
        assertEquals(3 + 5 + 3, upright.size());
        List<Double> second = upright.subList(3, 8).stream().map(Rule::x1).toList();
        assertEquals(PaperGrid.LEFT + PaperGrid.WIDTH / 2, second.get(2), 0.01, "the second label begins in the middle");
        assertEquals(PaperGrid.LEFT + PaperGrid.WIDTH, second.get(4), 0.01);
        Rule last = upright.getLast();
        assertEquals(6 * TablePlan.LINE + 2 * TablePlan.PADDING, last.y2() - last.y1(), 0.01, "room to write by hand");
        assertEquals(4, page.shades().size(), "every label is shaded");
    }

    @Test
    void aRowOfOneTextGoesAcrossAllColumns() throws IOException {
        Table table = new Table(List.of("甲", "乙", "丙"), List.of(1, 1, 1), List.of(false, false, true), List.of(List.of("一、部门意见"), List.of("1", "2", "3")));
        OfficialPaper paper = OfficialPaper.working("表", "", List.of(table), List.of(), "", LocalDate.of(2026, 11, 9), false, false, "");
        assertEquals(List.of(new PaperPage.Shade(PaperGrid.LEFT, lay(paper).pages().getFirst().shades().getFirst().y(), PaperGrid.WIDTH, TablePlan.LINE + 2 * TablePlan.PADDING)),
                lay(paper).pages().getFirst().shades());
        try (XWPFDocument document = word(paper)) {
            XWPFTable written = document.getTables().getFirst();
            assertEquals(1, written.getRow(1).getTableCells().size());
            assertEquals(3, written.getRow(1).getCell(0).getCTTc().getTcPr().getGridSpan().getVal().intValue());
            assertEquals(3, written.getRow(2).getTableCells().size());
        }
    }

    @Test
    void fiveSealsStandInTwoRowsOnOnePage() {
        List<Seal> five = IntStream.rangeClosed(1, 5).mapToObj(i -> new Seal("部门" + i, "", null)).toList();
        for (int lines = 0; lines < 22; lines++) {
            List<OfficialPaper.Block> blocks = new ArrayList<>(Papers.lines(lines).blocks());
            blocks.add(new Seals(five));
            List<PaperPage> pages = lay(OfficialPaper.working("意见", "", blocks, List.of(), "", LocalDate.of(2026, 11, 9), false, false, "")).pages();
            List<PaperPage> with = pages.stream().filter(page -> text(page).contains("部门")).toList();
            assertEquals(1, with.size(), lines + " lines before");
            assertEquals(5, text(with.getFirst()).split("（盖章）", -1).length - 1);
            double height = with.getFirst().rules().stream().mapToDouble(Rule::y2).max().orElseThrow() - with.getFirst().rules().stream().mapToDouble(Rule::y1).min().orElseThrow();
            assertTrue(height >= 2 * 42 * MM, "room for two seals of 42 mm one above the other");
        }
    }

    private static List<PaperPage> laid(List<OfficialPaper.Block> blocks) {
        return lay(OfficialPaper.working("意见", "", blocks, List.of(), "", LocalDate.of(2026, 11, 9), false, false, "")).pages();
    }

    @Test
    void theTitleOfSealsStandsOnTheirPageWithTextAboveIt() {
        for (int lines = 1; lines < 22; lines++) {
            List<OfficialPaper.Block> blocks = new ArrayList<>(Papers.lines(lines).blocks());
            blocks.add(new OfficialPaper.Block.Heading(1, "二、联审部门盖章"));
            blocks.add(new Seals(List.of(new Seal("市财政局", "", null))));
            PaperPage with = laid(blocks).stream().filter(page -> text(page).contains("（盖章）")).findFirst().orElseThrow();
            List<String> shown = with.texts().stream().map(text -> text.line().text()).toList();
            int title = shown.indexOf("二、联审部门盖章");
            assertTrue(title > 0 && !shown.get(title - 1).isBlank(), lines + " lines before: " + shown);
        }
    }

    @Test
    void whatIsSignedIsNotTornFromItsSignature() {
        for (int lines = 0; lines < 22; lines++) {
            List<OfficialPaper.Block> blocks = new ArrayList<>(Papers.lines(lines).blocks());
            blocks.add(new Fields(List.of(List.of(new Field("总体意见", "同意")), List.of(new Field("附加条件", "无")), List.of(new Field("分管领导签字", "", 2)))));
            assertTrue(laid(blocks).stream().anyMatch(page -> text(page).contains("总体意见") && text(page).contains("分管领导签字")), lines + " lines before");
        }
    }

    @Test
    void aShortTableStaysOnOnePageAndALongOneGoesOn() {
        List<List<String>> rows = IntStream.rangeClosed(1, 6).mapToObj(i -> List.of("部门" + i, "同意")).toList();
        for (int lines = 0; lines < 22; lines++) {
            List<OfficialPaper.Block> blocks = new ArrayList<>(Papers.lines(lines).blocks());
            blocks.add(new Table(List.of("部门", "意见"), List.of(1, 1), List.of(false, false), rows));
            assertEquals(1, laid(blocks).stream().filter(page -> text(page).contains("同意")).count(), lines + " lines before");
        }
        List<List<String>> many = IntStream.rangeClosed(1, 40).mapToObj(i -> List.of("部门" + i, "同意")).toList();
        assertEquals(2, laid(List.of(new Table(List.of("部门", "意见"), List.of(1, 1), List.of(false, false), many))).size());
    }

    @Test
    void shortWordsDatesAndHeadsAreNotBroken() {
        String long1 = "城市运行一网统管平台（二期）建设项目".repeat(3);
        var table = new Table(List.of("项目名称", "结论", "日期", "需求数据"), List.of(40, 3, 3, 3), List.of(false, false, false, false), List.of(List.of(long1, "不予通过", "2026年11月10日", "是")));
        String shown = text(laid(List.of(table)).getFirst());
        assertTrue(shown.contains("\n不予通过\n") && shown.contains("\n2026年11月10日\n") && shown.contains("\n需求数据\n"), shown);
        List<String> heads = IntStream.range(0, 11).mapToObj(i -> "需求数据").toList();
        var crowded = new Table(heads, java.util.Collections.nCopies(11, 1), java.util.Collections.nCopies(11, false), List.of(java.util.Collections.nCopies(11, "一二三四五六七八九十")));
        assertTrue(text(laid(List.of(crowded)).getFirst()).contains("需求\n数据"), "where there is no room, two and two");
    }

    @Test
    void sealsStandBelowTheNamesOfTheEnclosures() {
        String text = String.join("\n", lay(Papers.sealed()).pages().stream().map(WorkingPaperTest::text).toList());
        assertTrue(text.indexOf("附件：核定建设内容") > 0 && text.indexOf("附件：核定建设内容") < text.indexOf("（盖章）"), text);
    }

    /** 7.5 and 8 of the standard: the table's head at the binding edge of odd pages, which is the left one, and at the cut edge of even ones, which is the left one too; the number as on upright pages. */
    @Test
    void aLandscapePageIsAnUprightOneTurned() throws IOException {
        try (PdfPages pages = print(Papers.summary(24))) {
            assertTrue(pages.count() >= 2);
            for (int page = 1; page <= pages.count(); page++) {
                assertEquals(297 * MM, pages.page(page).getMediaBox().getWidth(), 0.01);
                assertEquals(210 * MM, pages.page(page).getMediaBox().getHeight(), 0.01);
            }
            Row head = pages.rows(2).getFirst();
            assertTrue(head.text().startsWith("序号项目名称"), head.text());
            assertTrue(head.baseline() > 28 * MM && head.baseline() < 28 * MM + 40, "below the edge that is bound or cut");
        }
        for (PaperPage page : lay(Papers.summary(24)).pages()) {
            assertEquals(28 * MM, page.rules().stream().mapToDouble(Rule::y1).min().orElseThrow(), page.number() == 1 ? 120 : 0.01);
            PaperPage.Text number = page.texts().stream().filter(PaperPage.Text::turned).findFirst().orElseThrow();
            assertEquals("— " + page.number() + " —", number.line().text());
            assertEquals((297 - 262 - 7) * MM, number.x() + 0.36 * 14, 0.01, "7 mm below the type area of the sheet");
            assertEquals(page.odd() ? 184 * MM - 14 - number.line().width() : 28 * MM + 14, number.baseline(), 0.01);
        }
    }

    @Test
    void landscapePagesStandBetweenUprightOnesAndTheImprintOnAnUprightEvenOne() throws IOException {
        List<PaperPage> pages = lay(Papers.annexed()).pages();
        assertEquals(List.of(Frame.PORTRAIT, Frame.LANDSCAPE, Frame.PORTRAIT), pages.stream().map(PaperPage::frame).reduce(new ArrayList<Frame>(), (seen, frame) -> {
            if (seen.isEmpty() || seen.getLast() != frame) {
                seen.add(frame);
            }
            return seen;
        }, (a, b) -> a));
        assertTrue(!pages.getLast().odd() && text(pages.getLast()).contains("印发"));
        try (XWPFDocument document = word(Papers.annexed())) {
            List<CTSectPr> sections = new ArrayList<>(document.getParagraphs().stream().filter(each -> each.getCTP().isSetPPr() && each.getCTP().getPPr().isSetSectPr())
                    .map(each -> each.getCTP().getPPr().getSectPr()).toList());
            sections.add(document.getDocument().getBody().getSectPr());
            assertEquals(List.of(false, true, false, false), sections.stream().map(each -> each.getPgSz().getOrient() == STPageOrientation.LANDSCAPE).toList());
            assertTrue(sections.get(1).sizeOfFooterReferenceArray() == 2 && sections.get(2).sizeOfFooterReferenceArray() == 2, "feet of their own");
        }
    }

    @Test
    void aPaperInABundleCountsOn() throws IOException {
        List<PaperPage> pages = lay(Papers.summary(9).numbered(7, 40)).pages();
        assertEquals(7, pages.getFirst().number());
        assertTrue(text(pages.getFirst()).contains("— 7/40 —"));
        try (XWPFDocument document = word(Papers.summary(9).numbered(7, 40))) {
            assertEquals(7, document.getDocument().getBody().getSectPr().getPgNumType().getStart().intValue());
            assertTrue(document.getFooterList().getFirst()._getHdrFtr().xmlText().contains("/40 —"));
        }
        assertThrows(IllegalArgumentException.class, () -> Papers.summary(9).numbered(0, 0));
    }

    @Test
    void severalPapersMakeOneFile() throws IOException {
        List<OfficialPaper> papers = List.of(Papers.opinion(true).numbered(1, 9), Papers.summary(9).numbered(2, 9), Papers.letter(2, "市审计局。").numbered(5, 9));
        Path pdf = folder.resolve("bundle.pdf");
        new PdfPaper().write(papers, pdf);
        try (PdfPages pages = new PdfPages(pdf)) {
            assertEquals(papers.stream().mapToInt(new PdfPaper()::pages).sum(), pages.count());
            assertTrue(pages.text(1).contains("— 1/9 —"), pages.text(1));
            assertTrue(pages.everything(1).contains("讨") && !pages.everything(2).contains("讨"));
        }
        Path docx = folder.resolve("bundle.docx");
        new DocxPaper(List.of(folder)).write(papers, docx);
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(docx))) {
            List<CTSectPr> sections = new ArrayList<>(document.getParagraphs().stream().filter(each -> each.getCTP().isSetPPr() && each.getCTP().getPPr().isSetSectPr())
                    .map(each -> each.getCTP().getPPr().getSectPr()).toList());
            sections.add(document.getDocument().getBody().getSectPr());
            assertEquals(List.of(false, true, false), sections.stream().map(each -> each.getPgSz().getOrient() == STPageOrientation.LANDSCAPE).toList());
            assertEquals(List.of(false, false, true), sections.stream().map(CTSectPr::isSetTitlePg).toList(), "only the letter has a first page of its own");
            assertEquals(List.of(2, 5), sections.subList(1, 3).stream().map(each -> each.getPgNumType().getStart().intValue()).toList());
            long watermarks = document.getHeaderList().stream().filter(header -> header._getHdrFtr().xmlText().contains("讨论稿")).count();
            assertEquals(2, watermarks, "the draft's, odd and even");
        }
    }

    @Test
    void anOpinionLongerThanAPageIsSetToItsEnd() throws IOException {
        String opinion = IntStream.rangeClosed(1, 400).mapToObj(i -> "第" + i + "点意见须逐条回复。").reduce("", String::concat);
        OfficialPaper paper = OfficialPaper.working("意见表", "", List.of(new Fields(List.of(List.of(new Field("意见", opinion))))), List.of(), "", LocalDate.of(2026, 11, 9), false, false, "");
        List<PaperPage> pages = lay(paper).pages();
        String all = String.join("", pages.stream().flatMap(page -> page.texts().stream())
                .filter(text -> text.size() == TablePlan.SIZE && text.line().glyphs().getFirst().face() == Face.FANGSONG).map(text -> text.line().text()).toList());
        assertTrue(pages.size() >= 2);
        assertTrue(IntStream.rangeClosed(1, 400).allMatch(i -> all.contains("第" + i + "点意见须逐条回复。")));
        assertTrue(pages.stream().flatMap(page -> page.rules().stream()).allMatch(rule -> rule.y2() <= PaperGrid.BOTTOM + 0.1), "nothing below the type area");
        try (XWPFDocument document = word(paper)) {
            assertFalse(document.getTables().getFirst().getRow(0).isCantSplitRow());
        }
    }

    @Test
    void onlyAWorkingPaperIsLandscapeAsAWhole() {
        OfficialPaper minutes = Papers.twelve();
        assertThrows(IllegalArgumentException.class, () -> new OfficialPaper(minutes.form(), minutes.head(), "", "", "", List.of(), List.of(), List.of(), "", minutes.date(), "", "",
                minutes.date(), false, "", true, OfficialPaper.Numbering.OWN));
    }
}
