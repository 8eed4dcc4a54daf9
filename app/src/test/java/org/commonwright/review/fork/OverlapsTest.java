package org.commonwright.review.fork;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonwright.Seed;
import org.commonwright.Soon;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.commonwright.review.fork.Overlaps.Overlap;
import org.junit.jupiter.api.Test;

class OverlapsTest {
    private static final int FORKS = 10_000;

    private static Fork fork(int number, String... files) {
        return fork(number, Stream.of(files).map(RepoPath::new).toList());
    }

    private static Fork fork(int number, List<RepoPath> files) {
        var head = new CommitId(String.format("%040x", number + 1));
        var tip = new ForkTip(List.of("refs/heads/f" + number), head, new Person("A", "a@b.invalid"), Instant.EPOCH, "",
                true);
        return new Fork(tip, ForkKind.OPEN, Optional.of(head), 1, 0, 0, List.of(), ForkSize.NONE, List.of(),
                files, List.of());
    }

    /// Everybody changes the same list, a few another file as well: these come first, and nobody waits for it.
    @Test
    void tenThousandForksOfOneFileAreLookedAtInSeconds() throws Exception {
        List<Fork> forks = IntStream.range(0, FORKS)
                .mapToObj(i -> i % 1_000 == 7 ? fork(i, "bom.csv", "README.md") : fork(i, "bom.csv")).toList();
        Overlaps overlaps = Overlaps.of(forks);
        Soon.done(Duration.ofSeconds(8), () -> {
            for (int i = 0; i < FORKS; i += 10) {
                assertEquals(FORKS - 1, overlaps.count(forks.get(i)));
                assertEquals(200, overlaps.of(forks.get(i), 200).size());
            }
        });
        assertEquals(Stream.concat(IntStream.range(1, 10).mapToObj(i -> 1_000 * i + 7), Stream.of(0, 1, 2)).toList(),
                overlaps.of(forks.get(7), 12).stream().map(Overlap::other).map(forks::indexOf).toList());
    }

    /// Every fork changes most of the same thousand files, each another choice of them: nothing is alike, and each is asked for all.
    @Test
    void tenThousandForksOfAThousandFilesAreLookedAtInSeconds() throws Exception {
        int most = Integer.getInteger("commonwright.forks", 200);
        long seed = Seed.chosen();
        var random = new Random(seed);
        List<RepoPath> paths = IntStream.range(0, 1_000).mapToObj(i -> new RepoPath("part" + i + ".scad")).toList();
        List<Fork> forks = IntStream.range(0, most).mapToObj(i -> fork(i,
                paths.stream().filter(_ -> random.nextInt(10) > 0).toList())).toList();
        Soon.done(Duration.ofSeconds(10 + most / 200), () -> {
            Overlaps overlaps = Overlaps.of(forks);
            for (Fork fork : forks) {
                assertEquals(most - 1, overlaps.count(fork));
                assertEquals(5, overlaps.of(fork, 5).size());
            }
        });
    }

    /// What is counted many at a time is what counting one by one comes to.
    @Test
    void filesInCommonAreCountedRight() {
        long seed = Seed.chosen();
        for (int round = 0; round < 8; round++) {
            var random = new Random(seed + round);
            int paths = 1 + random.nextInt(60);
            int rarity = 1 + random.nextInt(40);
            List<Fork> forks = IntStream.range(0, 2 + random.nextInt(150))
                    .mapToObj(i -> fork(i, IntStream.range(0, paths)
                            .filter(_ -> random.nextInt(rarity) == 0).mapToObj(p -> new RepoPath("f" + p)).toList()))
                    .toList();
            Overlaps overlaps = Overlaps.of(forks);
            for (Fork fork : forks) {
                Map<Fork, Integer> common = new HashMap<>();
                for (Fork other : forks) {
                    var both = new HashSet<>(fork.files());
                    both.retainAll(other.files());
                    if (other != fork && !both.isEmpty()) {
                        common.put(other, both.size());
                    }
                }
                String which = "seed " + seed + ", round " + round;
                assertEquals(common.size(), overlaps.count(fork), which);
                List<Overlap> found = overlaps.of(fork, forks.size());
                assertEquals(common, found.stream().collect(Collectors.toMap(Overlap::other, o -> o.files().size())),
                        which);
                assertEquals(found.subList(0, Math.min(3, found.size())), overlaps.of(fork, 3), which);
            }
        }
    }
}
