package org.lianshen.service.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.budget.AmountUnit;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.budget.SheetReading;
import org.lianshen.service.BudgetService.Request;
import org.lianshen.service.Progress;
import org.lianshen.service.text.Texts;

/** Reads a grid and keeps all that came of it. */
record Taken(List<SheetReading> readings, List<Line> lines) {

    record Line(String sheet, int row, SheetKind kind, Map<BudgetField, String> values, Map<BudgetField, String> raw, Map<BudgetField, String> rules) {
        String get(BudgetField field) {
            return values.get(field);
        }
    }

    static Taken annual(Grid grid) {
        return of(grid, new Request(2026, SheetKind.ANNUAL, null, null, Map.of(), false, false));
    }

    static Taken kind(SheetKind kind, Grid grid) {
        return of(grid, new Request(2026, kind, null, null, Map.of(), false, false));
    }

    static Taken in(AmountUnit unit, Grid grid) {
        return of(grid, new Request(2026, SheetKind.ANNUAL, null, unit, Map.of(), false, false));
    }

    static Taken of(Grid grid, Request request) {
        var lines = new ArrayList<Line>();
        var readings = new BudgetIntake(request, Progress.NONE).read(grid, "表.xlsx",
                (sheet, row, kind, values, raw, rules) -> lines.add(new Line(sheet, row, kind, new EnumMap<>(values), raw.isEmpty() ? Map.of() : new EnumMap<>(raw), rules.isEmpty() ? Map.of() : new EnumMap<>(rules))));
        return new Taken(readings, lines);
    }

    static UserProblem refusal(Grid grid) {
        return org.junit.jupiter.api.Assertions.assertThrows(UserProblem.class, () -> annual(grid));
    }

    SheetReading reading() {
        return readings.getFirst();
    }

    List<String> column(BudgetField field) {
        return lines.stream().map(line -> line.get(field)).toList();
    }

    List<String> errors() {
        return readings.stream().flatMap(reading -> reading.errors().stream()).map(error -> error.cell() + " " + error.code()).toList();
    }

    List<String> noticeKeys() {
        return readings.stream().flatMap(reading -> reading.notices().stream()).map(Message::key).toList();
    }

    static String zh(Message message) {
        return new Texts(Locale.CHINESE).format(message);
    }

    static String en(Message message) {
        return new Texts(Locale.ENGLISH).format(message);
    }
}
