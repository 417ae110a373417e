package org.lianshen.workbench.grid;

import java.math.BigDecimal;
import org.lianshen.model.Money;

/**
 * Reads what people type or paste into number cells: grouping commas, full-width digits, either minus, blanks around. Commas group by three or by four (万) digits; elsewhere
 * they are a mistake.
 */
public final class Typed {

    private Typed() {
    }

    /** In 万元. @return null for an empty cell */
    public static Money money(String typed) throws Edit.Refused {
        BigDecimal wan = number(typed);
        try {
            return wan == null ? null : Money.ofWan(wan);
        } catch (ArithmeticException tooLarge) {
            throw new Edit.Refused(typed);
        }
    }

    /** @return null for an empty cell */
    public static BigDecimal number(String typed) throws Edit.Refused {
        String plain = plain(typed);
        if (plain.isEmpty()) {
            return null;
        }
        if (!plain.matches("-?(\\d+|\\d{1,3}(,\\d{3})+|\\d{1,4}(,\\d{4})+)(\\.\\d*)?|-?\\.\\d+")) {
            throw new Edit.Refused(typed);
        }
        return new BigDecimal(plain.replace(",", ""));
    }

    private static String plain(String typed) {
        StringBuilder plain = new StringBuilder();
        typed.strip().chars().forEach(c -> {
            if (c >= '０' && c <= '９') {
                plain.append((char) (c - '０' + '0'));
            } else if (c == '．') {
                plain.append('.');
            } else if (c == '−' || c == '－' || c == '–') {
                plain.append('-');
            } else if (c == '，') {
                plain.append(',');
            } else if (c != ' ' && c != '\u00a0') {
                plain.append((char) c);
            }
        });
        return plain.toString();
    }
}
