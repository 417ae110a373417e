package org.lianshen.model.budget;

/**
 * Fields of an imported line (domain.md §4.1), named after the national budget system. Header synonyms belong to the reader. {@link #json} is the name in the
 * command line's JSON.
 */
public enum BudgetField {
    FISCAL_YEAR("fiscalYear", Kind.TEXT), DIVISION("mofDivCode", Kind.CODE), AGENCY_CODE("agencyCode", Kind.CODE), AGENCY_NAME("agencyName", Kind.TEXT),
    DEPARTMENT_CODE("deptCode", Kind.CODE), DEPARTMENT_NAME("deptName", Kind.TEXT), PROJECT_CODE("proCode", Kind.CODE), PROJECT_NAME("proName", Kind.TEXT),
    PROJECT_CATEGORY("proCat", Kind.TEXT), FUNCTION_CODE("expFuncCode", Kind.CODE), FUNCTION_NAME("expFuncName", Kind.TEXT),
    ECONOMIC_CODE("depBgtEcoCode", Kind.CODE), ECONOMIC_NAME("depBgtEcoName", Kind.TEXT), GOV_ECONOMIC_CODE("govBgtEcoCode", Kind.CODE),
    GOV_ECONOMIC_NAME("govBgtEcoName", Kind.TEXT), FUND_TYPE("fundType", Kind.TEXT), INITIAL("initAmt", Kind.MONEY), ADJUSTMENT("adjAmt", Kind.MONEY),
    FINAL("finalAmt", Kind.MONEY), PROCUREMENT_FLAG("isGovPur", Kind.TEXT), PROCUREMENT_CATALOGUE("purCat", Kind.TEXT), PROCUREMENT_AMOUNT("purAmt", Kind.MONEY),
    REVIEW_NO("reviewNo", Kind.TEXT), IT_FLAG("isIT", Kind.TEXT), REMARK("remark", Kind.TEXT), DOCUMENT_NO("corBgtDocNo", Kind.TEXT),
    UPPER_DOCUMENT_NO("supBgtDocNo", Kind.TEXT), DOCUMENT_TITLE("bgtDocTitle", Kind.TEXT), DOCUMENT_DATE("docDate", Kind.DATE), SOURCE("sourceType", Kind.TEXT),
    PAY_DATE("payDate", Kind.DATE), PAY_METHOD("payMethod", Kind.TEXT), VOUCHER_NO("voucherNo", Kind.CODE), PAYEE("payee", Kind.TEXT), PURPOSE("purpose", Kind.TEXT),
    CONTRACT_NO("contractNo", Kind.TEXT), AMOUNT("amount", Kind.MONEY),
    /** 指标 ID or number of the line itself, which an adjustment's {@link #ORIGINAL_LINE} names. */
    LINE_ID("bgtId", Kind.CODE),
    /** The line that an adjustment changes (ORI_BGT_ID). */
    ORIGINAL_LINE("oriBgtId", Kind.CODE),
    /** {@value BudgetLine#UP} or {@value BudgetLine#DOWN} where the sheet says so in one of its many ways, else what it says. */
    ADJUST_DIRECTION("adjDirection", Kind.TEXT),
    /** 预算类型: this year's budget, carried over and so on (BgtTypeCode). */
    BUDGET_TYPE("bgtType", Kind.TEXT),
    /** How many, as written; a number where the sheet says so. */
    QUANTITY("quantity", Kind.TEXT),
    /** 计量单位 of the quantity. */
    MEASURE("measure", Kind.TEXT);

    /** How a cell of the field is read. Codes stay text, whatever the cell's number format. */
    public enum Kind {
        TEXT, CODE, MONEY, DATE
    }

    private final String json;
    private final Kind kind;

    BudgetField(String json, Kind kind) {
        this.json = json;
        this.kind = kind;
    }

    public String json() {
        return json;
    }

    public Kind kind() {
        return kind;
    }

    /** The name that belongs to this code, or the code that belongs to this name; null where the field is no such half. One cell may hold both: {@code 101001-市数据局}. */
    public BudgetField partner() {
        return switch (this) {
            case AGENCY_CODE -> AGENCY_NAME;
            case AGENCY_NAME -> AGENCY_CODE;
            case DEPARTMENT_CODE -> DEPARTMENT_NAME;
            case DEPARTMENT_NAME -> DEPARTMENT_CODE;
            case PROJECT_CODE -> PROJECT_NAME;
            case PROJECT_NAME -> PROJECT_CODE;
            case FUNCTION_CODE -> FUNCTION_NAME;
            case FUNCTION_NAME -> FUNCTION_CODE;
            case ECONOMIC_CODE -> ECONOMIC_NAME;
            case ECONOMIC_NAME -> ECONOMIC_CODE;
            case GOV_ECONOMIC_CODE -> GOV_ECONOMIC_NAME;
            case GOV_ECONOMIC_NAME -> GOV_ECONOMIC_CODE;
            default -> null;
        };
    }
}
