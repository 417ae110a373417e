package org.lianshen.model.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTextTest {

    @ParameterizedTest
    @CsvSource({ "75%, 0.75", "0.75, 0.75", "75, 0.75", "１００％, 1", "3/4项, 0.75", "2/3, 0.666667", "0, 0", "1, 1" })
    void readsShares(String text, BigDecimal share) {
        assertEquals(0, share.compareTo(LedgerText.share(text).orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "部分", "约75%", "-5%", "3/0" })
    void leavesOtherSharesUnknown(String text) {
        assertEquals(Optional.empty(), LedgerText.share(text));
    }

    @ParameterizedTest
    @CsvSource({ "2026-08-01, 2026-08-01", "三级/2026.8.1, 2026-08-01", "2026年8月1日到期, 2026-08-01", "20260801, 2026-08-01", "2024年2月, 2024-02-29", "(2026-02), 2026-02-28",
            "46235, 2026-08-01", "２０２６/８/１, 2026-08-01" })
    void readsDays(String text, LocalDate day) {
        assertEquals(Optional.of(day), LedgerText.day(text));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "2026", "2026年", "2026-13-01", "2026-02-30", "三级", "12345678901", "99999" })
    void leavesOtherDaysUnknown(String text) {
        assertEquals(Optional.empty(), LedgerText.day(text));
    }

    @Test
    void readsSeveralDaysInTheirOrder() {
        assertEquals(List.of(LocalDate.of(2025, 3, 1), LocalDate.of(2026, 2, 28)), LedgerText.days("2025-03-01测评，有效至2026年2月28日"));
    }

    @Test
    void readsYesAndNo() {
        for (String yes : List.of("是", "已上云", "Y", "有", "√", "双合格", "1", "合格")) {
            assertEquals(Optional.of(true), LedgerText.yes(yes), yes);
        }
        for (String no : List.of("否", "未上云", "不合格", "没有", "N", "×", "无", "0", "尚未")) {
            assertEquals(Optional.of(false), LedgerText.yes(no), no);
        }
        for (String neither : List.of("", "不适用", "无需", "免", "/", "待核", "不涉及", "部分")) {
            assertTrue(LedgerText.yes(neither).isEmpty(), neither);
        }
    }
}
