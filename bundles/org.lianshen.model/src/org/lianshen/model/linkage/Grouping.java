package org.lianshen.model.linkage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Positions of lines by something that they have in common, ascending. A key that is null is no group. */
final class Grouping<K> {

    private static final int[] NOBODY = {};

    private final Map<K, Positions> groups = new HashMap<>();

    void add(K key, int position) {
        if (key != null) {
            groups.computeIfAbsent(key, none -> new Positions()).add(position);
        }
    }

    void move(int position, K before, K now) {
        if (!Objects.equals(before, now)) {
            remove(before, position);
            add(now, position);
        }
    }

    void remove(K key, int position) {
        if (key != null) {
            groups.get(key).remove(position);
        }
    }

    int[] of(K key) {
        Positions found = groups.get(key);
        return found == null ? NOBODY : Arrays.copyOf(found.at, found.size);
    }

    private static final class Positions {
        private int[] at = new int[2];
        private int size;

        void add(int position) {
            if (size == at.length) {
                at = Arrays.copyOf(at, size * 2);
            }
            int slot = size == 0 || at[size - 1] < position ? size : -Arrays.binarySearch(at, 0, size, position) - 1;
            System.arraycopy(at, slot, at, slot + 1, size - slot);
            at[slot] = position;
            size++;
        }

        void remove(int position) {
            int slot = Arrays.binarySearch(at, 0, size, position);
            System.arraycopy(at, slot + 1, at, slot, size - slot - 1);
            size--;
        }
    }
}
