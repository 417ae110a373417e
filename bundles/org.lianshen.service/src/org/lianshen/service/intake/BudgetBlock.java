package org.lianshen.service.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.budget.AmountUnit;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.budget.SheetReading;
import org.lianshen.model.budget.SheetReading.CellError;
import org.lianshen.model.budget.SheetReading.SkippedRow;
import org.lianshen.service.intake.Header.Head;
import org.lianshen.service.intake.SheetPreview.RowRole;
import org.lianshen.service.intake.SourceCell.Kind;

/** One table of a sheet: a header and the rows below it. Decides what each row is, and keeps the account of it. */
final class BudgetBlock {

    private static final int LISTED = 10;
    private static final int MOST_ERRORS = 10_000;
    private static final int MOST_SKIPPED = 20_000;
    private static final int WORDS_OF_A_TOTAL = 2;
    private static final Set<BudgetField> NAMES = Set.of(BudgetField.PROJECT_NAME, BudgetField.PROJECT_CODE);

    private final String sheet;
    private final SheetKind kind;
    private final int year;
    private final Header<BudgetField> header;
    private final AmountUnit unit;
    private final String unitSource;
    private final String agency;
    private final String agencyCell;
    private final MergedCells merged;
    private final RowValues values;
    private final HeadWords<BudgetField> words;
    private final BudgetIntake.Sink sink;
    private final TotalRows totals = new TotalRows();
    private final List<Message> notices;
    private final List<CellError> errors = new ArrayList<>();
    private final TreeMap<Integer, Message> skipped = new TreeMap<>();
    private final Map<Integer, CellError> orphans = new TreeMap<>();
    private final List<Integer> hidden = new ArrayList<>();
    private final Map<BudgetField, Integer> moneyColumns = new EnumMap<>(BudgetField.class);
    private final int mainColumn;
    private int read;
    private int imported;
    private int withoutAgency;
    private int unlisted;
    private int hiddenRows;
    private int unlistedSkips;
    private String groupAgency;
    private String groupCell;
    private Money largest = Money.ZERO;
    private SheetReading reading;

    /** @param others unit of columns whose head names none */
    BudgetBlock(String sheet, SheetKind kind, int year, Header<BudgetField> header, AmountUnit unit, String unitSource, AmountUnit others, Captions captions, MergedCells merged,
            List<Message> notices, HeadWords<BudgetField> words, BudgetIntake.Sink sink) {
        this.sheet = sheet;
        this.kind = kind;
        this.year = year;
        this.header = header;
        this.unit = unit;
        this.unitSource = unitSource;
        boolean hasAgency = header.columns().containsKey(BudgetField.AGENCY_NAME) || header.columns().containsKey(BudgetField.AGENCY_CODE);
        this.agency = hasAgency ? null : captions.agency();
        this.agencyCell = captions.agencyCell();
        this.merged = merged;
        this.words = words;
        this.sink = sink;
        this.notices = new ArrayList<>(notices);
        this.values = new RowValues(sheet, header.columns(), merged, others, unit);
        header.columns().forEach((field, head) -> {
            if (field.kind() == BudgetField.Kind.MONEY) {
                moneyColumns.put(field, head.column());
            }
        });
        this.mainColumn = BudgetHeads.mainAmount(moneyColumns.keySet()).map(moneyColumns::get).orElse(0);
    }

    Header<BudgetField> header() {
        return header;
    }

    /** Whether the cell under the main amount holds a number: then the row cannot be a header. */
    boolean amountIsNumber(SourceRow row) {
        SourceCell cell = row.cell(mainColumn);
        return cell != null && (cell.kind() == Kind.NUMBER || AmountText.of(cell.text()) != null);
    }

    /** Whether the row says again what the header says. */
    boolean repeatsHeader(SourceRow row) {
        int same = 0;
        int filled = 0;
        for (int column = 0; column < row.cells().size(); column++) {
            SourceCell cell = row.cell(column);
            if (cell != null && !cell.text().isBlank()) {
                filled++;
                List<String> labels = header.labels().get(column);
                if (labels != null && labels.contains(cell.text().strip())) {
                    same++;
                }
            }
        }
        return same >= 1 && same * 10 >= filled * 8;
    }

    void skip(int row, Message why) {
        if (skipped.size() < MOST_SKIPPED) {
            skipped.put(row, why);
        } else {
            unlistedSkips++;
        }
    }

    /** Counts a row that was read and is no line by decision of the sheet. */
    void refuse(SourceRow row, String code, Message message) {
        read++;
        keep(new CellError(sheet, A1.cell(firstFilled(row), row.number()), RowValues.shown(row.cell(firstFilled(row)).text()), code, message));
    }

    private static int firstFilled(SourceRow row) {
        int column = 0;
        while (row.cell(column) == null) {
            column++;
        }
        return column;
    }

    RowRole take(SourceRow row) {
        read++;
        merged.at(row);
        String label = totalLabel(row);
        values.read(row);
        if (label != null && !values.has(BudgetField.PROJECT_CODE)) {
            return total(row, label);
        }
        if (!values.errors().isEmpty() && headWords(row) > 1) {
            read--;
            refuse(row, "header.conflict", Message.of("intake.headerConflict", row.number(), Integer.toString(header.firstRow())));
            return RowRole.REJECTED;
        }
        if (!values.errors().isEmpty()) {
            return nothingRead(row) ? ignore(row, Message.of("intake.skip.noAmount")) : reject(row.number());
        }
        boolean subject = BudgetHeads.hasSubject(kind, values.values().keySet());
        if (values.amounts().isEmpty()) {
            return withoutAmount(row, subject);
        }
        if (!subject) {
            return orphan(row);
        }
        return line(row);
    }

    /** Cells that say what heads say: a header that stands in other columns than the one above. */
    private long headWords(SourceRow row) {
        return row.cells().stream().filter(cell -> cell != null && cell.kind() == Kind.TEXT && words.isWord(cell.text())).count();
    }

    /** A row of dots, of notes or of marks, in which only the amount cells could not be read, is no line when nothing names it. */
    private boolean nothingRead(SourceRow row) {
        return values.values().isEmpty() && row.cells().stream().filter(cell -> cell != null && !cell.text().isBlank()).count() == 1
                && values.errors().stream().allMatch(error -> error.code().equals("amount.text"));
    }

    private RowRole withoutAmount(SourceRow row, boolean subject) {
        int column = mainColumn;
        if (!merged.isEmpty() && merged.firstRow(column, row.number()) > 0) {
            return ignore(row, Message.of("intake.skip.mergedAmount", A1.cell(column, merged.firstRow(column, row.number()))));
        }
        if (values.values().isEmpty() || noteLike(row)) {
            return ignore(row, Message.of("intake.skip.note"));
        }
        if (!subject || values.words() == 1) {
            group(row.number());
            return ignore(row, Message.of("intake.skip.noAmount"));
        }
        values.error(column, row.number(), "", "amount.missing", Message.of("intake.amountMissing", A1.cell(column, row.number())));
        return reject(row.number());
    }

    private static boolean noteLike(SourceRow row) {
        String text = HeadText.squeeze(row.cell(firstFilled(row)).text());
        return text.startsWith("注:") || text.startsWith("备注:") || text.startsWith("说明:") || text.matches("注[0-9]*[:、.].*")
                || text.matches("(?:填表|制表|编制|审核|复核|经办|单位负责|财务负责)人?[:].*");
    }

    private RowRole orphan(SourceRow row) {
        if (values.words() > WORDS_OF_A_TOTAL) {
            missingProject(row.number());
            return reject(row.number());
        }
        group(row.number());
        int before = values.errors().size();
        missingProject(row.number());
        if (totals.full()) {
            return reject(row.number());
        }
        orphans.put(row.number(), values.errors().get(before));
        totals.add(row.number(), false, false, moneyColumns, values.amounts());
        return RowRole.TOTAL;
    }

    /** A row that names a unit and no project heads the rows below it. */
    private void group(int row) {
        if (values.has(BudgetField.AGENCY_NAME)) {
            groupAgency = values.values().get(BudgetField.AGENCY_NAME);
            Head head = header.columns().getOrDefault(BudgetField.AGENCY_NAME, header.columns().get(BudgetField.AGENCY_CODE));
            groupCell = A1.cell(head.column(), row);
        }
    }

    private void missingProject(int row) {
        Head name = header.columns().entrySet().stream().filter(entry -> NAMES.contains(entry.getKey())).map(Map.Entry::getValue).findFirst().orElse(null);
        int column = name == null ? 0 : name.column();
        values.error(column, row, "", "project.missing", Message.of("intake.projectMissing", A1.cell(column, row)));
    }

    private RowRole line(SourceRow row) {
        String stated = values.values().get(BudgetField.FISCAL_YEAR);
        if (stated != null && RowValues.isYear(stated) && Integer.parseInt(stated) != year) {
            values.error(header.columns().get(BudgetField.FISCAL_YEAR).column(), row.number(), stated, "year.other",
                    Message.of("intake.yearOther", A1.cell(header.columns().get(BudgetField.FISCAL_YEAR).column(), row.number()), stated, year));
            return reject(row.number());
        }
        if (!values.has(BudgetField.AGENCY_NAME)) {
            if (groupAgency != null) {
                values.given(BudgetField.AGENCY_NAME, groupAgency, "group", groupCell);
            } else if (agency != null) {
                values.given(BudgetField.AGENCY_NAME, agency, "caption", agencyCell);
            } else if (!values.has(BudgetField.AGENCY_CODE)) {
                withoutAgency++;
            }
        }
        values.amounts().forEach(totals::line);
        values.amounts().values().forEach(amount -> largest = amount.abs().moreThan(largest) ? amount.abs() : largest);
        if (row.hidden()) {
            hiddenRows++;
            if (hidden.size() < LISTED) {
                hidden.add(row.number());
            }
        }
        imported++;
        sink.line(sheet, row.number(), kind, values.values(), values.raw(), values.rules());
        return RowRole.DATA;
    }

    private RowRole total(SourceRow row, String label) {
        skip(row.number(), Message.of(TotalRows.saysPart(label) ? "intake.skip.part" : "intake.skip.total", label));
        if (!TotalRows.saysPart(label) && !values.amounts().isEmpty() && !totals.full()) {
            totals.add(row.number(), true, !label.contains("小计"), moneyColumns, values.amounts());
        }
        return RowRole.TOTAL;
    }

    /** The text left of the amounts that makes the row a total, or null. */
    private String totalLabel(SourceRow row) {
        for (int column = 0; column < Math.min(mainColumn, row.cells().size()); column++) {
            SourceCell cell = row.cell(column);
            if (cell != null && cell.kind() == Kind.TEXT && cell.text().length() < 60 && cell.text().indexOf('计') < 0 && cell.text().indexOf('其') < 0) {
                continue;
            }
            if (cell != null && cell.kind() == Kind.TEXT) {
                String text = HeadText.squeeze(cell.text());
                if (TotalRows.saysTotal(text) || TotalRows.saysPart(text)) {
                    return text;
                }
            }
        }
        return null;
    }

    private RowRole ignore(SourceRow row, Message why) {
        skip(row.number(), why);
        return RowRole.IGNORED;
    }

    private RowRole reject(int row) {
        values.errors().forEach(this::keep);
        return RowRole.REJECTED;
    }

    private void keep(CellError error) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(error);
        } else {
            unlisted++;
        }
    }

    /** Largest amount read, to judge a unit that nobody stated. */
    Money largest() {
        return largest;
    }

    int imported() {
        return imported;
    }

    AmountUnit unit() {
        return unit;
    }

    String unitSource() {
        return unitSource;
    }

    boolean unitAssumed() {
        return unitSource.equals("default");
    }

    /** The account of the block; asked for when all its rows are through. */
    SheetReading reading() {
        if (reading == null) {
            reading = account();
        }
        return reading;
    }

    /** The account of the rows so far, without what only all rows together can say. */
    SheetReading readingSoFar() {
        return new SheetReading(sheet, kind, header.rows(), unit, unitSource, header.letters(), read, imported, skipRows(), errors, List.of(), notices);
    }

    private List<SkippedRow> skipRows() {
        return skipped.entrySet().stream().map(entry -> new SkippedRow(entry.getKey(), entry.getValue())).toList();
    }

    private SheetReading account() {
        TotalRows.Verdict verdict = totals.verdict();
        verdict.totals().forEach(row -> skip(row, Message.of("intake.skip.sum")));
        verdict.orphans().forEach(row -> keep(orphans.get(row)));
        if (errors.isEmpty()) {
            verdict.checks().stream().filter(check -> !check.agrees()).limit(LISTED)
                    .forEach(check -> notices.add(Message.of("intake.totalDiffers", check.cell(), check.stated().yuanText(), check.read().yuanText(),
                            check.stated().minus(check.read()).yuanText())));
        }
        notice(hiddenRows > 0, () -> Message.of("intake.hiddenRows", hiddenRows, hidden));
        notice(unlistedSkips > 0, () -> Message.of("intake.unlistedSkips", unlistedSkips));
        notice(withoutAgency > 0, () -> Message.of("intake.withoutAgency", withoutAgency));
        notice(values.rounded() > 0, () -> Message.of("intake.rounded", values.rounded()));
        notice(unlisted > 0, () -> Message.of("intake.unlisted", unlisted));
        notice(unitAssumed(), () -> Message.of("intake.unitAssumed"));
        errors.sort(java.util.Comparator.comparingInt(error -> Integer.parseInt(error.cell().replaceAll("\\D", ""))));
        return new SheetReading(sheet, kind, header.rows(), unit, unitSource, header.letters(), read, imported, skipRows(), errors, verdict.checks(), notices);
    }

    private void notice(boolean when, java.util.function.Supplier<Message> message) {
        if (when) {
            notices.add(message.get());
        }
    }
}
