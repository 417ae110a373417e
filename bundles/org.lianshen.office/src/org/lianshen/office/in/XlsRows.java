package org.lianshen.office.in;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.poi.hssf.eventusermodel.AbortableHSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.FormulaError;
import org.lianshen.model.UserProblem;
import org.lianshen.service.intake.SourceCell;
import org.lianshen.service.intake.SourceCell.Kind;
import org.lianshen.service.intake.SourceRow;

/**
 * The cells of one sheet of an xls. Rows come in blocks of 32 whose cells may be grouped by kind of record, so that a row is complete only when the next block begins; a
 * sheet has 65,536 rows at most and is gathered whole.
 */
final class XlsRows extends AbortableHSSFListener {

    private static final short STOP = 1;

    private final int wanted;
    private final XlsContents contents;
    private final String file;
    private final Limits limits;
    private final Predicate<SourceRow> consumer;
    private final TreeMap<Integer, List<SourceCell>> rows = new TreeMap<>();
    private final BitSet hidden = new BitSet();
    private final Map<String, String> texts = new HashMap<>();
    private int sheet = -1;
    private long count;
    private FormulaRecord waiting;

    XlsRows(int wanted, XlsContents contents, String file, Limits limits, Predicate<SourceRow> consumer) {
        this.wanted = wanted;
        this.contents = contents;
        this.file = file;
        this.limits = limits;
        this.consumer = consumer;
    }

    @Override
    public short abortableProcessRecord(Record rec) {
        if (rec instanceof BOFRecord bof && bof.getType() == BOFRecord.TYPE_WORKSHEET) {
            sheet++;
        }
        if (sheet > wanted) {
            return STOP;
        }
        if (sheet == wanted) {
            take(rec);
        }
        return 0;
    }

    private void take(Record rec) {
        switch (rec) {
            case RowRecord row -> hidden.set(row.getRowNumber() + 1, row.getZeroHeight());
            case LabelSSTRecord label -> put(label, textCell(shared(label), false));
            case LabelRecord label -> put(label, textCell(label.getValue(), false));
            case NumberRecord number -> put(number, number(number.getValue(), number.getXFIndex(), false));
            case BoolErrRecord value -> put(value, value.isBoolean() ? new SourceCell(value.getBooleanValue() ? "TRUE" : "FALSE", Kind.BOOLEAN, null, false)
                    : error(value.getErrorValue(), false));
            case FormulaRecord formula -> formula(formula);
            case StringRecord text -> {
                if (waiting != null) {
                    put(waiting, textCell(text.getString(), true));
                    waiting = null;
                }
            }
            default -> {
            }
        }
    }

    private String shared(LabelSSTRecord label) {
        String text = contents.string(label.getSSTIndex());
        if (text == null) {
            throw UserProblem.of("office.sharedText", file, contents.sheets().get(wanted).name(), CellText.reference(label.getColumn(), label.getRow() + 1),
                    label.getSSTIndex());
        }
        return text;
    }

    private void formula(FormulaRecord formula) {
        switch (formula.getCachedResultTypeEnum()) {
            case STRING -> waiting = formula;
            case BOOLEAN -> put(formula, new SourceCell(formula.getCachedBooleanValue() ? "TRUE" : "FALSE", Kind.BOOLEAN, null, true));
            case ERROR -> put(formula, error(formula.getCachedErrorValue(), true));
            default -> put(formula, number(formula.getValue(), formula.getXFIndex(), true));
        }
    }

    private static SourceCell error(int code, boolean formula) {
        String text = FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#" + code;
        return new SourceCell(text, Kind.ERROR, null, formula);
    }

    private SourceCell number(double value, int style, boolean formula) {
        String number = NumberText.of(value);
        var format = contents.format(style);
        if (number == null) {
            return new SourceCell(Double.toString(value), Kind.ERROR, null, formula);
        }
        if (format.date()) {
            String date = NumberText.date(number, contents.from1904());
            if (date != null) {
                return new SourceCell(date, Kind.DATE, format.code(), formula);
            }
        }
        return new SourceCell(number, Kind.NUMBER, format.code(), formula);
    }

    private SourceCell textCell(String text, boolean formula) {
        String plain = text == null ? "" : PlainText.of(text);
        return plain.isEmpty() ? null : new SourceCell(texts.computeIfAbsent(plain, same -> same), Kind.TEXT, null, formula);
    }

    private void put(CellValueRecordInterface at, SourceCell cell) {
        if (cell == null) {
            return;
        }
        int column = at.getColumn();
        if (cell.text().length() > limits.cellChars() || column >= limits.columns()) {
            throw UserProblem.of("office.cellTooLong", file, contents.sheets().get(wanted).name(), CellText.reference(column, at.getRow() + 1), limits.cellChars());
        }
        if (++count > limits.cells()) {
            throw UserProblem.of("office.tooManyCells", file, contents.sheets().get(wanted).name(), limits.cells());
        }
        List<SourceCell> cells = rows.computeIfAbsent(at.getRow() + 1, row -> new ArrayList<>());
        while (cells.size() <= column) {
            cells.add(null);
        }
        cells.set(column, cell);
    }

    /** Hands the gathered rows over. */
    void finish() {
        for (var row : rows.entrySet()) {
            if (!consumer.test(new SourceRow(row.getKey(), row.getValue(), hidden.get(row.getKey())))) {
                return;
            }
        }
    }
}
