package org.lianshen.service.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
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
import org.lianshen.model.performance.UsageBatch;
import org.lianshen.model.performance.UsageFigure;
import org.lianshen.model.performance.UsageMonth;
import org.lianshen.service.Progress;

/** Reads one sheet of monthly usage figures. */
final class UsageSheet extends ListSheet<UsageHead> {

    private static final Pattern MONTH = Pattern.compile("(20\\d{2})(?:[-/.年]|(?=\\d{2}$))(\\d{1,2})月?(?:份)?");
    private static final Pattern YEAR = Pattern.compile("(20\\d{2})(?:年度?)?");
    private static final Pattern MONTH_ALONE = Pattern.compile("(\\d{1,2})(?:月份?)?");

    private final YearMonth latest;
    private final Supplier<UUID> ids;
    private final List<UsageMonth> months = new ArrayList<>();
    private final Map<String, String> keys = new HashMap<>();

    UsageSheet(SourceSheet sheet, YearMonth latest, Supplier<UUID> ids, Progress progress) {
        super(sheet, UsageHead.class, UsageHead.words(), UsageIntake::missing, UsageHead.APPLICATION, UsageHead.UNIT, progress);
        this.latest = latest;
        this.ids = ids;
    }

    /** Dates are kept as they are read, so that a cell of a date and one of text say a month alike. */
    @Override
    String text(UsageHead field, SourceCell cell) {
        LocalDate date = field == UsageHead.MONTH ? DateText.of(cell) : null;
        return date == null ? super.text(field, cell) : YearMonth.from(date).toString();
    }

    @Override
    void row(int row) {
        require(UsageHead.APPLICATION, row, "name.missing", "usage.name");
        if (texts().get(UsageHead.CODE) == null && texts().get(UsageHead.REVIEW_NO) == null && texts().get(UsageHead.UNIT) == null) {
            String place = place(UsageHead.APPLICATION, row);
            error(place, texts().getOrDefault(UsageHead.APPLICATION, ""), "unit.missing", Message.of("usage.who", place));
        }
        LocalDate month = month(row);
        var figures = new EnumMap<UsageFigure, BigDecimal>(UsageFigure.class);
        numbers().forEach((field, number) -> figures.put(field.figure(), number));
        notMore(UsageHead.ACTIVE, UsageHead.REGISTERED, row, "usage.moreActive");
        notMore(UsageHead.GOOD_RATINGS, UsageHead.RATINGS, row, "usage.moreGood");
        if (good() && figures.isEmpty()) {
            String place = place(UsageHead.APPLICATION, row);
            error(place, texts().get(UsageHead.APPLICATION), "figures.missing", Message.of("usage.nothing", place));
        }
        if (!good()) {
            return;
        }
        var read = new UsageMonth(ids.get(), null, name(), row, texts().get(UsageHead.CODE), texts().get(UsageHead.APPLICATION), texts().get(UsageHead.UNIT),
                texts().get(UsageHead.REVIEW_NO), month, figures);
        String place = place(UsageHead.APPLICATION, row);
        String twin = keys.putIfAbsent(read.key(), place);
        if (twin == null) {
            months.add(read);
        } else {
            error(place, read.application(), "usage.duplicate", Message.of("usage.twice", place, read.application(), YearMonth.from(month).toString(), twin));
        }
    }

    /** First day of the month that the row is about; null after an error. */
    private LocalDate month(int row) {
        String place = place(UsageHead.MONTH, row);
        String text = texts().getOrDefault(UsageHead.MONTH, "");
        String plain = HeadText.squeeze(text);
        Matcher whole = MONTH.matcher(plain);
        Matcher alone = MONTH_ALONE.matcher(plain);
        Matcher year = YEAR.matcher(HeadText.squeeze(texts().getOrDefault(UsageHead.YEAR, "")));
        int inYear = 0;
        int month = 0;
        if (whole.matches()) {
            inYear = Integer.parseInt(whole.group(1));
            month = Integer.parseInt(whole.group(2));
        } else if (alone.matches() && year.matches()) {
            inYear = Integer.parseInt(year.group(1));
            month = Integer.parseInt(alone.group(1));
        }
        if (month < 1 || month > 12) {
            error(place, text, "month.text", Message.of(text.isEmpty() ? "usage.noMonth" : "usage.month", place, RowValues.shown(text)));
            return null;
        }
        YearMonth read = YearMonth.of(inYear, month);
        if (read.isAfter(latest)) {
            error(place, text, "month.future", Message.of("usage.future", place, read.toString()));
        }
        return read.atDay(1);
    }

    private void notMore(UsageHead part, UsageHead whole, int row, String key) {
        BigDecimal some = numbers().get(part);
        BigDecimal all = numbers().get(whole);
        if (some != null && all != null && some.compareTo(all) > 0) {
            error(place(part, row), some.toPlainString(), "figures.differ", Message.of(key, place(part, row), some, all));
        }
    }

    @Override
    void finish() {
        super.finish();
        if (hidden() > 0) {
            notices().add(Message.of("intake.hiddenEntries", hidden()));
        }
    }

    List<UsageMonth> months() {
        return months;
    }

    UsageBatch.Sheet reading() {
        return new UsageBatch.Sheet(name(), header().rows(), columns(), rowsRead(), months.size(), skipped(), errors(), notices());
    }
}
