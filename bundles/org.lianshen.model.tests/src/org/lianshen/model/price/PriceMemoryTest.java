package org.lianshen.model.price;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetKind;

class PriceMemoryTest {

    private static final BigDecimal ALLOWED = new BigDecimal("0.3");

    private static SeenPrice seen(String item, String measure, long yuan) {
        return new SeenPrice(item, "", measure, Money.ofYuan(yuan), BigDecimal.ONE, "项目", 2026, "市教育局", SeenPrice.Source.ESTIMATE, new UUID(1, yuan), "1");
    }

    @Test
    void namesThatDifferInWidthBracketsYearAndWordsOfBuyingAreOne() {
        assertEquals(ItemName.of("数据库软件（企业版）"), ItemName.of("数据库软件采购"));
        assertEquals(ItemName.of("ＡＰＰ开发费"), ItemName.of("2026年度 app开发"));
        assertEquals("等保测评", ItemName.of("等保测评费用"));
        assertEquals("人月", ItemName.measure("人/月"));
        assertFalse(ItemName.of("采购费").isEmpty());
    }

    @Test
    void medianSpreadAndDeviation() {
        PriceSeries series = PriceMemory.of(List.of(seen("数据库", "套", 100), seen("数据库（采购）", "套", 140), seen("数据库", "套", 120), seen("数据库", "套", 157))).series().getFirst();
        assertEquals(4, series.prices().size());
        assertEquals(Money.ofYuan(130), series.median());
        assertEquals(new BigDecimal("1.57"), series.spread().orElseThrow());
        assertEquals(new BigDecimal("0.2077"), series.deviation(Money.ofYuan(157)).orElseThrow());
        assertFalse(series.deviates(Money.ofYuan(169), ALLOWED), "exactly 30 %");
        assertTrue(series.deviates(Money.ofYuan(170), ALLOWED));
        assertTrue(series.deviates(Money.ofYuan(90), ALLOWED), "below counts too");
    }

    @Test
    void twoPricesSayNothingOfEachOther() {
        PriceSeries series = PriceMemory.of(List.of(seen("数据库", "套", 100), seen("数据库", "套", 900))).series().getFirst();
        assertEquals(Money.ofYuan(500), series.median());
        assertTrue(series.deviation(Money.ofYuan(900)).isEmpty());
    }

    @Test
    void unitsOfMeasureAreKeptApartAndSearchFindsTheNearestFirst() {
        PriceMemory memory = PriceMemory.of(List.of(seen("云主机", "台", 100), seen("云主机", "月", 10), seen("高性能云主机租赁", "台", 300)));
        assertEquals(3, memory.series().size());
        assertEquals(Money.ofYuan(10), memory.find("云主机（租赁）", "月").orElseThrow().median());
        assertEquals(List.of("云主机", "云主机", "高性能云主机"), memory.search("云主机").stream().map(PriceSeries::name).toList());
        assertEquals(3, memory.search(" ").size());
        assertEquals(List.of(), memory.search("打印机"));
    }

    @Test
    void budgetLinesTellAPriceOnlyWithAQuantity() {
        var line = new BudgetLine(new UUID(1, 1), new UUID(2, 2), 2027, SheetKind.ANNUAL, "项目", 5,
                Map.of(BudgetField.PROJECT_NAME, "云主机租赁", BudgetField.INITIAL, "1000.00", BudgetField.QUANTITY, "3", BudgetField.MEASURE, "台"), Map.of());
        SeenPrice price = PriceMemory.of(line).orElseThrow();
        assertEquals(Money.ofFen(33333), price.price());
        assertEquals("项目!5", price.place());
        for (String none : List.of("", "若干", "0", "-1")) {
            assertTrue(PriceMemory.of(new BudgetLine(line.id(), line.batch(), 2027, SheetKind.ANNUAL, "项目", 5, Map.of(BudgetField.INITIAL, "1000.00", BudgetField.QUANTITY, none), Map.of())).isEmpty(), none);
        }
    }
}
