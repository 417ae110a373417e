package org.lianshen.model.price;

import java.util.List;
import java.util.regex.Pattern;
import org.lianshen.model.linkage.PlainText;

/** Brings names of things bought to the form in which they are compared: width, case and blanks folded, brackets with what is in them, years and words of buying dropped. */
public final class ItemName {

    private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)");
    private static final Pattern YEAR = Pattern.compile("20\\d\\d年?度?");
    private static final Pattern MARKS = Pattern.compile("[^\\p{IsHan}a-z0-9.+]");
    private static final List<String> BUYING = List.of("采购", "购置", "购买", "租赁", "项目", "费用", "经费");

    private ItemName() {
    }

    /** Never empty for a name that has a letter. */
    public static String of(String name) {
        String folded = PlainText.folded(name);
        String rest = MARKS.matcher(YEAR.matcher(BRACKETS.matcher(folded).replaceAll("")).replaceAll("")).replaceAll("");
        for (String word : BUYING) {
            rest = rest.replace(word, "");
        }
        while (rest.length() > 2 && rest.endsWith("费")) {
            rest = rest.substring(0, rest.length() - 1);
        }
        return rest.isEmpty() ? MARKS.matcher(folded).replaceAll("") : rest;
    }

    /** 台, 套, 人月 …; empty where none is given. 个月 and 人/月 fold to what they mean. */
    public static String measure(String unit) {
        String folded = unit == null ? "" : PlainText.folded(unit);
        return switch (folded) {
            case "人/月", "人·月", "人*月" -> "人月";
            default -> folded;
        };
    }
}
