package org.commonwright.bom.diff;

import java.util.Arrays;

/// Which of `a` is which of `b`: each at most once; -1 for what has no partner.
record Matching(int[] toB, int[] toA) {
    static Matching none(int a, int b) {
        return new Matching(fill(a), fill(b));
    }

    void pair(int a, int b) {
        toB[a] = b;
        toA[b] = a;
    }

    boolean isFreeA(int a) {
        return toB[a] < 0;
    }

    boolean isFreeB(int b) {
        return toA[b] < 0;
    }

    /// Whether both have rows without a partner.
    boolean hasFree() {
        return freeA() > 0 && freeB() > 0;
    }

    int freeA() {
        return free(toB);
    }

    int freeB() {
        return free(toA);
    }

    private static int free(int[] partners) {
        int free = 0;
        for (int partner : partners) {
            free += partner < 0 ? 1 : 0;
        }
        return free;
    }

    private static int[] fill(int size) {
        int[] empty = new int[size];
        Arrays.fill(empty, -1);
        return empty;
    }
}
