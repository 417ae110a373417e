package org.lianshen.office.out;

import java.util.List;

/**
 * Measures of the letter form, GB/T 9704-2012 10.1: the name of the office 30 mm below the upper edge of the paper, 4 mm below it a red double line (thick above thin),
 * 20 mm above the lower edge another (thin above thick), both 170 mm long and centred; the number flush right under the first, 7/8 of a 3号 character below it.
 */
final class LetterHead {

    static final double TOP = PaperGrid.mm(30);
    static final double RULE_LEFT = (PaperGrid.PAGE_WIDTH - PaperGrid.mm(170)) / 2;
    static final double RULE_RIGHT = PaperGrid.PAGE_WIDTH - RULE_LEFT;
    private static final double RULE_DROP = PaperGrid.mm(4);
    private static final double LOWER_EDGE = PaperGrid.PAGE_HEIGHT - PaperGrid.mm(20);
    private static final double THICK = PaperGrid.mm(0.75);
    private static final double THIN = PaperGrid.mm(0.25);
    private static final double BETWEEN = PaperGrid.mm(0.5);
    private static final double NUMBER_DROP = PaperGrid.BODY * 7 / 8;

    private LetterHead() {
    }

    /** @param top of the line on the paper */
    record Rule(double top, double thickness) {

        double middle() {
            return top + thickness / 2;
        }
    }

    /** The four lines from top to bottom. */
    static List<Rule> rules(HeadShape shape) {
        double upper = TOP + shape.height() + RULE_DROP;
        return List.of(new Rule(upper, THICK), new Rule(upper + THICK + BETWEEN, THIN), new Rule(LOWER_EDGE - THICK - BETWEEN - THIN, THIN), new Rule(LOWER_EDGE - THICK, THICK));
    }

    /** Where the first double line ends. */
    static double rulesEnd(HeadShape shape) {
        return TOP + shape.height() + RULE_DROP + THICK + BETWEEN + THIN;
    }

    static double numberTop(HeadShape shape) {
        return rulesEnd(shape) + NUMBER_DROP;
    }
}
