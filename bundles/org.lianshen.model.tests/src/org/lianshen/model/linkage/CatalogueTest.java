package org.lianshen.model.linkage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lianshen.model.ledger.CatalogueEntry;
import org.lianshen.model.ledger.CatalogueEntry.Kind;

/** What exists already is found by number, by unit and name, and by name alone. */
class CatalogueTest {

    private final Scene scene = new Scene();

    private Catalogue catalogue() {
        CheckInput input = scene.input();
        return new Catalogue(input.catalogue(), new ProjectIndex(input.projects(), input.pack()), input.pack());
    }

    private CheckedLine line(String unit, String name) {
        var line = scene.line(unit, name, "1.00");
        return LinkageCheck.lines(scene.input()).stream().filter(each -> each.line().id().equals(line.id())).findFirst().orElseThrow();
    }

    @Test
    void aProjectIsFoundByItsNumberWhateverTheEntryIsCalled() {
        Scene.Project project = scene.project("LS-330500-2022-0001", "智慧校园平台建设项目", "市教育局").built();
        CatalogueEntry entry = scene.existing(Kind.SYSTEM, "湖州教育在线", "市教育局", "在用", "ls-330500-2022-0001", "", List.of());
        assertEquals(Optional.of(entry), catalogue().entry(Kind.SYSTEM, project.get()));
        assertEquals(Optional.empty(), catalogue().entry(Kind.MODEL, project.get()));
    }

    @Test
    void aProjectIsFoundByUnitAndName() {
        Scene.Project project = scene.project("LS-1", "湖州市教育局智慧校园平台建设项目", "湖州市教育局").built();
        scene.existing(Kind.SYSTEM, "智慧校园平台", "市公安局", "在用");
        CatalogueEntry own = scene.existing(Kind.SYSTEM, "智慧校园平台", "市教育局", "在用");
        assertEquals(Optional.of(own), catalogue().entry(Kind.SYSTEM, project.get()));
    }

    @Test
    void anOperationLineIsFoundByTheNameOfItsSystem() {
        CatalogueEntry own = scene.existing(Kind.SYSTEM, "智慧校园平台", "市教育局", "在用");
        assertEquals(Optional.of(own), catalogue().entry(Kind.SYSTEM, line("湖州市教育局", "2026年智慧校园平台运维服务")));
        assertEquals(Optional.empty(), catalogue().entry(Kind.SYSTEM, line("市公安局", "智慧校园平台运维")));
        assertEquals(Optional.empty(), catalogue().entry(Kind.SYSTEM, line("市教育局", "教育资源公共服务平台运维")));
    }

    @Test
    void likeNamesOfAnyUnitAreFoundTheLikestFirst() {
        scene.existing(Kind.DATA_PURCHASE, "企业工商登记数据采购项目", "市财政局", "");
        scene.existing(Kind.DATA_PURCHASE, "气象数据服务", "市水利局", "");
        List<CatalogueEntry> like = catalogue().like(Kind.DATA_PURCHASE, "2026年企业工商登记数据采购", "市经信局");
        assertEquals(List.of("企业工商登记数据采购项目"), like.stream().map(CatalogueEntry::name).toList());
    }

    @Test
    void aCatalogueThatWasNeverImportedIsNotKnown() {
        assertFalse(catalogue().knows(Kind.SYSTEM));
        scene.existing(Kind.SYSTEM, "智慧校园平台", "市教育局", "在用");
        assertTrue(catalogue().knows(Kind.SYSTEM));
        assertFalse(catalogue().knows(Kind.MODEL));
        assertEquals(List.of(), catalogue().like(Kind.MODEL, "政务大模型", "市数据局"));
    }

    @Test
    void whatIsStillToBeEndedIsNotEnded() {
        assertTrue(catalogue().ended(scene.existing(Kind.SYSTEM, "甲系统", "市教育局", "已停用")));
        assertTrue(catalogue().ended(scene.existing(Kind.ASSET, "乙", "市教育局", "已处置(2025)")));
        assertFalse(catalogue().ended(scene.existing(Kind.ASSET, "丙", "市教育局", "未处置")));
        assertFalse(catalogue().ended(scene.existing(Kind.SYSTEM, "丁", "市教育局", "拟注销")));
        assertFalse(catalogue().ended(scene.existing(Kind.SYSTEM, "戊", "市教育局", "")));
    }
}
