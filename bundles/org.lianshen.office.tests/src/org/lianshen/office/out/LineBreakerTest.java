package org.lianshen.office.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineBreakerTest {

    private static final double TEN = 10 * PaperGrid.PITCH;

    private static List<Line> lines(String text, double width) {
        return new LineBreaker(Metrics.NOMINAL, PaperGrid.BODY, PaperGrid.TRACKING).lines(List.of(new Span(Face.FANGSONG, text)), width, width);
    }

    private static List<String> ten(String text) {
        return lines(text, TEN).stream().map(Line::text).toList();
    }

    @Test
    void twentyEightCharactersFillALine() {
        List<Line> lines = lines("信".repeat(57), PaperGrid.WIDTH);
        assertEquals(List.of(28, 28, 1), lines.stream().map(line -> line.glyphs().size()).toList());
        double last = lines.getFirst().glyphs().getLast().x() + PaperGrid.BODY;
        assertEquals(PaperGrid.WIDTH, last, 0.5);
    }

    @Test
    void aMarkThatWouldBeginALineIsSqueezedInWhereAnotherGivesRoom() {
        assertEquals(List.of("一二三，五六七八九十。", "下一句"), ten("一二三，五六七八九十。下一句"));
    }

    /** In a cell it would stand on the rule. */
    @Test
    void inACellNoMarkHangsOutside() {
        for (int characters = 4; characters < 14; characters++) {
            double width = characters * 10.5 + 0.3;
            for (Line line : LineBreaker.ragged(Metrics.NOMINAL, 10.5).lines(List.of(new Span(Face.FANGSONG, "软件开发人月数偏高。按市场询价重新测算，附三家报价；下一句。")), width, width)) {
                assertTrue(line.glyphs().getLast().x() + 10.5 / 2 <= width, line.text());
            }
        }
    }

    @Test
    void aSingleMarkHangsOutside() {
        List<Line> lines = lines("一二三四五六七八九十。下一句", TEN);
        assertEquals(List.of("一二三四五六七八九十。", "下一句"), lines.stream().map(Line::text).toList());
        assertEquals(TEN, lines.getFirst().width(), 0.01);
        assertTrue(lines.getFirst().glyphs().getLast().x() >= TEN - 0.01);
    }

    @Test
    void aMarkThatMayNotHangTakesTheCharacterBeforeItAlong() {
        assertEquals(List.of("一二三四五六七八九", "十）下一句"), ten("一二三四五六七八九十）下一句"));
    }

    @Test
    void anOpeningMarkDoesNotEndALine() {
        assertEquals(List.of("一二三四五六七八九", "（十）下一句"), ten("一二三四五六七八九（十）下一句"));
    }

    @Test
    void twoClosingMarksStayTogether() {
        List<String> lines = ten("会议审议了“一网统管平台”。其余");
        assertFalse(lines.stream().anyMatch(line -> Kinsoku.mayNotBegin(line.codePointAt(0))), lines.toString());
    }

    @Test
    void anAmountWithItsUnitIsNotParted() {
        assertEquals(List.of("核定金额为", "12,345.67万元，核减"), ten("核定金额为12,345.67万元，核减"));
        assertEquals(List.of("核减率达到了百分之约", "11.00%以上"), ten("核减率达到了百分之约11.00%以上"));
    }

    @Test
    void aWordLongerThanTheLineIsPartedAfterAll() {
        assertEquals("GB/T9704-2012-GB/T9704-2012-GB/T9704", String.join("", ten("GB/T9704-2012-GB/T9704-2012-GB/T9704")));
    }

    @Test
    void brokenLinesFillTheirWidthAndTheLastDoesNot() {
        List<Line> lines = lines("联审编号LS-330500已经登记入账", TEN);
        assertEquals(TEN, lines.getFirst().width(), 0.3);
        assertTrue(lines.getLast().width() < TEN);
    }

    @Test
    void charactersBeyondTheBasicPlaneCountAsOne() {
        assertEquals(List.of(10, 1), lines("𠮷".repeat(11), TEN).stream().map(line -> line.glyphs().size()).toList());
    }

    /** Any text: nothing lost, no mark at the wrong end, no line wider than its width but for one hanging mark. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void anyText(int seed) {
        String letters = "信息化项目联审预算，。；：、！？（）“”《》—…0123456789,.%ABCxyz 万元年月日";
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            String text = random.ints(5 + random.nextInt(120), 0, letters.length()).mapToObj(i -> letters.substring(i, i + 1)).collect(Collectors.joining()).strip();
            List<Line> lines = lines(text, (6 + random.nextInt(22)) * PaperGrid.PITCH);
            assertEquals(text.replace(" ", ""), lines.stream().map(Line::text).collect(Collectors.joining()).replace(" ", ""));
            for (Line line : lines) {
                for (int i = 1; i < line.glyphs().size(); i++) {
                    assertTrue(line.glyphs().get(i).x() > line.glyphs().get(i - 1).x() - 0.01, text);
                }
            }
        }
    }
}
