package org.lianshen.office.out;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowHeightRule;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblCellMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJcTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** A table of a Word document: fixed columns, low rows that stay whole, a head that comes again on each page. */
final class DocxTable {

    private static final String SHADE = "EDEDED";
    /** Edges of two rows that are closer than this are one. */
    private static final double SAME = 0.2;

    private final XWPFDocument document;
    private final Frame frame;
    private final TablePlan plan;
    private final List<Double> edges;

    DocxTable(XWPFDocument document, Frame frame, TablePlan plan) {
        this.document = document;
        this.frame = frame;
        this.plan = plan;
        this.edges = edges();
    }

    /** Where any row has a rule between two cells, in whole twentieths of a point, with both outer edges. */
    private List<Double> edges() {
        TreeSet<Double> found = new TreeSet<>();
        if (plan.head() != null) {
            plan.head().cells().forEach(cell -> found.add(round(cell.x())));
        }
        plan.rows().forEach(row -> row.cells().forEach(cell -> found.add(round(cell.x()))));
        List<Double> edges = new ArrayList<>();
        for (double edge : found) {
            if (edges.isEmpty() || edge - edges.getLast() > SAME) {
                edges.add(edge);
            }
        }
        edges.add(round(frame.width));
        return edges;
    }

    /** The nearest one: sums of widths differ in their last digits. */
    private int edge(double x) {
        return IntStream.range(0, edges.size()).boxed().min(Comparator.comparingDouble(i -> Math.abs(edges.get(i) - x))).orElseThrow();
    }

    private static double round(double points) {
        return Math.round(points * 20) / 20.0;
    }

    void write() {
        XWPFTable target = document.createTable(plan.rows().size() + (plan.head() == null ? 0 : 1), 1);
        settings(target, frame.width, IntStream.range(1, edges.size()).mapToObj(i -> edges.get(i) - edges.get(i - 1)).toList());
        // A row is as much higher in Word as its rule is thick.
        margins(target, TablePlan.PADDING - TablePlan.RULE / 2, TablePlan.PADDING);
        int at = 0;
        if (plan.head() != null) {
            target.getRow(at).setRepeatHeader(true);
            row(target.getRow(at), plan.head(), true);
            at++;
        }
        for (int i = 0; i < plan.rows().size(); i++) {
            row(target.getRow(at + i), plan.rows().get(i), plan.whole() && i + 1 < plan.rows().size());
        }
    }

    /** Of this width whatever the program's idea of cell margins: centred, fixed columns. */
    static void settings(XWPFTable target, double whole, List<Double> widths) {
        CTTblPr properties = target.getCTTbl().getTblPr();
        CTTblWidth width = properties.isSetTblW() ? properties.getTblW() : properties.addNewTblW();
        width.setType(STTblWidth.DXA);
        width.setW(DocxText.twips(whole));
        (properties.isSetJc() ? properties.getJc() : properties.addNewJc()).setVal(STJcTable.CENTER);
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        var grid = target.getCTTbl().getTblGrid() == null ? target.getCTTbl().addNewTblGrid() : target.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        widths.forEach(column -> grid.addNewGridCol().setW(DocxText.twips(column)));
    }

    static void width(XWPFTableCell cell, double points) {
        cell.setWidthType(TableWidthType.DXA);
        cell.setWidth(DocxText.twips(points).toString());
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

    /** @param keepNext whether it stays on one page with the next row */
    private void row(XWPFTableRow target, TablePlan.Row row, boolean keepNext) {
        target.setCantSplitRow(!plan.breakable(row));
        if (row.least() > 1) {
            target.setHeight(DocxText.twips(row.least() * TablePlan.LINE + 2 * TablePlan.PADDING).intValueExact());
            target.setHeightRule(TableRowHeightRule.AT_LEAST);
        }
        for (int i = 0; i < row.cells().size(); i++) {
            XWPFTableCell cell = i == 0 ? target.getCell(0) : target.createCell();
            cell(cell, row.cells().get(i), keepNext);
        }
    }

    private void cell(XWPFTableCell target, TablePlan.Cell cell, boolean keepNext) {
        int columns = edge(cell.x() + cell.width()) - edge(cell.x());
        width(target, cell.width());
        if (columns > 1) {
            target.getCTTc().getTcPr().addNewGridSpan().setVal(BigInteger.valueOf(columns));
        }
        if (cell.shaded()) {
            target.setColor(SHADE);
        }
        target.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
        String[] parts = cell.text().split("\n", -1);
        for (int k = 0; k < parts.length; k++) {
            XWPFParagraph paragraph = k == 0 ? target.getParagraphs().getFirst() : target.addParagraph();
            paragraph.setAlignment(switch (cell.side()) {
                case LEFT -> ParagraphAlignment.LEFT;
                case CENTRE -> ParagraphAlignment.CENTER;
                case RIGHT -> ParagraphAlignment.RIGHT;
            });
            DocxText.lines(paragraph, 0, TablePlan.LINE);
            DocxText.offGrid(paragraph);
            if (keepNext) {
                DocxText.properties(paragraph).addNewKeepNext();
            }
            DocxText.run(paragraph, cell.face(), TablePlan.SIZE, parts[k]);
        }
    }
}
