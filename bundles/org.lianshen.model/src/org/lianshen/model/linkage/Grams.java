package org.lianshen.model.linkage;

import java.util.Arrays;

/** The pairs of neighbouring characters of a name as sorted numbers; a single character pairs with itself. */
final class Grams {

    private Grams() {
    }

    static int[] of(String core) {
        int length = core.length();
        if (length == 0) {
            return new int[0];
        }
        if (length == 1) {
            return new int[] { core.charAt(0) << 16 | core.charAt(0) };
        }
        var grams = new int[length - 1];
        for (int i = 0; i < grams.length; i++) {
            grams[i] = core.charAt(i) << 16 | core.charAt(i + 1);
        }
        Arrays.sort(grams);
        int kept = 1;
        for (int i = 1; i < grams.length; i++) {
            if (grams[i] != grams[i - 1]) {
                grams[kept++] = grams[i];
            }
        }
        return kept == grams.length ? grams : Arrays.copyOf(grams, kept);
    }
}
