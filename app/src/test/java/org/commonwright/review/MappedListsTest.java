package org.commonwright.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.commonwright.design.Workspace;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lists whose columns only a person can tell, and lists that are not called bom.csv, in reviews and merges.
class MappedListsTest {
    private static final String LIST = "Was;Wieviel;Farbe\nrod;3;red\nnut;4;grey\nbolt;2;grey\n";
    private static final String SAID = "version = 1\n[columns]\nWas = \"Part\"\nWieviel = \"Quantity\"\n";
    private static final String NAME = "lamp-bom.csv";

    @TempDir
    Path folder;

    private static Map<String, String> state(String list) {
        return Map.of(NAME, list, NAME + ".columns.toml", SAID);
    }

    @Test
    void bothSidesMeetCellByCell() {
        try (GitRepository repository = GitRepository.init(folder.resolve("lamp"))) {
            CommitId base = Repos.commit(repository, state(LIST));
            CommitId ours = Repos.commit(repository, state(LIST.replace("nut;4;grey", "nut;5;grey")), base);
            CommitId theirs = Repos.commit(repository,
                    state("Farbe;Was;Wieviel\nblack;nut;4\nred;rod;3\ngrey;bolt;2\n"), base);
            MergeWork work = MergeWork.plan(repository, ours, theirs);
            assertEquals(List.of(), work.conflicts());
            assertEquals(List.of(new RepoPath(NAME)), work.merged());
        }
    }

    @Test
    void aReviewSaysWhichCellsChanged() {
        try (GitRepository repository = GitRepository.init(folder.resolve("lamp"));
                var workspace = new Workspace(folder.resolve("workspace"))) {
            CommitId base = Repos.commit(repository, Map.of(NAME, LIST));
            CommitId head = Repos.commit(repository, state("Was;Wieviel;Farbe\nnut;6;grey\nbolt;2;grey\nrod;3;red\n"),
                    base);
            ReviewReport report = new Reviewer(workspace).review(repository, base, head, 1, Progress.NONE);
            FileReview list = report.modules().stream().flatMap(m -> m.files().stream())
                    .filter(f -> f.path().text().equals(NAME)).findFirst().orElseThrow();
            var diff = assertInstanceOf(FileReview.BomCells.class, list).diff();
            assertTrue(diff.added().isEmpty() && diff.removed().isEmpty(), diff.toString());
            assertEquals("nut Wieviel 4 6", diff.changed().stream()
                    .map(c -> c.part() + " " + c.cell() + " " + c.before() + " " + c.after()).findFirst().orElse(""));
        }
    }
}
