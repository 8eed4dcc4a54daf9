package org.commonwright.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.commonwright.model.CommitId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeConflictTest {
    private static final String BOM = "Part,Quantity,Notes\nscrew,4,M3\nrod,2,\nbelt,1,old\n";
    private static final List<Resolution> CHOICES = List.of(new Resolution.Ours(), new Resolution.Theirs(),
            new Resolution.Value("9"));

    @TempDir
    Path folder;

    /// Otherwise the window would show a row, or lines, as they no longer are.
    @Test
    void whatIsDecidedChangesOnlyWhatStandsWithIt() {
        try (GitRepository repository = GitRepository.initBare(folder.resolve("r.git"))) {
            CommitId base = Repos.commit(repository, Map.of("bom.csv", BOM, "a/bom.csv", BOM, "read.md", "a\nb\nc\n"));
            String ours = "Part,Quantity,Notes\nscrew,5,M4\nrod,3,x\n";
            String theirs = "Part,Quantity,Notes\nscrew,6,M5\nrod,4,y\nbelt,2,older\n";
            MergeWork work = MergeWork.plan(repository,
                    Repos.commit(repository, Map.of("bom.csv", ours, "a/bom.csv", ours, "read.md", "o\nb\np\n"), base),
                    Repos.commit(repository, Map.of("bom.csv", theirs, "a/bom.csv", theirs, "read.md", "t\nb\nu\n"),
                            base));
            assertTrue(work.conflicts().size() > 10, "conflicts " + work.conflicts());
            int changes = 0;
            for (MergeConflict shown : work.conflicts()) {
                String before = work.shows(shown, Map.of());
                for (MergeConflict decided : work.conflicts()) {
                    for (Resolution choice : CHOICES) {
                        boolean changed = !before.equals(work.shows(shown, Map.of(decided, choice)));
                        changes += changed ? 1 : 0;
                        assertEquals(shown.standsWith(decided), changed || shown.standsWith(decided),
                                shown + " after " + decided + " as " + choice);
                    }
                }
            }
            assertTrue(changes > 10, "changes " + changes);
        }
    }
}
