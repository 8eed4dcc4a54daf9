package org.commonwright.review.fork;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;

/// Which forks change the same files. Paths that differ only in case are the same here: only one of them fits on many disks.
public final class Overlaps {
    private final List<Fork> forks = new ArrayList<>();
    private final Map<CommitId, Integer> numbers = new HashMap<>();
    private final Map<String, List<Integer>> byFile = new HashMap<>();

    /// Two forks that change some of the same files.
    ///
    /// @param files what both change, as the first has it
    public record Overlap(Fork other, List<RepoPath> files) {
        public Overlap {
            files = List.copyOf(files);
        }
    }

    public static Overlaps of(Collection<Fork> forks) {
        var overlaps = new Overlaps();
        forks.forEach(overlaps::add);
        return overlaps;
    }

    /// Takes a fork in; one whose changes are in the branch, or not known, overlaps with nothing.
    public void add(Fork fork) {
        if (fork.kind().isComparable() && numbers.putIfAbsent(fork.head(), forks.size()) == null) {
            fork.files().forEach(
                    file -> byFile.computeIfAbsent(MainFiles.folded(file), _ -> new ArrayList<>()).add(forks.size()));
            forks.add(fork);
        }
    }

    /// With how many others a fork overlaps.
    public int count(Fork fork) {
        return others(fork).cardinality();
    }

    private BitSet others(Fork fork) {
        var others = new BitSet(forks.size());
        Integer own = numbers.get(fork.head());
        if (own != null) {
            fork.files().forEach(file -> byFile.getOrDefault(MainFiles.folded(file), List.of()).forEach(others::set));
            others.clear(own);
        }
        return others;
    }

    /// With whom a fork overlaps, those with the most files in common first.
    ///
    /// @param most how many to tell
    public List<Overlap> of(Fork fork, int most) {
        var shared = new HashMap<Integer, TreeSet<RepoPath>>();
        Integer own = numbers.get(fork.head());
        if (own == null) {
            return List.of();
        }
        for (RepoPath file : fork.files()) {
            for (int other : byFile.getOrDefault(MainFiles.folded(file), List.of())) {
                if (other != own) {
                    shared.computeIfAbsent(other, _ -> new TreeSet<>()).add(file);
                }
            }
        }
        return shared.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<Integer, TreeSet<RepoPath>> one) -> -one.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .limit(most).map(one -> new Overlap(forks.get(one.getKey()), List.copyOf(one.getValue()))).toList();
    }
}
