package org.lianshen.budget.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.budget.AmountUnit;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.budget.SheetReading;
import org.lianshen.model.budget.SheetReading.CellError;
import org.lianshen.model.budget.SheetReading.TotalCheck;
import org.lianshen.service.intake.SheetPreview;
import org.lianshen.service.intake.SheetPreview.RowRole;
import org.lianshen.service.intake.SourceCell;
import org.lianshen.service.intake.SourceRow;

/** Small sheets as the intake would hand them over. */
final class Sheets {

    private Sheets() {
    }

    static SheetPreview understood(CellError... errors) {
        var reading = new SheetReading("项目", SheetKind.ANNUAL, List.of(2), AmountUnit.WAN, "A1",
                Map.of(BudgetField.PROJECT_NAME, "A", BudgetField.AGENCY_NAME, "B", BudgetField.INITIAL, "C"), 3, 2, List.of(), List.of(errors),
                List.of(new TotalCheck("C5", BudgetField.INITIAL, Money.ofWan(316), Money.ofWan(316))), List.of());
        return new SheetPreview("项目", reading, null,
                List.of(row(1, "2027年部门预算项目表  单位：万元"), row(2, "项目名称", "单位名称", "年初预算"), row(3, "区域医学影像云平台", "市卫生健康委员会", "230.00"),
                        row(4, "健康大脑运维", "市卫生健康委员会", "86.00"), row(5, "合计", "", "316.00")),
                List.of(RowRole.TITLE, RowRole.HEADER, RowRole.DATA, errors.length == 0 ? RowRole.DATA : RowRole.REJECTED, RowRole.TOTAL));
    }

    static SheetPreview twoHeadRows() {
        return new SheetPreview("两行表头", null, Message.of("demo.budget"), List.of(row(1, "项目", "单位", "金额"), row(2, "", "", "年初预算"), row(3, "甲", "乙", "1")),
                List.of(RowRole.HEADER, RowRole.HEADER, RowRole.DATA));
    }

    /** A sheet of which only the amounts were recognised. */
    static SheetPreview near() {
        return new SheetPreview("近", null, Message.of("demo.budget"), List.of(row(1, "支出", "单位", "预算数"), row(2, "甲", "乙", "1")), List.of(RowRole.HEADER, RowRole.IGNORED),
                Map.of(BudgetField.INITIAL, "C"), "k", "近", null, true);
    }

    private static SourceRow row(int number, String... texts) {
        return new SourceRow(number, Arrays.stream(texts).map(SourceCell::text).toList(), false);
    }
}
