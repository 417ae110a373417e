package org.lianshen.model.budget;

import java.math.BigDecimal;

/** Unit of the amounts of a sheet. */
public enum AmountUnit {
    YUAN("元", 1), THOUSAND("千元", 1_000), WAN("万元", 10_000), YI("亿元", 100_000_000);

    private final String word;
    private final BigDecimal yuan;

    AmountUnit(String word, long yuan) {
        this.word = word;
        this.yuan = BigDecimal.valueOf(yuan);
    }

    public String word() {
        return word;
    }

    /** How many yuan one of it is. */
    public BigDecimal yuan() {
        return yuan;
    }
}
