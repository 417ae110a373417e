package org.lianshen.office.in;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.poi.hssf.eventusermodel.AbortableHSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.SupBookRecord;
import org.apache.poi.hssf.record.common.UnicodeString;
import org.apache.poi.ss.util.CellRangeAddress;
import org.lianshen.model.UserProblem;
import org.lianshen.service.intake.SourceSheet.Merge;

/** First pass over an xls: sheets, merged ranges, hidden columns, texts and formats. */
final class XlsContents extends AbortableHSSFListener {

    /** What is known of a sheet before its rows. */
    record SheetFacts(String name, boolean hidden, List<Merge> merges, Set<Integer> hiddenColumns) {
    }

    private final String file;
    private final Limits limits;
    private final List<SheetFacts> sheets = new ArrayList<>();
    private final List<Integer> styleFormats = new ArrayList<>();
    private final Map<Integer, String> codes = new HashMap<>();
    private final Map<Integer, CellStyles.Format> formats = new HashMap<>();
    private final List<String> strings = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private boolean from1904;
    private int sheet = -1;
    private int links;

    XlsContents(String file, Limits limits) {
        this.file = file;
        this.limits = limits;
    }

    @Override
    public short abortableProcessRecord(Record rec) {
        switch (rec) {
            case BoundSheetRecord bound -> add(bound);
            case BOFRecord bof -> {
                if (bof.getType() == BOFRecord.TYPE_WORKSHEET) {
                    sheet++;
                    if (sheet >= sheets.size()) {
                        throw UserProblem.of("office.partDamaged", file, "BOF", "");
                    }
                }
            }
            case SSTRecord texts -> strings(texts);
            case DateWindow1904Record window -> from1904 = window.getWindowing() == 1;
            case FormatRecord format -> codes.put(format.getIndexCode(), format.getFormatString());
            case ExtendedFormatRecord style -> styleFormats.add((int) style.getFormatIndex());
            case SupBookRecord book -> links += book.isExternalReferences() ? 1 : 0;
            case MergeCellsRecord merged -> merges(merged);
            case ColumnInfoRecord column -> hidden(column);
            default -> {
            }
        }
        return 0;
    }

    private void add(BoundSheetRecord bound) {
        if (sheets.size() == limits.sheets()) {
            throw UserProblem.of("office.tooManySheets", file, limits.sheets());
        }
        if (!taken.add(bound.getSheetname().toLowerCase(Locale.ROOT))) {
            throw UserProblem.of("office.sheetTwice", file, PlainText.quoted(bound.getSheetname()));
        }
        sheets.add(new SheetFacts(PlainText.quoted(bound.getSheetname()), bound.isHidden() || bound.isVeryHidden(), new ArrayList<>(), new HashSet<>()));
    }

    private void strings(SSTRecord texts) {
        long chars = 0;
        for (int i = 0; i < texts.getNumUniqueStrings(); i++) {
            UnicodeString text = texts.getString(i);
            chars += text.getCharCount();
            if (strings.size() >= limits.sharedTexts() || chars > limits.sharedChars()) {
                throw UserProblem.of("office.tooManyTexts", file, "SST", limits.sharedTexts(), limits.sharedChars());
            }
            strings.add(PlainText.of(text.getString()));
        }
    }

    private void merges(MergeCellsRecord merged) {
        if (sheet < 0) {
            return;
        }
        var merges = sheets.get(sheet).merges();
        for (int i = 0; i < merged.getNumAreas(); i++) {
            if (merges.size() == limits.merges()) {
                throw UserProblem.of("office.tooManyMerges", file, sheets.get(sheet).name(), limits.merges());
            }
            CellRangeAddress area = merged.getAreaAt(i);
            merges.add(new Merge(area.getFirstRow() + 1, area.getFirstColumn() + 1, area.getLastRow() + 1, area.getLastColumn() + 1));
        }
    }

    private void hidden(ColumnInfoRecord column) {
        if (sheet >= 0 && column.getHidden()) {
            for (int c = column.getFirstColumn(); c <= Math.min(column.getLastColumn(), 255); c++) {
                sheets.get(sheet).hiddenColumns().add(c + 1);
            }
        }
    }

    List<SheetFacts> sheets() {
        return sheets;
    }

    int links() {
        return links;
    }

    boolean from1904() {
        return from1904;
    }

    /** Null where there is no such entry. */
    String string(int index) {
        return index >= 0 && index < strings.size() ? strings.get(index) : null;
    }

    CellStyles.Format format(int style) {
        if (style < 0 || style >= styleFormats.size()) {
            return CellStyles.of(0, null);
        }
        return formats.computeIfAbsent(styleFormats.get(style), id -> CellStyles.of(id, codes.get(id)));
    }
}
