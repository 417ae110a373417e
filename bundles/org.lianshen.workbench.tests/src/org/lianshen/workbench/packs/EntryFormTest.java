package org.lianshen.workbench.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianshen.model.pack.PackChange;
import org.lianshen.model.pack.PackPath;
import org.lianshen.model.pack.PackSection;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.form.Field;
import org.lianshen.workbench.text.Language;
import org.lianshen.workbench.text.WorkbenchMessages;

class EntryFormTest {

    private final PackOffice office = new PackOffice();

    private EntryForm form(PackSection section, String key) {
        return new EntryForm(new PackMessages(Language.CHINESE), new WorkbenchMessages(Language.CHINESE), new Texts(Language.CHINESE.locale()), office.shipped.content(), section,
                key == null ? null : PackPath.of(section.path(), key));
    }

    private static EntryForm type(EntryForm form, String field, String text) {
        ((Field<?>) form.form().field(field)).type(text);
        return form;
    }

    private static List<String> changes(EntryForm form) {
        return form.changes().stream().map(EntryFormTest::said).toList();
    }

    private static String said(PackChange change) {
        return change.path() + "=" + change.after();
    }

    @Test
    void nothingTypedIsNoChange() {
        for (PackSection section : List.of(PackSection.PARAMS, PackSection.RULES, PackSection.LISTS, PackSection.BODIES, PackSection.CHECK_ITEMS, PackSection.CALENDAR, PackSection.CLAUSES)) {
            for (String key : office.shipped.content().under(section.path()).names()) {
                EntryForm form = form(section, key);
                assertEquals(List.of(), form.changes(), section + " " + key);
                assertFalse(form.isChanged());
                assertEquals("没有改动", form.missing());
            }
        }
    }

    @Test
    void aParameterIsCheckedByItsUnitAndNeedsAReason() {
        EntryForm form = form(PackSection.PARAMS, "limit.small");
        assertEquals("“三十万”不是这里能用的数：不为负，至多 2 位小数", type(form, "value", "三十万").missing());
        assertTrue(type(form, "value", "300000.001").missing().contains("300000.001"));
        assertTrue(type(form, "value", "-1").missing().contains("-1"));
        assertEquals("请填写“改动理由”", type(form, "value", "300000").missing());
        assertEquals("", type(form, "reason", "市府令").missing());
        assertEquals(List.of("/params/limit.small/value=300000"), changes(form));
        assertTrue(type(form(PackSection.PARAMS, "days.countersign"), "value", "2.5").missing().contains("整数"));
        assertEquals(List.of("/params/review.overdueIsConsent/value=true"), changes(type(form(PackSection.PARAMS, "review.overdueIsConsent"), "value", "true")));
        assertEquals(List.of("/params/review.overdueIsConsent/value="), changes(type(form(PackSection.PARAMS, "review.overdueIsConsent"), "value", "-")));
        assertEquals("没有条文 Q99", type(form(PackSection.PARAMS, "limit.small"), "clause", "Q99").missing());
    }

    @Test
    void wordsAndDaysAreAddedAndTakenAwayOneByOne() {
        assertEquals(List.of("/lists/it.keywords/系统=null", "/lists/it.keywords/大模型=true"), changes(type(form(PackSection.LISTS, "it.keywords"), "words", "信息化\n平台\n\n 大模型 \n大模型")));
        EntryForm year = form(PackSection.CALENDAR, "2026");
        assertEquals("“10月2日”不是日子，应写成 10-01", type(year, "holidays", "01-01\n10-01\n10月2日").missing());
        assertEquals(List.of("/calendar/2026/holidays/10-02=true"), changes(type(year, "holidays", "01-01\n10-01\n10-02")));
    }

    @Test
    void aNewBodyHasACodeOfItsOwn() {
        EntryForm form = form(PackSection.BODIES, null);
        assertEquals("请填写“代码”", form.missing());
        assertTrue(type(form, "code", "audit").missing().contains("大写"), form.missing());
        assertEquals("“FIN”已经有了", type(form, "code", "FIN").missing());
        type(form, "code", "AUDIT");
        type(form, "name", "市审计局");
        type(form, "shortName", "审计");
        type(form, "nameEn", "Audit");
        type(form, "kind", "AUDIT");
        type(form, "checkGroups", "A R");
        type(form, "reason", "市委审计委决定");
        assertEquals("", form.missing());
        assertEquals(PackPath.of("bodies", "AUDIT"), form.path());
        assertEquals(1, form.changes().size());
        assertEquals("name: 市审计局, shortName: 审计, nameEn: Audit, unit: , kind: AUDIT, lead: false, required: false, votes: false, checkGroups: A, R, clause: ",
                form.changes().getFirst().after().toString());
    }

    @Test
    void aRuleIsSwitchedOffAndMadeLighter() {
        EntryForm form = form(PackSection.RULES, "B01");
        type(form, "active", "false");
        type(form, "severity", "W");
        assertEquals(List.of("/rules/B01/active=false", "/rules/B01/severity=W"), changes(form));
    }
}
