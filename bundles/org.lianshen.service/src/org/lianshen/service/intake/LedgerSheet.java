package org.lianshen.service.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.UserProblem;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.proposal.FundKind;
import org.lianshen.model.proposal.FundShare;
import org.lianshen.model.review.State;
import org.lianshen.service.Progress;

/** Reads one sheet of reviewed projects. */
final class LedgerSheet extends ListSheet<LedgerHead> {

    private static final Pattern YEAR = Pattern.compile("(20\\d{2})(?:年度?)?");
    private static final Pattern YEAR_IN_NUMBER = Pattern.compile(".*[-〔\\[(（](20\\d{2})[-〕\\])）].*");
    private static final Pattern PERCENT = Pattern.compile("([-+]?\\d+(?:\\.\\d+)?)%");
    private static final String BETWEEN = "[;；\\n]+";

    private final Supplier<UUID> ids;
    private final List<LedgerProject> projects = new ArrayList<>();
    private final Map<String, String> reviewNumbers = new HashMap<>();

    LedgerSheet(SourceSheet sheet, Supplier<UUID> ids, Progress progress) {
        super(sheet, LedgerHead.class, LedgerHead.words(), LedgerIntake::missing, LedgerHead.NAME, LedgerHead.UNIT, progress);
        this.ids = ids;
    }

    @Override
    void row(int row) {
        State state = check(row);
        if (good()) {
            projects.add(project(state));
        }
    }

    /** Ratios as decimals and dates as ISO, so that the ledger shows them in its own way; all else as it stands. */
    @Override
    String text(LedgerHead field, SourceCell cell) {
        String text = super.text(field, cell);
        if (field == LedgerHead.SHARING_RATE || field == LedgerHead.OPERATION_RATIO || field == LedgerHead.CUT_RATE || field == LedgerHead.EXECUTION_RATE) {
            Matcher percent = PERCENT.matcher(HeadText.squeeze(text));
            return percent.matches() ? new BigDecimal(percent.group(1)).movePointLeft(2).toPlainString() : text;
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
        String reviewNo = texts().get(LedgerHead.REVIEW_NO);
        if (reviewNo != null) {
            String place = place(LedgerHead.REVIEW_NO, row);
            String before = reviewNumbers.putIfAbsent(HeadText.squeeze(reviewNo), place);
            if (before != null) {
                error(place, reviewNo, "reviewNo.duplicate", Message.of("intake.reviewNoTwice", place, reviewNo, before));
            }
        }
        String stated = texts().get(LedgerHead.STATE);
        String conclusion = texts().get(LedgerHead.CONCLUSION);
        State state = stated == null ? null : Conclusions.state(stated);
        State concluded = conclusion == null ? null : Conclusions.state(conclusion);
        if (conclusion != null && concluded == null) {
            error(place(LedgerHead.CONCLUSION, row), conclusion, "conclusion.unknown", Message.of("intake.conclusionUnknown", place(LedgerHead.CONCLUSION, row), RowValues.shown(conclusion)));
        } else if (state == null && concluded == null && amounts().get(LedgerHead.APPROVED) == null) {
            LedgerHead at = has(LedgerHead.CONCLUSION) ? LedgerHead.CONCLUSION : has(LedgerHead.STATE) ? LedgerHead.STATE : LedgerHead.APPROVED;
            error(place(at, row), "", "conclusion.missing", Message.of("intake.conclusionMissing", place(at, row)));
        }
        return state != null ? state : concluded != null ? concluded : State.APPROVED;
    }

    private LedgerProject project(State state) {
        var more = new EnumMap<LedgerColumn, String>(LedgerColumn.class);
        texts().forEach((field, text) -> keep(more, field, text));
        amounts().forEach((field, money) -> keep(more, field, money.toString()));
        dates().forEach((field, date) -> keep(more, field, date.toString()));
        boolean operating = Conclusions.operating(texts().getOrDefault(LedgerHead.STATE, "")) || texts().containsKey(LedgerHead.FINAL_ACCEPTANCE);
        String conditions = texts().get(LedgerHead.CONDITIONS);
        return new LedgerProject(ids.get(), true, texts().get(LedgerHead.REVIEW_NO), texts().get(LedgerHead.NAME), texts().get(LedgerHead.UNIT_CODE), texts().get(LedgerHead.UNIT),
                texts().get(LedgerHead.DEPARTMENT), word(LedgerHead.CLASS, Conclusions::projectClass), word(LedgerHead.NATURE, Conclusions::nature),
                word(LedgerHead.LEVEL, Conclusions::level), year(), amounts().get(LedgerHead.APPLIED), amounts().get(LedgerHead.APPROVED), state,
                dates().get(LedgerHead.APPROVED_ON), dates().get(LedgerHead.VALID_UNTIL), funds(), texts().get(LedgerHead.PROJECT_CODE), operating,
                conditions == null || state != State.CONDITIONAL ? List.of() : list(conditions, BETWEEN), texts().get(LedgerHead.CONCLUSION),
                list(texts().get(LedgerHead.FUNCTIONS), BETWEEN), more);
    }

    /** A list names sources without their shares: where it names one, all that was approved is its; where it names several, nothing is known of each. */
    private List<FundShare> funds() {
        Money approved = amounts().get(LedgerHead.APPROVED);
        FundKind only = Conclusions.onlyFund(texts().getOrDefault(LedgerHead.FUND_SOURCE, ""));
        return only == null || approved == null || !approved.isPositive() ? List.of() : List.of(new FundShare(year(), only, approved, null));
    }

    private static void keep(Map<LedgerColumn, String> more, LedgerHead field, String text) {
        if (field.column() != null) {
            more.put(field.column(), text);
        }
    }

    private String word(LedgerHead field, UnaryOperator<String> known) {
        String text = texts().get(field);
        String name = text == null ? null : known.apply(text);
        return name == null ? text : name;
    }

    private int year() {
        Matcher stated = YEAR.matcher(texts().getOrDefault(LedgerHead.YEAR, ""));
        if (stated.matches()) {
            return Integer.parseInt(stated.group(1));
        }
        Matcher numbered = YEAR_IN_NUMBER.matcher(texts().getOrDefault(LedgerHead.REVIEW_NO, ""));
        if (numbered.matches()) {
            return Integer.parseInt(numbered.group(1));
        }
        LocalDate approved = dates().get(LedgerHead.APPROVED_ON);
        return approved == null ? 0 : approved.getYear();
    }

    /** Amounts of a list without a unit are yuan only where they can be: nobody reviews projects of some thousand yuan. */
    @Override
    void finish() {
        if (!amountUnitStated() && largest().isPositive() && Money.ofYuan(10_000).moreThan(largest())) {
            throw UserProblem.of("intake.ledgerUnitInDoubt", name(), largest().yuanText());
        }
        super.finish();
        if (hidden() > 0) {
            notices().add(Message.of("intake.hiddenProjects", hidden()));
        }
    }

    List<LedgerProject> projects() {
        return projects;
    }
}
