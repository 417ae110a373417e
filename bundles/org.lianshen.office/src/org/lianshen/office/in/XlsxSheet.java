package org.lianshen.office.in;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.lianshen.model.UserProblem;
import org.lianshen.service.intake.SourceRow;
import org.lianshen.service.intake.SourceSheet;

/** A worksheet, read anew from its part each time; only the current row is held. */
final class XlsxSheet implements SourceSheet {

    private final XlsxFile workbook;
    private final String part;
    private final String name;
    private final boolean hidden;
    private List<Merge> merges;
    private Set<Integer> hiddenColumns;

    XlsxSheet(XlsxFile workbook, String part, String name, boolean hidden) {
        this.workbook = workbook;
        this.part = part;
        this.name = name;
        this.hidden = hidden;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean hidden() {
        return hidden;
    }

    @Override
    public List<Merge> merges() {
        if (merges == null) {
            merges = MergeScan.of(workbook.parts(), part);
        }
        return merges;
    }

    @Override
    public Set<Integer> hiddenColumns() {
        if (hiddenColumns == null) {
            var found = new TreeSet<Integer>();
            try (var xml = workbook.parts().xml(part, new PartStream.Budget())) {
                while (xml.next() && !xml.starts("sheetData")) {
                    if (xml.starts("col") && XlsxFile.yes(xml.attribute("hidden"))) {
                        int from = number(xml.attribute("min"), 1);
                        int to = Math.min(number(xml.attribute("max"), from), workbook.parts().limits().columns());
                        for (int column = from; column <= to; column++) {
                            found.add(column);
                        }
                    }
                }
            }
            hiddenColumns = found;
        }
        return hiddenColumns;
    }

    private static int number(String text, int otherwise) {
        try {
            return text == null ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            return otherwise;
        }
    }

    @Override
    public void rows(Predicate<SourceRow> consumer) {
        Limits limits = workbook.parts().limits();
        try (var xml = workbook.parts().xml(part, new PartStream.Budget())) {
            var cells = new XlsxCells(workbook, part, xml);
            int last = 0;
            long count = 0;
            while (xml.next() && !xml.ends("sheetData")) {
                if (!xml.starts("row")) {
                    continue;
                }
                int row = number(xml.attribute("r"), last + 1);
                if (row <= last || row > limits.rows()) {
                    throw UserProblem.of("office.rowNumber", workbook.parts().file(), part, row);
                }
                last = row;
                boolean rowHidden = XlsxFile.yes(xml.attribute("hidden"));
                var read = cells.row(row);
                if (!read.isEmpty()) {
                    count += read.size();
                    if (count > limits.cells()) {
                        throw UserProblem.of("office.tooManyCells", workbook.parts().file(), name, limits.cells());
                    }
                    if (!consumer.test(new SourceRow(row, read, rowHidden))) {
                        return;
                    }
                }
            }
        }
    }
}
