package org.lianshen.model.linkage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.linkage.ItVerdict.Answer;

/** What officers said goes before what lists and rules say, until it is taken back. */
class OfficerWordsTest {

    private final List<ItWord> it = new ArrayList<>();
    private final List<UnitAlias> units = new ArrayList<>();
    private final BudgetLine canteen = line("智慧食堂系统");
    private final BudgetLine chairs = line("课桌椅");

    private static BudgetLine line(String project) {
        return new BudgetLine(UUID.randomUUID(), UUID.randomUUID(), 2027, SheetKind.ANNUAL, "表", 2,
                Map.of(BudgetField.AGENCY_NAME, "市教育局", BudgetField.PROJECT_NAME, project), Map.of());
    }

    private void say(BudgetLine line, ItWord.Answer answer, String note) {
        it.add(new ItWord(UUID.randomUUID(), LineKey.of(line), line.id(), answer, "王敏", Instant.parse("2026-10-11T18:00:00Z"), note));
    }

    private ItVerdict verdict(BudgetLine line) {
        return new ItClassifier(Packs.city(), it).classify(line, false);
    }

    @Test
    void theNewestWordOnAnItemCountsAndSaysWhoseItIs() {
        assertEquals(Answer.YES, verdict(canteen).answer());
        say(canteen, ItWord.Answer.NOT_IT, "是设备采购");
        assertEquals(Answer.NO, verdict(canteen).answer());
        var reason = verdict(canteen).reasons().getFirst();
        assertEquals("linkage.it.word.because.NOT_IT", reason.key());
        assertEquals(List.of("王敏", "2026-10-12", "是设备采购"), reason.args());
        say(chairs, ItWord.Answer.IT, "");
        assertEquals(Answer.YES, verdict(line("课桌椅")).answer(), "a later line of the same item");
        assertEquals(Answer.NO, verdict(line("课桌椅二")).answer());
    }

    @Test
    void aWordTakenBackLeavesItToTheLists() {
        say(canteen, ItWord.Answer.NOT_IT, "");
        say(canteen, ItWord.Answer.REVOKED, "");
        assertEquals(Answer.YES, verdict(canteen).answer());
        assertFalse(verdict(canteen).reasons().toString().contains("word"));
    }

    private void alias(String alias, String unit, boolean revoked) {
        units.add(new UnitAlias(UUID.randomUUID(), alias, unit, revoked, "王敏", Instant.EPOCH, ""));
    }

    private UnitDirectory directory() {
        return new UnitDirectory(Packs.city(), units);
    }

    @Test
    void namesThatAnOfficerCalledOneUnitAreOneUntilHeTakesItBack() {
        assertFalse(directory().same("数字专班", "市水利局"));
        alias("数字专班", "市水利局", false);
        assertTrue(directory().same("数字专班", "市水利局"));
        assertTrue(directory().same("市水利局", "数字专班"));
        assertEquals(directory().bucket("市水利局"), directory().bucket("数字专班"));
        alias("专班办", "数字专班", false);
        assertTrue(directory().same("专班办", "市水利局"), "an alias of an alias");
        alias("数字专班", "市教育局", false);
        assertFalse(directory().same("数字专班", "市水利局"), "the newest word counts");
        assertTrue(directory().same("专班办", "市教育局"));
        alias("数字专班", "市教育局", true);
        assertFalse(directory().same("数字专班", "市教育局"));
    }

    @Test
    void wordsInACircleEnd() {
        alias("甲中心", "乙中心", false);
        alias("乙中心", "甲中心", false);
        assertTrue(directory().same("甲中心", "乙中心"));
        assertFalse(directory().same("甲中心", "丙中心"));
    }
}
