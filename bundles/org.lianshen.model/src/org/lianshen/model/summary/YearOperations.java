package org.lianshen.model.summary;

import java.util.List;
import org.lianshen.model.Money;

/**
 * Operation money of a year. @param units largest first
 */
public record YearOperations(int year, int lines, Money total, List<UnitMoney> units) {

    public YearOperations {
        units = List.copyOf(units);
    }

    public record UnitMoney(String unit, Money amount) {
    }
}
