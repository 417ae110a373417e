package org.lianshen.service.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.UserProblem;
import org.lianshen.model.budget.AmountUnit;
import org.lianshen.model.budget.SheetReading.CellError;
import org.lianshen.model.budget.SheetReading.SkippedRow;
import org.lianshen.service.Progress;
import org.lianshen.service.intake.Header.Head;
import org.lianshen.service.intake.SourceCell.Kind;

/**
 * Reads a sheet in which every row is one thing: finds its head, passes over rows that are nothing (repeated heads, totals, notes), reads each cell by the form of its
 * column, and says what could not be read with its cell. What the rows mean is for the subclass.
 *
 * @param <F> the columns
 */
abstract class ListSheet<F extends Enum<F> & ListHead> {

    private static final int TELLING = 3;
    private static final int FIRST_CELLS = 4;

    private final SourceSheet sheet;
    private final Progress progress;
    private final Function<Set<F>, List<Message>> missing;
    private final F name;
    private final F unit;
    private final HeaderFinder<F> finder;
    private final List<SourceRow> head = new ArrayList<>();
    private final List<SkippedRow> skipped = new ArrayList<>();
    private final List<CellError> errors = new ArrayList<>();
    private final List<Message> notices = new ArrayList<>();
    private final EnumMap<F, String> texts;
    private final EnumMap<F, Money> amounts;
    private final EnumMap<F, LocalDate> dates;
    private final EnumMap<F, BigDecimal> numbers;
    private Header<F> header;
    private MergedCells merged;
    private AmountUnit amountUnit = AmountUnit.YUAN;
    private boolean amountUnitStated;
    private Money largest = Money.ZERO;
    private boolean started;
    private Message why;
    private int rowsRead;
    private int hidden;
    private int errorsBefore;

    /**
     * @param missing what a head with these columns lacks, in words; empty where it has enough
     * @param name    the column that says what the row is
     * @param unit    the column of the unit 单位, which totals leave blank
     */
    ListSheet(SourceSheet sheet, Class<F> type, HeadWords<F> words, Function<Set<F>, List<Message>> missing, F name, F unit, Progress progress) {
        this.sheet = sheet;
        this.progress = progress;
        this.missing = missing;
        this.name = name;
        this.unit = unit;
        finder = new HeaderFinder<>(type, words, heads -> missing.apply(heads).isEmpty(), column -> column == name || column == unit ? TELLING : 1, column -> false, 0);
        texts = new EnumMap<>(type);
        amounts = new EnumMap<>(type);
        dates = new EnumMap<>(type);
        numbers = new EnumMap<>(type);
    }

    /**
     * Reads every visible sheet of a file that has the head of such a list.
     *
     * @param none said first where no sheet has one
     * @throws UserProblem then, with what was looked for and the nearest miss of each sheet; and where a sheet has two heads that disagree
     */
    static <S extends ListSheet<?>> List<S> all(SourceFile file, Function<SourceSheet, S> make, Message none) {
        var sheets = new ArrayList<S>();
        var misses = new ArrayList<Message>();
        for (SourceSheet source : file.sheets()) {
            if (source.hidden()) {
                continue;
            }
            S sheet = make.apply(source);
            Message why = sheet.read();
            if (why == null) {
                sheets.add(sheet);
            } else if (why.key().equals("intake.twoHeaders")) {
                throw new UserProblem(List.of(why));
            } else {
                misses.add(why);
            }
        }
        if (sheets.isEmpty()) {
            misses.addFirst(none);
            throw new UserProblem(misses);
        }
        return sheets;
    }

    /** @return why the sheet was not understood; null where it was */
    final Message read() {
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
        if (why == null) {
            finish();
        }
        return why;
    }

    private boolean start() {
        started = true;
        var found = finder.find(head, sheet.merges());
        header = found.header();
        if (head.isEmpty()) {
            why = Message.of("intake.emptySheet", sheet.name());
        } else if (header == null) {
            var nearest = found.nearest();
            why = nearest == null ? Message.of("intake.noHeader", sheet.name(), HeaderFinder.ROWS, missing.apply(Set.of()))
                    : Message.of("intake.headerLacks", sheet.name(), Integer.toString(nearest.lastRow()),
                            nearest.columns().values().stream().map(column -> RowValues.shown(column.label())).toList(), missing.apply(nearest.columns().keySet()));
        } else if (found.rival() != null) {
            why = Message.of("intake.twoHeaders", sheet.name(), Integer.toString(header.lastRow()), Integer.toString(found.rival().lastRow()));
        } else {
            why = refuse();
            if (why == null) {
                var captions = Captions.above(head, header.firstRow());
                amountUnitStated = captions.unit() != null || header.columns().entrySet().stream().anyMatch(entry -> entry.getKey().money() && entry.getValue().unit() != null);
                amountUnit = captions.unit() == null ? AmountUnit.YUAN : captions.unit();
                merged = new MergedCells(sheet.merges(), header.lastRow());
                head.stream().filter(row -> row.number() > header.lastRow()).forEach(this::take);
            }
        }
        head.clear();
        return why == null;
    }

    private void take(SourceRow row) {
        rowsRead++;
        merged.at(row);
        texts.clear();
        amounts.clear();
        dates.clear();
        numbers.clear();
        errorsBefore = errors.size();
        header.columns().forEach((field, column) -> {
            boolean own = row.cell(column.column()) != null || field.money() || field.form() == ListHead.Form.COUNT;
            SourceCell cell = own ? row.cell(column.column()) : merged.above(column.column(), row.number());
            if (cell != null && !(cell.text().isBlank() && cell.kind() != Kind.MISSING_VALUE)) {
                value(field, column, cell, row.number());
            }
        });
        if (skips(row)) {
            while (!good()) {
                errors.removeLast();
            }
            return;
        }
        row(row.number());
        hidden += good() && row.hidden() ? 1 : 0;
    }

    /** Rows that are nothing: repeated heads, totals, notes. A row whose other cells are merged with those above is no note. */
    private boolean skips(SourceRow row) {
        String called = texts.getOrDefault(name, "");
        boolean repeated = header.labels().getOrDefault(header.columns().get(name).column(), List.of()).contains(called);
        String plain = HeadText.squeeze(called);
        boolean total = (plain.isEmpty() || TotalRows.saysTotal(plain) || unit != null && texts.get(unit) == null)
                && row.cells().stream().limit(FIRST_CELLS).filter(cell -> cell != null && cell.kind() == Kind.TEXT).map(cell -> HeadText.squeeze(cell.text()))
                        .anyMatch(text -> TotalRows.saysTotal(text) || TotalRows.saysPart(text));
        boolean filled = row.cells().stream().filter(cell -> cell != null && !cell.text().isBlank()).count() > 1 || texts.size() + dates.size() + amounts.size() + numbers.size() > 1;
        if (repeated || total || !filled) {
            skipped.add(new SkippedRow(row.number(), Message.of(repeated ? "intake.skip.header" : total ? "intake.skip.totalRow" : "intake.skip.note")));
            return true;
        }
        return false;
    }

    private void value(F field, Head column, SourceCell cell, int row) {
        String place = A1.cell(column.column(), row);
        if (cell.kind() == Kind.MISSING_VALUE) {
            error(place, "", "formula.noValue", Message.of("intake.formulaNoValue", place));
            return;
        }
        if (cell.kind() == Kind.ERROR) {
            error(place, cell.text(), "cell.error", Message.of("intake.cellError", place, cell.text()));
            return;
        }
        switch (field.form()) {
            case TEXT -> texts.put(field, text(field, cell));
            case CODE -> code(field, cell, place);
            case DATE -> date(field, cell, place);
            case MONEY -> money(field, column, cell, place);
            case COUNT, PERCENT -> number(field, cell, place);
        }
    }

    private void code(F field, SourceCell cell, String place) {
        CodeText code = CodeText.of(cell);
        if (code.damaged()) {
            error(place, cell.text(), "code.damaged", Message.of("intake.codeDamaged", place, RowValues.shown(cell.text())));
        } else {
            texts.put(field, code.code());
        }
    }

    private void date(F field, SourceCell cell, String place) {
        LocalDate date = DateText.of(cell);
        if (date != null) {
            dates.put(field, date);
        } else if (!AmountText.blank(cell.text())) {
            error(place, cell.text(), "date.text", Message.of("intake.dateText", place, RowValues.shown(cell.text())));
        }
    }

    private void money(F field, Head column, SourceCell cell, String place) {
        if (cell.kind() == Kind.TEXT && AmountText.blank(cell.text())) {
            return;
        }
        AmountText amount = cell.kind() == Kind.NUMBER ? AmountText.ofNumber(cell.text()) : cell.kind() == Kind.TEXT ? AmountText.of(cell.text()) : null;
        if (amount == null) {
            error(place, cell.text(), "amount.text", Message.of("intake.amountText", place, RowValues.shown(cell.text())));
            return;
        }
        AmountUnit in = column.unit() == null ? amountUnit : column.unit();
        Money money = amount.money(in);
        if (money == null) {
            error(place, cell.text(), "amount.tooLarge", Message.of("intake.amountTooLarge", place, RowValues.shown(cell.text()), Message.of("intake.unit." + in)));
            return;
        }
        largest = money.abs().moreThan(largest) ? money.abs() : largest;
        amounts.put(field, money);
    }

    private void number(F field, SourceCell cell, String place) {
        if (cell.kind() == Kind.TEXT && AmountText.blank(cell.text())) {
            return;
        }
        boolean percent = field.form() == ListHead.Form.PERCENT;
        BigDecimal number = percent ? NumberText.percent(cell) : NumberText.count(cell);
        if (number == null) {
            error(place, cell.text(), percent ? "percent.text" : "count.text", Message.of(percent ? "intake.percentText" : "intake.countText", place, RowValues.shown(cell.text())));
        } else {
            numbers.put(field, number);
        }
    }

    /** Why a sheet with this head is none of the kind; null where it is. */
    Message refuse() {
        return null;
    }

    /** Takes the values of a row that is one thing. What it finds wrong it says by {@link #error}; a row with errors must not be kept. */
    abstract void row(int row);

    /** After the last row. */
    void finish() {
        if (!amountUnitStated && largest.isPositive()) {
            notices.add(Message.of("intake.ledgerUnitAssumed"));
        }
    }

    /** The text of a column, as it stands. */
    String text(F field, SourceCell cell) {
        return cell.kind() == Kind.NUMBER ? AmountText.ofNumber(cell.text()).value().stripTrailingZeros().toPlainString() : cell.text().strip();
    }

    /** Whether nothing was found wrong in the row so far. */
    final boolean good() {
        return errors.size() == errorsBefore;
    }

    /** Says that a row must have a text. */
    final void require(F field, int row, String code, String key) {
        if (texts.getOrDefault(field, "").isBlank()) {
            error(place(field, row), "", code, Message.of(key, place(field, row)));
        }
    }

    /** The parts of a cell that lists several. */
    static List<String> list(String text, String between) {
        return text == null ? List.of() : Arrays.stream(text.split(between)).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    final void error(String place, String value, String code, Message message) {
        errors.add(new CellError(sheet.name(), place, value, code, message));
    }

    final String place(F field, int row) {
        return A1.cell(header.columns().get(field).column(), row);
    }

    final boolean has(F field) {
        return header.columns().containsKey(field);
    }

    /** What the row holds, by column; changed by the next row. */
    final Map<F, String> texts() {
        return texts;
    }

    final Map<F, Money> amounts() {
        return amounts;
    }

    final Map<F, LocalDate> dates() {
        return dates;
    }

    final Map<F, BigDecimal> numbers() {
        return numbers;
    }

    final String name() {
        return sheet.name();
    }

    final Header<F> header() {
        return header;
    }

    /** Whether caption or head say in which unit amounts are. */
    final boolean amountUnitStated() {
        return amountUnitStated;
    }

    final Money largest() {
        return largest;
    }

    /** Letters of the columns by field, for people and machines. */
    final Map<String, String> columns() {
        Map<String, String> columns = new TreeMap<>();
        header.columns().forEach((field, column) -> columns.put(field.name().toLowerCase(Locale.ROOT), A1.letters(column.column())));
        return columns;
    }

    final int rowsRead() {
        return rowsRead;
    }

    final List<SkippedRow> skipped() {
        return skipped;
    }

    final List<CellError> errors() {
        return errors;
    }

    final List<Message> notices() {
        return notices;
    }

    /** How many rows that were kept are hidden in the file. */
    final int hidden() {
        return hidden;
    }
}
