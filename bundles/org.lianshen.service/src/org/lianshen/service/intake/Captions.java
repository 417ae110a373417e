package org.lianshen.service.intake;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lianshen.model.budget.AmountUnit;

/**
 * What stands above a header: the unit of amounts and the unit 单位 whose sheet it is. Both are written 单位：…
 *
 * @param unit     or null
 * @param unitCell A1 reference of the cell that names it, or null
 * @param agency     or null
 * @param agencyCell A1 reference of the cell that names the agency, or null
 */
record Captions(AmountUnit unit, String unitCell, String agency, String agencyCell) {

    private static final Pattern AGENCY =
            Pattern.compile("^\\s*(?:编制|填报|预算|申报|填制|部门|基层预算)?\\s*(?:单位|部门)\\s*(?:名称)?\\s*(?:[(（][^)）]*[)）])?\\s*[:：]\\s*(\\S.*)$", Pattern.DOTALL);
    private static final Pattern TITLE_YEAR = Pattern.compile("(20[0-9]{2})年度?[^0-9月]{0,30}(?:预算|指标|支出|支付)");
    private static final Pattern MONEY_UNIT = Pattern.compile("(?:金额)?\\s*单\\s*位\\s*[:：].*$", Pattern.DOTALL);

    static Captions above(List<SourceRow> rows, int firstRow) {
        AmountUnit unit = null;
        String cellOfUnit = null;
        String agency = null;
        String cellOfAgency = null;
        for (SourceRow row : rows.reversed()) {
            if (row.number() >= firstRow) {
                continue;
            }
            for (int column = row.cells().size() - 1; column >= 0; column--) {
                SourceCell cell = row.cell(column);
                if (cell == null || cell.kind() != SourceCell.Kind.TEXT) {
                    continue;
                }
                AmountUnit named = UnitText.inCaption(HeadText.squeeze(cell.text()));
                if (named != null && unit == null) {
                    unit = named;
                    cellOfUnit = A1.cell(column, row.number());
                }
                if (agency == null) {
                    agency = agency(cell.text());
                    cellOfAgency = agency == null ? null : A1.cell(column, row.number());
                }
            }
        }
        return new Captions(unit, cellOfUnit, agency, cellOfAgency);
    }

    /** Budget year that a title names, such as {@code 2026年部门预算项目支出表}; 0 where none does. */
    static int year(List<SourceRow> rows, int firstRow) {
        for (SourceRow row : rows) {
            for (int column = 0; column < row.cells().size() && row.number() < firstRow; column++) {
                SourceCell cell = row.cell(column);
                Matcher year = cell == null || cell.kind() != SourceCell.Kind.TEXT ? null : TITLE_YEAR.matcher(HeadText.squeeze(cell.text()));
                if (year != null && year.find()) {
                    return Integer.parseInt(year.group(1));
                }
            }
        }
        return 0;
    }

    private static String agency(String text) {
        Matcher caption = AGENCY.matcher(text);
        if (!caption.matches()) {
            return null;
        }
        String rest = MONEY_UNIT.matcher(caption.group(1)).replaceFirst("").strip().split("\\s{2,}|\\t")[0].strip();
        return rest.isEmpty() || UnitText.of(HeadText.squeeze(rest)) != null ? null : rest;
    }
}
