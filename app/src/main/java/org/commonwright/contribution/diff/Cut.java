package org.commonwright.contribution.diff;

/// Finds the point at which a box of the edit graph is cut. Paths grow from both corners, one edit at a time; `forward[k]` is
/// how far the furthest one reaches on diagonal `k` (a − b). Where two meet, the cut is on a shortest path. After 256 edits
/// a long run of equal lines is good enough, and after many more the furthest point.
final class Cut {
    private static final int GOOD_FROM = 256;
    private static final int LONG_RUN = 20;
    private static final int WORTH = 4;
    private static final int FAR = Integer.MAX_VALUE;

    /// Where to cut, and whether the parts before and after it lie on a shortest path.
    int a;
    int b;
    boolean exactBefore;
    boolean exactAfter;

    private final int[] numbersA;
    private final int[] numbersB;
    private final long costLimit;
    private final int[] forward;
    private final int[] backward;
    /// Where diagonal 0 is in both arrays.
    private final int zero;

    private int fromA;
    private int toA;
    private int fromB;
    private int toB;
    private int forwardMin;
    private int forwardMax;
    private int backwardMin;
    private int backwardMax;
    private boolean longRun;

    Cut(int[] numbersA, int[] numbersB, long costLimit) {
        this.numbersA = numbersA;
        this.numbersB = numbersB;
        this.costLimit = costLimit;
        this.forward = new int[numbersA.length + numbersB.length + 4];
        this.backward = new int[forward.length];
        this.zero = numbersB.length + 1;
    }

    boolean same(int i, int j) {
        return numbersA[i] == numbersB[j];
    }

    /// Sets the fields above for a box whose corners do not match.
    void find(int a0, int a1, int b0, int b1, boolean exact) {
        fromA = a0;
        toA = a1;
        fromB = b0;
        toB = b1;
        int start = fromA - fromB;
        int end = toA - toB;
        boolean odd = (start - end & 1) != 0;
        forwardMin = start;
        forwardMax = start;
        backwardMin = end;
        backwardMax = end;
        forward[zero + start] = fromA;
        backward[zero + end] = toA;
        for (int cost = 1;; cost++) {
            longRun = false;
            if (growForward(odd) || growBackward(odd)) {
                return;
            }
            if (exact) {
                continue;
            }
            if (longRun && cost > GOOD_FROM && (goodForward(cost, start) || goodBackward(cost, end))) {
                return;
            }
            if (cost >= costLimit) {
                furthest();
                return;
            }
        }
    }

    private boolean growForward(boolean odd) {
        int lowest = fromA - toB;
        int highest = toA - fromB;
        if (forwardMin > lowest) {
            forward[zero + --forwardMin - 1] = -1;
        } else {
            forwardMin++;
        }
        if (forwardMax < highest) {
            forward[zero + ++forwardMax + 1] = -1;
        } else {
            forwardMax--;
        }
        for (int k = forwardMax; k >= forwardMin; k -= 2) {
            int left = forward[zero + k - 1];
            int right = forward[zero + k + 1];
            int i = left >= right ? left + 1 : right;
            int first = i;
            while (i < toA && i - k < toB && same(i, i - k)) {
                i++;
            }
            longRun |= i - first > LONG_RUN;
            forward[zero + k] = i;
            if (odd && backwardMin <= k && k <= backwardMax && backward[zero + k] <= i) {
                return cutAt(i, i - k, true, true);
            }
        }
        return false;
    }

    private boolean growBackward(boolean odd) {
        int lowest = fromA - toB;
        int highest = toA - fromB;
        if (backwardMin > lowest) {
            backward[zero + --backwardMin - 1] = FAR;
        } else {
            backwardMin++;
        }
        if (backwardMax < highest) {
            backward[zero + ++backwardMax + 1] = FAR;
        } else {
            backwardMax--;
        }
        for (int k = backwardMax; k >= backwardMin; k -= 2) {
            int left = backward[zero + k - 1];
            int right = backward[zero + k + 1];
            int i = left < right ? left : right - 1;
            int first = i;
            while (i > fromA && i - k > fromB && same(i - 1, i - k - 1)) {
                i--;
            }
            longRun |= first - i > LONG_RUN;
            backward[zero + k] = i;
            if (!odd && forwardMin <= k && k <= forwardMax && i <= forward[zero + k]) {
                return cutAt(i, i - k, true, true);
            }
        }
        return false;
    }

    /// The forward path that got furthest for its distance from the start, if it ends in a long run of equal lines.
    private boolean goodForward(int cost, int start) {
        long best = 0;
        for (int k = forwardMax; k >= forwardMin; k -= 2) {
            int i = forward[zero + k];
            int j = i - k;
            long value = (long) (i - fromA) + (j - fromB) - Math.abs(k - start);
            if (value > (long) WORTH * cost && value > best && fromA + LONG_RUN <= i && i < toA
                    && fromB + LONG_RUN <= j && j < toB && runEndsAt(i, j)) {
                best = value;
                cutAt(i, j, true, false);
            }
        }
        return best > 0;
    }

    private boolean goodBackward(int cost, int end) {
        long best = 0;
        for (int k = backwardMax; k >= backwardMin; k -= 2) {
            int i = backward[zero + k];
            int j = i - k;
            long value = (long) (toA - i) + (toB - j) - Math.abs(k - end);
            if (value > (long) WORTH * cost && value > best && fromA < i && i <= toA - LONG_RUN && fromB < j
                    && j <= toB - LONG_RUN && runEndsAt(i + LONG_RUN, j + LONG_RUN)) {
                best = value;
                cutAt(i, j, false, true);
            }
        }
        return best > 0;
    }

    private boolean runEndsAt(int i, int j) {
        for (int n = 1; n <= LONG_RUN; n++) {
            if (!same(i - n, j - n)) {
                return false;
            }
        }
        return true;
    }

    /// Enough is enough: the point that either side got furthest to.
    private void furthest() {
        long bestForward = -1;
        int forwardA = -1;
        for (int k = forwardMax; k >= forwardMin; k -= 2) {
            int i = Math.min(forward[zero + k], toA);
            if (toB < i - k) {
                i = toB + k;
            }
            long sum = (long) i + (i - k);
            if (bestForward < sum) {
                bestForward = sum;
                forwardA = i;
            }
        }
        long bestBackward = Long.MAX_VALUE;
        int backwardA = -1;
        for (int k = backwardMax; k >= backwardMin; k -= 2) {
            int i = Math.max(fromA, backward[zero + k]);
            if (i - k < fromB) {
                i = fromB + k;
            }
            long sum = (long) i + (i - k);
            if (sum < bestBackward) {
                bestBackward = sum;
                backwardA = i;
            }
        }
        if ((long) toA + toB - bestBackward < bestForward - ((long) fromA + fromB)) {
            cutAt(forwardA, (int) (bestForward - forwardA), true, false);
        } else {
            cutAt(backwardA, (int) (bestBackward - backwardA), false, true);
        }
    }

    private boolean cutAt(int i, int j, boolean before, boolean after) {
        a = i;
        b = j;
        exactBefore = before;
        exactAfter = after;
        return true;
    }
}
