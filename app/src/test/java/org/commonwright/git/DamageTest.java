package org.commonwright.git;

import static org.commonwright.git.GitRepositoryTest.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.commonwright.error.Fault;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Locked, damaged, shallow, grown repositories and full disks.
@Isolated("it listens to what anybody writes to the standard error")
class DamageTest {
    @TempDir
    Path folder;

    @Test
    void aLockOfAnotherProgramIsNamed() throws IOException {
        try (var repository = GitRepository.init(folder)) {
            Repos.write(folder, "bom.csv", "Part\n");
            Files.createFile(folder.resolve(".git/index.lock"));
            assertEquals("git.locked", code(() -> commit(repository, "bom.csv")));
            Files.delete(folder.resolve(".git/index.lock"));
            CommitId first = commit(repository, "bom.csv");
            Files.createFile(folder.resolve(".git/refs/heads/main.lock"));
            assertEquals("git.locked",
                    code(() -> repository.refs().update("refs/heads/main", Optional.of(first), first)));
        }
    }

    @Test
    void inTheMiddleOfAnotherProgramsMergeNothingIsCommitted() throws IOException {
        try (var repository = GitRepository.init(folder)) {
            CommitId a = Repos.commit(repository, "main", Map.of("f", "1\n"));
            repository.workTree().switchTo("main");
            Repos.write(folder, ".git/MERGE_HEAD", a + "\n");
            Repos.write(folder, "f", "2\n");
            assertEquals("git.in-progress", code(() -> commit(repository, "f")));
        }
    }

    /// Whatever bytes are flipped in the object store and the refs: a fault in words, or the right answer.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 7, 8, 9})
    void flippedBytesGiveFaults(long seed) throws IOException {
        var random = new Random(seed);
        CommitId tip;
        try (var repository = GitRepository.initBare(folder)) {
            CommitId a = Repos.commit(repository, "main", Map.of("a", "1\n", "b/c", "2\n", "d", "x".repeat(3000)));
            tip = Repos.commit(repository, "main", Map.of("a", "2\n", "b/c", "2\n", "d", "y".repeat(3000)), a);
            if (seed % 2 == 0) {
                try (BulkWriter bulk = repository.bulk()) {
                    tip = bulk.write(
                            new CommitDraft(Repos.ADA, Repos.NOON, "bulk").on(tip).put(new RepoPath("e"),
                                    new byte[99]));
                    bulk.finish();
                }
            }
        }
        List<Path> files;
        try (var all = Files.walk(folder.resolve("objects"))) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (int i = 0; i < 3; i++) {
            Path file = files.get(random.nextInt(files.size()));
            byte[] bytes = Files.readAllBytes(file);
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            file.toFile().setWritable(true);
            Files.write(file, random.nextBoolean() ? bytes : java.util.Arrays.copyOf(bytes, bytes.length / 2));
        }
        CommitId read = tip;
        try (var repository = GitRepository.open(folder)) {
            CommitTree tree = repository.tree(read);
            tree.files().forEach(path -> tree.read(path, 10_000));
            try (var walk = repository.history().walk(List.of(read), History.Order.OLDEST_FIRST)) {
                assertTrue(walk.count() > 1, "seed " + seed);
            }
        } catch (Fault fault) {
            assertTrue(fault.code().startsWith("git."), "seed " + seed + ": " + fault);
        }
    }

    /// Many objects go by Git's own protocol, few are copied one by one: both name the object, and print nothing.
    @ParameterizedTest
    @ValueSource(ints = {3, 700})
    void aFolderThatLacksAnObjectIsToldInOneSentence(int files) throws IOException {
        Path home = folder.resolve("home.git");
        var many = new java.util.TreeMap<String, String>();
        for (int i = 0; i < files; i++) {
            many.put("f" + i, "content " + i);
        }
        String lost;
        try (var repository = GitRepository.initBare(home)) {
            Repos.commit(repository, "main", Map.of("x", "here"));
            CommitId tip = Repos.commit(repository, "other", many);
            lost = repository.tree(tip).fingerprint(new RepoPath("f1"));
        }
        Files.delete(home.resolve("objects/" + lost.substring(0, 2) + "/" + lost.substring(2)));
        var said = new java.io.ByteArrayOutputStream();
        java.io.PrintStream before = System.err;
        System.setErr(new java.io.PrintStream(said, true, java.nio.charset.StandardCharsets.UTF_8));
        try (var ours = GitRepository.init(folder.resolve("ours"))) {
            Repos.commit(ours, "mine", Map.of("y", "ours"));
            assertEquals("git.missing-object", code(() -> ours.remotes().fetch(home.toString(),
                    List.of("+refs/heads/other:refs/heads/other"), Progress.NONE)));
            assertEquals(Map.of("mine", ours.require("mine")), ours.refs().branches());
            ours.remotes().fetch(home.toString(), List.of("+refs/heads/main:refs/heads/main"), Progress.NONE);
            assertEquals(2, ours.refs().branches().size());
        } finally {
            System.setErr(before);
        }
        assertEquals("", said.toString(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void aShallowCloneSaysSo() throws IOException {
        try (var home = GitRepository.initBare(folder.resolve("home.git"))) {
            CommitId a = Repos.commit(home, "main", Map.of("f", "1\n"));
            Repos.commit(home, "main", Map.of("f", "2\n"), a);
            assertFalse(home.isShallow());
        }
        Repos.git(folder, "clone", "-q", "--depth", "1", folder.resolve("home.git").toUri().toString(), "shallow");
        try (var shallow = GitRepository.open(folder.resolve("shallow"))) {
            assertTrue(shallow.isShallow());
            try (var walk = shallow.history().walk(List.of(shallow.require("main")), History.Order.NEWEST_FIRST)) {
                assertEquals(1, walk.count());
            }
        }
    }

    @Test
    void whatGrewByManyCommitsIsTidiedAndStaysWhole() throws IOException {
        try (var repository = GitRepository.initBare(folder)) {
            CommitId tip = Repos.commit(repository, "main", Map.of("f", "0"));
            assertFalse(repository.tidy(Progress.NONE));
            for (int i = 0; i < 45; i++) {
                try (BulkWriter bulk = repository.bulk()) {
                    CommitId next = bulk.write(new CommitDraft(Repos.ADA, Repos.NOON, "c" + i).on(tip)
                            .put(new RepoPath("f"), Integer.toString(i).getBytes()));
                    bulk.finish();
                    assertTrue(repository.refs().update("refs/heads/main", Optional.of(tip), next));
                    tip = next;
                }
            }
            assertTrue(repository.tidy(Progress.NONE));
            try (var packs = Files.list(folder.resolve("objects/pack"))) {
                assertEquals(1, packs.filter(p -> p.toString().endsWith(".pack")).count());
            }
            try (var walk = repository.history().walk(List.of(tip), History.Order.OLDEST_FIRST)) {
                assertEquals(46, walk.count());
            }
            assertEquals("44", new String(repository.tree(tip).read(new RepoPath("f"), 9)));
            if (Repos.hasGit()) {
                Repos.git(folder, "fsck", "--strict");
            }
        }
    }

    @Test
    void onAFullDiskACheckoutAndACommitChangeNothing() throws IOException {
        try (var disk = new SmallDisk(folder.resolve("disk"));
                var repository = GitRepository.init(disk.folder().resolve("r"))) {
            Path root = repository.folder();
            CommitId a = Repos.commit(repository, "main", Map.of("a", "1\n", "b", "1\n"));
            byte[] large = new byte[600_000];
            new Random(7).nextBytes(large);
            CommitId big = repository.commits().write(new CommitDraft(Repos.ADA, Repos.NOON, "big").on(a)
                    .put(new RepoPath("a"), "2\n".getBytes()).put(new RepoPath("z"), large));
            repository.refs().createBranch("big", big);
            repository.workTree().switchTo("main");
            disk.fill(300_000);
            assertEquals("git.disk-full", code(() -> repository.workTree().switchTo("big")));
            assertEquals("1\n", Files.readString(root.resolve("a")));
            assertEquals(Optional.of("main"), repository.currentBranch());
            assertTrue(repository.workTree().status().isClean());
            disk.fill(0);
            assertEquals("git.disk-full", code(() -> Repos.commit(repository, Map.of("c", "x".repeat(9000) + "y"))));
            assertEquals(Optional.of(a), repository.head());
            disk.free();
            repository.workTree().switchTo("big");
            assertEquals(600_000, Files.size(root.resolve("z")));
            assertTrue(repository.workTree().status().isClean());
        }
    }

    private static CommitId commit(GitRepository repository, String path) {
        return repository.workTree().commit("test", Repos.ADA, Repos.NOON, List.of(new RepoPath(path)),
                Optional.empty());
    }
}
