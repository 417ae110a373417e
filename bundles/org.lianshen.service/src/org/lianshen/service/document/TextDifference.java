package org.lianshen.service.document;

import java.util.ArrayList;
import java.util.List;

/** Which characters two texts do not share: the longest common sequence of characters stays, the rest is marked. */
public final class TextDifference {

    /** Texts whose lengths multiply to more are compared only at their beginnings and ends. */
    private static final long MOST = 4_000_000;

    /** A stretch of one of the texts. @param differs whether the other text does not have it */
    public record Run(String text, boolean differs) {
    }

    /** Both texts whole, each in its own stretches. */
    public record Sides(List<Run> before, List<Run> after) {
    }

    private TextDifference() {
    }

    public static Sides of(String before, String after) {
        int[] a = before.codePoints().toArray();
        int[] b = after.codePoints().toArray();
        boolean[] keptA = new boolean[a.length];
        boolean[] keptB = new boolean[b.length];
        int start = 0;
        while (start < a.length && start < b.length && a[start] == b[start]) {
            keptA[start] = true;
            keptB[start] = true;
            start++;
        }
        int endA = a.length;
        int endB = b.length;
        while (endA > start && endB > start && a[endA - 1] == b[endB - 1]) {
            endA--;
            endB--;
            keptA[endA] = true;
            keptB[endB] = true;
        }
        if ((long) (endA - start) * (endB - start) <= MOST) {
            common(a, b, start, endA, endB, keptA, keptB);
        }
        return new Sides(runs(a, keptA), runs(b, keptB));
    }

    private static void common(int[] a, int[] b, int start, int endA, int endB, boolean[] keptA, boolean[] keptB) {
        boolean[][] kept = Common.of(endA - start, endB - start, (i, j) -> a[start + i] == b[start + j]);
        System.arraycopy(kept[0], 0, keptA, start, endA - start);
        System.arraycopy(kept[1], 0, keptB, start, endB - start);
    }

    private static List<Run> runs(int[] text, boolean[] kept) {
        List<Run> runs = new ArrayList<>();
        for (int from = 0; from < text.length;) {
            int to = from;
            while (to < text.length && kept[to] == kept[from]) {
                to++;
            }
            runs.add(new Run(new String(text, from, to - from), !kept[from]));
            from = to;
        }
        return List.copyOf(runs);
    }
}
