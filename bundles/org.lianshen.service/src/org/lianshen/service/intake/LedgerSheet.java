package org.lianshen.service.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.budget.AmountUnit;
import org.lianshen.model.budget.SheetReading.CellError;
import org.lianshen.model.budget.SheetReading.SkippedRow;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.proposal.FundKind;
import org.lianshen.model.proposal.FundShare;
import org.lianshen.model.review.State;
import org.lianshen.service.Progress;
import org.lianshen.service.intake.Header.Head;
import org.lianshen.service.intake.SourceCell.Kind;

/** Reads one sheet of reviewed projects. */
final class LedgerSheet {

    private static final Pattern YEAR = Pattern.compile("(20\\d{2})(?:年度?)?");
    private static final Pattern YEAR_IN_NUMBER = Pattern.compile(".*[-〔\\[(（](20\\d{2})[-〕\\])）].*");
    private static final Pattern PERCENT = Pattern.compile("([-+]?\\d+(?:\\.\\d+)?)%");

    private final SourceSheet sheet;
    private final Supplier<UUID> ids;
    private final Progress progress;
    private final HeaderFinder<LedgerHead> finder =
            new HeaderFinder<>(LedgerHead.class, LedgerHead.words(), LedgerIntake::enough, head -> head == LedgerHead.NAME || head == LedgerHead.UNIT ? 3 : 1, head -> false, 0);
    private final List<SourceRow> head = new ArrayList<>();
    private final List<SkippedRow> skipped = new ArrayList<>();
    private final List<CellError> errors = new ArrayList<>();
    private final List<LedgerProject> projects = new ArrayList<>();
    private final List<Message> notices = new ArrayList<>();
    private final Map<String, String> numbers = new HashMap<>();
    private final EnumMap<LedgerHead, String> texts = new EnumMap<>(LedgerHead.class);
    private final EnumMap<LedgerHead, Money> amounts = new EnumMap<>(LedgerHead.class);
    private final EnumMap<LedgerHead, LocalDate> dates = new EnumMap<>(LedgerHead.class);
    private Header<LedgerHead> header;
    private MergedCells merged;
    private AmountUnit unit = AmountUnit.YUAN;
    private boolean unitStated;
    private Money largest = Money.ZERO;
    private boolean started;
    private Message why;
    private int rowsRead;
    private int hidden;

    LedgerSheet(SourceSheet sheet, Supplier<UUID> ids, Progress progress) {
        this.sheet = sheet;
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
        if (why == null) {
            finish();
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
            why = nearest == null ? Message.of("intake.noHeader", sheet.name(), HeaderFinder.ROWS, LedgerIntake.missing(java.util.Set.of()))
                    : Message.of("intake.headerLacks", sheet.name(), Integer.toString(nearest.lastRow()),
                            nearest.columns().values().stream().map(column -> RowValues.shown(column.label())).toList(), LedgerIntake.missing(nearest.columns().keySet()));
        } else if (found.rival() != null) {
            why = Message.of("intake.twoHeaders", sheet.name(), Integer.toString(header.lastRow()), Integer.toString(found.rival().lastRow()));
        } else {
            var captions = Captions.above(head, header.firstRow());
            unitStated = captions.unit() != null || header.columns().entrySet().stream().anyMatch(entry -> entry.getKey().money() && entry.getValue().unit() != null);
            unit = captions.unit() == null ? AmountUnit.YUAN : captions.unit();
            merged = new MergedCells(sheet.merges(), header.lastRow());
            head.stream().filter(row -> row.number() > header.lastRow()).forEach(this::take);
        }
        head.clear();
        return why == null;
    }

    private void take(SourceRow row) {
        if (why != null) {
            return;
        }
        rowsRead++;
        merged.at(row);
        texts.clear();
        amounts.clear();
        dates.clear();
        int before = errors.size();
        header.columns().forEach((field, column) -> {
            SourceCell cell = row.cell(column.column()) != null || field.money() ? row.cell(column.column()) : merged.above(column.column(), row.number());
            if (cell != null && !(cell.text().isBlank() && cell.kind() != Kind.MISSING_VALUE)) {
                value(field, column, cell, row.number());
            }
        });
        if (skips(row)) {
            while (errors.size() > before) {
                errors.removeLast();
            }
            return;
        }
        State state = check(row.number());
        if (errors.size() == before) {
            hidden += row.hidden() ? 1 : 0;
            projects.add(project(state));
        }
    }

    /** Rows that are no projects: repeated heads, totals, notes. */
    private boolean skips(SourceRow row) {
        String name = HeadText.squeeze(texts.getOrDefault(LedgerHead.NAME, ""));
        boolean repeated = header.labels().getOrDefault(header.columns().get(LedgerHead.NAME).column(), List.of()).contains(texts.get(LedgerHead.NAME));
        boolean total = row.cells().stream().limit(4).filter(cell -> cell != null && cell.kind() == Kind.TEXT).map(cell -> HeadText.squeeze(cell.text()))
                .anyMatch(text -> TotalRows.saysTotal(text) || TotalRows.saysPart(text));
        boolean filled = row.cells().stream().filter(cell -> cell != null && !cell.text().isBlank()).count() > 1;
        if (repeated) {
            skipped.add(new SkippedRow(row.number(), Message.of("intake.skip.header")));
        } else if (total && (name.isEmpty() || TotalRows.saysTotal(name) || texts.get(LedgerHead.UNIT) == null)) {
            skipped.add(new SkippedRow(row.number(), Message.of("intake.skip.totalRow")));
        } else if (!filled) {
            skipped.add(new SkippedRow(row.number(), Message.of("intake.skip.note")));
        } else {
            return false;
        }
        return true;
    }

    private void value(LedgerHead field, Head column, SourceCell cell, int row) {
        String place = A1.cell(column.column(), row);
        if (cell.kind() == Kind.MISSING_VALUE) {
            error(place, "", "formula.noValue", Message.of("intake.formulaNoValue", place));
        } else if (cell.kind() == Kind.ERROR) {
            error(place, cell.text(), "cell.error", Message.of("intake.cellError", place, cell.text()));
        } else if (field.money()) {
            money(field, column, cell, place);
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
            texts.put(field, text(field, cell));
        }
    }

    private void money(LedgerHead field, Head column, SourceCell cell, String place) {
        if (cell.kind() == Kind.TEXT && AmountText.blank(cell.text())) {
            return;
        }
        AmountText amount = cell.kind() == Kind.NUMBER ? AmountText.ofNumber(cell.text()) : cell.kind() == Kind.TEXT ? AmountText.of(cell.text()) : null;
        if (amount == null) {
            error(place, cell.text(), "amount.text", Message.of("intake.amountText", place, RowValues.shown(cell.text())));
            return;
        }
        AmountUnit in = column.unit() == null ? unit : column.unit();
        Money money = amount.money(in);
        if (money == null) {
            error(place, cell.text(), "amount.tooLarge", Message.of("intake.amountTooLarge", place, RowValues.shown(cell.text()), Message.of("intake.unit." + in)));
            return;
        }
        largest = money.abs().moreThan(largest) ? money.abs() : largest;
        amounts.put(field, money);
    }

    /** Ratios as decimals and dates as ISO, so that the ledger shows them in its own way; all else as it stands. */
    private static String text(LedgerHead field, SourceCell cell) {
        String text = cell.kind() == Kind.NUMBER ? AmountText.ofNumber(cell.text()).value().stripTrailingZeros().toPlainString() : cell.text().strip();
        if (field == LedgerHead.SHARING_RATE || field == LedgerHead.OPERATION_RATIO || field == LedgerHead.CUT_RATE || field == LedgerHead.EXECUTION_RATE) {
            Matcher percent = PERCENT.matcher(HeadText.squeeze(text));
            return percent.matches() ? new java.math.BigDecimal(percent.group(1)).movePointLeft(2).toPlainString() : text;
        }
        if (field == LedgerHead.FIRST_ACCEPTANCE || field == LedgerHead.FINAL_ACCEPTANCE) {
            LocalDate date = DateText.of(cell);
            return date == null ? text : date.toString();
        }
        return text;
    }

    /** The state that the row means; null after an error. */
    private State check(int row) {
        require(LedgerHead.NAME, row, "name.missing", "intake.ledgerName");
        require(LedgerHead.UNIT, row, "unit.missing", "intake.ledgerUnit");
        String reviewNo = texts.get(LedgerHead.REVIEW_NO);
        if (reviewNo != null) {
            String place = place(LedgerHead.REVIEW_NO, row);
            String before = numbers.putIfAbsent(HeadText.squeeze(reviewNo), place);
            if (before != null) {
                error(place, reviewNo, "reviewNo.duplicate", Message.of("intake.reviewNoTwice", place, reviewNo, before));
            }
        }
        String stated = texts.get(LedgerHead.STATE);
        String conclusion = texts.get(LedgerHead.CONCLUSION);
        State state = stated == null ? null : Conclusions.state(stated);
        State concluded = conclusion == null ? null : Conclusions.state(conclusion);
        if (conclusion != null && concluded == null) {
            error(place(LedgerHead.CONCLUSION, row), conclusion, "conclusion.unknown", Message.of("intake.conclusionUnknown", place(LedgerHead.CONCLUSION, row), RowValues.shown(conclusion)));
        } else if (state == null && concluded == null && amounts.get(LedgerHead.APPROVED) == null) {
            LedgerHead at = header.columns().containsKey(LedgerHead.CONCLUSION) ? LedgerHead.CONCLUSION : header.columns().containsKey(LedgerHead.STATE) ? LedgerHead.STATE : LedgerHead.APPROVED;
            error(place(at, row), "", "conclusion.missing", Message.of("intake.conclusionMissing", place(at, row)));
        }
        return state != null ? state : concluded != null ? concluded : State.APPROVED;
    }

    private void require(LedgerHead field, int row, String code, String key) {
        if (texts.getOrDefault(field, "").isBlank()) {
            error(place(field, row), "", code, Message.of(key, place(field, row)));
        }
    }

    private String place(LedgerHead field, int row) {
        return A1.cell(header.columns().get(field).column(), row);
    }

    private void error(String place, String value, String code, Message message) {
        errors.add(new CellError(sheet.name(), place, value, code, message));
    }

    private LedgerProject project(State state) {
        var more = new EnumMap<LedgerColumn, String>(LedgerColumn.class);
        texts.forEach((field, text) -> keep(more, field, text));
        amounts.forEach((field, money) -> keep(more, field, money.toString()));
        dates.forEach((field, date) -> keep(more, field, date.toString()));
        boolean operating = Conclusions.operating(texts.getOrDefault(LedgerHead.STATE, "")) || texts.containsKey(LedgerHead.FINAL_ACCEPTANCE);
        String conditions = texts.get(LedgerHead.CONDITIONS);
        return new LedgerProject(ids.get(), true, texts.get(LedgerHead.REVIEW_NO), texts.get(LedgerHead.NAME), texts.get(LedgerHead.UNIT_CODE), texts.get(LedgerHead.UNIT),
                texts.get(LedgerHead.DEPARTMENT), word(LedgerHead.CLASS, Conclusions::projectClass), word(LedgerHead.NATURE, Conclusions::nature),
                word(LedgerHead.LEVEL, Conclusions::level), year(), amounts.get(LedgerHead.APPLIED), amounts.get(LedgerHead.APPROVED), state,
                dates.get(LedgerHead.APPROVED_ON), dates.get(LedgerHead.VALID_UNTIL), funds(), texts.get(LedgerHead.PROJECT_CODE), operating,
                conditions == null || state != State.CONDITIONAL ? List.of() : list(conditions), texts.get(LedgerHead.CONCLUSION),
                texts.containsKey(LedgerHead.FUNCTIONS) ? list(texts.get(LedgerHead.FUNCTIONS)) : List.of(), more);
    }

    /** A list names sources without their shares: where it names one, all that was approved is its; where it names several, nothing is known of each. */
    private List<FundShare> funds() {
        Money approved = amounts.get(LedgerHead.APPROVED);
        FundKind only = Conclusions.onlyFund(texts.getOrDefault(LedgerHead.FUND_SOURCE, ""));
        return only == null || approved == null || !approved.isPositive() ? List.of() : List.of(new FundShare(year(), only, approved, null));
    }

    private static void keep(Map<LedgerColumn, String> more, LedgerHead field, String text) {
        if (field.column() != null) {
            more.put(field.column(), text);
        }
    }

    private String word(LedgerHead field, java.util.function.UnaryOperator<String> known) {
        String text = texts.get(field);
        String name = text == null ? null : known.apply(text);
        return name == null ? text : name;
    }

    private int year() {
        Matcher stated = YEAR.matcher(texts.getOrDefault(LedgerHead.YEAR, ""));
        if (stated.matches()) {
            return Integer.parseInt(stated.group(1));
        }
        Matcher numbered = YEAR_IN_NUMBER.matcher(texts.getOrDefault(LedgerHead.REVIEW_NO, ""));
        if (numbered.matches()) {
            return Integer.parseInt(numbered.group(1));
        }
        LocalDate approved = dates.get(LedgerHead.APPROVED_ON);
        return approved == null ? 0 : approved.getYear();
    }

    private static List<String> list(String text) {
        return java.util.Arrays.stream(text.split("[;；\\n]+")).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    private void finish() {
        if (!unitStated && largest.isPositive()) {
            if (Money.ofYuan(10_000).moreThan(largest)) {
                why = Message.of("intake.ledgerUnitInDoubt", sheet.name(), largest.yuanText());
                throw new org.lianshen.model.UserProblem(List.of(why));
            }
            notices.add(Message.of("intake.ledgerUnitAssumed"));
        }
        if (hidden > 0) {
            notices.add(Message.of("intake.hiddenProjects", hidden));
        }
    }

    String name() {
        return sheet.name();
    }

    Header<LedgerHead> header() {
        return header;
    }

    /** Why the sheet was not understood; null where it was. */
    Message why() {
        return why;
    }

    int rowsRead() {
        return rowsRead;
    }

    List<SkippedRow> skipped() {
        return skipped;
    }

    List<CellError> errors() {
        return errors;
    }

    List<LedgerProject> projects() {
        return projects;
    }

    List<Message> notices() {
        return notices;
    }
}
