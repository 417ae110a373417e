package org.lianshen.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @Test
    void yuanAndWanAreExact() {
        assertEquals(123_450, Money.parseYuan("1234.50").fen());
        assertEquals(12_345_600, Money.ofWan(new BigDecimal("12.3456")).fen());
        assertEquals(new BigDecimal("12.345600"), Money.ofFen(12_345_600).wan());
        assertEquals("1234.50", Money.ofFen(123_450).toString());
        assertEquals(Money.ofWan(1), Money.ofYuan(10_000));
    }

    @ParameterizedTest
    @CsvSource({"0.0000005,1", "0.0000004,0", "-0.0000005,-1", "1.2345675,1234568"})
    void wanIsRoundedHalfUpToTheFen(String wan, long fen) {
        assertEquals(fen, Money.ofWan(new BigDecimal(wan)).fen());
    }

    @ParameterizedTest
    @CsvSource({"0,0.00", "100,0.00", "500000,0.50", "123450000000,'123,450.00'", "-123450000000,'−123,450.00'", "99999950000,'99,999.95'", "99999999999,'100,000.00'",
        "99900000000,'99,900.00'", "100000000000,'100,000.00'"})
    void wanTextIsGroupedWithTwoDecimals(long fen, String text) {
        assertEquals(text, Money.ofFen(fen).wanText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.005", "一百", "", "1,000"})
    void whatIsNoAmountOfFenIsRefused(String text) {
        assertThrows(RuntimeException.class, () -> Money.parseYuan(text));
    }

    @Test
    void anOverflowIsNeverSilent() {
        assertThrows(ArithmeticException.class, () -> Money.ofFen(Long.MAX_VALUE).plus(Money.ofFen(1)));
        assertThrows(ArithmeticException.class, () -> Money.ofYuan(Long.MAX_VALUE));
        assertThrows(ArithmeticException.class, () -> Money.ofFen(Long.MIN_VALUE).negated());
        assertThrows(ArithmeticException.class, () -> Money.ofFen(Long.MAX_VALUE).times(BigDecimal.TEN));
    }

    @Test
    void sumsAgreeWithExactDecimals() {
        var random = new Random(7);
        for (int run = 0; run < 200; run++) {
            List<Money> amounts = random.longs(20, -1_000_000_000L, 1_000_000_000L).mapToObj(Money::ofFen).toList();
            BigDecimal exact = amounts.stream().map(Money::yuan).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertEquals(exact, Money.sum(amounts).yuan());
        }
    }

    @Test
    void ratiosAreRoundedOnce() {
        assertEquals(new BigDecimal("0.3333"), Money.ofYuan(1).ratioTo(Money.ofYuan(3), 4));
        assertEquals(Money.ofFen(33), Money.ofYuan(1).times(new BigDecimal("0.333")));
        assertThrows(ArithmeticException.class, () -> Money.ofYuan(1).ratioTo(Money.ZERO, 2));
        assertTrue(Money.ofFen(2).moreThan(Money.ofFen(1)));
    }
}
