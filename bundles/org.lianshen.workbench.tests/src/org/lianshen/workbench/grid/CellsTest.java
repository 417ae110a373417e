package org.lianshen.workbench.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianshen.model.Money;
import org.lianshen.service.table.Column;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.text.Language;
import org.lianshen.workbench.text.WorkbenchMessages;

class CellsTest {

    private final Cells cells = new Cells(new Texts(Language.CHINESE.locale()), new WorkbenchMessages(Language.CHINESE));

    private static Column<Object> column(Column.Type type) {
        return new Column<>("c", "ledger.column.NAME", type, 10, row -> row);
    }

    @Test
    void amountsAreShownInWanAndSaidExactlyOnHover() {
        Column<Object> money = column(Column.Type.MONEY);
        Money amount = Money.parseYuan("12345678.91");
        assertEquals("1,234.57", cells.text(money, amount));
        assertEquals("12,345,678.91 元", cells.hover(money, amount));
        assertEquals("−1,234.57", cells.text(money, amount.negated()));
        assertTrue(cells.negative(amount.negated()));
        assertFalse(cells.negative(amount));
        assertTrue(cells.rightAligned(money));
    }

    @Test
    void whatIsCopiedIsANumberToASpreadsheet() {
        assertEquals("-1234.567891", cells.copied(column(Column.Type.MONEY), Money.parseYuan("-12345678.91")));
        assertEquals("-0.5", cells.copied(column(Column.Type.NUMBER), new BigDecimal("-0.5")));
        assertEquals("a b", cells.copied(column(Column.Type.TEXT), "a\tb"));
        assertEquals("", cells.copied(column(Column.Type.TEXT), null));
    }

    @Test
    void otherValuesByTheirType() {
        assertEquals("78.05%", cells.text(column(Column.Type.PERCENT), new BigDecimal("0.7805")));
        assertEquals("−3.50", cells.text(column(Column.Type.NUMBER), new BigDecimal("-3.50")));
        assertEquals("2026-11-21", cells.text(column(Column.Type.DATE), LocalDate.of(2026, 11, 21)));
        assertEquals("", cells.text(column(Column.Type.TEXT), null));
        assertEquals("已批复", cells.text(column(Column.Type.STATE), new Column.Mark("review.state.APPROVED", Column.Tone.OK, null)));
    }

    @Test
    void aMarkHasAnIconEvenWhereItNamesNoneOrAnUnknownOne() {
        assertEquals(Icon.HOURGLASS_SPLIT, Cells.icon(new Column.Mark("x", Column.Tone.INFO, "hourglass-split")));
        assertEquals(Icon.CHECK_CIRCLE, Cells.icon(new Column.Mark("x", Column.Tone.OK, null)));
        assertEquals(Icon.EXCLAMATION_OCTAGON, Cells.icon(new Column.Mark("x", Column.Tone.BLOCK, "no-such-icon")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1,234.50|1234500000", "１，２３４．５|1234500000", "−80|-80000000", "  0.000001 |1", ".5|500000", "12，3456.78|123456780000"})
    void typedAmountsAreReadAsPeopleWriteThem(String typed, long fen) throws Edit.Refused {
        assertEquals(Money.ofFen(fen), Typed.money(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"约100", "1.2.3", "1E3", "--5", "9999999999999999999", "1,0,0", "6,38", "1,,000"})
    void whatIsNoAmountIsRefused(String typed) {
        assertThrows(Edit.Refused.class, () -> Typed.money(typed));
    }
}
