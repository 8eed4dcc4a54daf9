package org.commonwright.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.GitRepository;
import org.commonwright.git.MergePlan;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleForksTest {
    private static final Person MERGER = new Person("Merger", "merger@example.invalid");

    @Test
    void eachProposalMergesAloneAndBothTogetherConflictInTheGantrysBill(@TempDir Path folder) {
        Path plotter = LaidOut.in(folder).design("pen-plotter").orElseThrow().folder();
        try (GitRepository repository = GitRepository.open(plotter)) {
            CommitId main = repository.require("main");
            CommitId leila = repository.require("refs/remotes/leila/thicker-shims");
            CommitId wim = repository.require("refs/remotes/wim/quiet-idlers");
            MergePlan first = repository.merges().plan(main, leila);
            assertTrue(first.isClean());
            assertTrue(repository.merges().plan(main, wim).isClean());
            var draft = new CommitDraft(MERGER, Instant.EPOCH, "Merge\n");
            CommitId merged = repository.merges().commit(first, Map.of(), draft);
            assertEquals(List.of("modules/gantry/bom.csv"), repository.merges().plan(merged, wim).conflicts().stream()
                    .map(c -> c.path().text()).toList());
        }
    }
}
