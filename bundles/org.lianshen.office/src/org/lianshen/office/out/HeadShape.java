package org.lianshen.office.out;

import java.util.List;

/**
 * The red head: as large as fits, at most 小初; a long one is set narrower before it becomes smaller, and takes two lines when it would be smaller than the title.
 *
 * @param scale width of a character ÷ its height
 */
record HeadShape(List<String> lines, double size, double scale) {

    private static final double LARGEST = 36;
    private static final double NARROWEST = 0.75;
    /** Programs round widths of narrowed characters up; the line must hold all the same. */
    private static final double ROOM = PaperGrid.WIDTH * 0.97;

    static HeadShape of(String head) {
        int count = head.strip().codePointCount(0, head.strip().length());
        double size = Math.min(LARGEST, half(ROOM / (count * NARROWEST)));
        if (size >= PaperGrid.TITLE) {
            return new HeadShape(List.of(head.strip()), size, Math.min(1, Math.floor(ROOM / (count * size) * 100) / 100));
        }
        List<String> lines = TitleShape.lines(head, (int) (ROOM / (PaperGrid.TITLE * NARROWEST)));
        int longest = lines.stream().mapToInt(line -> line.codePointCount(0, line.length())).max().orElse(1);
        double shared = Math.min(LARGEST, half(ROOM / (longest * NARROWEST)));
        return new HeadShape(lines, shared, Math.min(1, Math.floor(ROOM / (longest * shared) * 100) / 100));
    }

    /** Half points are what Word knows. */
    private static double half(double points) {
        return Math.floor(points * 2) / 2;
    }

    double lineHeight() {
        return size * 1.25;
    }

    double height() {
        return lines.size() == 1 ? size : lineHeight() * (lines.size() - 1) + size;
    }
}
