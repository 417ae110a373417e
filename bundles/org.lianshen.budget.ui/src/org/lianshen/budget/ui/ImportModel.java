package org.lianshen.budget.ui;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.lianshen.model.Message;
import org.lianshen.model.budget.AmountUnit;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.budget.SheetReading;
import org.lianshen.model.budget.SheetReading.TotalCheck;
import org.lianshen.model.budget.VersionDiff;
import org.lianshen.service.BudgetService.Request;
import org.lianshen.service.intake.SheetPreview;
import org.lianshen.service.intake.SourceRow;

/** What the import wizard knows: the file, what the person corrected, and how the file is understood. No widgets. */
final class ImportModel {

    /** For a field that the sheet shall not have, whatever its heads say. */
    private static final String NO_COLUMN = "";

    private Path file;
    private int year;
    private SheetKind kind;
    private AmountUnit unit;
    private final Map<String, Map<BudgetField, String>> corrections = new HashMap<>();
    private final Deque<Path> waiting = new ArrayDeque<>();
    private VersionDiff diff;
    private List<SheetPreview> sheets = List.of();

    ImportModel(int year) {
        this.year = year;
    }

    Path file() {
        return file;
    }

    /** A new file forgets corrections of the old one. @param chosen null for none yet */
    void file(Path chosen) {
        file = chosen;
        corrections.clear();
        unit = null;
        sheets = List.of();
        diff = null;
    }

    /** Further files, to be looked at one after the other. */
    void await(List<Path> files) {
        waiting.addAll(files);
    }

    int waiting() {
        return waiting.size();
    }

    Path nextWaiting() {
        return waiting.poll();
    }

    /** What differs from the version that the file would replace; null where it would replace none, or where that is not known yet. */
    VersionDiff diff() {
        return diff;
    }

    void diff(VersionDiff found) {
        diff = found;
    }

    void year(int chosen) {
        year = chosen;
    }

    int year() {
        return year;
    }

    /** @param chosen null for what the heads of each sheet say */
    void kind(SheetKind chosen) {
        kind = chosen;
    }

    SheetKind kind() {
        return kind;
    }

    /** @param chosen null for what the sheet says */
    void unit(AmountUnit chosen) {
        unit = chosen;
    }

    AmountUnit unit() {
        return unit;
    }

    List<SheetPreview> sheets() {
        return sheets;
    }

    void understood(List<SheetPreview> read) {
        sheets = List.copyOf(read);
    }

    /** A unit that was chosen is a correction of every sheet, remembered like one of columns. */
    Request request(boolean partial) {
        var corrected = new HashMap<String, Map<BudgetField, String>>(corrections);
        if (unit != null) {
            sheets.stream().filter(sheet -> sheet.reading() != null)
                    .forEach(sheet -> corrected.putIfAbsent(sheet.name(), sheet.remembered() == null ? Map.of() : sheet.remembered().columns()));
        }
        return new Request(year, kind, null, unit, Map.copyOf(corrected), false, partial);
    }

    /** Takes {@code column} (a letter) of a sheet for {@code field}; null: the column is not imported. A field has one column, a column one field. */
    void correct(SheetPreview sheet, String column, BudgetField field) {
        Map<BudgetField, String> columns = corrections.computeIfAbsent(sheet.name(), name -> new EnumMap<>(BudgetField.class));
        sheet.columns().forEach(columns::putIfAbsent);
        columns.replaceAll((taken, letter) -> letter.equals(column) ? NO_COLUMN : letter);
        if (field != null) {
            columns.put(field, column);
        }
    }

    /** Whether all rows of all sheets are read. */
    boolean whole() {
        return sheets.stream().allMatch(SheetPreview::whole);
    }

    /** What a column is taken for now, corrections included, or null. */
    BudgetField field(SheetPreview sheet, String column) {
        var columns = new HashMap<>(sheet.columns());
        columns.putAll(corrections.getOrDefault(sheet.name(), Map.of()));
        return columns.entrySet().stream().filter(entry -> entry.getValue().equals(column)).map(Map.Entry::getKey).findFirst().orElse(null);
    }

    boolean corrected() {
        return !corrections.isEmpty();
    }

    /** Number of columns that the first rows of the sheet hold anything in. */
    static int width(SheetPreview sheet) {
        return sheet.rows().stream().mapToInt(row -> lastFilled(row) + 1).max().orElse(0);
    }

    private static int lastFilled(SourceRow row) {
        int last = row.cells().size() - 1;
        while (last >= 0 && (row.cells().get(last) == null || row.cells().get(last).text().isBlank())) {
            last--;
        }
        return last;
    }

    /** The words above a column: from its header rows, top to bottom. */
    static String head(SheetPreview sheet, int column) {
        var words = new ArrayList<String>();
        for (int i = 0; i < sheet.rows().size(); i++) {
            if (sheet.roles().get(i) == SheetPreview.RowRole.HEADER && sheet.rows().get(i).cell(column) != null) {
                String text = sheet.rows().get(i).cell(column).text().replaceAll("\\s+", "");
                if (!text.isEmpty() && !words.contains(text)) {
                    words.add(text);
                }
            }
        }
        return String.join(" / ", words);
    }

    /** Why rows are not imported, by their number: what could not be read, or what the row was taken for. */
    static Map<Integer, String> reasons(SheetPreview sheet, Function<Message, String> texts) {
        var reasons = new TreeMap<Integer, String>();
        if (sheet.reading() != null) {
            sheet.reading().skipped().forEach(row -> reasons.put(row.row(), texts.apply(row.why())));
            sheet.reading().errors().forEach(error -> reasons.merge(Integer.parseInt(error.cell().replaceAll("\\D", "")), texts.apply(error.message()),
                    (first, second) -> String.join(" ", first, second)));
        }
        return reasons;
    }

    /** A, B … Z, AA … for 0, 1 … */
    static String letter(int column) {
        var letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }

    /** The last total of the amount that the sheet is about: sheets have totals of several columns. */
    static TotalCheck grandTotal(SheetReading reading) {
        for (BudgetField field : List.of(BudgetField.FINAL, BudgetField.INITIAL, BudgetField.AMOUNT)) {
            for (TotalCheck check : reading.totals().reversed()) {
                if (check.field() == field) {
                    return check;
                }
            }
        }
        return reading.totals().getLast();
    }

    List<SheetReading> readings() {
        return sheets.stream().map(SheetPreview::reading).filter(java.util.Objects::nonNull).toList();
    }

    int importable() {
        return readings().stream().mapToInt(SheetReading::rowsImported).sum();
    }

    int errors() {
        return readings().stream().mapToInt(reading -> reading.errors().size()).sum();
    }
}
