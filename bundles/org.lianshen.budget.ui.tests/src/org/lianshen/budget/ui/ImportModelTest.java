package org.lianshen.budget.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lianshen.model.Message;
import org.lianshen.model.budget.AmountUnit;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.budget.SheetReading.CellError;
import org.lianshen.service.intake.SheetPreview;

class ImportModelTest {

    @Test
    void columnLettersGoOnAfterZ() {
        assertEquals("A", ImportModel.letter(0));
        assertEquals("Z", ImportModel.letter(25));
        assertEquals("AA", ImportModel.letter(26));
        assertEquals("AZ", ImportModel.letter(51));
        assertEquals("BA", ImportModel.letter(52));
    }

    @Test
    void headJoinsTheRowsAbove() {
        SheetPreview sheet = Sheets.twoHeadRows();
        assertEquals("金额 / 年初预算", ImportModel.head(sheet, 2));
        assertEquals(3, ImportModel.width(sheet));
    }

    @Test
    void correctionMovesTheFieldToTheColumn() {
        var model = new ImportModel(2027);
        SheetPreview sheet = Sheets.understood();
        assertEquals(BudgetField.INITIAL, model.field(sheet, "C"));
        model.correct(sheet, "C", BudgetField.FINAL);
        assertEquals(BudgetField.FINAL, model.field(sheet, "C"));
        model.correct(sheet, "A", BudgetField.FINAL);
        assertEquals(BudgetField.FINAL, model.field(sheet, "A"));
        assertNull(model.field(sheet, "C"), "a field has one column");
        assertEquals(Map.of("项目", Map.of(BudgetField.FINAL, "A", BudgetField.AGENCY_NAME, "B", BudgetField.PROJECT_NAME, "", BudgetField.INITIAL, "")),
                model.request(false).columns(), "what stood at A and C before is not to be read, whatever the heads say");
    }

    @Test
    void correctionKeepsWhatTheOtherColumnsWereTakenFor() {
        var model = new ImportModel(2027);
        SheetPreview near = Sheets.near();
        assertEquals(BudgetField.INITIAL, model.field(near, "C"));
        model.correct(near, "A", BudgetField.PROJECT_NAME);
        assertEquals(BudgetField.INITIAL, model.field(near, "C"));
        assertEquals(Map.of("近", Map.of(BudgetField.PROJECT_NAME, "A", BudgetField.INITIAL, "C")), model.request(false).columns());
    }

    @Test
    void everyRowLeftOutSaysWhy() {
        var sheet = Sheets.understood(new CellError("项目", "C4", "x", "amount.text", Message.of("a")), new CellError("项目", "B4", "", "agency", Message.of("b")));
        assertEquals(Map.of(4, "a b"), ImportModel.reasons(sheet, Message::key));
        assertEquals(Map.of(), ImportModel.reasons(Sheets.near(), Message::key));
    }

    @Test
    void columnCanBeLeftOut() {
        var model = new ImportModel(2027);
        SheetPreview sheet = Sheets.understood();
        model.correct(sheet, "B", null);
        assertNull(model.field(sheet, "B"));
        assertTrue(model.corrected());
    }

    @Test
    void chosenUnitIsACorrectionOfEverySheet() {
        var model = new ImportModel(2027);
        model.understood(List.of(Sheets.understood(), Sheets.twoHeadRows()));
        assertEquals(Map.of(), model.request(false).columns());
        model.unit(AmountUnit.YUAN);
        assertEquals(Map.of("项目", Map.of()), model.request(false).columns());
    }

    @Test
    void filesWaitTheirTurn() {
        var model = new ImportModel(2027);
        model.await(List.of(Path.of("b.xlsx"), Path.of("c.xlsx")));
        assertEquals(2, model.waiting());
        assertEquals(Path.of("b.xlsx"), model.nextWaiting());
        assertEquals(1, model.waiting());
    }

    @Test
    void newFileForgetsCorrections() {
        var model = new ImportModel(2027);
        model.correct(Sheets.understood(), "B", null);
        model.unit(AmountUnit.WAN);
        model.kind(SheetKind.PAYMENT);
        model.file(Path.of("下一份.xlsx"));
        assertFalse(model.corrected());
        assertNull(model.unit());
        assertEquals(SheetKind.PAYMENT, model.kind());
        assertEquals(List.of(), model.sheets());
    }
}
