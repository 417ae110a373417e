package org.lianshen.service.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lianshen.model.Ids;
import org.lianshen.model.Money;
import org.lianshen.model.UserProblem;
import org.lianshen.model.ledger.CatalogueEntry;
import org.lianshen.model.ledger.CatalogueEntry.Kind;
import org.lianshen.service.Progress;

class CatalogueIntakeTest {

    private static CatalogueIntake.Reading read(Grid grid, Kind kind) {
        return new CatalogueIntake(new Ids(Clock.systemUTC())::next, Progress.NONE).read(grid, "目录.xlsx", kind);
    }

    private static List<String> codes(CatalogueIntake.Reading reading) {
        return reading.sheets().getFirst().errors().stream().map(error -> error.cell() + " " + error.code()).toList();
    }

    @Test
    void columnsInAnyOrderWithAmountsDatesAndCodes() {
        var reading = read(new Grid("表1").row("采购数据目录").row("单位：万元").row("采购单位", "数据名称", "目录编号", "采购金额", "有效期至", "供应商", "共享范围", "数据项", "状态")
                .row("市财政局", "企业工商登记数据", "00017", 30, "2027/12/31", "某公司", "全市共用", "名称；股东、地址", "在用"), Kind.DATA_PURCHASE);
        CatalogueEntry entry = reading.entries().getFirst();
        assertEquals(Kind.DATA_PURCHASE, entry.kind());
        assertEquals("00017", entry.code());
        assertEquals(Money.ofYuan(300_000), entry.amount());
        assertEquals(LocalDate.of(2027, 12, 31), entry.until());
        assertEquals("全市共用", entry.sharing());
        assertEquals(List.of("名称", "股东", "地址"), entry.content());
        assertEquals(List.of(3), reading.sheets().getFirst().headerRows());
        assertEquals("B", reading.sheets().getFirst().columns().get("name"));
        assertEquals(Map.of(Kind.DATA_PURCHASE, 1), reading.sheets().getFirst().counts());
    }

    @Test
    void theKindIsWhatRowSheetOrHeadSay() {
        assertEquals(Kind.SYSTEM, read(new Grid("表1").row("系统名称", "建设单位").row("甲", "市教育局"), null).entries().getFirst().kind());
        assertEquals(Kind.DATA_PURCHASE, read(new Grid("采购数据").row("数据名称", "单位").row("甲", "市教育局"), null).entries().getFirst().kind());
        assertEquals(Kind.MODEL, read(new Grid("算力模型一本账").row("名称", "单位").row("甲", "市教育局"), null).entries().getFirst().kind());
        var rows = read(new Grid("表1").row("名称", "类型", "单位").row("甲", "共性组件", "市数据局").row("乙", "数据资源", "市数据局").row("丙", "资产", "市数据局"), null);
        assertEquals(List.of(Kind.COMPONENT, Kind.DATA, Kind.ASSET), rows.entries().stream().map(CatalogueEntry::kind).toList());
        assertEquals(Kind.ASSET, read(new Grid("系统").row("系统名称", "单位").row("甲", "市教育局"), Kind.ASSET).entries().getFirst().kind(), "as asked");
    }

    @Test
    void aSheetOfWhichNothingSaysTheKindIsRefused() {
        var problem = assertThrows(UserProblem.class, () -> new CatalogueIntake(new Ids(Clock.systemUTC())::next, Progress.NONE).read(new Grid("s").row("名称", "单位").row("甲", "乙"), "a.xlsx", null));
        assertEquals(List.of("intake.noCatalogue", "intake.catalogueKind"), problem.messages().stream().map(message -> message.key()).toList());
    }

    @Test
    void everyErrorNamesItsCell() {
        var reading = read(new Grid("系统").row("系统名称", "单位", "系统编号", "上线日期", "金额（元）", "类型").row(null, "甲", "A", null, 1, null).row("a", null, "B", null, 1, null)
                .row("b", "甲", "C", "去年", 1, null).row("c", "甲", "D", null, "五万", null).row("d", "甲", "E", "2024-01-01", 100000, null).row("e", "甲", "E", null, null, null), null);
        assertEquals(List.of("A2 name.missing", "B3 unit.missing", "D4 date.text", "E5 amount.text", "A7 entry.duplicate"), codes(reading));
        assertEquals(1, reading.entries().size());
        var unknown = read(new Grid("s").row("名称", "单位", "类型").row("a", "甲", "其他"), null);
        assertEquals(List.of("C2 kind.unknown"), codes(unknown));
    }

    @Test
    void headsTotalsAndNotesAreNoEntries() {
        var reading = read(new Grid("系统").row("系统名称", "单位", "状态").row("a", "甲", "在用").row("系统名称", "单位", "状态").row("合计", null, "1").row("注：截至年底"), null);
        assertEquals(1, reading.entries().size());
        assertEquals(List.of("intake.skip.header", "intake.skip.totalRow", "intake.skip.note"),
                reading.sheets().getFirst().skipped().stream().map(row -> row.why().key()).toList());
        assertEquals(List.of(), codes(reading));
    }

    @Test
    void whatIsNoCatalogueIsRefusedWithWhatIsMissing() {
        var problem = assertThrows(UserProblem.class, () -> read(new Grid("系统").row("系统名称", "状态").row("a", "在用"), null));
        assertTrue(problem.messages().stream().anyMatch(message -> message.key().equals("intake.headerLacks")));
    }
}
