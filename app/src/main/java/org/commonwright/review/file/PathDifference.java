package org.commonwright.review.file;

import java.util.Arrays;
import org.commonwright.gcode.MoveKind;
import org.commonwright.gcode.Toolpath;

/// Which moves two programs share: the same way between the same places, to a thousandth of a millimetre, in whatever order.
/// A move that comes more often on one side is shared as often as both have it.
public final class PathDifference {
    private final boolean[] stays;
    private final boolean[] comesBack;

    private PathDifference(boolean[] stays, boolean[] comesBack) {
        this.stays = stays;
        this.comesBack = comesBack;
    }

    public static PathDifference between(Toolpath before, Toolpath after) {
        boolean[] stays = new boolean[before.size()];
        boolean[] comesBack = new boolean[after.size()];
        long[] a = ways(before);
        long[] b = ways(after);
        mark(a, sorted(b), stays);
        mark(b, sorted(a), comesBack);
        return new PathDifference(stays, comesBack);
    }

    /// Each way that is also among the others, as often as it is there.
    private static void mark(long[] ways, long[] others, boolean[] shared) {
        // At the first of equal ways: how many of them are used up.
        int[] next = new int[others.length];
        for (int i = 0; i < ways.length; i++) {
            int found = Arrays.binarySearch(others, ways[i]);
            if (found < 0) {
                continue;
            }
            int first = first(others, found);
            int free = first + next[first];
            if (free < others.length && others[free] == ways[i]) {
                next[first]++;
                shared[i] = true;
            }
        }
    }

    /// The first of equal ways.
    private static int first(long[] ways, int found) {
        int low = 0;
        int high = found;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ways[middle] < ways[found]) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static long[] sorted(long[] ways) {
        long[] sorted = ways.clone();
        Arrays.parallelSort(sorted);
        return sorted;
    }

    /// A number for each move's way; different ways have, as good as always, different numbers.
    private static long[] ways(Toolpath path) {
        long[] ways = new long[path.size()];
        for (int i = 0; i < ways.length; i++) {
            long hash = path.kind(i).works() ? 1 : 2;
            hash = mix(hash, path.x(i - 1));
            hash = mix(hash, path.y(i - 1));
            hash = mix(hash, path.z(i - 1));
            hash = mix(hash, path.x(i));
            hash = mix(hash, path.y(i));
            hash = mix(hash, path.z(i));
            // An arc is longer than the straight way between its ends.
            ways[i] = path.kind(i) == MoveKind.RETRACT ? mix(hash, path.filament(i)) : mix(hash, path.length(i));
        }
        return ways;
    }

    private static long mix(long hash, float millimetres) {
        long mixed = (hash ^ Math.round(millimetres * 1000.0)) * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 29;
    }

    /// Whether a move of the program before is also in the one afterwards.
    public boolean stays(int move) {
        return stays[move];
    }

    /// Whether a move of the program afterwards was in the one before.
    public boolean wasThere(int move) {
        return comesBack[move];
    }

    public int added() {
        return count(comesBack);
    }

    public int removed() {
        return count(stays);
    }

    private static int count(boolean[] shared) {
        int count = 0;
        for (boolean one : shared) {
            count += one ? 0 : 1;
        }
        return count;
    }
}
