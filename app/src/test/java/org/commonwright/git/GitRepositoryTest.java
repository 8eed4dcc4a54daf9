package org.commonwright.git;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.git.FileChange.Kind;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitRepositoryTest {
    @TempDir
    Path folder;

    @Test
    void whatIsNoRepositoryIsSaidToBeNone() throws IOException {
        Path plain = Files.createDirectory(folder.resolve("plain"));
        assertEquals("git.not-a-repository", code(() -> GitRepository.open(plain)));
        assertEquals("git.not-a-repository", code(() -> GitRepository.open(folder.resolve("nowhere"))));
        Files.createDirectory(plain.resolve(".git"));
        assertEquals("git.not-a-repository", code(() -> GitRepository.open(plain)));
    }

    @Test
    void aSubFolderFindsItsRoot() throws IOException {
        try (var repository = GitRepository.init(folder.resolve("r"))) {
            Path deep = Files.createDirectories(repository.folder().resolve("a/b"));
            try (var found = GitRepository.open(deep)) {
                assertEquals(repository.folder(), found.folder());
                assertFalse(found.isBare());
                assertEquals(Optional.of("main"), found.currentBranch());
                assertEquals(Optional.empty(), found.head());
            }
        }
        assertEquals("git.exists", code(() -> GitRepository.init(folder.resolve("r"))));
        try (var bare = GitRepository.initBare(folder.resolve("b.git"))) {
            assertTrue(bare.isBare());
            assertEquals(folder.resolve("b.git"), bare.folder());
            assertEquals("git.no-work-tree", code(bare::workTree));
        }
    }

    @Test
    void aCommitsFilesAreReadWithoutAWorkTree() {
        try (var repository = GitRepository.initBare(folder.resolve("b.git"))) {
            CommitId first = Repos.commit(repository, "main",
                    Map.of("bom.csv", "Part\n", "modules/frame/okh.toml", "name = 'frame'\n"));
            CommitTree tree = repository.tree(repository.require("main"));
            var bom = new RepoPath("bom.csv");
            assertEquals(List.of(bom, new RepoPath("modules/frame/okh.toml")), tree.files());
            assertArrayEquals("Part\n".getBytes(StandardCharsets.UTF_8), tree.read(bom, 100));
            assertEquals(5, tree.size(bom));
            assertEquals("files.too-large", code(() -> tree.read(bom, 4)));
            assertEquals("files.missing", code(() -> tree.read(new RepoPath("none"), 4)));
            assertEquals(repository.treeId(first, new RepoPath("modules/frame")),
                    repository.treeId(repository.require("main"), new RepoPath("modules/frame")));
            assertEquals(Optional.empty(), repository.treeId(first, bom));
            assertEquals("git.no-revision", code(() -> repository.require("nothing")));
        }
    }

    @Test
    void aDifferenceFindsWhatWasRenamed() {
        try (var repository = GitRepository.initBare(folder.resolve("b.git"))) {
            String text = "one\ntwo\nthree\nfour\nfive\nsix\n";
            CommitId a = Repos.commit(repository, Map.of("old.txt", text, "gone", "x\n", "same", "s\n", "edit", "1\n"));
            CommitId b = Repos.commit(repository,
                    Map.of("new.txt", text + "seven\n", "same", "s\n", "edit", "2\n", "added", "y\ny\n"), a);
            Map<String, Kind> kinds = new java.util.TreeMap<>();
            for (FileChange change : repository.diff(a, b)) {
                kinds.put(change.path().text(), change.kind());
            }
            assertEquals(Map.of("new.txt", Kind.RENAMED, "gone", Kind.REMOVED, "edit", Kind.MODIFIED, "added",
                    Kind.ADDED), kinds);
            try (TreeDiffs diffs = repository.diffs()) {
                assertEquals(4, diffs.between(Optional.empty(), a, true).size());
            }
        }
    }

    @Test
    void historyGivesParentsBeforeChildren() {
        try (var repository = GitRepository.initBare(folder.resolve("b.git"))) {
            CommitId root = Repos.commit(repository, Map.of("f", "0"));
            CommitId left = Repos.commit(repository, Map.of("f", "1"), root);
            CommitId right = Repos.commit(repository, Map.of("f", "0", "g", "1"), root);
            CommitId merge = Repos.commit(repository, Map.of("f", "1", "g", "1"), left, right);
            History history = repository.history();
            try (var walk = history.walk(List.of(merge), History.Order.OLDEST_FIRST)) {
                List<CommitId> order = walk.map(CommitInfo::id).toList();
                assertEquals(4, order.size());
                assertEquals(root, order.getFirst());
                assertEquals(merge, order.getLast());
            }
            assertEquals(Optional.of(root), history.mergeBase(left, right));
            assertTrue(history.isAncestor(root, merge));
            assertFalse(history.isAncestor(left, right));
            assertEquals(new History.AheadBehind(2, 0), history.aheadBehind(merge, left));
            assertEquals(List.of(left, right), history.commit(merge).parents());
        }
    }

    @Test
    void aMissingBlobIsNamed() throws IOException {
        try (var repository = GitRepository.initBare(folder.resolve("b.git"))) {
            CommitId a = Repos.commit(repository, Map.of("lost.txt", "here today\n"));
            var path = new RepoPath("lost.txt");
            String blob = repository.tree(a).fingerprint(path);
            Files.delete(repository.folder().resolve("objects/" + blob.substring(0, 2) + "/" + blob.substring(2)));
            Fault fault = assertThrows(Fault.class, () -> repository.tree(a).read(path, 100));
            assertEquals("git.missing-object", fault.code());
            assertEquals(List.of(blob, path), fault.arguments());
        }
    }

    @Test
    void aMailmapReplacesNamesAsGitDoes() {
        Mailmap map = Mailmap.parse("""
                # people
                Ada Lovelace <ada@example.org>
                Ada Lovelace <ada@example.org> <ada@old.example>
                Bob B <bob@example.org> bobby <shared@example.org> # one of two
                <carol@example.org> <carol@old.example>
                """);
        assertEquals("Ada Lovelace <ADA@example.org>", applied(map, "ada", "ADA@example.org"));
        assertEquals("Ada Lovelace <ada@example.org>", applied(map, "whoever", "ada@old.example"));
        assertEquals("Bob B <bob@example.org>", applied(map, "Bobby", "shared@example.org"));
        assertEquals("Dan <shared@example.org>", applied(map, "Dan", "shared@example.org"));
        assertEquals("C <carol@example.org>", applied(map, "C", "carol@old.example"));
    }

    @Test
    void coAuthorsComeFromTheLastParagraphOnly() {
        var message = "feat: x\n\nCo-authored-by: No One <no@example.org>\nis prose here.\n\n"
                + "Signed-off-by: Ada <ada@example.org>\nco-authored-by: Bob <bob@example.org>\n"
                + "Co-authored-by: Bob <bob@example.org>\n";
        var commit = new CommitInfo(new CommitId("0".repeat(40)), List.of(), Repos.ADA, Repos.NOON, Repos.ADA,
                Repos.NOON, message);
        assertEquals(List.of(Repos.BOB), commit.coAuthors());
        assertEquals("feat: x", commit.subject());
    }

    private static String applied(Mailmap map, String name, String email) {
        return map.apply(new org.commonwright.model.Person(name, email)).toString();
    }

    static String code(org.junit.jupiter.api.function.Executable executable) {
        return assertThrows(Fault.class, executable).code();
    }
}
