package org.lianshen.model.linkage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.ledger.CatalogueEntry;
import org.lianshen.model.ledger.CatalogueEntry.Kind;
import org.lianshen.model.ledger.LedgerColumn;

/** B48, B49 and the half of B52 that rests on catalogues of what exists. */
class CatalogueRulesTest {

    private final Scene scene = new Scene();

    private void bought(String unit, String name, String until, String state) {
        scene.existing(new CatalogueEntry(new UUID(4, 99), Kind.DATA_PURCHASE, "SJ-7", name, "", unit, "", "", "某数据公司", Money.parseYuan("300000.00"), null,
                until == null ? null : LocalDate.parse(until), state, "全市共用", List.of("企业基本信息", "股东"), ""));
    }

    private String shown(String rule, String label) {
        return scene.findings(rule).getFirst().evidence().get("linkage.evidence." + label);
    }

    @Test
    void b48FiresForDataThatAnotherUnitHas() {
        bought("市财政局", "企业工商登记数据采购", "2026-01-01", "在用");
        scene.line("市教育局", "企业工商登记数据采购系统", "280000.00");
        assertEquals(List.of("W B48.again"), scene.of("B48"));
        assertEquals("市财政局", shown("B48", "existingUnit"));
        assertEquals("300000.00", shown("B48", "existingAmount"));
        assertEquals("全市共用", shown("B48", "sharing"));
        assertEquals("企业基本信息\n股东", shown("B48", "content"));
    }

    @Test
    void b48HoldsWhereThePurchaseEndedBeforeTheYear() {
        bought("市财政局", "企业工商登记数据采购", "2025-12-31", "在用");
        scene.line("市教育局", "企业工商登记数据采购系统", "280000.00");
        assertEquals(List.of(), scene.of("B48"));
    }

    @Test
    void b48LeavesTheBuyerItselfAndWhatIsNoDataAlone() {
        bought("湖州市教育局", "企业工商登记数据采购", null, "在用");
        scene.line("市教育局", "企业工商登记数据采购系统", "280000.00");
        assertEquals(List.of(), scene.of("B48"));
        bought("市财政局", "企业工商登记平台", null, "");
        scene.line("市教育局", "企业工商登记平台", "280000.00");
        assertEquals(List.of(), scene.of("B48"));
    }

    @Test
    void b48IsSilentForAnEndedPurchaseAndWithoutACatalogue() {
        scene.line("市教育局", "企业工商登记数据采购系统", "280000.00");
        assertEquals(List.of(), scene.of("B48"));
        bought("市财政局", "企业工商登记数据采购", null, "已停用");
        assertEquals(List.of(), scene.of("B48"));
    }

    private Scene.Project accepted(String day) {
        Scene.Project project = scene.project("LS-1", "智慧校园平台升级项目", "市教育局").more(LedgerColumn.FINAL_ACCEPTANCE, day);
        scene.line("市教育局", "智慧校园平台升级项目", "50000.00");
        return project;
    }

    @Test
    void b49FiresForWhatIsStillInUse() {
        accepted("2025-11-20");
        scene.existing(Kind.SYSTEM, "老校园平台", "市教育局", "在用", "", "LS-1", List.of());
        scene.existing(Kind.ASSET, "老服务器", "市教育局", "未处置", "", "智慧校园平台升级项目", List.of());
        scene.existing(Kind.ASSET, "老交换机", "市教育局", "已处置", "", "LS-1", List.of());
        assertEquals(List.of("I B49.left"), scene.of("B49"));
        assertEquals(List.of("智慧校园平台升级项目", "2025-11-20", 2, List.of("老校园平台", "老服务器")), scene.findings("B49").getFirst().message().args().subList(2, 6));
        assertEquals("老校园平台 市教育局 在用\n老服务器 市教育局 未处置", shown("B49", "replaced"));
    }

    @Test
    void b49HoldsUntilTheAcceptance() {
        scene.existing(Kind.SYSTEM, "老校园平台", "市教育局", "在用", "", "LS-1", List.of());
        Scene.Project project = accepted("2025-11-21");
        assertEquals(List.of(), scene.of("B49"));
        project.more(LedgerColumn.FINAL_ACCEPTANCE, "");
        assertEquals(List.of(), scene.of("B49"));
    }

    @Test
    void b49IsSilentWhenAllIsDisposedOfOrBelongsToOthers() {
        accepted("2025-11-01");
        scene.existing(Kind.ASSET, "老交换机", "市教育局", "已处置", "", "LS-1", List.of());
        scene.existing(Kind.ASSET, "别家服务器", "市公安局", "在用", "", "智慧校园平台升级项目", List.of());
        scene.existing(Kind.SYSTEM, "老食堂系统", "市教育局", "在用", "", "LS-9", List.of());
        assertEquals(List.of(), scene.of("B49"));
    }

    private void model(String name) {
        scene.project("LS-7", "政务大模型应用项目", "市数据局");
        scene.line("市数据局", "政务大模型应用平台", "900000.00", BudgetField.REVIEW_NO, "LS-7");
        scene.existing(Kind.MODEL, name, "市数据局", "在用");
    }

    @Test
    void b52FiresForAModelThatTheLedgerDoesNotHave() {
        model("视频识别算法");
        assertEquals(List.of("W B52.unregistered"), scene.of("B52"));
        assertEquals(List.of("政务大模型应用项目", 1), scene.findings("B52").getFirst().message().args().subList(2, 4));
        assertEquals("大模型", shown("B52", "words"));
    }

    @Test
    void b52HoldsForARegisteredModel() {
        model("政务大模型应用");
        assertEquals(List.of(), scene.of("B52"));
    }

    @Test
    void b52FindsAModelByTheNumberOfItsProjectAndIsSilentWithoutTheLedger() {
        scene.project("LS-7", "政务大模型应用项目", "市数据局");
        scene.line("市数据局", "政务大模型应用平台", "900000.00", BudgetField.REVIEW_NO, "LS-7");
        scene.existing(Kind.SYSTEM, "别的", "市数据局", "在用");
        assertEquals(List.of(), scene.of("B52"));
        scene.existing(Kind.MODEL, "湖问", "市数据局", "在用", "LS-7", "", List.of());
        assertEquals(List.of(), scene.of("B52"));
    }
}
