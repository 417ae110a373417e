package org.lianshen.model.linkage.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lianshen.model.ledger.LedgerText;

/**
 * What an entry such as 三级/2026-08-01, 符合(2025年3月到期), 未测评 or L3 says of an evaluation.
 *
 * @param level      protection level 1 … 5, 0 where none is named
 * @param validUntil last day of validity, or null
 * @param measuredOn day of the evaluation where the entry names that instead, or null
 */
record Evaluation(int level, Outcome outcome, LocalDate validUntil, LocalDate measuredOn) {

    enum Outcome {
        PASSED, FAILED, NOT_DONE, EXEMPT, UNSTATED
    }

    private static final Pattern LEVEL = Pattern.compile("(?:第)?([一二三四五1-5])级|l([1-5])(?!\\d)");
    private static final String NUMERALS = "一二三四五";
    private static final List<String> FAILED = List.of("不符合", "不通过", "未通过", "不合格", "未达标", "结论为差", "结论:差");
    private static final List<String> NOT_DONE = List.of("未测评", "未评估", "未密评", "未开展", "未做", "未完成", "未进行", "未测", "尚未", "未评");
    private static final List<String> PASSED = List.of("符合", "通过", "合格", "优", "良");
    private static final List<String> UNTIL = List.of("到期", "有效", "截至", "截止", "至20");
    private static final List<String> MEASURED = List.of("测评", "评估", "密评", "报告", "出具", "通过", "完成");

    static Evaluation of(String text) {
        String plain = LedgerText.folded(text);
        Outcome outcome = outcome(plain);
        List<LocalDate> days = LedgerText.days(plain);
        LocalDate last = days.stream().max(LocalDate::compareTo).orElse(null);
        boolean measured = days.size() == 1 && MEASURED.stream().anyMatch(plain::contains) && UNTIL.stream().noneMatch(plain::contains);
        return new Evaluation(level(plain), outcome, measured ? null : last, measured ? last : null);
    }

    /** With the end of validity where only the day of the evaluation was named. */
    Evaluation renewedAfter(Optional<Integer> months) {
        return measuredOn == null || months.isEmpty() ? this : new Evaluation(level, outcome, measuredOn.plusMonths(months.get()), measuredOn);
    }

    private static Outcome outcome(String plain) {
        if (LedgerText.exempt(plain)) {
            return Outcome.EXEMPT;
        }
        return has(plain, FAILED) ? Outcome.FAILED : has(plain, NOT_DONE) ? Outcome.NOT_DONE : has(plain, PASSED) ? Outcome.PASSED : Outcome.UNSTATED;
    }

    private static boolean has(String plain, List<String> words) {
        return words.stream().anyMatch(plain::contains);
    }

    private static int level(String plain) {
        Matcher matcher = LEVEL.matcher(plain);
        if (!matcher.find()) {
            return 0;
        }
        String level = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        int numeral = NUMERALS.indexOf(level);
        return numeral < 0 ? Integer.parseInt(level) : numeral + 1;
    }
}
