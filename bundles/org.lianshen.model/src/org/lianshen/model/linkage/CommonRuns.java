package org.lianshen.model.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Runs of at least two characters that two texts share, for people to see why two names are alike. */
public final class CommonRuns {

    private CommonRuns() {
    }

    /** Longest first; a run never overlaps another one in either text. */
    public static List<String> of(String one, String other) {
        String a = PlainText.letters(PlainText.folded(one));
        String b = PlainText.letters(PlainText.folded(other));
        var found = new ArrayList<String>();
        var usedA = new boolean[a.length()];
        var usedB = new boolean[b.length()];
        var run = new int[b.length() + 1];
        while (true) {
            int length = 1;
            int endA = 0;
            int endB = 0;
            java.util.Arrays.fill(run, 0);
            for (int i = 1; i <= a.length(); i++) {
                for (int j = b.length(); j > 0; j--) {
                    run[j] = a.charAt(i - 1) == b.charAt(j - 1) && !usedA[i - 1] && !usedB[j - 1] ? run[j - 1] + 1 : 0;
                    if (run[j] > length) {
                        length = run[j];
                        endA = i;
                        endB = j;
                    }
                }
            }
            if (length < 2) {
                found.sort(Comparator.comparingInt(String::length).reversed());
                return found;
            }
            found.add(a.substring(endA - length, endA));
            java.util.Arrays.fill(usedA, endA - length, endA, true);
            java.util.Arrays.fill(usedB, endB - length, endB, true);
        }
    }
}
