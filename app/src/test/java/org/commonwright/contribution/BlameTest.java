package org.commonwright.contribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonwright.contribution.pass.CommitTable;
import org.commonwright.contribution.pass.FileState;
import org.commonwright.contribution.pass.LineHistory;
import org.commonwright.contribution.pass.LineHistoryReader;
import org.commonwright.git.GitRepository;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The pass gives each line to the commit that `git blame` gives it to: on straight histories, over merges of two and more,
/// criss-cross, moves with and without edits.
@Execution(ExecutionMode.CONCURRENT)
class BlameTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"1, 60, 0, 1000", "2, 60, 0, 12", "3, 120, 5, 1000", "4, 120, 5, 12", "5, 150, 7, 40",
            "6, 120, 8, 300"})
    void agreesWithGitLineForLine(long seed, int commits, int branching, int words)
            throws IOException, InterruptedException {
        Path design = folder.resolve("design");
        GitRepository.init(design).close();
        GitProgram git = GitProgram.in(design);
        git.run(new RandomHistory(seed, words).generate(commits, 5, branching), "fast-import", "--quiet");
        for (int at : List.of(commits / 3, commits / 2, commits + 1)) {
            compare(git, design, "c" + at, false, "seed " + seed);
        }
        compare(git, design, "c" + (commits + 1), true, "without space, seed " + seed);
    }

    @Test
    void onAStraightHistorySharesAreThoseOfGitBlame() throws IOException, InterruptedException {
        Path design = folder.resolve("design");
        GitRepository.init(design).close();
        GitProgram git = GitProgram.in(design);
        var stream = new ByteArrayOutputStream();
        new GrownHistory(9, 0, stream).write(60, 5);
        git.run(stream.toByteArray(), "fast-import", "--quiet");
        try (GitRepository repository = GitRepository.open(design)) {
            var check = new BlameCheck(git, false);
            check.compare(new LineHistoryReader(folder.resolve("cache")).read(repository, repository.require("main"),
                    false, Progress.NONE));
            assertTrue(check.lines() > 300);
            assertTrue(check.farthest() <= 0.1, () -> check.farthest() + " per cent, " + check.examples());
        }
    }

    /// Of several files that are equally alike Git takes the one that its four places for candidates have first.
    @Test
    void ofEquallyAlikeFilesTheOneThatGitTakesIsTaken() throws IOException, InterruptedException {
        Path design = folder.resolve("design");
        GitRepository.init(design).close();
        GitProgram git = GitProgram.in(design);
        var stream = new StringBuilder();
        String same = "one line\nanother line\na third line\n";
        for (int commit = 1; commit <= 2; commit++) {
            stream.append("commit refs/heads/c").append(commit).append("\nmark :").append(commit)
                    .append("\ncommitter Ada <ada@example.org> ").append(1_700_000_000 + commit)
                    .append(" +0000\ndata 1\nx\n");
            if (commit == 2) {
                stream.append("from :1\ndeleteall\n").append(file("new/named.txt", same + "a line of its own\n"));
            } else {
                for (String other : List.of("a1", "a2", "a3", "a4", "a5")) {
                    stream.append(file(other + ".txt", "nothing alike in " + other + "\n".repeat(9)));
                }
                for (String old : List.of("b/old.txt", "c/old.txt", "d/old.txt")) {
                    stream.append(file(old, same));
                }
            }
        }
        git.run(stream.toString().getBytes(StandardCharsets.UTF_8), "fast-import", "--quiet");
        compare(git, design, "c2", false, "equally alike");
    }

    /// A file in the place of a link, and a link in the place of a file, changed their type and did not move.
    @Test
    void whatStandsInTheOthersPlaceDidNotMove() throws IOException, InterruptedException {
        Path design = folder.resolve("design");
        GitRepository.init(design).close();
        GitProgram git = GitProgram.in(design);
        String list = "one line\nanother line\na third line\n";
        String link = "M 120000 inline %s\ndata 5\na.csv\n";
        String[] steps = {file("a.csv", list) + link.formatted("b.csv"),
                "D a.csv\n" + file("b.csv", list + "of its own\n"),
                link.formatted("b.csv") + file("c.csv", list + "of its own\n"),
                "from refs/heads/c1\n" + file("other.txt", "other\n"),
                "from refs/heads/c4\nmerge refs/heads/c2\nD a.csv\n" + link.formatted("b.csv") + file("d.csv", list),
                "from refs/heads/c2\nmerge refs/heads/c4\n" + file("b.csv", list + "merged\n")
                        + file("a.csv", list + "merged too\n")};
        var stream = new StringBuilder();
        for (int i = 0; i < steps.length; i++) {
            boolean first = i == 0 || steps[i].startsWith("from");
            stream.append("commit refs/heads/c").append(i + 1).append("\ncommitter Ada <ada@example.org> ")
                    .append(1_700_000_000 + i).append(" +0000\ndata 1\nx\n");
            if (!first) {
                stream.append("from refs/heads/c").append(i).append("\n");
            }
            stream.append(steps[i]);
        }
        git.run(stream.toString().getBytes(StandardCharsets.UTF_8), "fast-import", "--quiet");
        for (int i = 1; i <= steps.length; i++) {
            compare(git, design, "c" + i, false, "links");
        }
    }

    private static String file(String path, String text) {
        return "M 100644 inline " + path + "\ndata " + text.length() + "\n" + text + "\n";
    }

    private void compare(GitProgram git, Path design, String branch, boolean ignoreSpace, String hint)
            throws IOException, InterruptedException {
        try (GitRepository repository = GitRepository.open(design)) {
            LineHistory history = new LineHistoryReader(folder.resolve("cache")).read(repository,
                    repository.require(branch), ignoreSpace, Progress.NONE);
            for (Map.Entry<RepoPath, FileState> file : history.files().entrySet()) {
                List<String> theirs = new ArrayList<>();
                String space = ignoreSpace ? "-w" : "--porcelain";
                for (String line : git.run("blame", space, "--porcelain", branch, "--", file.getKey().text())
                        .split("\n")) {
                    if (line.matches("[0-9a-f]{40} \\d+ \\d+.*")) {
                        theirs.add(line.substring(0, 40));
                    }
                }
                List<String> ours = new ArrayList<>();
                CommitTable table = history.commits();
                for (int commit : file.getValue().origins().expand()) {
                    ours.add(table.row(commit).id().hex());
                }
                assertEquals(theirs, ours, () -> hint + ", " + branch + ", " + file.getKey());
            }
        }
    }
}
