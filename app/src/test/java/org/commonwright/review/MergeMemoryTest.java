package org.commonwright.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeMemoryTest {
    private static final List<RepoPath> ADDED = List.of(new RepoPath("bom.csv"));

    @TempDir
    Path folder;

    @Test
    void aFileThatIsDamagedInAnyWayCountsAsAbsent() throws IOException {
        try (GitRepository repository = GitRepository.initBare(folder.resolve("r.git"))) {
            CommitId merge = Repos.commit(repository, Map.of("bom.csv", "Part\n"));
            MergeMemory memory = MergeMemory.open(folder, repository);
            memory.of(merge, () -> ADDED);
            memory.save();
            assertEquals(ADDED, MergeMemory.open(folder, repository).of(merge, List::of));
            Path file;
            try (var files = Files.list(folder.resolve("merges"))) {
                file = files.findFirst().orElseThrow();
            }
            String whole = Files.readString(file);
            for (String damaged : List.of(whole.replace("bom.csv", "../bom.csv"), whole.replace("\"bom.csv\"", "{}"),
                    whole.substring(0, whole.length() - 3), "[]", "")) {
                Files.writeString(file, damaged);
                assertEquals(List.of(), MergeMemory.open(folder, repository).of(merge, List::of), damaged);
            }
        }
    }

    @Test
    void whatIsFoundOutIsKeptBeforeTheEndAndNothingKnownIsLost() {
        try (GitRepository repository = GitRepository.initBare(folder.resolve("k.git"))) {
            MergeMemory before = MergeMemory.open(folder, repository);
            before.of(merge(0), () -> ADDED);
            before.save();
            MergeMemory memory = MergeMemory.open(folder, repository);
            memory.of(merge(1), () -> ADDED);
            memory.keepUp();
            assertTrue(MergeMemory.open(folder, repository).knows(merge(1)));
            assertTrue(MergeMemory.open(folder, repository).knows(merge(0)), "nobody asked for it yet");
            for (int i = 2; i < 44; i++) {
                memory.of(merge(i), () -> ADDED);
                memory.keepUp();
            }
            assertTrue(MergeMemory.open(folder, repository).knows(merge(39)));
            assertFalse(MergeMemory.open(folder, repository).knows(merge(43)), "not written each time");
            memory.save();
            assertTrue(MergeMemory.open(folder, repository).knows(merge(43)));
            assertFalse(MergeMemory.open(folder, repository).knows(merge(0)), "nobody asked for it");
        }
    }

    private static CommitId merge(int number) {
        return new CommitId("%040x".formatted(number));
    }
}
