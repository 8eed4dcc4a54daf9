package org.commonwright.git;

import static org.commonwright.git.GitRepositoryTest.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkTreeTest {
    @TempDir
    Path temporary;
    private GitRepository repository;
    private Path folder;

    @BeforeEach
    void open() {
        repository = GitRepository.init(temporary.resolve("design"));
        folder = repository.folder();
    }

    @AfterEach
    void close() {
        repository.close();
    }

    @Test
    void whatWasEditedAddedAndRemovedIsSeenAndCommitted() throws IOException {
        Repos.write(folder, ".gitignore", "*.tmp\n");
        Repos.write(folder, "bom.csv", "Part\n");
        Repos.write(folder, "docs/notes.md", "n\n");
        Repos.write(folder, "x.tmp", "t");
        assertEquals(paths(".gitignore", "bom.csv", "docs/notes.md"), repository.workTree().status().untracked());
        CommitId first = commit("first", ".gitignore", "bom.csv", "docs/notes.md");
        assertTrue(repository.workTree().status().isClean());
        assertEquals(Optional.of(first), repository.head());

        Repos.write(folder, "bom.csv", "Part,Quantity\n");
        Files.delete(folder.resolve("docs/notes.md"));
        assertEquals(paths("bom.csv", "docs/notes.md"), repository.workTree().status().changed());
        CommitId second = commit("second", "bom.csv");
        assertEquals(paths("docs/notes.md"), repository.workTree().status().changed());
        assertTrue(repository.tree(second).exists(new RepoPath("docs/notes.md")));
        CommitId third = commit("third", "docs/notes.md");
        assertFalse(repository.tree(third).exists(new RepoPath("docs/notes.md")));
        assertEquals("git.nothing-to-commit", code(() -> commit("none", "bom.csv")));
        if (Repos.hasGit()) {
            assertEquals("", Repos.git(folder, "status", "--porcelain"));
            assertEquals("", Repos.git(folder, "fsck", "--strict"));
        }
    }

    @Test
    void nothingThatTheRepositoryNamesIsEverRun() throws IOException {
        Path mark = temporary.resolve("ran");
        String program = "#!/bin/sh\ntouch '" + mark + "'\ncat\n";
        for (String hook : List.of("pre-commit", "commit-msg", "prepare-commit-msg", "post-commit", "pre-push",
                "post-checkout", "post-merge", "reference-transaction", "pre-receive", "update", "post-receive")) {
            Path file = folder.resolve(".git/hooks/" + hook);
            Repos.write(folder, ".git/hooks/" + hook, program);
            assertTrue(file.toFile().setExecutable(true));
        }
        Path evil = temporary.resolve("evil");
        Files.writeString(evil, program);
        assertTrue(evil.toFile().setExecutable(true));
        Files.writeString(folder.resolve(".git/config"), """
                [core]
                \trepositoryformatversion = 0
                \tfsmonitor = %1$s
                \tsshCommand = %1$s
                \tpager = %1$s
                \tworktree = %2$s
                [filter "run"]
                \tclean = %1$s
                \tsmudge = %1$s
                \tprocess = %1$s
                \trequired = true
                [diff "run"]
                \tcommand = %1$s
                \ttextconv = %1$s
                [credential]
                \thelper = !%1$s
                [remote "origin"]
                \turl = %2$s/home.git
                \tuploadpack = %1$s
                \treceivepack = %1$s
                """.formatted(evil, temporary));
        repository.close();
        repository = GitRepository.open(folder);
        GitRepository.initBare(temporary.resolve("home.git")).close();
        Repos.write(folder, ".gitattributes", "*.stl filter=run diff=run merge=run\n");
        Repos.write(folder, "a.stl", "solid\n");
        Repos.write(folder, "bom.csv", "Part\n");
        CommitId id = commit("with hooks", "bom.csv", ".gitattributes");
        assertEquals("git.filtered-path", code(() -> commit("filtered", "a.stl")));
        CommitId filtered = repository.commits().write(
                new CommitDraft(Repos.ADA, Repos.NOON, "x").on(id).put(new RepoPath("b.stl"), "solid".getBytes()));
        repository.refs().createBranch("other", filtered);
        Files.writeString(folder.resolve("bom.csv"), "Part\n");
        repository.workTree().status();
        repository.workTree().switchTo("other");
        repository.workTree().status();
        assertEquals("solid", Files.readString(folder.resolve("b.stl")));
        var push = repository.remotes().push("origin",
                List.of(new PushUpdate(filtered, "refs/heads/main", Optional.empty())),
                org.commonwright.task.Progress.NONE);
        assertEquals(PushOutcome.Result.OK, push.getFirst().result());
        repository.remotes().fetch("origin", List.of(), org.commonwright.task.Progress.NONE);
        assertFalse(Files.exists(mark), "something that the repository named was run");
        assertTrue(Files.readString(folder.resolve(".git/config")).contains("smudge"), "our edits keep what we ignore");
    }

    @Test
    void switchingNeverOverwritesUncommittedWork() throws IOException {
        CommitId a = Repos.commit(repository, "main", Map.of("bom.csv", "1\n", "keep", "k\n", "old", "o\n"));
        Repos.commit(repository, "other", Map.of("bom.csv", "2\n", "keep", "k\n", "new/file", "n\n"), a);
        repository.workTree().switchTo("main");
        Repos.write(folder, "keep", "edited\n");
        repository.workTree().switchTo("other");
        assertEquals("2\n", Files.readString(folder.resolve("bom.csv")));
        assertEquals("edited\n", Files.readString(folder.resolve("keep")));
        assertFalse(Files.exists(folder.resolve("old")));
        assertEquals(paths("keep"), repository.workTree().status().changed());

        Repos.write(folder, "bom.csv", "mine\n");
        Fault fault = assertThrows(Fault.class, () -> repository.workTree().switchTo("main"));
        assertEquals("git.would-overwrite", fault.code());
        assertEquals("bom.csv", fault.arguments().get(1));
        Repos.write(folder, "bom.csv", "2\n");
        Repos.write(folder, "old", "untracked\n");
        assertEquals("git.would-overwrite", code(() -> repository.workTree().switchTo("main")));
        assertEquals("untracked\n", Files.readString(folder.resolve("old")));
        Files.delete(folder.resolve("old"));
        repository.workTree().switchTo("main");
        assertEquals(Optional.of("main"), repository.currentBranch());
        assertFalse(Files.exists(folder.resolve("new")));
        assertEquals("git.no-branch", code(() -> repository.workTree().switchTo("none")));
    }

    @Test
    void linksThatLeaveAreWrittenAsTextAndNeverWrittenThrough() throws IOException {
        Path secret = Files.createDirectory(temporary.resolve("secret"));
        var draft = new CommitDraft(Repos.ADA, Repos.NOON, "links");
        link(draft, "leak", "../secret");
        link(draft, "absolute", secret.toString());
        link(draft, "twice", "docs/../../secret");
        link(draft, "git", ".git/hooks");
        link(draft, "fine", "docs/notes.md");
        draft.put(new RepoPath("docs/notes.md"), "n\n".getBytes());
        CommitId links = repository.commits().write(draft);
        repository.refs().createBranch("links", links);
        repository.workTree().switchTo("links");
        for (String text : List.of("leak", "absolute", "twice", "git")) {
            assertFalse(Files.isSymbolicLink(folder.resolve(text)), text);
        }
        assertTrue(Files.isSymbolicLink(folder.resolve("fine")));
        assertEquals(paths("absolute", "fine", "git", "leak", "twice"), repository.tree(links).links());
        assertTrue(repository.workTree().status().isClean());

        // A person's own link where the next commit wants a folder.
        Files.delete(folder.resolve("leak"));
        Files.createSymbolicLink(folder.resolve("out"), secret);
        Repos.commit(repository, "through", Map.of("out/evil", "e\n"), links);
        assertEquals("git.would-overwrite", code(() -> repository.workTree().switchTo("through")));
        assertFalse(Files.exists(secret.resolve("evil")));
    }

    @Test
    void unsafeAndCollidingPathsAreRefused() throws IOException {
        for (String path : List.of(".GIT/config", "a/.git/hooks/x", "git~1/config", ".git\u200c/config", "a/../../b")) {
            CommitId bad = rawPath(path);
            repository.refs().createBranch("bad" + Math.abs(path.hashCode()), bad);
            assertEquals("git.unsafe-path",
                    code(() -> repository.workTree().switchTo("bad" + Math.abs(path.hashCode()))), path);
        }
        try (var left = Files.list(folder)) {
            assertEquals(List.of(folder.resolve(".git")), left.toList());
        }
        var folding = new CheckoutPaths(true);
        folding.check("Docs/a");
        assertEquals("git.case-collision", code(() -> folding.check("docs/b")));
    }

    @Test
    void aFullDiskLeavesEveryFileAsItWas() throws IOException {
        CommitId a = Repos.commit(repository, "main", Map.of("a", "1\n", "b", "1\n"));
        CommitId b = Repos.commit(repository, "other", Map.of("a", "2\n", "b", "2\n"), a);
        repository.workTree().switchTo("main");
        // The second file's object is gone: the checkout fails after the first was read.
        String blob = repository.tree(b).fingerprint(new RepoPath("b"));
        repository.close();
        Path object = folder.resolve(".git/objects/" + blob.substring(0, 2) + "/" + blob.substring(2));
        // "1\n" and "2\n" are the same blob for a and b, so both are missing.
        Files.delete(object);
        repository = GitRepository.open(folder);
        assertEquals("git.missing-object", code(() -> repository.workTree().switchTo("other")));
        assertEquals("1\n", Files.readString(folder.resolve("a")));
        assertEquals(Optional.of("main"), repository.currentBranch());
        assertTrue(repository.workTree().status().isClean());
        try (var inside = Files.list(folder.resolve(".git"))) {
            assertTrue(inside.noneMatch(f -> f.getFileName().toString().matches("checkout-.*|index.lock")));
        }
    }

    @Test
    void agreesWithGitAfterManySwitches() throws IOException {
        Repos.git(folder, "config", "core.autocrlf", "false");
        CommitId a = Repos.commit(repository, "main",
                Map.of("x", "file\n", "d/e/f", "1\n", ".gitattributes", "*.bat text eol=crlf\n", "r.bat", "a\nb\n"));
        Repos.commit(repository, "other", Map.of("x/y", "now a folder\n", "d/e", "now a file\n"), a);
        for (int i = 0; i < 3; i++) {
            repository.workTree().switchTo("other");
            assertEquals("", Repos.git(folder, "status", "--porcelain"));
            repository.workTree().switchTo("main");
            assertEquals("", Repos.git(folder, "status", "--porcelain"));
        }
        Repos.git(folder, "checkout", "-q", "other");
        Repos.git(folder, "checkout", "-q", "main");
        assertEquals("a\r\nb\r\n", Files.readString(folder.resolve("r.bat")));
        assertTrue(repository.workTree().status().isClean());
        Files.setLastModifiedTime(folder.resolve("r.bat"), java.nio.file.attribute.FileTime.from(Repos.NOON));
        assertTrue(repository.workTree().status().isClean());
    }

    @Test
    void advanceTakesAMergeIntoTheWorkTree() throws IOException {
        CommitId a = Repos.commit(repository, "main", Map.of("bom.csv", "1\n"));
        repository.workTree().switchTo("main");
        CommitId b = Repos.commit(repository, Map.of("bom.csv", "2\n"), a);
        assertEquals("git.moved", code(() -> repository.workTree().advance(Optional.of(b), b)));
        repository.workTree().advance(Optional.of(a), b);
        assertEquals("2\n", Files.readString(folder.resolve("bom.csv"), java.nio.charset.StandardCharsets.UTF_8));
        assertEquals(Optional.of(b), repository.head());
        assertTrue(repository.workTree().status().isClean());
        assertFalse(Files.exists(folder.resolve(".git/index.lock"), LinkOption.NOFOLLOW_LINKS));
    }

    private CommitId commit(String message, String... paths) {
        return repository.workTree().commit(message, Repos.ADA, Repos.NOON, paths(paths), Optional.empty());
    }

    private void link(CommitDraft draft, String path, String target) {
        CommitId holder = repository.commits().write(
                new CommitDraft(Repos.ADA, Repos.NOON, "x").put(new RepoPath("t"), target.getBytes()));
        String blob = repository.tree(holder).fingerprint(new RepoPath("t"));
        draft.edit(new RepoPath(path), new TreeEdit.Use(new Version(blob, Version.Kind.LINK)));
    }

    /// A commit that our own writer would refuse to make.
    private CommitId rawPath(String path) throws IOException {
        try (var inserter = repository.jgit().newObjectInserter()) {
            org.eclipse.jgit.lib.ObjectId at = inserter.insert(org.eclipse.jgit.lib.Constants.OBJ_BLOB, "e".getBytes());
            var mode = org.eclipse.jgit.lib.FileMode.REGULAR_FILE;
            for (String part : List.of(path.split("/")).reversed()) {
                var tree = new org.eclipse.jgit.lib.TreeFormatter();
                tree.append(part, mode, at);
                at = inserter.insert(tree);
                mode = org.eclipse.jgit.lib.FileMode.TREE;
            }
            var commit = new org.eclipse.jgit.lib.CommitBuilder();
            commit.setTreeId(at);
            var who = new org.eclipse.jgit.lib.PersonIdent("e", "e@example.org");
            commit.setAuthor(who);
            commit.setCommitter(who);
            commit.setMessage("bad");
            var id = inserter.insert(commit);
            inserter.flush();
            return Ids.commit(id);
        }
    }

    private static List<RepoPath> paths(String... paths) {
        return java.util.Arrays.stream(paths).map(RepoPath::new).sorted().toList();
    }
}
