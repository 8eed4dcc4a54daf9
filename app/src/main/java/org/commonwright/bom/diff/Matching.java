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

    private static int[] fill(int size) {
        int[] empty = new int[size];
        Arrays.fill(empty, -1);
        return empty;
    }
}
