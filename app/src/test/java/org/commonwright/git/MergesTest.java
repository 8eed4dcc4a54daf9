package org.commonwright.git;

import static org.commonwright.git.GitRepositoryTest.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergesTest {
    @TempDir
    Path folder;

    @Test
    void whatOneSideChangedIsSettledAndWhatBothChangedIsAConflict() {
        try (var repository = GitRepository.initBare(folder)) {
            CommitId base = Repos.commit(repository, Map.of("bom.csv", "1\n", "a", "1\n", "b", "1\n", "gone", "1\n"));
            CommitId ours = Repos.commit(repository, Map.of("bom.csv", "2\n", "a", "2\n", "b", "1\n", "gone", "1\n"),
                    base);
            CommitId theirs = Repos.commit(repository, Map.of("bom.csv", "3\n", "a", "1\n", "b", "2\n", "new", "n\n"),
                    base);
            MergePlan plan = repository.merges().plan(ours, theirs);
            assertEquals(List.of(new RepoPath("bom.csv")), plan.conflicts().stream().map(PathConflict::path).toList());
            PathConflict conflict = plan.conflicts().getFirst();
            assertTrue(conflict.isContent());
            assertEquals("1\n", new String(repository.blob(conflict.base().blob(), 10)));
            assertEquals("3\n", new String(repository.blob(conflict.theirs().blob(), 10)));
            var draft = new CommitDraft(Repos.BOB, Repos.NOON, "merge");
            assertEquals("git.unresolved", code(() -> repository.merges().commit(plan, Map.of(), draft)));
            CommitId merge = repository.merges().commit(plan,
                    Map.of(conflict.path(), new TreeEdit.Write("23\n".getBytes())), draft);
            assertEquals(Map.of("bom.csv", "23\n", "a", "2\n", "b", "2\n", "new", "n\n"), contents(repository, merge));
            assertEquals(List.of(ours, theirs), repository.history().commit(merge).parents());
        }
    }

    @Test
    void aFileAgainstAFolderIsAConflict() {
        try (var repository = GitRepository.initBare(folder)) {
            CommitId base = Repos.commit(repository, Map.of("a", "1\n"));
            CommitId ours = Repos.commit(repository, Map.of("a", "1\n", "x", "file\n"), base);
            CommitId theirs = Repos.commit(repository, Map.of("a", "1\n", "x/y", "inside\n"), base);
            MergePlan plan = repository.merges().plan(ours, theirs);
            assertEquals(List.of(new RepoPath("x/y")), plan.conflicts().stream().map(PathConflict::path).toList());
            MergePlan other = repository.merges().plan(theirs, ours);
            assertEquals(List.of(new RepoPath("x")), other.conflicts().stream().map(PathConflict::path).toList());
        }
    }

    @Test
    void aChangeFollowsAFileThatTheOtherSideRenamed() {
        try (var repository = GitRepository.initBare(folder)) {
            String text = "1\n2\n3\n4\n5\n6\n7\n8\n";
            CommitId base = Repos.commit(repository, Map.of("old", text, "both", text + "x\n", "keep", "k\n"));
            CommitId renamed = Repos.commit(repository,
                    Map.of("new", text, "moved", text + "x\nours\n", "keep", "k\n"), base);
            CommitId changed = Repos.commit(repository,
                    Map.of("old", "0\n" + text, "both", "0\n" + text + "x\n", "keep", "k\n"), base);
            for (boolean weRenamed : List.of(true, false)) {
                MergePlan plan = weRenamed
                        ? repository.merges().plan(renamed, changed)
                        : repository.merges().plan(changed, renamed);
                assertEquals(List.of(new RepoPath("moved")),
                        plan.conflicts().stream().map(PathConflict::path).toList());
                PathConflict c = plan.conflicts().getFirst();
                TextMerge content = TextMerge.of(repository.blob(c.base().blob(), 99),
                        repository.blob(c.ours().blob(), 99), repository.blob(c.theirs().blob(), 99));
                assertTrue(content.isClean());
                CommitId merge = repository.merges().commit(plan,
                        Map.of(c.path(), new TreeEdit.Write(content.resolved(TextMerge.Conflict::ours))),
                        new CommitDraft(Repos.ADA, Repos.NOON, "merge"));
                assertEquals(Map.of("new", "0\n" + text, "moved", "0\n" + text + "x\nours\n", "keep", "k\n"),
                        contents(repository, merge));
            }
        }
    }

    @Test
    void crossedHistoriesSettleNothingSilently() {
        try (var repository = GitRepository.initBare(folder)) {
            CommitId root = Repos.commit(repository, Map.of("f", "0\n"));
            CommitId a = Repos.commit(repository, Map.of("f", "a\n"), root);
            CommitId b = Repos.commit(repository, Map.of("f", "b\n"), root);
            CommitId ours = Repos.commit(repository, Map.of("f", "a\n"), a, b);
            CommitId theirs = Repos.commit(repository, Map.of("f", "b\n"), b, a);
            assertEquals(2, repository.history().mergeBases(ours, theirs).size());
            assertFalse(repository.merges().plan(ours, theirs).isClean());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void textsMergeAsGitMergesThem(long seed) throws java.io.IOException {
        var random = new Random(seed);
        String base = text(random, 40);
        String ours = edited(base, random);
        String theirs = edited(base, random);
        TextMerge merge = TextMerge.of(bytes(base), bytes(ours), bytes(theirs));
        // Whatever merged, taking one side of each conflict and the other side's clean edits loses no clean edit.
        String takenOurs = new String(merge.resolved(TextMerge.Conflict::ours), StandardCharsets.UTF_8);
        if (merge.isClean() && Repos.hasGit()) {
            Repos.write(folder, "base", base);
            Repos.write(folder, "ours", ours);
            Repos.write(folder, "theirs", theirs);
            assertEquals(Repos.git(folder, "merge-file", "-p", "ours", "base", "theirs"), takenOurs.strip(),
                    "seed " + seed);
        }
        assertEquals(new String(TextMerge.of(bytes(base), bytes(ours), bytes(base)).resolved(c -> bytes("?")),
                StandardCharsets.UTF_8), ours, "seed " + seed);
        assertEquals(new String(TextMerge.of(bytes(base), bytes(base), bytes(theirs)).resolved(c -> bytes("?")),
                StandardCharsets.UTF_8), theirs, "seed " + seed);
    }

    @Test
    void aConflictKeepsAllThreeTexts() {
        TextMerge merge = TextMerge.of(bytes("a\nb\nc\n"), bytes("a\nours\nc\n"), bytes("a\ntheirs\nc"));
        assertEquals(1, merge.conflicts().size());
        assertEquals("a\nours\n", new String(merge.resolved(TextMerge.Conflict::ours)).substring(0, 7));
        assertTrue(new String(merge.conflicts().getFirst().base()).startsWith("b\n"));
        assertTrue(new String(merge.conflicts().getFirst().theirs()).startsWith("theirs\n"));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void editsTurnOneTextIntoTheOther(long seed) {
        var random = new Random(seed);
        String a = text(random, 60);
        String b = edited(edited(a, random), random);
        List<String> from = a.lines().toList();
        List<String> to = b.lines().toList();
        var made = new java.util.ArrayList<String>();
        int at = 0;
        for (LineDiff.Edit edit : LineDiff.edits(bytes(a), bytes(b))) {
            made.addAll(from.subList(at, edit.beginA()));
            assertEquals(made.size(), edit.beginB(), "seed " + seed);
            made.addAll(to.subList(edit.beginB(), edit.endB()));
            at = edit.endA();
        }
        made.addAll(from.subList(at, from.size()));
        assertEquals(to, made, "seed " + seed);
        assertEquals(List.of(), LineDiff.edits(bytes(a), bytes(a.replace("\n", "  \n")), true));
    }

    @Test
    void hunksShowLinesAroundAChange() {
        TextDiff diff = TextDiff.of("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n10\n", 1);
        assertEquals(2, diff.hunks().size());
        assertEquals(3, diff.hunks().getFirst().beginA());
        assertEquals(List.of("4", "5", "five", "6"),
                diff.hunks().getFirst().lines().stream().map(TextDiff.Line::text).toList());
        assertEquals(TextDiff.Kind.ONLY_NEW, diff.hunks().getLast().lines().getLast().kind());
    }

    private static Map<String, String> contents(GitRepository repository, CommitId commit) {
        var contents = new TreeMap<String, String>();
        CommitTree tree = repository.tree(commit);
        tree.files().forEach(path -> contents.put(path.text(), new String(tree.read(path, 1000))));
        return contents;
    }

    private static String text(Random random, int lines) {
        var text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            text.append("line ").append(random.nextInt(30)).append('\n');
        }
        return text.toString();
    }

    private static String edited(String text, Random random) {
        var lines = new java.util.ArrayList<>(text.lines().toList());
        for (int i = 0; i < 3; i++) {
            int at = random.nextInt(lines.size());
            switch (random.nextInt(3)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(at, "new " + random.nextInt(1000));
                default -> lines.set(at, "edit " + random.nextInt(1000));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
