package org.lianshen.model.linkage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.SheetKind;

class UnitCodesTest {

    private final Scene scene = new Scene();

    private List<UnitCodes.Learnt> learnt() {
        return UnitCodes.learn(scene.input());
    }

    /** 126001 is 市水利局 in the quotas and 市水旅中心 in the annual sheet; only the ledger knows the first. */
    @Test
    void aNameBesideTheCodeOfAKnownUnitIsThatUnit() {
        scene.project("LS-1", "智慧水务监测平台建设", "市水利局");
        scene.line("市水务事业中心", "智慧水务监测平台", "100000.00", BudgetField.AGENCY_CODE, "126001");
        assertEquals(List.of(), learnt(), "one name tells nothing");
        scene.line(2026, SheetKind.QUOTA, "市水利局", "智慧水务监测平台", "100000.00", BudgetField.AGENCY_CODE, "126001", BudgetField.DOCUMENT_NO, "湖财〔2026〕1号");
        scene.apart();
        assertEquals(List.of(new UnitCodes.Learnt("市水务事业中心", "市水利局", "126001")), learnt());
    }

    @Test
    void aSheetThatHasTheCodeBesideTwoUnitsTellsNothing() {
        scene.project("LS-1", "智慧水务监测平台建设", "市水利局");
        scene.line("市水务事业中心", "智慧水务监测平台", "100000.00", BudgetField.AGENCY_CODE, "126001");
        scene.line("市水利局", "智慧水务监测平台", "100000.00", BudgetField.AGENCY_CODE, "126001");
        assertEquals(List.of(), learnt());
    }

    @Test
    void aNameBesideAnotherCodeTooTellsNothing() {
        scene.project("LS-1", "智慧水务监测平台建设", "市水利局");
        scene.line("市水务事业中心", "智慧水务监测平台", "100000.00", BudgetField.AGENCY_CODE, "126001");
        scene.line("市水务事业中心", "泵站监控", "100000.00", BudgetField.AGENCY_CODE, "126002");
        scene.line(2026, SheetKind.QUOTA, "市水利局", "智慧水务监测平台", "100000.00", BudgetField.AGENCY_CODE, "126001");
        scene.apart();
        assertEquals(List.of(), learnt());
    }

    @Test
    void anotherYearsUnlikeNameMayBeAnotherBody() {
        scene.project("LS-1", "智慧水务监测平台建设", "市水利局");
        scene.line(2025, SheetKind.ANNUAL, "市旅游委", "旅游大数据", "100000.00", BudgetField.AGENCY_CODE, "126001");
        scene.line(2026, SheetKind.ANNUAL, "市水利局", "智慧水务监测平台", "100000.00", BudgetField.AGENCY_CODE, "126001");
        scene.apart();
        assertEquals(List.of(), learnt());
    }

    @Test
    void twoKnownUnitsWithOneCodeAreNotMadeOne() {
        scene.project("LS-1", "智慧水务监测平台建设", "市水利局");
        scene.project("LS-2", "旅游大数据建设", "市旅游委");
        scene.line("市水利局", "智慧水务监测平台", "100000.00", BudgetField.AGENCY_CODE, "126001");
        scene.line(2026, SheetKind.QUOTA, "市旅游委", "旅游大数据", "100000.00", BudgetField.AGENCY_CODE, "126001");
        scene.apart();
        assertEquals(List.of(), learnt());
    }

    @Test
    void whatAnOfficerTookBackIsNotLearntAgain() {
        aNameBesideTheCodeOfAKnownUnitIsThatUnit();
        scene.say(new UnitAlias(new UUID(1, 1), "市水务事业中心", "市水利局", true, "fin", Instant.EPOCH, ""));
        assertEquals(List.of(), learnt());
    }
}
