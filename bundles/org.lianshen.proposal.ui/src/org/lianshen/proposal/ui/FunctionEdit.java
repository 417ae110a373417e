package org.lianshen.proposal.ui;

import java.math.BigDecimal;
import org.lianshen.model.Money;
import org.lianshen.model.proposal.FunctionItem;

/** A function with one value changed. */
final class FunctionEdit {

    private String path;
    private String name;
    private String change;
    private Integer ilf;
    private Integer eif;
    private Integer ei;
    private Integer eo;
    private Integer eq;
    private BigDecimal months;
    private Money amount;
    private String reuse;
    private String description;

    FunctionEdit(FunctionItem item) {
        path = item.path();
        name = item.name();
        change = item.change();
        ilf = item.ilf();
        eif = item.eif();
        ei = item.ei();
        eo = item.eo();
        eq = item.eq();
        months = item.months();
        amount = item.amount();
        reuse = item.reuse();
        description = item.description();
    }

    FunctionEdit path(String value) {
        path = value;
        return this;
    }

    FunctionEdit name(String value) {
        name = value;
        return this;
    }

    FunctionEdit change(String value) {
        change = value;
        return this;
    }

    FunctionEdit ilf(Integer value) {
        ilf = value;
        return this;
    }

    FunctionEdit eif(Integer value) {
        eif = value;
        return this;
    }

    FunctionEdit ei(Integer value) {
        ei = value;
        return this;
    }

    FunctionEdit eo(Integer value) {
        eo = value;
        return this;
    }

    FunctionEdit eq(Integer value) {
        eq = value;
        return this;
    }

    FunctionEdit months(BigDecimal value) {
        months = value;
        return this;
    }

    FunctionEdit amount(Money value) {
        amount = value;
        return this;
    }

    FunctionEdit reuse(String value) {
        reuse = value;
        return this;
    }

    FunctionEdit description(String value) {
        description = value;
        return this;
    }

    FunctionItem done() {
        return new FunctionItem(path, name, change, ilf, eif, ei, eo, eq, months, amount, reuse, description);
    }
}
