package org.lianshen.workbench.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianshen.model.Money;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.text.Language;
import org.lianshen.workbench.text.WorkbenchMessages;

class FormModelTest {

    private final FormModel form = new FormModel(new WorkbenchMessages(Language.CHINESE));
    private final FormModel.Section section = form.section("basics", "基本信息");

    @Test
    void saysWhatIsMissingFirst() {
        Field<String> name = section.add(Field.text("name", "项目名称").required());
        Field<Money> amount = section.add(Field.money("amount", "申报金额").required().check(money -> money.isPositive() ? null : "申报金额应大于零"));
        assertEquals("请填写“项目名称”", form.missing());
        assertEquals(Tone.BLOCK, section.tone());
        name.type("智慧水务");
        assertEquals("请填写“申报金额”", form.missing());
        amount.type("约 100");
        assertTrue(form.missing().contains("约 100"), form.missing());
        amount.type("-3");
        assertEquals("申报金额应大于零", form.missing());
        amount.type("1,280.50");
        assertEquals("", form.missing());
        assertEquals(Money.ofYuan(12_805_000), amount.value());
        assertEquals(Tone.OK, section.tone());
    }

    @Test
    void aToneFoundElsewhereIsShownWhenTheFieldsAreInOrder() {
        Field<String> name = section.add(Field.text("name", "项目名称").required());
        section.setTone(Tone.WARN);
        assertEquals(Tone.BLOCK, section.tone());
        name.set("智慧水务");
        assertEquals(Tone.WARN, section.tone());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21", "2026.11.21", "2026/11/21", "20261121", "2026年11月21日", " 2026-11-21 "})
    void datesAreReadAsPeopleWriteThem(String typed) {
        Field<LocalDate> date = section.add(Field.date("from", "计划开工"));
        date.type(typed);
        assertEquals(LocalDate.of(2026, 11, 21), date.value());
        assertNull(form.problem(date));
    }

    @Test
    void aDayThatIsNoneIsRefusedAndTheLastValueStays() {
        Field<LocalDate> date = section.add(Field.date("from", "计划开工").value(LocalDate.of(2026, 1, 1)));
        date.type("2026-02-30");
        assertTrue(form.problem(date).contains("2026-02-30"));
        assertTrue(date.isUnreadable());
        assertEquals(LocalDate.of(2026, 1, 1), date.value());
        date.type("");
        assertNull(date.value());
        assertNull(form.problem(date));
    }

    @Test
    void aHiddenFieldIsNotAskedFor() {
        Field<String> kind = section.add(Field.choice("kind", "使用方式", List.of(new Field.Choice("one", "一人"), new Field.Choice("many", "多人"))));
        Field<String> name = section.add(Field.text("name", "管理员").required());
        kind.onChange(now -> name.setShown("many".equals(now)));
        name.setShown(false);
        assertEquals("", form.missing());
        kind.type("many");
        assertEquals("请填写“管理员”", form.missing());
    }

    @Test
    void tellsOfEachChangeOnce() {
        Field<String> name = section.add(Field.text("name", "项目名称"));
        List<String> heard = new ArrayList<>();
        form.onChange(() -> heard.add(name.typed()));
        name.type("智慧");
        name.type("智慧");
        name.set("智慧水务");
        name.set("智慧水务");
        assertEquals(List.of("智慧", "智慧水务"), heard);
    }
}
