package org.lianshen.service.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lianshen.model.budget.AmountUnit;

/** Units of amounts in captions, heads and cells. */
final class UnitText {

    private static final String WORD = "(人民币)?(亿元|百万元|万元|千元|百元|元|亿|万)";
    private static final Pattern CAPTION = Pattern.compile("(?:金额)?单位[:]?[(]?" + WORD + "(?![\\p{IsHan}])");
    private static final Pattern BRACKET = Pattern.compile("[(\\[](?:金额|计量)?(?:单位)?[:]?" + WORD + "[)\\]]");
    private static final Pattern AFTER = Pattern.compile("(?<!单位)[-_/,:]" + WORD + "$");

    private UnitText() {
    }

    /** Unit that a caption such as {@code 单位：万元} or a title ending in {@code （万元）} names; null where it names none. @param squeezed see {@link HeadText#squeeze} */
    static AmountUnit inCaption(String squeezed) {
        Matcher caption = CAPTION.matcher(squeezed);
        if (caption.find()) {
            return of(caption.group(2));
        }
        return inBrackets(squeezed);
    }

    /** Unit in a head such as {@code 金额(万元)}; null where there is none. */
    static AmountUnit inHead(String squeezed) {
        AmountUnit bracket = inBrackets(squeezed);
        if (bracket != null) {
            return bracket;
        }
        Matcher after = AFTER.matcher(squeezed);
        return after.find() ? of(after.group(2)) : null;
    }

    private static AmountUnit inBrackets(String squeezed) {
        Matcher bracket = BRACKET.matcher(squeezed);
        return bracket.find() ? of(bracket.group(2)) : null;
    }

    static String withoutUnit(String squeezed) {
        return AFTER.matcher(BRACKET.matcher(squeezed).replaceAll("")).replaceAll("");
    }

    /** Null for units that no budget sheet is kept in (百元, 百万元). */
    static AmountUnit of(String word) {
        return switch (word) {
            case "元" -> AmountUnit.YUAN;
            case "千元" -> AmountUnit.THOUSAND;
            case "万元", "万" -> AmountUnit.WAN;
            case "亿元", "亿" -> AmountUnit.YI;
            default -> null;
        };
    }
}
