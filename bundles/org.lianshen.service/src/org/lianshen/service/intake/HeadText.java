package org.lianshen.service.intake;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lianshen.model.budget.AmountUnit;

/**
 * Text of a head cell brought to the form that synonyms are written in: half-width, without blanks, marks and numbering; its unit and year taken out.
 *
 * @param plain without unit and year, lower case; other brackets kept
 * @param unit  unit in the head, such as of {@code 金额（万元）}, or null
 * @param year  year in the head, such as of {@code 2025年预算数}, or null
 */
record HeadText(String plain, AmountUnit unit, Integer year) {

    private static final Pattern NUMBERING = Pattern.compile("^(?:[*★※#]+|[(]?[0-9]{1,2}[)、.](?![0-9])|[一二三四五六七八九十]{1,3}、)+");
    private static final Pattern YEAR = Pattern.compile("(20[0-9]{2})(?:年度|年)");
    private static final Pattern REMARK = Pattern.compile("[(\\[][^()\\[\\]]*[)\\]]");

    static HeadText of(String text) {
        String plain = squeeze(text);
        int marks = plain.indexOf("::");
        if (marks > 0) {
            plain = plain.substring(0, marks);
        }
        plain = NUMBERING.matcher(plain).replaceFirst("");
        AmountUnit unit = UnitText.inHead(plain);
        if (unit != null) {
            plain = UnitText.withoutUnit(plain);
        }
        Matcher years = YEAR.matcher(plain);
        Integer year = null;
        if (years.find()) {
            year = Integer.valueOf(years.group(1));
            plain = years.replaceFirst("");
        }
        return new HeadText(plain, unit, year);
    }

    /** Half-width, without any blanks, lower case. */
    static String squeeze(String text) {
        String half = Normalizer.normalize(text, Normalizer.Form.NFKC);
        var plain = new StringBuilder(half.length());
        half.codePoints().filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && !Character.isISOControl(c) && c != 0x200B && c != 0xFEFF)
                .forEach(plain::appendCodePoint);
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    /** Without what stands in brackets: {@code 预计采购时间(填写到月)} is 预计采购时间. */
    String withoutRemark() {
        return REMARK.matcher(plain).replaceAll("");
    }
}
