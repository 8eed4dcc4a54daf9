package org.commonwright.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.commonwright.bom.diff.ModuleDiff;
import org.commonwright.design.DesignBoms;
import org.commonwright.design.DesignReader;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.Workspace;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Of two commits each is read with the lists that were chosen in it.
class ChosenListsTest {
    private static final String OLD = "Part,Quantity\nrod,3\nnut,4\n";
    private static final String NEW = "Part,Quantity\nrod,3\nnut,6\n";
    private static final String CHOICE = "version = 1\nlists = [\"hardware.csv\"]\n";

    @TempDir
    Path folder;

    @Test
    void aChoiceThatIsCommittedChangesTheParts() {
        try (GitRepository repository = GitRepository.init(folder.resolve("lamp"));
                var workspace = new Workspace(folder.resolve("workspace"))) {
            CommitId base = Repos.commit(repository, Map.of("bom.csv", OLD, "hardware.csv", NEW));
            CommitId head = Repos.commit(repository,
                    Map.of("bom.csv", OLD, "hardware.csv", NEW, "bom.lists.toml", CHOICE), base);
            var reader = new DesignReader(workspace);
            ModuleTree before = reader.read(folder.resolve("lamp"), base.hex()).tree();
            ModuleTree after = reader.read(folder.resolve("lamp"), head.hex()).tree();
            List<ModuleDiff> diffs = ModuleDiff.between(DesignBoms.of(before, after, _ -> {}),
                    DesignBoms.of(after, before, _ -> {}));
            assertEquals(List.of("nut 4 6"), diffs.getFirst().diff().changed().stream()
                    .map(c -> c.part() + " " + c.before() + " " + c.after()).toList());
        }
    }

    @Test
    void aChosenListIsReviewedAndMergedCellByCell() {
        try (GitRepository repository = GitRepository.init(folder.resolve("lamp"));
                var workspace = new Workspace(folder.resolve("workspace"))) {
            CommitId base = Repos.commit(repository, Map.of("hardware.csv", OLD, "bom.lists.toml", CHOICE));
            CommitId ours = Repos.commit(repository, Map.of("hardware.csv", NEW, "bom.lists.toml", CHOICE), base);
            CommitId theirs = Repos.commit(repository,
                    Map.of("hardware.csv", "Quantity,Part\n4,nut\n5,rod\n", "bom.lists.toml", CHOICE), base);
            MergeWork work = MergeWork.plan(repository, ours, theirs);
            assertTrue(work.conflicts().isEmpty());
            assertEquals(List.of(new RepoPath("hardware.csv")), work.merged());
            ReviewReport report = new Reviewer(workspace).review(repository, base, ours, 1, Progress.NONE);
            FileReview list = report.modules().stream().flatMap(m -> m.files().stream())
                    .filter(f -> f.path().text().equals("hardware.csv")).findFirst().orElseThrow();
            assertEquals(1, assertInstanceOf(FileReview.BomCells.class, list).diff().changed().size());
        }
    }
}
