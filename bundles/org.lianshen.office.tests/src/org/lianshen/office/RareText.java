package org.lianshen.office;

import java.util.Random;

/** Random text of what is rare and awkward: level 3 of GB 18030-2022, selectors, joiners, blanks without width, signs of formulas, quotes, escapes. */
public final class RareText {

    private static final int[] FIRST = {0x4E00, 0x9FA6, 0x9FFF, 0x3400, 0x20000, 0x2A6DF, 0x2A700, 0x2B740, 0x2B820, 0x2CEB0, 0x2EBF0, 0x30000, 0x31350, 0x2F00, 0x31C0, 0xE000, 0xFE00, 0xE0100,
        0x200B, 0x200D, 0x3000, 0x00A0, 0x2060, 0xFEFF, 0x1F600, 0x0301, '=', '+', '-', '@', 0xFF1D, 0xFF20, '\'', '"', ',', ';', '<', '&', '_', 'x', '0', '\n', '\t', ' '};
    private static final String[] PIECES = {"_x0041_", "_x000D_", "=cmd|' /C calc'!A0", "'=1", "\"\"", "]]>", "<!--", "&amp;", "市数据局", "１２３"};

    private final Random random;

    public RareText(long seed) {
        random = new Random(seed);
    }

    /** With anything at its ends, not empty. */
    public String next() {
        var text = new StringBuilder();
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
            if (random.nextInt(6) == 0) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            } else {
                text.appendCodePoint(FIRST[random.nextInt(FIRST.length)]);
            }
        }
        return text.toString();
    }

    /** Without blanks at its ends, which forms take off. */
    public String stripped() {
        String text = next().strip();
        return text.isEmpty() ? "𠀀" : text;
    }
}
