package org.lianshen.service.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.budget.AmountUnit;
import org.lianshen.model.budget.SheetReading.CellError;
import org.lianshen.model.budget.SheetReading.SkippedRow;
import org.lianshen.model.ledger.CatalogueBatch;
import org.lianshen.model.ledger.CatalogueEntry;
import org.lianshen.model.ledger.CatalogueEntry.Kind;
import org.lianshen.service.Progress;
import org.lianshen.service.intake.Header.Head;

/** Reads one sheet of a catalogue. */
final class CatalogueSheet {

    private final SourceSheet sheet;
    private final String file;
    private final Kind asked;
    private final Supplier<UUID> ids;
    private final Progress progress;
    private final HeaderFinder<CatalogueHead> finder = new HeaderFinder<>(CatalogueHead.class, CatalogueHead.words(), CatalogueIntake::enough,
            head -> head == CatalogueHead.NAME || head == CatalogueHead.UNIT ? 3 : 1, head -> false, 0);
    private final List<SourceRow> head = new ArrayList<>();
    private final List<SkippedRow> skipped = new ArrayList<>();
    private final List<CellError> errors = new ArrayList<>();
    private final List<CatalogueEntry> entries = new ArrayList<>();
    private final List<Message> notices = new ArrayList<>();
    private final Map<String, String> keys = new HashMap<>();
    private final EnumMap<CatalogueHead, String> texts = new EnumMap<>(CatalogueHead.class);
    private final EnumMap<CatalogueHead, LocalDate> dates = new EnumMap<>(CatalogueHead.class);
    private Money amount;
    private Header<CatalogueHead> header;
    private MergedCells merged;
    private Kind kindOfSheet;
    private AmountUnit unit = AmountUnit.YUAN;
    private boolean unitStated;
    private boolean amounts;
    private boolean started;
    private Message why;
    private int rowsRead;
    private int hidden;

    CatalogueSheet(SourceSheet sheet, String file, Kind asked, Supplier<UUID> ids, Progress progress) {
        this.sheet = sheet;
        this.file = file;
        this.asked = asked;
        this.ids = ids;
        this.progress = progress;
    }

    void read() {
        sheet.rows(row -> {
            progress.check();
            if (row.cells().stream().allMatch(cell -> cell == null || cell.text().isBlank())) {
                return true;
            }
            if (started) {
                take(row);
                return true;
            }
            head.add(row);
            return head.size() < HeaderFinder.ROWS || start();
        });
        if (!started) {
            start();
        }
        if (why == null && amounts && !unitStated) {
            notices.add(Message.of("intake.ledgerUnitAssumed"));
        }
        if (hidden > 0) {
            notices.add(Message.of("intake.hiddenEntries", hidden));
        }
    }

    private boolean start() {
        started = true;
        var found = finder.find(head, sheet.merges());
        header = found.header();
        if (head.isEmpty()) {
            why = Message.of("intake.emptySheet", sheet.name());
        } else if (header == null) {
            var nearest = found.nearest();
            why = nearest == null ? Message.of("intake.noHeader", sheet.name(), HeaderFinder.ROWS, CatalogueIntake.missing(java.util.Set.of()))
                    : Message.of("intake.headerLacks", sheet.name(), Integer.toString(nearest.lastRow()),
                            nearest.columns().values().stream().map(column -> RowValues.shown(column.label())).toList(), CatalogueIntake.missing(nearest.columns().keySet()));
        } else if (found.rival() != null) {
            why = Message.of("intake.twoHeaders", sheet.name(), Integer.toString(header.lastRow()), Integer.toString(found.rival().lastRow()));
        } else {
            kindOfSheet = kindOfSheet();
            if (kindOfSheet == null && !header.columns().containsKey(CatalogueHead.KIND)) {
                why = Message.of("intake.catalogueKind", sheet.name());
            } else {
                begin();
            }
        }
        head.clear();
        return why == null;
    }

    private void begin() {
        var captions = Captions.above(head, header.firstRow());
        Head column = header.columns().get(CatalogueHead.AMOUNT);
        unitStated = captions.unit() != null || column != null && column.unit() != null;
        unit = captions.unit() == null ? AmountUnit.YUAN : captions.unit();
        merged = new MergedCells(sheet.merges(), header.lastRow());
        head.stream().filter(row -> row.number() > header.lastRow()).forEach(this::take);
    }

    /** As asked, else what sheet, head or file name say; null where none says anything. */
    private Kind kindOfSheet() {
        if (asked != null) {
            return asked;
        }
        return Stream.of(sheet.name(), header.columns().get(CatalogueHead.NAME).label(), file).map(CatalogueHead::kind).filter(java.util.Objects::nonNull).findFirst()
                .orElse(null);
    }

    private void take(SourceRow row) {
        rowsRead++;
        merged.at(row);
        texts.clear();
        dates.clear();
        amount = null;
        int before = errors.size();
        header.columns().forEach((field, column) -> {
            SourceCell cell = row.cell(column.column()) != null || field.money() ? row.cell(column.column()) : merged.above(column.column(), row.number());
            if (cell != null && !(cell.text().isBlank() && cell.kind() != SourceCell.Kind.MISSING_VALUE)) {
                value(field, column, cell, row.number());
            }
        });
        if (skips(row)) {
            while (errors.size() > before) {
                errors.removeLast();
            }
            return;
        }
        Kind kind = kind(row.number());
        require(CatalogueHead.NAME, row.number(), "name.missing", "intake.catalogueName");
        require(CatalogueHead.UNIT, row.number(), "unit.missing", "intake.ledgerUnit");
        if (errors.size() == before) {
            keep(row, kind);
        }
    }

    private void keep(SourceRow row, Kind kind) {
        var entry = new CatalogueEntry(ids.get(), kind, texts.get(CatalogueHead.CODE), texts.get(CatalogueHead.NAME), texts.get(CatalogueHead.UNIT_CODE),
                texts.get(CatalogueHead.UNIT), texts.get(CatalogueHead.REVIEW_NO), texts.get(CatalogueHead.REPLACED_BY), texts.get(CatalogueHead.SUPPLIER), amount,
                dates.get(CatalogueHead.SINCE), dates.get(CatalogueHead.UNTIL), texts.get(CatalogueHead.STATE), texts.get(CatalogueHead.SHARING),
                list(texts.getOrDefault(CatalogueHead.CONTENT, "")), texts.get(CatalogueHead.NOTE));
        String place = place(CatalogueHead.NAME, row.number());
        String twin = keys.putIfAbsent(entry.key(), place);
        if (twin != null) {
            error(place, entry.name(), "entry.duplicate", Message.of("intake.catalogueTwice", place, entry.name(), twin));
            return;
        }
        hidden += row.hidden() ? 1 : 0;
        entries.add(entry);
    }

    /** The kind of the row: its own word, else that of the sheet. */
    private Kind kind(int row) {
        String text = texts.get(CatalogueHead.KIND);
        Kind named = text == null || asked != null ? null : CatalogueHead.kind(text);
        if (named == null && kindOfSheet == null) {
            error(place(CatalogueHead.KIND, row), text == null ? "" : text, "kind.unknown",
                    Message.of("intake.catalogueKindOfRow", place(CatalogueHead.KIND, row), text == null ? "" : RowValues.shown(text)));
        }
        return named == null ? kindOfSheet : named;
    }

    /** Rows that are no entries: repeated heads, totals, notes. */
    private boolean skips(SourceRow row) {
        String name = texts.getOrDefault(CatalogueHead.NAME, "");
        boolean repeated = header.labels().getOrDefault(header.columns().get(CatalogueHead.NAME).column(), List.of()).contains(name);
        boolean total = texts.get(CatalogueHead.UNIT) == null && row.cells().stream().limit(4).filter(cell -> cell != null && cell.kind() == SourceCell.Kind.TEXT)
                .map(cell -> HeadText.squeeze(cell.text())).anyMatch(text -> TotalRows.saysTotal(text) || TotalRows.saysPart(text));
        boolean filled = row.cells().stream().filter(cell -> cell != null && !cell.text().isBlank()).count() > 1;
        if (repeated || total || !filled) {
            skipped.add(new SkippedRow(row.number(), Message.of(repeated ? "intake.skip.header" : total ? "intake.skip.totalRow" : "intake.skip.note")));
            return true;
        }
        return false;
    }

    private void value(CatalogueHead field, Head column, SourceCell cell, int row) {
        String place = A1.cell(column.column(), row);
        if (cell.kind() == SourceCell.Kind.MISSING_VALUE) {
            error(place, "", "formula.noValue", Message.of("intake.formulaNoValue", place));
        } else if (cell.kind() == SourceCell.Kind.ERROR) {
            error(place, cell.text(), "cell.error", Message.of("intake.cellError", place, cell.text()));
        } else if (field.money()) {
            money(column, cell, place);
        } else if (field.date()) {
            LocalDate date = DateText.of(cell);
            if (date != null) {
                dates.put(field, date);
            } else if (!AmountText.blank(cell.text())) {
                error(place, cell.text(), "date.text", Message.of("intake.dateText", place, RowValues.shown(cell.text())));
            }
        } else if (field.code()) {
            CodeText code = CodeText.of(cell);
            if (code.damaged()) {
                error(place, cell.text(), "code.damaged", Message.of("intake.codeDamaged", place, RowValues.shown(cell.text())));
            } else {
                texts.put(field, code.code());
            }
        } else {
            texts.put(field, cell.kind() == SourceCell.Kind.NUMBER ? AmountText.ofNumber(cell.text()).value().stripTrailingZeros().toPlainString() : cell.text().strip());
        }
    }

    private void money(Head column, SourceCell cell, String place) {
        if (cell.kind() == SourceCell.Kind.TEXT && AmountText.blank(cell.text())) {
            return;
        }
        AmountText read = cell.kind() == SourceCell.Kind.NUMBER ? AmountText.ofNumber(cell.text()) : cell.kind() == SourceCell.Kind.TEXT ? AmountText.of(cell.text()) : null;
        AmountUnit in = column.unit() == null ? unit : column.unit();
        if (read == null) {
            error(place, cell.text(), "amount.text", Message.of("intake.amountText", place, RowValues.shown(cell.text())));
            return;
        }
        amount = read.money(in);
        amounts = true;
        if (amount == null) {
            error(place, cell.text(), "amount.tooLarge", Message.of("intake.amountTooLarge", place, RowValues.shown(cell.text()), Message.of("intake.unit." + in)));
        }
    }

    private void require(CatalogueHead field, int row, String code, String key) {
        if (texts.getOrDefault(field, "").isBlank()) {
            error(place(field, row), "", code, Message.of(key, place(field, row)));
        }
    }

    private String place(CatalogueHead field, int row) {
        return A1.cell(header.columns().get(field).column(), row);
    }

    private void error(String place, String value, String code, Message message) {
        errors.add(new CellError(sheet.name(), place, value, code, message));
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split("[;；、\\n]+")).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    /** Why the sheet was not understood; null where it was. */
    Message why() {
        return why;
    }

    List<CatalogueEntry> entries() {
        return entries;
    }

    CatalogueBatch.Sheet reading() {
        Map<String, String> columns = new TreeMap<>();
        header.columns().forEach((field, column) -> columns.put(field.name().toLowerCase(java.util.Locale.ROOT), A1.letters(column.column())));
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        entries.forEach(entry -> counts.merge(entry.kind(), 1, Integer::sum));
        return new CatalogueBatch.Sheet(sheet.name(), header.rows(), columns, rowsRead, counts, skipped, errors, notices);
    }
}
