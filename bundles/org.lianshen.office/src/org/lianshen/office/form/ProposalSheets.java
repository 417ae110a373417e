package org.lianshen.office.form;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.UserProblem;
import org.lianshen.model.budget.AmountUnit;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.proposal.Section;
import org.lianshen.office.in.PlainText;
import org.lianshen.service.Progress;
import org.lianshen.service.intake.CellReading;
import org.lianshen.service.intake.SourceCell;
import org.lianshen.service.intake.SourceFile;
import org.lianshen.service.intake.SourceFiles;
import org.lianshen.service.intake.SourceRow;
import org.lianshen.service.intake.SourceSheet;
import org.lianshen.service.text.Texts;

/** Reads the application form from a workbook by its labels; every cell that cannot be read, and every label that is not known, is named. */
final class ProposalSheets {

    private static final int MOST_ROWS = 20_000;
    private final Texts zh = new Texts(Locale.CHINESE);
    private final Texts en = new Texts(Locale.ENGLISH);
    private final SourceFiles files;
    private final Map<String, ProposalField> labels = new HashMap<>();
    private final Set<String> captions = new HashSet<>();
    private final List<Message> problems = new ArrayList<>();

    ProposalSheets(SourceFiles files) {
        this.files = files;
        for (ProposalField field : ProposalField.values()) {
            for (Texts texts : List.of(zh, en)) {
                labels.put(CellReading.label(texts.get("proposal.field." + field)), field);
            }
        }
        for (Section section : Section.values()) {
            captions.add(CellReading.label(zh.get("proposal.section." + section)));
        }
        captions.add(CellReading.label(zh.get("office.form.title")));
        captions.add(CellReading.label(zh.get("office.form.note")));
    }

    ProposalForm read(Path path, Progress progress) {
        String file = path.getFileName().toString();
        ProposalForm form = ProposalForm.EMPTY;
        boolean any = false;
        try (SourceFile source = files.open(path, progress)) {
            Map<String, FormTable<?>> tables = new HashMap<>();
            FormTable.ALL.forEach(table -> tables.put(CellReading.label(zh.get("office.form.table." + table.key())), table));
            for (SourceSheet sheet : source.sheets()) {
                FormTable<?> table = tables.get(CellReading.label(sheet.name()));
                if (CellReading.label(sheet.name()).equals(CellReading.label(zh.get("office.form.sheet")))) {
                    form = form.withFields(fields(sheet));
                    any = true;
                } else if (table != null) {
                    form = table(table, sheet, form);
                } else if (!sheet.hidden() && !rows(sheet).isEmpty()) {
                    problems.add(Message.of("office.form.unknownSheet", file, sheet.name()));
                }
            }
        }
        if (!any) {
            throw UserProblem.of("office.form.noForm", file, zh.get("office.form.sheet"));
        }
        if (!problems.isEmpty()) {
            throw FormReading.refusal(problems);
        }
        return form;
    }

    private static List<SourceRow> rows(SourceSheet sheet) {
        var rows = new ArrayList<SourceRow>();
        sheet.rows(row -> {
            if (rows.size() == MOST_ROWS) {
                throw UserProblem.of("office.form.tooManyRows", sheet.name(), MOST_ROWS);
            }
            if (row.cells().stream().anyMatch(cell -> cell != null && !cell.text().isBlank())) {
                rows.add(row);
            }
            return true;
        });
        return rows;
    }

    private Map<ProposalField, String> fields(SourceSheet sheet) {
        var values = new EnumMap<ProposalField, String>(ProposalField.class);
        for (SourceRow row : rows(sheet)) {
            SourceCell label = row.cell(0);
            SourceCell value = row.cell(1);
            boolean filled = value != null && !value.text().isBlank();
            ProposalField field = label == null ? null : labels.get(CellReading.label(label.text()));
            if (field != null && filled) {
                String text = text(field, label.text(), value, CellPlace.of(sheet.name(), 1, row.number()));
                if (values.put(field, text == null ? "" : text) != null) {
                    problems.add(Message.of("office.form.labelTwice", CellPlace.of(sheet.name(), 0, row.number()), PlainText.quoted(label.text())));
                }
            } else if (field == null && filled && !(label != null && captions.contains(CellReading.label(label.text())))) {
                problems.add(Message.of("office.form.unknownLabel", CellPlace.of(sheet.name(), 0, row.number()), label == null ? "" : PlainText.quoted(label.text())));
            }
        }
        return values;
    }

    private String text(ProposalField field, String label, SourceCell cell, String place) {
        if (unreadable(cell, place)) {
            return null;
        }
        return switch (field.kind()) {
            case MONEY -> {
                Money money = CellReading.money(cell, unit(label));
                yield money == null ? wrong(place, cell, "money") : money.toString();
            }
            case DATE -> {
                LocalDate date = CellReading.date(cell);
                yield date == null ? wrong(place, cell, "date") : date.toString();
            }
            case COUNT -> CellReading.text(cell).matches("\\d{1,9}") ? CellReading.text(cell) : wrong(place, cell, "whole");
            case FLAG -> {
                Boolean flag = flag(cell);
                yield flag == null ? wrong(place, cell, "flag") : flag ? "Y" : "N";
            }
            case CHOICE -> {
                String choice = field.choices().stream().filter(name -> means(cell, "proposal.choice." + field + "." + name, name)).findFirst().orElse(null);
                yield choice == null ? wrongChoice(place, cell, field.choices().stream().map(name -> zh.get("proposal.choice." + field + "." + name)).toList()) : choice;
            }
            case LINE, TEXT -> CellReading.text(cell);
        };
    }

    private <R> ProposalForm table(FormTable<R> table, SourceSheet sheet, ProposalForm form) {
        List<SourceRow> rows = rows(sheet);
        if (rows.isEmpty()) {
            return form;
        }
        SourceRow head = rows.getFirst();
        Map<FormColumn<R>, Integer> at = columns(table, sheet, head);
        var values = new ArrayList<FormTable.Row>();
        for (SourceRow row : rows.subList(1, rows.size())) {
            int before = problems.size();
            var cells = new HashMap<String, Object>();
            for (FormColumn<R> column : table.columns()) {
                Integer index = at.get(column);
                SourceCell cell = index == null ? null : row.cell(index);
                String place = CellPlace.of(sheet.name(), index == null ? 0 : index, row.number());
                if (cell == null || cell.text().isBlank() && cell.kind() != SourceCell.Kind.MISSING_VALUE) {
                    cells.put(column.key(), column.key().equals("no") ? Long.valueOf(values.size() + 1) : column.absent());
                    if (column.required() && !column.key().equals("no")) {
                        problems.add(Message.of("office.form.missingCell", place, zh.get("office.form.column." + table.key() + "." + column.key())));
                    }
                } else {
                    cells.put(column.key(), value(column, head.cell(index).text(), cell, place));
                }
            }
            if (problems.size() == before) {
                values.add(new FormTable.Row(cells));
            }
        }
        return table.put(form, values);
    }

    private <R> Map<FormColumn<R>, Integer> columns(FormTable<R> table, SourceSheet sheet, SourceRow head) {
        var at = new HashMap<FormColumn<R>, Integer>();
        for (int i = 0; i < head.cells().size(); i++) {
            SourceCell cell = head.cell(i);
            if (cell != null && !cell.text().isBlank()) {
                String label = CellReading.label(cell.text());
                FormColumn<R> found = table.columns().stream()
                        .filter(column -> List.of(zh, en).stream().anyMatch(texts -> CellReading.label(texts.get("office.form.column." + table.key() + "." + column.key())).equals(label)))
                        .findFirst().orElse(null);
                if (found == null) {
                    problems.add(Message.of("office.form.unknownLabel", CellPlace.of(sheet.name(), i, head.number()), PlainText.quoted(cell.text())));
                } else if (at.putIfAbsent(found, i) != null) {
                    problems.add(Message.of("office.form.labelTwice", CellPlace.of(sheet.name(), i, head.number()), PlainText.quoted(cell.text())));
                }
            }
        }
        return at;
    }

    private Object value(FormColumn<?> column, String label, SourceCell cell, String place) {
        if (unreadable(cell, place)) {
            return null;
        }
        return switch (column.kind()) {
            case TEXT -> CellReading.text(cell);
            case WHOLE -> CellReading.text(cell).matches(column.key().equals("size") ? "\\d{1,18}" : "\\d{1,9}") ? (Object) Long.valueOf(CellReading.text(cell)) : wrong(place, cell, "whole");
            case DECIMAL -> {
                BigDecimal number = decimal(cell);
                yield number == null ? wrong(place, cell, "number") : number;
            }
            case MONEY -> {
                Money money = CellReading.money(cell, unit(label));
                yield money == null ? wrong(place, cell, "money") : money;
            }
            case DATE -> {
                LocalDate date = CellReading.date(cell);
                yield date == null ? wrong(place, cell, "date") : date;
            }
            case FLAG -> {
                Boolean flag = flag(cell);
                yield flag == null ? wrong(place, cell, "flag") : flag;
            }
            case CHOICE -> {
                Enum<?> choice = Arrays.stream(column.choices().getEnumConstants()).filter(one -> means(cell, column.words() + one.name(), one.name())).findFirst().orElse(null);
                yield choice == null ? wrongChoice(place, cell, Arrays.stream(column.choices().getEnumConstants()).map(one -> zh.get(column.words() + one.name())).toList()) : choice;
            }
        };
    }

    private static AmountUnit unit(String label) {
        AmountUnit unit = CellReading.unit(label);
        return unit == null ? AmountUnit.YUAN : unit;
    }

    private static BigDecimal decimal(SourceCell cell) {
        return FormReading.number(CellReading.text(cell));
    }

    private Boolean flag(SourceCell cell) {
        if (means(cell, "proposal.flag.Y", "Y") || cell.text().equalsIgnoreCase("TRUE")) {
            return Boolean.TRUE;
        }
        return means(cell, "proposal.flag.N", "N") || cell.text().equalsIgnoreCase("FALSE") ? Boolean.FALSE : null;
    }

    /** Whether a cell says a choice in Chinese, in English, or by its name. */
    private boolean means(SourceCell cell, String key, String name) {
        String said = CellReading.label(cell.text());
        return said.equals(CellReading.label(zh.get(key))) || said.equals(CellReading.label(en.get(key))) || cell.text().strip().equals(name);
    }

    private boolean unreadable(SourceCell cell, String place) {
        if (cell.kind() == SourceCell.Kind.MISSING_VALUE) {
            problems.add(Message.of("intake.formulaNoValue", place));
        } else if (cell.kind() == SourceCell.Kind.ERROR) {
            problems.add(Message.of("intake.cellError", place, cell.text()));
        } else {
            return false;
        }
        return true;
    }

    private String wrong(String place, SourceCell cell, String kind) {
        problems.add(Message.of("office.form.wrongCell", place, PlainText.quoted(cell.text().strip()), Message.of("office.form.kind." + kind)));
        return null;
    }

    private String wrongChoice(String place, SourceCell cell, List<String> choices) {
        problems.add(Message.of("office.form.wrongCellChoice", place, PlainText.quoted(cell.text().strip()), choices));
        return null;
    }
}
