package org.lianshen.proposal.ui;

import java.math.BigDecimal;
import org.lianshen.model.Money;
import org.lianshen.model.proposal.EstimateCode;
import org.lianshen.model.proposal.EstimateLine;

/**
 * An estimate line with one value changed. While the stated amount equals what quantity, price and factor give (or is empty), it follows them; an amount typed otherwise
 * stays, and the difference is shown.
 */
final class LineEdit {

    private final EstimateLine before;
    private EstimateCode code;
    private String item;
    private String specification;
    private BigDecimal quantity;
    private String unit;
    private Money unitPrice;
    private BigDecimal factor;
    private Money amount;
    private String note;

    LineEdit(EstimateLine line) {
        before = line;
        code = line.code();
        item = line.item();
        specification = line.specification();
        quantity = line.quantity();
        unit = line.unit();
        unitPrice = line.unitPrice();
        factor = line.factor();
        amount = line.amount();
        note = line.note();
    }

    LineEdit code(EstimateCode value) {
        code = value;
        return this;
    }

    LineEdit item(String value) {
        item = value;
        return this;
    }

    LineEdit specification(String value) {
        specification = value;
        return this;
    }

    LineEdit quantity(BigDecimal value) {
        quantity = value;
        return follow();
    }

    LineEdit unit(String value) {
        unit = value;
        return this;
    }

    LineEdit unitPrice(Money value) {
        unitPrice = value;
        return follow();
    }

    LineEdit factor(BigDecimal value) {
        factor = value;
        return follow();
    }

    LineEdit amount(Money value) {
        amount = value;
        return this;
    }

    LineEdit note(String value) {
        note = value;
        return this;
    }

    private LineEdit follow() {
        Money computed = done().computed();
        if (computed != null && (before.amount() == null || before.amount().equals(before.computed()))) {
            amount = computed;
        }
        return this;
    }

    EstimateLine done() {
        return new EstimateLine(before.no(), code, item, specification, quantity, unit, unitPrice, factor, amount, note);
    }
}
