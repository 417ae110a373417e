package org.lianshen.budget.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lianshen.model.budget.AmountUnit;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.budget.SheetReading;
import org.lianshen.service.BudgetService.Request;
import org.lianshen.service.intake.SheetPreview;
import org.lianshen.service.intake.SourceRow;

/** What the import wizard knows: the file, what the person corrected, and how the file is understood. No widgets. */
final class ImportModel {

    private Path file;
    private int year;
    private SheetKind kind = SheetKind.ANNUAL;
    private AmountUnit unit;
    private final Map<String, Map<BudgetField, String>> corrections = new HashMap<>();
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
    }

    void year(int chosen) {
        year = chosen;
    }

    int year() {
        return year;
    }

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

    Request request(boolean partial) {
        return new Request(year, kind, null, unit, Map.copyOf(corrections), false, partial);
    }

    /** Takes {@code column} (a letter) of a sheet for {@code field}; null: the column is not imported. A field has one column, a column one field. */
    void correct(SheetPreview sheet, String column, BudgetField field) {
        Map<BudgetField, String> columns = corrections.computeIfAbsent(sheet.name(), name -> new EnumMap<>(BudgetField.class));
        if (columns.isEmpty() && sheet.reading() != null) {
            columns.putAll(sheet.reading().columns());
        }
        columns.values().removeIf(column::equals);
        if (field != null) {
            columns.put(field, column);
        }
    }

    /** What a column is taken for now, corrections included, or null. */
    BudgetField field(SheetPreview sheet, String column) {
        Map<BudgetField, String> columns = corrections.getOrDefault(sheet.name(), sheet.reading() == null ? Map.of() : sheet.reading().columns());
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

    /** A, B … Z, AA … for 0, 1 … */
    static String letter(int column) {
        var letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
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
