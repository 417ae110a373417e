package org.lianshen.office.out;

import java.util.List;

import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.lianshen.service.document.OfficialPaper.Block;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblCellMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJcTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** A table of a Word document: fixed columns, rows that stay whole, a head that comes again on each page. */
final class DocxTable {

    private final XWPFDocument document;
    private final TablePlan plan;
    private final Block.Table table;

    DocxTable(XWPFDocument document, TablePlan plan, Block.Table table) {
        this.document = document;
        this.plan = plan;
        this.table = table;
    }

    void write() {
        XWPFTable target = document.createTable(1 + table.rows().size(), table.head().size());
        settings(target, plan.widths());
        margins(target, TablePlan.PADDING, TablePlan.PADDING);
        target.getRow(0).setRepeatHeader(true);
        row(target.getRow(0), table.head(), Face.HEITI, true);
        for (int i = 0; i < table.rows().size(); i++) {
            row(target.getRow(i + 1), table.rows().get(i), Face.FANGSONG, false);
        }
    }

    /** Width of the type area whatever the program's idea of cell margins: centred, fixed columns. */
    static void settings(XWPFTable target, List<Double> widths) {
        CTTblPr properties = target.getCTTbl().getTblPr();
        CTTblWidth width = properties.isSetTblW() ? properties.getTblW() : properties.addNewTblW();
        width.setType(STTblWidth.DXA);
        width.setW(DocxText.twips(PaperGrid.WIDTH));
        (properties.isSetJc() ? properties.getJc() : properties.addNewJc()).setVal(STJcTable.CENTER);
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        var grid = target.getCTTbl().getTblGrid() == null ? target.getCTTbl().addNewTblGrid() : target.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        widths.forEach(column -> grid.addNewGridCol().setW(DocxText.twips(column)));
        for (XWPFTableRow row : target.getRows()) {
            for (int i = 0; i < widths.size(); i++) {
                XWPFTableCell cell = row.getCell(i);
                cell.setWidthType(org.apache.poi.xwpf.usermodel.TableWidthType.DXA);
                cell.setWidth(DocxText.twips(widths.get(i)).toString());
            }
        }
    }

    static void margins(XWPFTable target, double vertical, double horizontal) {
        CTTblPr properties = target.getCTTbl().getTblPr();
        CTTblCellMar margins = properties.isSetTblCellMar() ? properties.getTblCellMar() : properties.addNewTblCellMar();
        margin(margins.isSetTop() ? margins.getTop() : margins.addNewTop(), vertical);
        margin(margins.isSetLeft() ? margins.getLeft() : margins.addNewLeft(), horizontal);
        margin(margins.isSetBottom() ? margins.getBottom() : margins.addNewBottom(), vertical);
        margin(margins.isSetRight() ? margins.getRight() : margins.addNewRight(), horizontal);
    }

    private static void margin(CTTblWidth margin, double points) {
        margin.setType(STTblWidth.DXA);
        margin.setW(DocxText.twips(points));
    }

    private void row(XWPFTableRow row, List<String> texts, Face face, boolean head) {
        row.setCantSplitRow(true);
        for (int i = 0; i < texts.size(); i++) {
            XWPFTableCell cell = row.getCell(i);
            cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            String[] parts = texts.get(i).split("\n", -1);
            for (int k = 0; k < parts.length; k++) {
                XWPFParagraph paragraph = k == 0 ? cell.getParagraphs().getFirst() : cell.addParagraph();
                paragraph.setAlignment(head ? ParagraphAlignment.CENTER : plan.right(i) ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
                DocxText.lines(paragraph, 0, TablePlan.LINE);
                DocxText.offGrid(paragraph);
                if (head) {
                    DocxText.properties(paragraph).addNewKeepNext();
                }
                DocxText.run(paragraph, face, TablePlan.SIZE, parts[k]);
            }
        }
    }
}
