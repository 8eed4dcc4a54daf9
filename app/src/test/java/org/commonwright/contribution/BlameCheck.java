package org.commonwright.contribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonwright.contribution.pass.CommitTable;
import org.commonwright.contribution.pass.FileState;
import org.commonwright.contribution.pass.LineHistory;
import org.commonwright.contribution.pass.LineHistoryReader;
import org.commonwright.git.GitRepository;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;

/// Compares the pass with `git blame` line for line, says what sort each difference is, and how far the shares of the authors
/// are apart. Run it on a repository: `BlameCheck DIR [REV] [-w]`.
public final class BlameCheck {
    private final GitProgram git;
    private final boolean ignoreSpace;
    private final Map<String, Long> ours = new HashMap<>();
    private final Map<String, Long> theirs = new HashMap<>();
    private final Map<Difference, Long> differences = new TreeMap<>();
    private final Map<String, String> authors = new HashMap<>();
    private final List<String> examples = new ArrayList<>();
    private final List<String> unanswered = new ArrayList<>();
    private long lines;

    /// Why a line has another commit here than with Git.
    enum Difference {
        /// Both commits have brought a line with these characters into the file: which of them survived is a matter of taste.
        EQUAL_LINES,
        /// One of them is a merge: what it changed itself is seen otherwise.
        MERGE,
        /// The file was elsewhere before, and the two look for it in different places.
        MOVED,
        OTHER
    }

    BlameCheck(GitProgram git, boolean ignoreSpace) {
        this.git = git;
        this.ignoreSpace = ignoreSpace;
    }

    void compare(LineHistory history) throws InterruptedException {
        for (Map.Entry<RepoPath, FileState> file : history.files().entrySet()) {
            if (file.getValue().origins() != null) {
                compare(history, file.getKey(), file.getValue());
            }
        }
    }

    private void compare(LineHistory history, RepoPath path, FileState file) throws InterruptedException {
        try {
            compare(history, path, file, blame(git, history.tip().hex(), path, ignoreSpace));
        } catch (IOException e) {
            // Where versions of the file are missing in the clone, Git does not answer at all.
            unanswered.add(path + ": " + e.getMessage());
        }
    }

    private void compare(LineHistory history, RepoPath path, FileState file, List<String[]> blame)
            throws IOException, InterruptedException {
        int[] origins = file.origins().expand();
        CommitTable table = history.commits();
        if (origins.length != blame.size()) {
            throw new IOException(path + " has " + origins.length + " lines here, " + blame.size() + " with Git");
        }
        for (int i = 0; i < origins.length; i++) {
            lines++;
            CommitTable.Row row = table.row(origins[i]);
            String mine = row.id().hex();
            String git = blame.get(i)[0];
            ours.merge(row.people().getFirst().toString(), 1L, Long::sum);
            theirs.merge(author(git), 1L, Long::sum);
            if (!mine.equals(git)) {
                Difference kind = kind(row, blame.get(i), path);
                differences.merge(kind, 1L, Long::sum);
                if (examples.size() < 40) {
                    examples.add(kind + " " + path + ":" + (i + 1) + " here " + mine.substring(0, 10) + ", git "
                            + git.substring(0, 10) + ": " + blame.get(i)[2].strip());
                }
            }
        }
    }

    private Difference kind(CommitTable.Row mine, String[] blamed, RepoPath path)
            throws IOException, InterruptedException {
        String text = blamed[2].strip();
        if (mine.parents().size() > 1 || parents(blamed[0]) > 1) {
            return Difference.MERGE;
        }
        if (!blamed[1].equals(path.text())) {
            return Difference.MOVED;
        }
        return brings(mine.id().hex(), path, text) && brings(blamed[0], path, text) ? Difference.EQUAL_LINES : Difference.OTHER;
    }

    private boolean brings(String commit, RepoPath path, String text) throws InterruptedException {
        try {
            return git.run("show", "--format=", "-w", "--no-renames", commit, "--", path.text()).lines()
                    .anyMatch(line -> line.startsWith("+") && line.substring(1).strip().equals(text));
        } catch (IOException _) {
            // Versions that are missing in the clone explain nothing.
            return false;
        }
    }

    private int parents(String commit) throws IOException, InterruptedException {
        return git.run("log", "-1", "--format=%P", commit).strip().split(" ").length;
    }

    private String author(String commit) throws IOException, InterruptedException {
        String known = authors.get(commit);
        if (known == null) {
            known = git.run("log", "-1", "--format=%an <%ae>", commit).strip();
            authors.put(commit, known);
        }
        return known;
    }

    /// For each line the commit, the file's name there, and the line.
    static List<String[]> blame(GitProgram git, String revision, RepoPath path, boolean ignoreSpace)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("blame", "--porcelain"));
        if (ignoreSpace) {
            command.add("-w");
        }
        command.addAll(List.of(revision, "--", path.text()));
        List<String[]> lines = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        String commit = "";
        for (String line : git.run(command.toArray(String[]::new)).split("\n")) {
            if (line.startsWith("\t")) {
                lines.add(new String[]{commit, names.getOrDefault(commit, path.text()), line.substring(1)});
            } else if (line.matches("[0-9a-f]{40} \\d+ \\d+.*")) {
                commit = line.substring(0, 40);
            } else if (line.startsWith("filename ")) {
                names.put(commit, line.substring(9));
            }
        }
        return lines;
    }

    long lines() {
        return lines;
    }

    Map<Difference, Long> differences() {
        return differences;
    }

    List<String> examples() {
        return examples;
    }

    /// How far the shares of an author are apart at most, in per cent.
    double farthest() {
        double farthest = 0;
        Map<String, Long> all = new HashMap<>(ours);
        theirs.keySet().forEach(author -> all.putIfAbsent(author, 0L));
        for (String author : all.keySet()) {
            farthest = Math.max(farthest,
                    100.0 * Math.abs(ours.getOrDefault(author, 0L) - theirs.getOrDefault(author, 0L)) / lines);
        }
        return farthest;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        boolean ignoreSpace = List.of(arguments).contains("-w");
        String revision = arguments.length > 1 && !arguments[1].equals("-w") ? arguments[1] : "HEAD";
        Path cache = Files.createTempDirectory("blame-check");
        try (GitRepository repository = GitRepository.open(folder)) {
            long start = System.nanoTime();
            LineHistory history = new LineHistoryReader(cache).read(repository, repository.require(revision),
                    ignoreSpace, Progress.NONE);
            double pass = (System.nanoTime() - start) / 1e9;
            start = System.nanoTime();
            var check = new BlameCheck(GitProgram.in(folder), ignoreSpace);
            check.compare(history);
            System.out.printf("%s: %d commits, %d lines, pass %.2f s, blame with this check %.1f s%n", folder,
                    history.reached().size(), check.lines, pass, (System.nanoTime() - start) / 1e9);
            System.out.printf("  different %s, shares apart at most %.4f %%%n", check.differences, check.farthest());
            System.out.printf("  %d files without an answer of git %s%n", check.unanswered.size(),
                    check.unanswered.stream().limit(3).toList());
            check.examples.forEach(example -> System.out.println("    " + example));
        }
    }
}
