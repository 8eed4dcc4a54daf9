package org.commonwright.git;

import static org.commonwright.git.GitRepositoryTest.code;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonwright.error.Fault;
import org.commonwright.files.FolderTree;
import org.commonwright.files.LfsPointer;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Large files from the commit to a clone and back, with our own hands and with those of git-lfs.
@Execution(ExecutionMode.CONCURRENT)
class LfsTest {
    private static final String RULES = "*.stl filter=lfs diff=lfs merge=lfs -text\n";
    private static final RepoPath MESH = new RepoPath("export/arm.stl");

    @TempDir
    Path temporary;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static LfsPointer pointer(String content) {
        return new LfsPointer(ContentId.of(bytes(content)), bytes(content).length);
    }

    private static CommitId commit(GitRepository repository, String message, String... paths) {
        return repository.workTree().commit(message, Repos.ADA, Repos.NOON,
                Arrays.stream(paths).map(RepoPath::new).toList(), Optional.empty());
    }

    private static List<PushOutcome> push(GitRepository from, String to, CommitId commit) {
        return from.remotes().push(to, List.of(new PushUpdate(commit, "refs/heads/main", Optional.empty())),
                Progress.NONE);
    }

    /// A design with one large file, committed.
    private GitRepository design(String content) throws IOException {
        GitRepository repository = GitRepository.init(temporary.resolve("design"));
        Repos.write(repository.folder(), ".gitattributes", RULES);
        Repos.write(repository.folder(), "bom.csv", "Part\n");
        Repos.write(repository.folder(), "export/arm.stl", content);
        commit(repository, "arm", ".gitattributes", "bom.csv", "export/arm.stl");
        return repository;
    }

    @Test
    void aPointerIsReadAsTheSpecificationSaysAndNothingElseIsOne() {
        LfsPointer pointer = pointer("solid arm");
        assertEquals(Optional.of(pointer), LfsPointer.of(pointer.text()));
        String text = new String(pointer.text(), StandardCharsets.UTF_8);
        assertEquals(Optional.of(pointer), LfsPointer.of(bytes(text.strip())));
        assertEquals(Optional.of(pointer), LfsPointer.of(bytes(text.replace("\n", "\r\n"))));
        assertEquals(Optional.of(pointer), LfsPointer.of(bytes(text.replace("size", "note later\nsize"))));
        for (String other : List.of("", text.replace("v1", "v2"), text.replace("sha256", "sha512"),
                text.replace("size 9", "size -9"), text.replace("size 9", "size 9e3"),
                text.replace("size 9", "size 99999999999999999999"), text.replace("size 9", "size"),
                text.replaceFirst("sha256:..", "sha256:zz"), text.replaceFirst("sha256:..", "sha256:"),
                text.replace("oid", "ext-0-foo sha256:" + "0".repeat(64) + "\noid"), "x" + text, text + "\n\n",
                text + "x".repeat(1_000), text.replace("size 9", "size 9\u0000"))) {
            assertEquals(Optional.empty(), LfsPointer.of(bytes(other)), other);
        }
        assertEquals(1_000_000_000_000_000_000L,
                LfsPointer.of(bytes(text.replace("size 9", "size 1000000000000000000"))).orElseThrow().size());
    }

    @Test
    void aCommitStoresTheContentAndKeepsThePointer() throws IOException {
        try (GitRepository repository = design("solid arm")) {
            CommitId head = repository.head().orElseThrow();
            assertTrue(repository.workTree().status().isClean());
            assertEquals(List.of(new LfsFile(MESH, pointer("solid arm"), true)), repository.lfs().files(head));
            assertArrayEquals(bytes("solid arm"), repository.tree(head).read(MESH, 100));
            assertEquals(9, repository.tree(head).size(MESH));
            String blob = repository.tree(head).fingerprint(MESH);
            assertArrayEquals(pointer("solid arm").text(), repository.blob(blob, 1_000));

            Repos.write(repository.folder(), "export/arm.stl", "solid arm, longer");
            assertEquals(List.of(MESH), repository.workTree().status().changed());
            CommitId longer = commit(repository, "longer", "export/arm.stl");
            assertTrue(repository.workTree().status().isClean());
            repository.refs().createBranch("before", head);
            repository.workTree().switchTo("before");
            assertEquals("solid arm", Files.readString(repository.folder().resolve("export/arm.stl")));
            repository.workTree().switchTo("main");
            assertEquals("solid arm, longer", Files.readString(repository.folder().resolve("export/arm.stl")));
            assertEquals(Optional.of(longer), repository.head());

            Repos.write(repository.folder(), "export/arm.stl", "my work");
            assertEquals("git.would-overwrite", code(() -> repository.workTree().switchTo("before")));
            assertEquals("my work", Files.readString(repository.folder().resolve("export/arm.stl")));
        }
    }

    @Test
    void anotherFilterIsStillRefused() throws IOException {
        try (GitRepository repository = design("solid arm")) {
            Repos.write(repository.folder(), ".gitattributes", "*.stl filter=lfs2\n");
            Repos.write(repository.folder(), "export/arm.stl", "other");
            assertEquals("git.filtered-path", code(() -> commit(repository, "x", "export/arm.stl")));
        }
    }

    @Test
    void aFolderIsAPlaceToPushToAndToFetchFrom() throws IOException {
        Path home = temporary.resolve("home.git");
        GitRepository.initBare(home).close();
        try (GitRepository repository = design("solid arm")) {
            assertTrue(push(repository, home.toString(), repository.head().orElseThrow()).getFirst().isOk());
        }
        Path there = objects(home).findFirst().orElseThrow();
        assertEquals("solid arm", Files.readString(there));

        try (GitRepository clone = GitRepository.cloneFrom(home.toString(), temporary.resolve("clone"),
                Progress.NONE)) {
            assertEquals("solid arm", Files.readString(clone.folder().resolve("export/arm.stl")));
            assertTrue(clone.workTree().status().isClean());
        }

        Files.delete(there);
        try (GitRepository clone = GitRepository.cloneFrom(home.toString(), temporary.resolve("poor"),
                Progress.NONE)) {
            CommitId head = clone.head().orElseThrow();
            assertTrue(clone.workTree().status().isClean());
            assertArrayEquals(pointer("solid arm").text(),
                    Files.readAllBytes(clone.folder().resolve("export/arm.stl")));
            var tree = new FolderTree(clone.folder(), clone.lfs().here());
            for (var files : List.of(tree, clone.tree(head))) {
                assertEquals(Optional.of(pointer("solid arm")), files.away(MESH));
                assertEquals(9, files.size(MESH));
                assertEquals("files.kept-elsewhere", code(() -> files.read(MESH, 100)));
            }
            LfsFetch missed = clone.lfs().fetch("origin", head, _ -> true, Progress.NONE);
            assertEquals("git.lfs-not-there", missed.failed().values().iterator().next().code());
            Repos.write(clone.folder(), "bom.csv", "Part,Quantity\n");
            CommitId next = commit(clone, "a commit beside it", "bom.csv");
            // Where the file is known to be, a commit beside it needs nothing; where nothing is known, it needs the file.
            assertTrue(clone.remotes().push("origin",
                    List.of(new PushUpdate(next, "refs/heads/other", Optional.empty())), Progress.NONE).getFirst()
                    .isOk());
            GitRepository.initBare(temporary.resolve("empty.git")).close();
            Fault fault = assertThrows(Fault.class,
                    () -> push(clone, temporary.resolve("empty.git").toString(), next));
            assertEquals("git.remote-lfs-not-pushed", fault.code());
            assertTrue(fault.arguments().contains("export/arm.stl"), fault.getMessage());

            Files.writeString(there, "solid arm");
            LfsFetch fetched = clone.lfs().fetch("origin", next, _ -> true, Progress.NONE);
            assertEquals(1, fetched.fetched().size());
            assertEquals(1, fetched.written());
            assertEquals("solid arm", Files.readString(clone.folder().resolve("export/arm.stl")));
            assertTrue(clone.workTree().status().isClean());
            assertEquals(Optional.empty(), tree.away(MESH));
            assertEquals(new LfsFetch(List.of(), Map.of(), 0),
                    clone.lfs().fetch("origin", next, _ -> true, Progress.NONE));
        }
    }

    private static Stream<Path> objects(Path gitFolder) throws IOException {
        return Files.walk(gitFolder.resolve("lfs/objects")).filter(Files::isRegularFile);
    }

    @Test
    void aFileThatAPersonTouchedIsNotReplaced() throws IOException {
        try (GitRepository repository = design("solid arm")) {
            Path object = objects(repository.gitFolder()).findFirst().orElseThrow();
            Path kept = Files.move(object, temporary.resolve("kept"));
            CommitId head = repository.head().orElseThrow();
            byte[] mine = bytes("version https://git-lfs.github.com/spec/v1\noid sha256:" + "1".repeat(64)
                    + "\nsize 7\n");
            Files.write(repository.folder().resolve("export/arm.stl"), mine);
            Files.move(kept, object);
            assertEquals(0, repository.lfs().fetch("nowhere", head, _ -> true, Progress.NONE).written());
            assertArrayEquals(mine, Files.readAllBytes(repository.folder().resolve("export/arm.stl")));
        }
    }

    @Test
    void aDamagedContentIsSetAsideAndNotHandedOut() throws IOException {
        try (GitRepository repository = design("solid arm")) {
            CommitId head = repository.head().orElseThrow();
            Path object = objects(repository.gitFolder()).findFirst().orElseThrow();
            Files.writeString(object, "SOLID ARM");
            assertEquals("files.large-damaged", code(() -> repository.tree(head).read(MESH, 100)));
            repository.refs().createBranch("other",
                    repository.commits().write(new CommitDraft(Repos.ADA, Repos.NOON, "x").on(head).delete(MESH)));
            repository.workTree().switchTo("other");
            repository.workTree().switchTo("main");
            assertArrayEquals(pointer("solid arm").text(),
                    Files.readAllBytes(repository.folder().resolve("export/arm.stl")));
            assertFalse(Files.exists(object));
            assertTrue(Files.exists(repository.gitFolder().resolve("lfs/bad/" + pointer("solid arm").oid().hex())));
            assertTrue(repository.workTree().status().isClean());
        }
    }

    @Test
    void nothingIsWrittenThroughALink() throws IOException {
        Path victim = Files.createDirectories(temporary.resolve("victim"));
        try (GitRepository repository = GitRepository.init(temporary.resolve("design"))) {
            Files.createDirectories(repository.gitFolder().resolve("lfs"));
            Files.createSymbolicLink(repository.gitFolder().resolve("lfs/objects"), victim);
            Repos.write(repository.folder(), ".gitattributes", RULES);
            Repos.write(repository.folder(), "a.stl", "solid");
            assertEquals("git.lfs-link", code(() -> commit(repository, "a", ".gitattributes", "a.stl")));
            try (var files = Files.list(victim)) {
                assertEquals(0, files.count());
            }
        }
    }

    @Test
    void aServerBesideTheRepository() throws IOException {
        Assumptions.assumeTrue(Repos.hasGit(), "install git to run this test");
        Repos.git(temporary, "init", "-q", "--bare", "-b", "main", "home.git");
        Repos.git(temporary.resolve("home.git"), "config", "http.receivepack", "true");
        try (var lfs = new LfsHost(); var server = new HttpBackend(temporary, false)) {
            server.add("/home.git/info/lfs/", lfs);
            server.add("/store/", lfs);
            server.add("/verify", lfs);
            String url = server.url("home.git");
            try (GitRepository repository = design("solid arm")) {
                assertTrue(push(repository, url, repository.head().orElseThrow()).getFirst().isOk());
            }
            assertArrayEquals(bytes("solid arm"), lfs.objects.get(pointer("solid arm").oid().hex()));
            try (GitRepository clone = GitRepository.cloneFrom(url, temporary.resolve("clone"), Progress.NONE)) {
                assertEquals("solid arm", Files.readString(clone.folder().resolve("export/arm.stl")));
                assertTrue(clone.workTree().status().isClean());
            }
            if (hasGitLfs()) {
                lfs(temporary, "clone", "-q", url, "theirs");
                assertEquals("solid arm", Files.readString(temporary.resolve("theirs/export/arm.stl")));
                Files.writeString(temporary.resolve("theirs/export/arm.stl"), "solid theirs");
                lfs(temporary.resolve("theirs"), "commit", "-q", "-a", "-m", "theirs");
                lfs(temporary.resolve("theirs"), "push", "-q", "origin", "HEAD:main");
                assertArrayEquals(bytes("solid theirs"), lfs.objects.get(pointer("solid theirs").oid().hex()));
            }
            lfs.objects.clear();
            try (GitRepository clone = GitRepository.cloneFrom(url, temporary.resolve("poor"), Progress.NONE)) {
                assertTrue(clone.workTree().status().isClean());
                assertEquals(1, clone.lfs().files(clone.head().orElseThrow()).size());
            }
        }
    }

    @Test
    void whatARepositorySaysInItsConfigurationLeadsNoContentElsewhere() throws IOException {
        try (var lfs = new LfsHost(); GitRepository repository = design("solid arm")) {
            lfs.keep(bytes("solid arm"));
            Repos.write(repository.folder(), ".lfsconfig", "[lfs]\n\turl = " + lfs.url()
                    + "\n[include]\n\tpath = /etc/passwd\n[remote \"origin\"]\n\tlfsurl = ext::sh\n");
            CommitId head = commit(repository, "elsewhere", ".lfsconfig");
            String url = "http://localhost:1/home.git";
            assertEquals("git.remote-lfs-elsewhere", code(() -> push(repository, url, head)));
            objects(repository.gitFolder()).forEach(file -> assertTrue(file.toFile().delete()));
            repository.lfs().fetchAlong(url, head, _ -> true, Progress.NONE);
            assertEquals(List.of(), lfs.requests);
            assertEquals(1, repository.lfs().fetch(url, head, _ -> true, Progress.NONE).fetched().size());
            assertTrue(lfs.requests.stream().allMatch(r -> r.endsWith(" null")));
        }
    }

    @Test
    void gitLfsAndWeAgreeInBothDirections() throws IOException {
        Assumptions.assumeTrue(hasGitLfs(), "install git-lfs to run this test");
        Path home = temporary.resolve("home.git");
        GitRepository.initBare(home).close();
        try (GitRepository repository = design("solid arm")) {
            assertEquals("", lfs(repository.folder(), "status", "--porcelain"));
            assertTrue(lfs(repository.folder(), "lfs", "ls-files").endsWith("* export/arm.stl"));
            assertTrue(lfs(repository.folder(), "lfs", "fsck").contains("OK"));
            push(repository, home.toString(), repository.head().orElseThrow());
        }
        lfs(temporary, "clone", "-q", home.toString(), "theirs");
        Path theirs = temporary.resolve("theirs");
        assertEquals("solid arm", Files.readString(theirs.resolve("export/arm.stl")));
        Repos.write(theirs, "export/leg.stl", "solid leg");
        lfs(theirs, "add", ".");
        lfs(theirs, "commit", "-q", "-m", "leg");
        try (GitRepository repository = GitRepository.open(theirs)) {
            assertTrue(repository.workTree().status().isClean());
            assertArrayEquals(bytes("solid leg"),
                    repository.tree(repository.head().orElseThrow()).read(new RepoPath("export/leg.stl"), 100));
            Repos.write(theirs, "export/leg.stl", "solid leg, shorter");
            commit(repository, "shorter", "export/leg.stl");
            assertEquals("", lfs(theirs, "status", "--porcelain"));
        }
        lfs(theirs, "push", "-q", "origin", "HEAD:main");
        try (GitRepository clone = GitRepository.cloneFrom(home.toString(), temporary.resolve("ours"),
                Progress.NONE)) {
            assertEquals("solid leg, shorter", Files.readString(clone.folder().resolve("export/leg.stl")));
            assertTrue(clone.workTree().status().isClean());
            assertEquals("", lfs(clone.folder(), "status", "--porcelain"));
        }
    }

    private static boolean hasGitLfs() {
        return Repos.hasGit() && Repos.run(Path.of("."), List.of("git", "lfs", "version")).isPresent();
    }

    /// `git` with git-lfs's filters.
    private static String lfs(Path folder, String... arguments) {
        var command = new java.util.ArrayList<>(Repos.command("-c", "filter.lfs.process=git-lfs filter-process", "-c",
                "filter.lfs.clean=git-lfs clean -- %f", "-c", "filter.lfs.smudge=git-lfs smudge -- %f", "-c",
                "filter.lfs.required=true", "-c", "lfs.locksverify=false"));
        if (arguments[0].equals("push")) {
            // The hook that `git lfs install` would have put there.
            Repos.run(folder, List.of("git", "lfs", "push", "origin", "--all")).orElseThrow();
        }
        command.addAll(List.of(arguments));
        return Repos.run(folder, command).orElseThrow(() -> new AssertionError("git failed"));
    }
}
