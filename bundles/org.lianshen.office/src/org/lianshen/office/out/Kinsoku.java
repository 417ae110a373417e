package org.lianshen.office.out;

/** Which characters may not begin or end a line (避头尾), and which are as wide as a Chinese character. */
final class Kinsoku {

    private static final String CLOSING = "，。、；：！？）》」』】〕〗〉”’…—～％‰℃·,.;:!?)]}%";
    private static final String OPENING = "（《「『【〔〖〈“‘([{￥¥$";
    private static final String HANGING = "，。、；：！？";
    /** Half of their square is empty. */
    private static final String SQUEEZABLE_AFTER = "，。、；：！？）》」』】〕〗〉”’";
    private static final String SQUEEZABLE_BEFORE = "（《「『【〔〖〈“‘";
    private static final String WIDE = "“”‘’…—·×÷±℃‰§①②③④⑤⑥⑦⑧⑨⑩ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ→←↑↓≤≥≈≠∶№";

    private Kinsoku() {
    }

    static boolean mayNotBegin(int c) {
        return CLOSING.indexOf(c) >= 0;
    }

    static boolean mayNotEnd(int c) {
        return OPENING.indexOf(c) >= 0;
    }

    /** May stand outside the right margin. */
    static boolean mayHang(int c) {
        return HANGING.indexOf(c) >= 0;
    }

    /** Empty on its right half. */
    static boolean squeezableAfter(int c) {
        return SQUEEZABLE_AFTER.indexOf(c) >= 0;
    }

    /** Empty on its left half. */
    static boolean squeezableBefore(int c) {
        return SQUEEZABLE_BEFORE.indexOf(c) >= 0;
    }

    static boolean wide(int c) {
        return c >= 0x2E80 && !(c >= 0xFF61 && c <= 0xFFDC) || WIDE.indexOf(c) >= 0;
    }

    /** Letters and digits of words and numbers, and what stands inside them: 1,234.50, 24×7, 2026-11-20, GB/T. */
    static boolean insideWord(int c) {
        return c > ' ' && c < 0x2E80 && !wide(c) && OPENING.indexOf(c) < 0 || c == '%';
    }
}
