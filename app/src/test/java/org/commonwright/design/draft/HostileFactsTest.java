package org.commonwright.design.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.commonwright.Soon;
import org.commonwright.design.MemoryTree;
import org.commonwright.model.RepoPath;
import org.junit.jupiter.api.Test;

/// Names and texts that somebody made to be slow.
class HostileFactsTest {
    @Test
    void aTagOfManyHyphensIsNoVersionAtOnce() throws Exception {
        assertEquals(Optional.empty(), Soon.within(Duration.ofSeconds(10),
                () -> RepositoryFacts.version("refs/tags/" + "a_".repeat(200) + "!")));
        assertEquals(Optional.of("1.2.0"), RepositoryFacts.version("refs/tags/board/rev_2_v1.2.0"));
        assertEquals(Optional.of("1.2"), RepositoryFacts.version("refs/tags/release-1.2"));
        assertEquals(Optional.empty(), RepositoryFacts.version("refs/tags/rev-2024-01-02.1"));
    }

    @Test
    void aLicenceOfManyAlternatives() {
        String text = "SPDX-License-" + "Identifier: MIT" + " OR MIT".repeat(30_000);
        assertTrue(LicenceGuess.of(MemoryTree.of(Map.of("LICENSE", text)), RepoPath.ROOT).isPresent());
    }
}
