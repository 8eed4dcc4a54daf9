package org.commonwright.review.fork;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;

/// Which forks change the same files. Paths that differ only in case are the same here: only one of them fits on many disks.
public final class Overlaps {
    private final List<Fork> forks = new ArrayList<>();
    private final List<List<Changers>> files = new ArrayList<>();
    private final Map<CommitId, Integer> numbers = new HashMap<>();
    private final Map<String, Changers> byFile = new HashMap<>();

    /// Two forks that change some of the same files.
    ///
    /// @param files what both change, as the first has it
    public record Overlap(Fork other, List<RepoPath> files) {
        public Overlap {
            files = List.copyOf(files);
        }
    }

    /// The forks that change one file, by their numbers, which rise.
    private static final class Changers {
        private int[] all = new int[2];
        private int size;

        void add(int fork) {
            if (size > 0 && all[size - 1] == fork) {
                return;
            }
            if (size == all.length) {
                all = Arrays.copyOf(all, 2 * size);
            }
            all[size++] = fork;
        }

        boolean has(int fork) {
            return Arrays.binarySearch(all, 0, size, fork) >= 0;
        }
    }

    public static Overlaps of(Collection<Fork> forks) {
        var overlaps = new Overlaps();
        forks.forEach(overlaps::add);
        return overlaps;
    }

    /// One whose changes are in the branch, or not known, overlaps with nothing.
    private void add(Fork fork) {
        int number = forks.size();
        if (fork.kind().isComparable() && numbers.putIfAbsent(fork.head(), number) == null) {
            List<Changers> own = fork.files().stream()
                    .map(file -> byFile.computeIfAbsent(MainFiles.folded(file), _ -> new Changers())).toList();
            own.forEach(changers -> changers.add(number));
            files.add(own);
            forks.add(fork);
        }
    }

    /// With how many others a fork overlaps.
    public int count(Fork fork) {
        Integer own = numbers.get(fork.head());
        if (own == null) {
            return 0;
        }
        var others = new BitSet(forks.size());
        for (Changers changers : files.get(own)) {
            for (int i = 0; i < changers.size; i++) {
                others.set(changers.all[i]);
            }
        }
        return others.cardinality() - (others.get(own) ? 1 : 0);
    }

    /// With whom a fork overlaps, those with the most files in common first.
    ///
    /// @param most how many to tell
    public List<Overlap> of(Fork fork, int most) {
        Integer own = numbers.get(fork.head());
        if (own == null || most == 0) {
            return List.of();
        }
        int[] shared = new int[forks.size()];
        for (Changers changers : files.get(own)) {
            for (int i = 0; i < changers.size; i++) {
                shared[changers.all[i]]++;
            }
        }
        shared[own] = 0;
        Comparator<Integer> best = Comparator.comparingInt((Integer i) -> -shared[i]).thenComparing(i -> i);
        var kept = new PriorityQueue<Integer>(best.reversed());
        for (int i = 0; i < shared.length; i++) {
            // Of two with as many files the earlier is better, so that a later one has to have more than the worst that is kept.
            if (shared[i] > 0 && (kept.size() < most || shared[i] > shared[kept.element()])) {
                kept.add(i);
                if (kept.size() > most) {
                    kept.poll();
                }
            }
        }
        return kept.stream().sorted(best).map(i -> new Overlap(forks.get(i), both(own, i))).toList();
    }

    private List<RepoPath> both(int own, int other) {
        List<Changers> changed = files.get(own);
        var both = new ArrayList<RepoPath>();
        for (int i = 0; i < changed.size(); i++) {
            if (changed.get(i).has(other)) {
                both.add(forks.get(own).files().get(i));
            }
        }
        return both;
    }
}
