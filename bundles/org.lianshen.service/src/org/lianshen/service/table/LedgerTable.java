package org.lianshen.service.table;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.lianshen.model.Money;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.ledger.LedgerRow;
import org.lianshen.model.review.State;
import org.lianshen.service.table.Column.Mark;
import org.lianshen.service.table.Column.Tone;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.text.Texts;

/** The one ledger (一本账) as a table: the 36 columns of domain.md §9.1 in their order, for grid, export and print. What is not known is an empty cell. */
public final class LedgerTable {

    /** Amounts that a row knows only as {@link LedgerProject#more}. */
    private static final Set<LedgerColumn> MORE_MONEY = EnumSet.of(LedgerColumn.CONTRACT_AMOUNT, LedgerColumn.OPERATION_COST);
    private static final Set<LedgerColumn> MORE_DATES = EnumSet.of(LedgerColumn.FIRST_ACCEPTANCE, LedgerColumn.FINAL_ACCEPTANCE);
    private static final Set<LedgerColumn> MORE_RATIOS = EnumSet.of(LedgerColumn.SHARING_RATE, LedgerColumn.OPERATION_RATIO);

    private final Texts texts;

    /** @param texts for words inside values, in the language of the reader */
    public LedgerTable(Texts texts) {
        this.texts = texts;
    }

    public TableSpec<LedgerRow> spec() {
        return new TableSpec<>("ledger", "table.ledger.title", Arrays.stream(LedgerColumn.values()).map(this::column).toList());
    }

    /** The sheet of an export. */
    public TableWriter.Sheet<LedgerRow> sheet(List<LedgerRow> rows, LocalDate asOf) {
        return sheet(spec(), rows, asOf);
    }

    /** The same with other columns, or fewer. */
    public TableWriter.Sheet<LedgerRow> sheet(TableSpec<LedgerRow> columns, List<LedgerRow> rows, LocalDate asOf) {
        return new TableWriter.Sheet<>(texts.get("table.sheet.ledger"), columns, rows, List.of(texts.get("table.ledger.note", asOf)));
    }

    private Column<LedgerRow> column(LedgerColumn column) {
        return new Column<>(column.name(), "ledger.column." + column.name(), type(column), width(column), row -> value(column, row));
    }

    private static Type type(LedgerColumn column) {
        return switch (column) {
            case REVIEW_NO, PROJECT_CODE -> Type.CODE;
            case APPLIED, APPROVED, INITIAL_BUDGET, FINAL_BUDGET, PAID, CONTRACT_AMOUNT, OPERATION_COST -> Type.MONEY;
            case CUT_RATE, EXECUTION_RATE, SHARING_RATE, OPERATION_RATIO -> Type.PERCENT;
            case VALID_UNTIL, FIRST_ACCEPTANCE, FINAL_ACCEPTANCE -> Type.DATE;
            case YEAR -> Type.NUMBER;
            case STATE -> Type.STATE;
            default -> Type.TEXT;
        };
    }

    private static int width(LedgerColumn column) {
        return switch (column) {
            case NAME -> 44;
            case UNIT, DEPARTMENT, SUPPLIER, CONCLUSION, FUND_SOURCE -> 24;
            case PROJECT_CODE -> 22;
            case REVIEW_NO -> 19;
            case APPLIED, APPROVED, INITIAL_BUDGET, FINAL_BUDGET, PAID, PERFORMANCE -> 12;
            case FINDINGS -> 20;
            case YEAR, CUT_RATE, EXECUTION_RATE, SHARING_RATE, OPERATION_RATIO, ON_CLOUD, DOMESTIC, DUAL_PASS, LEVEL -> 9;
            default -> 14;
        };
    }

    private Object value(LedgerColumn column, LedgerRow row) {
        LedgerProject project = row.project();
        return switch (column) {
            case REVIEW_NO -> project.reviewNo();
            case NAME -> project.name();
            case UNIT -> project.unit();
            case DEPARTMENT -> project.department();
            case CLASS -> choice("PROJECT_CLASS", project.projectClass());
            case NATURE -> choice("NATURE", project.nature());
            case LEVEL -> choice("LEVEL", project.level());
            case YEAR -> project.year() == 0 ? null : project.year();
            case APPLIED -> project.applied();
            case APPROVED -> project.approved();
            case CUT_RATE -> cutRate(project);
            case CONCLUSION -> project.decision();
            case VALID_UNTIL -> project.validUntil();
            case FUND_SOURCE -> fundSource(project);
            case PROJECT_CODE -> project.projectCode();
            case INITIAL_BUDGET -> row.initialBudget();
            case FINAL_BUDGET -> row.budgeted();
            case PAID -> row.paid();
            case EXECUTION_RATE -> ratio(row.paid(), row.budgeted());
            case PERFORMANCE -> performance(row);
            case FINDINGS -> row.blocking() + row.warnings() == 0 ? null : texts.get(row.blocking() > 0 ? "table.countsBlocked" : "table.counts", row.blocking(), row.warnings());
            case STATE -> mark(project.state());
            default -> more(column, project.more(column));
        };
    }

    /** A word that is no name of a choice stands as it was imported. */
    private String choice(String field, String name) {
        if (name == null || name.isEmpty()) {
            return null;
        }
        String key = "proposal.choice." + field + "." + name;
        return texts.has(key) ? texts.get(key) : name;
    }

    private static BigDecimal cutRate(LedgerProject project) {
        Money applied = project.applied();
        Money approved = project.approved();
        return applied == null || approved == null ? null : ratio(applied.minus(approved), applied);
    }

    private static BigDecimal ratio(Money part, Money whole) {
        return part == null || whole == null || !whole.isPositive() ? null : part.ratioTo(whole, 6);
    }

    private String fundSource(LedgerProject project) {
        String imported = project.more(LedgerColumn.FUND_SOURCE);
        return imported.isEmpty()
                ? project.funds().stream().map(share -> texts.get("proposal.fund." + share.kind().name())).distinct().collect(Collectors.joining(texts.get("common.listSeparator")))
                : imported;
    }

    private String performance(LedgerRow row) {
        if (row.score() == null) {
            return row.grade() == null ? row.project().more(LedgerColumn.PERFORMANCE) : texts.get("performance.grade." + row.grade().name());
        }
        return row.grade() == null ? row.score().toPlainString() : texts.get("table.grade", row.score().toPlainString(), texts.get("performance.grade." + row.grade().name()));
    }

    /** Canonical text as the kind of the column; what is not of the kind stays text. */
    private static Object more(LedgerColumn column, String text) {
        try {
            if (text.isEmpty()) {
                return null;
            }
            if (MORE_MONEY.contains(column)) {
                return Money.parseYuan(text);
            }
            if (MORE_DATES.contains(column)) {
                return LocalDate.parse(text);
            }
            return MORE_RATIOS.contains(column) ? new BigDecimal(text) : text;
        } catch (ArithmeticException | NumberFormatException | DateTimeException notOfTheKind) {
            return text;
        }
    }

    private static Mark mark(State state) {
        return state == null ? null : switch (state) {
            case APPROVED -> new Mark("review.state.APPROVED", Tone.OK, "check-circle");
            case CONDITIONAL -> new Mark("review.state.CONDITIONAL", Tone.WARN, "clipboard-check");
            case REJECTED -> new Mark("review.state.REJECTED", Tone.BLOCK, "x-circle");
            case EXPIRED -> new Mark("review.state.EXPIRED", Tone.BLOCK, "clock");
            case RETURNED -> new Mark("review.state.RETURNED", Tone.WARN, "arrow-clockwise");
            case DEFERRED -> new Mark("review.state.DEFERRED", Tone.WARN, "pause-circle");
            case SUBMITTED -> new Mark("review.state.SUBMITTED", Tone.INFO, "send");
            case PRE_REJECTED -> new Mark("review.state.PRE_REJECTED", Tone.WARN, "exclamation-triangle");
            case COUNTERSIGN -> new Mark("review.state.COUNTERSIGN", Tone.INFO, "pen");
            case EXPERT_REVIEW -> new Mark("review.state.EXPERT_REVIEW", Tone.INFO, "person");
            case READY_TO_CONCLUDE -> new Mark("review.state.READY_TO_CONCLUDE", Tone.INFO, "check-circle");
            case READY_FOR_MEETING -> new Mark("review.state.READY_FOR_MEETING", Tone.INFO, "people");
            case DRAFT -> new Mark("review.state.DRAFT", Tone.MUTED, "pencil-square");
            case MERGED -> new Mark("review.state.MERGED", Tone.MUTED, "signpost-split");
            case WITHDRAWN -> new Mark("review.state.WITHDRAWN", Tone.MUTED, "dash-circle");
        };
    }
}
