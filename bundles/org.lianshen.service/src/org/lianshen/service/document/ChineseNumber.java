package org.lianshen.service.document;

/** Numbers of headings: 一、二 … 十、十一 … 九十九. */
public final class ChineseNumber {

    private static final String DIGITS = "零一二三四五六七八九";

    private ChineseNumber() {
    }

    /** @param number 1 … 99; larger ones stay in digits */
    public static String of(int number) {
        if (number > 99) {
            return Integer.toString(number);
        }
        String tens = number < 10 ? "" : number < 20 ? "十" : DIGITS.charAt(number / 10) + "十";
        return number % 10 == 0 && number > 0 ? tens : tens + DIGITS.charAt(number % 10);
    }
}
