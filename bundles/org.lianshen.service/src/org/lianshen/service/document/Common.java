package org.lianshen.service.document;

/** The longest sequence that two sequences have in common. */
final class Common {

    private Common() {
    }

    interface Same {
        boolean at(int i, int j);
    }

    /** @return which members of the first and of the second sequence belong to it */
    static boolean[][] of(int first, int second, Same same) {
        int[][] longest = new int[first + 1][second + 1];
        for (int i = first - 1; i >= 0; i--) {
            for (int j = second - 1; j >= 0; j--) {
                longest[i][j] = same.at(i, j) ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        boolean[][] kept = {new boolean[first], new boolean[second]};
        for (int i = 0, j = 0; i < first && j < second;) {
            if (same.at(i, j)) {
                kept[0][i++] = true;
                kept[1][j++] = true;
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return kept;
    }
}
