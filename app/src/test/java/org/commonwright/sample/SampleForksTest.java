package org.commonwright.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.commonwright.bom.diff.BomMerge;
import org.commonwright.bom.diff.CellConflict;
import org.commonwright.bom.diff.MergeResult;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.design.Workspace;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.GitRepository;
import org.commonwright.git.MergePlan;
import org.commonwright.governance.Decider;
import org.commonwright.governance.ProposalState;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.commonwright.record.Identity;
import org.commonwright.record.RecordStore;
import org.commonwright.review.ReviewDesk;
import org.commonwright.sample.SampleWorkspace.SampleDesign;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class SampleForksTest {
    private static final Person MERGER = new Person("Merger", "merger@example.invalid");
    private static final long LIMIT = 1 << 20;

    @TempDir
    static Path folder;
    static SampleDesign plotter;

    @BeforeAll
    static void layOut() {
        plotter = LaidOut.in(folder).design("pen-plotter").orElseThrow();
    }

    @Test
    void eachBranchMergesAloneAndBothTogetherConflictInTheGantrysBill() {
        try (GitRepository repository = GitRepository.open(plotter.folder())) {
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

    @Test
    void theConflictIsOneCell() {
        try (GitRepository repository = GitRepository.open(plotter.folder())) {
            MergeResult merged = BomMerge.merge(bill(repository, "main"),
                    bill(repository, "refs/remotes/leila/thicker-shims"),
                    bill(repository, "refs/remotes/wim/quiet-idlers"));
            assertEquals(1, merged.conflicts().size(), merged.conflicts().toString());
            CellConflict conflict = merged.conflicts().getFirst();
            assertEquals(List.of("washer-m5", "10", "14", "15"),
                    List.of(conflict.part(), conflict.base(), conflict.ours(), conflict.theirs()));
        }
    }

    @Test
    void proposalsAreSignedAndSharedAndTheNewcomerMayDecide() {
        var anyone = Identity.temporary(MERGER, new SecureRandom());
        try (GitRepository repository = GitRepository.open(plotter.folder());
                GitRepository origin = GitRepository.open(plotter.origin());
                var workspace = new Workspace(folder)) {
            var records = RecordStore.open(repository, anyone, InstantSource.system());
            assertEquals(List.of(), records.verify().bad());
            var desk = new ReviewDesk(repository, records, workspace, InstantSource.system());
            var proposals = desk.proposals().list();
            assertEquals(List.of("Leïla Haddad", "Wim Peeters"),
                    proposals.stream().map(p -> p.proposal().person().name()).sorted().toList());
            assertEquals(plotter.you(), repository.configuredPerson());
            for (ProposalState state : proposals) {
                assertTrue(desk.merges().prepare(state, Progress.NONE).conflicts().isEmpty());
                desk.merges().gate(repository.require("main")).check(
                        new Decider(anyone.agent(), plotter.you().orElseThrow()),
                        state.proposal().modules());
            }
            assertEquals(repository.refs().list("refs/commonwright/log/"),
                    origin.refs().list("refs/commonwright/log/"));
        }
    }

    private static BomDocument bill(GitRepository repository, String revision) {
        byte[] bytes = repository.tree(repository.require(revision)).read(new RepoPath("modules/gantry/bom.csv"),
                LIMIT);
        return BomDocument.parse("bom.csv", bytes);
    }
}
