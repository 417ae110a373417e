package org.lianshen.service.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lianshen.model.Ids;
import org.lianshen.model.UserProblem;
import org.lianshen.model.performance.UsageFigure;
import org.lianshen.model.performance.UsageMonth;
import org.lianshen.service.Progress;

class UsageIntakeTest {

    private static UsageIntake.Reading read(Grid grid) {
        return new UsageIntake(YearMonth.of(2026, 6), new Ids(Clock.systemUTC())::next, Progress.NONE).read(grid, "使用.xlsx");
    }

    private static List<String> codes(UsageIntake.Reading reading) {
        return reading.sheets().getFirst().errors().stream().map(error -> error.cell() + " " + error.code()).toList();
    }

    @Test
    void figuresAreReadAsWritten() {
        var reading = read(new Grid("使用情况").row("应用使用情况月报").row("月份", "应用编码", "应用名称", "注册用户数", "月活", "登录次数", "调用量", "评价数", "好评数", "可用率", "安全事件", "备注")
                .row("2026年5月", "00017", "智慧水务", "1,000", 420, "8400", "3万", "—", null, "99.95%", 0, "x"));
        UsageMonth month = reading.months().getFirst();
        assertEquals("00017", month.code());
        assertEquals(LocalDate.of(2026, 5, 1), month.month());
        assertEquals(Map.of(UsageFigure.REGISTERED, new BigDecimal(1000), UsageFigure.ACTIVE, new BigDecimal(420), UsageFigure.LOGINS, new BigDecimal(8400), UsageFigure.CALLS,
                new BigDecimal(30000), UsageFigure.UPTIME, new BigDecimal("99.95"), UsageFigure.INCIDENTS, new BigDecimal(0)), month.figures());
        assertEquals("使用情况", month.sheet());
        assertEquals(3, month.row());
        assertEquals(List.of(), codes(reading));
    }

    @Test
    void monthsAreReadInTheirForms() {
        var reading = read(new Grid("s").row("应用名称", "单位", "年度", "月份", "月活").row("甲", "乙", null, "2026-05", 1).row("甲", "乙", null, "2026/4", 1).row("甲", "乙", null, "202603", 1)
                .row("甲", "乙", null, 202602, 1).row("甲", "乙", null, "2026-01-15", 1).row("甲", "乙", "2025年", "12月", 1).row("甲", "乙", 2025, 11, 1).row("甲", "乙", null, "2025.10月份", 1));
        assertEquals(List.of(), codes(reading));
        assertEquals(List.of("2026-05", "2026-04", "2026-03", "2026-02", "2026-01", "2025-12", "2025-11", "2025-10"),
                reading.months().stream().map(month -> YearMonth.from(month.month()).toString()).toList());
    }

    @Test
    void aShareIsReadFromSignFormatAndHundredth() {
        var reading = read(new Grid("s").row("应用名称", "单位", "月份", "可用率").row("a", "乙", "2026-01", "99.5%").row("b", "乙", "2026-01", Grid.formatted("0.995", "0.00%")).row("c", "乙", "2026-01", 0.995)
                .row("d", "乙", "2026-01", 99.5).row("e", "乙", "2026-01", "100.5").row("f", "乙", "2026-01", "高"));
        assertEquals(List.of("99.5", "99.5", "99.5", "99.5"), reading.months().stream().map(month -> month.figures().get(UsageFigure.UPTIME).toPlainString()).toList());
        assertEquals(List.of("D6 percent.text", "D7 percent.text"), codes(reading));
    }

    @Test
    void everyErrorNamesItsCell() {
        var reading = read(new Grid("s").row("应用名称", "单位", "月份", "注册用户", "月活", "评价数", "好评数").row(null, "乙", "2026-01", 10, 5, null, null).row("a", null, "2026-01", 10, 5, null, null)
                .row("a", "乙", null, 10, 5, null, null).row("a", "乙", "一季度", 10, 5, null, null).row("a", "乙", "2026-07", 10, 5, null, null).row("a", "乙", "2026-13", 10, 5, null, null)
                .row("a", "乙", "2026-01", 10, 11, null, null).row("a", "乙", "2026-01", 10, 5, 3, 4).row("a", "乙", "2026-01", 1.5, -5, "很多", null).row("a", "乙", "2026-01")
                .row("a", "乙", "2026-01", 10, 5, null, null).row("a", "乙", "2026-01", 10, 6, null, null));
        assertEquals(List.of("A2 name.missing", "A3 unit.missing", "C4 month.text", "C5 month.text", "C6 month.future", "C7 month.text", "E8 figures.differ", "G9 figures.differ",
                "D10 count.text", "E10 count.text", "F10 count.text", "A11 figures.missing", "A13 usage.duplicate"), codes(reading));
        assertEquals(1, reading.months().size());
    }

    @Test
    void headsTotalsAndNotesAreNoMonths() {
        var reading = read(new Grid("s").row("应用名称", "月份", "编码", "月活").row("a", "2026-01", "X1", 5).row("应用名称", "月份", "编码", "月活").row("合计", null, null, 5).row("注：不含试运行"));
        assertEquals(List.of("intake.skip.header", "intake.skip.totalRow", "intake.skip.note"), reading.sheets().getFirst().skipped().stream().map(row -> row.why().key()).toList());
        assertEquals(List.of(), codes(reading));
        assertEquals(1, reading.months().size());
    }

    @Test
    void whatHasNoFiguresIsRefusedWithWhatIsMissing() {
        var problem = assertThrows(UserProblem.class, () -> read(new Grid("s").row("应用名称", "单位", "月份").row("a", "乙", "2026-01")));
        assertEquals(List.of("usage.none", "intake.headerLacks"), problem.messages().stream().map(message -> message.key()).toList());
    }
}
