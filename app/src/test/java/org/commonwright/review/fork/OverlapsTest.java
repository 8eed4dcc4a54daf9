package org.commonwright.review.fork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.commonwright.review.fork.Overlaps.Overlap;
import org.junit.jupiter.api.Test;

class OverlapsTest {
    private static final int FORKS = 10_000;

    private static Fork fork(int number, String... files) {
        var head = new CommitId(String.format("%040x", number + 1));
        var tip = new ForkTip(List.of("refs/heads/f" + number), head, new Person("A", "a@b.invalid"), Instant.EPOCH, "",
                true);
        return new Fork(tip, ForkKind.OPEN, Optional.of(head), 1, 0, 0, List.of(), ForkSize.NONE, List.of(),
                Stream.of(files).map(RepoPath::new).toList(), List.of());
    }

    /// Everybody changes the same list, a few another file as well: these come first, and nobody waits for it.
    @Test
    void tenThousandForksOfOneFileAreLookedAtInSeconds() {
        List<Fork> forks = IntStream.range(0, FORKS)
                .mapToObj(i -> i % 1_000 == 7 ? fork(i, "bom.csv", "README.md") : fork(i, "bom.csv")).toList();
        Overlaps overlaps = Overlaps.of(forks);
        assertTimeoutPreemptively(Duration.ofSeconds(8), () -> {
            for (int i = 0; i < FORKS; i += 10) {
                assertEquals(FORKS - 1, overlaps.count(forks.get(i)));
                assertEquals(200, overlaps.of(forks.get(i), 200).size());
            }
        });
        assertEquals(Stream.concat(IntStream.range(1, 10).mapToObj(i -> 1_000 * i + 7), Stream.of(0, 1, 2)).toList(),
                overlaps.of(forks.get(7), 12).stream().map(Overlap::other).map(forks::indexOf).toList());
    }
}
