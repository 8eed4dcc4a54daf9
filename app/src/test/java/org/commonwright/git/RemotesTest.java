package org.commonwright.git;

import static org.commonwright.git.GitRepositoryTest.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.commonwright.git.PushOutcome.Result;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class RemotesTest {
    private static final int RACERS = 4;

    @TempDir
    Path folder;

    @Test
    void onlyHarmlessAddressesAreTaken() {
        try (var repository = GitRepository.init(folder.resolve("r"))) {
            for (String bad : List.of("ext::sh -c touch% /tmp/x", "fd::3", "ftp://example.org/x", "git://example.org/x",
                    "-oProxyCommand=x", "ssh://-oProxyCommand=x/y", "", "sftp://example.org/x", "a\nb",
                    "amazon-s3://x@y/z")) {
                assertEquals("git.remote-url", code(() -> repository.remotes().add("bad", bad)), bad);
                assertEquals("git.remote-url", code(() -> repository.remotes().fetch(bad, List.of("a:b"),
                        Progress.NONE)), bad);
            }
            repository.remotes().add("home", "https://example.org/x.git");
            repository.remotes().add("lab", "git@example.org:x.git");
            assertEquals("git.remote-exists", code(() -> repository.remotes().add("lab", "https://example.org/y")));
            assertEquals("git.bad-ref", code(() -> repository.remotes().add("a..b", "https://example.org/y")));
            assertEquals(List.of(new Remote("home", "https://example.org/x.git"),
                    new Remote("lab", "git@example.org:x.git")), repository.remotes().list());
            assertEquals("git.remote-missing",
                    code(() -> repository.remotes().refs(folder.resolve("none").toString(), "")));
        }
    }

    @Test
    void aCloneHasTheRemotesBranchAndFiles() throws IOException {
        Path home = folder.resolve("home.git");
        CommitId tip;
        try (var bare = GitRepository.initBare(home)) {
            tip = Repos.commit(bare, "main", Map.of("bom.csv", "Part\n", "docs/n.md", "n\n"));
            bare.refs().createBranch("fork/a", tip);
        }
        try (var clone = GitRepository.cloneFrom(home.toUri().toString(), folder.resolve("clone"), Progress.NONE)) {
            assertEquals(Optional.of("main"), clone.currentBranch());
            assertEquals(Optional.of(tip), clone.head());
            assertEquals("Part\n", Files.readString(clone.folder().resolve("bom.csv")));
            assertTrue(clone.workTree().status().isClean());
            assertEquals(Map.of("refs/remotes/origin/fork/a", tip, "refs/remotes/origin/main", tip),
                    clone.refs().list("refs/remotes/"));
            if (Repos.hasGit()) {
                assertEquals("", Repos.git(clone.folder(), "status", "--porcelain"));
            }
        }
        assertEquals("git.clone-target",
                code(() -> GitRepository.cloneFrom(home.toString(), folder.resolve("clone"), Progress.NONE)));
        assertEquals("git.remote-missing", code(
                () -> GitRepository.cloneFrom(folder.resolve("no").toString(), folder.resolve("c2"), Progress.NONE)));
        assertFalse(Files.exists(folder.resolve("c2")));
    }

    @Test
    void whatCannotBeSentIsSaidAndNobodyWaitsForEver() throws IOException {
        Path home = folder.resolve("home.git");
        GitRepository.initBare(home).close();
        Repos.git(home, "config", "http.receivepack", "true");
        try (var ours = GitRepository.init(folder.resolve("ours")); var http = new HttpBackend(folder, false)) {
            CommitId tip = Repos.commit(ours, Map.of("f", "a"));
            for (String bytes : List.of("no object", "")) {
                // The text "a", as Git names it.
                Path object = ours.gitFolder().resolve("objects/2e/65efe2a145dda7ee51d1741299f848e5bf752e");
                Files.deleteIfExists(object);
                if (!bytes.isEmpty()) {
                    Files.writeString(object, bytes);
                }
                var update = new PushUpdate(tip, "refs/heads/main", Optional.empty());
                for (String url : List.of(home.toString(), http.url("home.git"))) {
                    String code = assertTimeoutPreemptively(Duration.ofSeconds(60),
                            () -> code(() -> ours.remotes().push(url, List.of(update), Progress.NONE)));
                    assertEquals(bytes.isEmpty() ? "git.missing-object" : "git.corrupt", code);
                }
                assertEquals(Map.of(), ours.remotes().refs(home.toString(), "refs/"));
            }
        }
    }

    @Test
    void ofManyWhoCreateOneRefInAFolderExactlyOneWins() throws Exception {
        Path home = folder.resolve("home.git");
        GitRepository.initBare(home).close();
        race(home.toString(), 25);
    }

    @Test
    void ofManyWhoCreateOneRefOverHttpExactlyOneWins() throws Exception {
        Repos.git(folder, "init", "-q", "--bare", "home.git");
        Repos.git(folder.resolve("home.git"), "config", "http.receivepack", "true");
        try (var http = new HttpBackend(folder, false)) {
            race(http.url("home.git"), 8);
            try (var clone = GitRepository.cloneFrom(http.url("home.git"), folder.resolve("clone"), Progress.NONE)) {
                assertEquals(Optional.empty(), clone.head());
                assertEquals(8, clone.remotes().refs("origin", "refs/commonwright/claim/").size());
                CommitId a = Repos.commit(clone, "main", Map.of("f", "a"));
                CommitId b = Repos.commit(clone, Map.of("f", "b"), a);
                CommitId c = Repos.commit(clone, Map.of("f", "c"), a);
                assertEquals(Result.OK, push(clone, "origin", a, Optional.empty()));
                assertEquals(Result.ALREADY_THERE, push(clone, "origin", a, Optional.empty()));
                assertEquals(Result.OK, push(clone, "origin", b, Optional.of(a)));
                assertEquals(Result.LOST_RACE, push(clone, "origin", c, Optional.of(a)));
                assertEquals(Result.REJECTED, push(clone, "origin", c, Optional.of(b)));
            }
            assertEquals("git.remote-missing", code(() -> GitRepository.cloneFrom(http.url("nothing.git"),
                    folder.resolve("c2"), Progress.NONE)));
        }
        try (var http = new HttpBackend(folder, true)) {
            assertEquals("git.remote-credentials", code(() -> GitRepository.cloneFrom(http.url("home.git"),
                    folder.resolve("c3"), Progress.NONE)));
        }
        assertFalse(Files.exists(folder.resolve("c3")));
    }

    @Test
    void whatAHookOfTheHostRefusesIsRejectedNotLost() throws IOException {
        Repos.git(folder, "init", "-q", "--bare", "home.git");
        Repos.git(folder.resolve("home.git"), "config", "http.receivepack", "true");
        Path hook = folder.resolve("home.git/hooks/pre-receive");
        Files.writeString(hook, "#!/bin/sh\necho not on a Sunday\nexit 1\n");
        assertTrue(hook.toFile().setExecutable(true));
        try (var http = new HttpBackend(folder, false); var ours = GitRepository.init(folder.resolve("ours"))) {
            CommitId a = Repos.commit(ours, Map.of("f", "a"));
            PushOutcome outcome = ours.remotes().push(http.url("home.git"),
                    List.of(new PushUpdate(a, "refs/claims/x", Optional.empty())), Progress.NONE).getFirst();
            assertEquals(Result.REJECTED, outcome.result());
            assertEquals("pre-receive hook declined", outcome.message());
        }
    }

    @Test
    void aBundleCarriesCommitsInOneFile() {
        Path file = folder.resolve("proposal.bundle");
        try (var ours = GitRepository.init(folder.resolve("ours"));
                var theirs = GitRepository.init(folder.resolve("theirs"))) {
            CommitId a = Repos.commit(ours, "main", Map.of("f", "a"));
            ours.remotes().bundle(file, List.of("refs/heads/main"), List.of(), Progress.NONE);
            theirs.remotes().fetch(file.toString(), List.of("refs/heads/*:refs/heads/*"), Progress.NONE);
            CommitId b = Repos.commit(ours, "fork", Map.of("f", "b"), a);
            ours.remotes().bundle(file, List.of("refs/heads/fork"), List.of(a), Progress.NONE);
            theirs.remotes().fetch(file.toString(), List.of("refs/heads/*:refs/heads/*"), Progress.NONE);
            assertEquals(Map.of("main", a, "fork", b), theirs.refs().branches());
            assertEquals("git.no-revision", code(
                    () -> ours.remotes().bundle(file, List.of("refs/heads/none"), List.of(), Progress.NONE)));
            if (Repos.hasGit()) {
                assertTrue(Repos.git(theirs.folder(), "bundle", "verify", file.toString()).contains("is okay"));
            }
        }
    }

    @Test
    void gitItselfRacesByTheSameRules() throws Exception {
        Path home = folder.resolve("home.git");
        GitRepository.initBare(home).close();
        Repos.git(folder, "init", "-q", "rival");
        try (var ours = GitRepository.init(folder.resolve("ours")); var threads = Executors.newFixedThreadPool(1)) {
            for (int round = 0; round < 10; round++) {
                String ref = "refs/commonwright/claim/job/" + round;
                CommitId claim = Repos.commit(ours, Map.of("claim", "ours " + round));
                String tree = Repos.git(folder.resolve("rival"), "write-tree");
                String rival = Repos.git(folder.resolve("rival"), "commit-tree", "-m", "rival " + round, tree);
                var push = threads.submit(() -> Repos.run(folder.resolve("rival"), Repos.command("push", "-q",
                        "--force-with-lease=" + ref + ":", home.toString(), rival + ":" + ref)).isPresent());
                boolean won = ours.remotes().push(home.toString(),
                        List.of(new PushUpdate(claim, ref, Optional.empty())), Progress.NONE).getFirst().isOk();
                assertEquals(won, !push.get(), "round " + round);
                try (var there = GitRepository.open(home)) {
                    assertEquals(Optional.of(won ? claim : new CommitId(rival)), there.refs().get(ref));
                }
            }
        }
    }

    @Test
    void muchIsCopiedAsAPackAndLittleObjectByObject() throws IOException {
        Path home = folder.resolve("home.git");
        GitRepository.initBare(home).close();
        try (var ours = GitRepository.init(folder.resolve("ours"))) {
            var files = new java.util.HashMap<String, String>();
            for (int i = 0; i < 600; i++) {
                files.put("part" + i, "part " + i);
            }
            CommitId many = Repos.commit(ours, files);
            assertEquals(Result.OK, push(ours, home, many, Optional.empty()));
            CommitId one = Repos.commit(ours, Map.of("part1", "changed"), many);
            assertEquals(Result.OK, push(ours, home, one, Optional.of(many)));
            try (var packs = Files.list(home.resolve("objects/pack"))) {
                assertEquals(1, packs.filter(p -> p.toString().endsWith(".pack")).count());
            }
            try (var theirs = GitRepository.init(folder.resolve("theirs"))) {
                theirs.remotes().fetch(home.toString(), List.of("refs/claims/*:refs/claims/*"), Progress.NONE);
                assertEquals(600, theirs.tree(many).files().size());
                assertEquals("changed", new String(theirs.tree(one).read(new RepoPath("part1"), 99)));
            }
            if (Repos.hasGit()) {
                Repos.git(home, "fsck", "--strict");
            }
        }
    }

    @Test
    void onlyFastForwardsFromWhereWeSawItAreTaken() {
        Path home = folder.resolve("home.git");
        GitRepository.initBare(home).close();
        try (var ours = GitRepository.init(folder.resolve("ours"))) {
            CommitId a = Repos.commit(ours, Map.of("f", "a"));
            CommitId b = Repos.commit(ours, Map.of("f", "b"), a);
            CommitId c = Repos.commit(ours, Map.of("f", "c"), a);
            assertEquals(Result.OK, push(ours, home, a, Optional.empty()));
            assertEquals(Result.ALREADY_THERE, push(ours, home, a, Optional.empty()));
            assertEquals(Result.LOST_RACE, push(ours, home, b, Optional.empty()));
            assertEquals(Result.OK, push(ours, home, b, Optional.of(a)));
            assertEquals(Result.LOST_RACE, push(ours, home, c, Optional.of(a)));
            assertEquals(Result.REJECTED, push(ours, home, c, Optional.of(b)));
            assertEquals(Map.of("refs/claims/x", b), ours.remotes().refs(home.toString(), "refs/claims/"));
        }
    }

    @Test
    void aFetchDoesNotRewriteUnlessAsked() {
        Path home = folder.resolve("home.git");
        try (var bare = GitRepository.initBare(home); var ours = GitRepository.init(folder.resolve("ours"))) {
            CommitId a = Repos.commit(bare, "main", Map.of("f", "a"));
            List<FetchedRef> first = ours.remotes().fetch(home.toString(), List.of("refs/heads/*:refs/q/*"),
                    Progress.NONE);
            assertEquals(List.of(new FetchedRef("refs/q/main", Optional.empty(), Optional.of(a), true)), first);
            CommitId b = Repos.commit(bare, Map.of("f", "b"));
            bare.refs().update("refs/heads/main", Optional.of(a), b);
            List<FetchedRef> second = ours.remotes().fetch(home.toString(), List.of("refs/heads/*:refs/q/*"),
                    Progress.NONE);
            assertFalse(second.getFirst().updated());
            assertEquals(Optional.of(a), ours.refs().get("refs/q/main"));
            ours.remotes().fetch(home.toString(), List.of("+refs/heads/*:refs/q/*"), Progress.NONE);
            assertEquals(Optional.of(b), ours.refs().get("refs/q/main"));
            assertEquals("b", new String(ours.tree(b).read(new RepoPath("f"), 9)));
        }
    }

    /// Several clones create the same ref at the same moment, again and again.
    private void race(String url, int rounds) throws Exception {
        var repositories = new ArrayList<GitRepository>();
        var barrier = new CyclicBarrier(RACERS);
        try (var threads = Executors.newFixedThreadPool(RACERS)) {
            for (int i = 0; i < RACERS; i++) {
                repositories.add(GitRepository.init(folder.resolve("racer" + i)));
            }
            for (int round = 0; round < rounds; round++) {
                String ref = "refs/commonwright/claim/job/" + round;
                var tries = new ArrayList<Callable<PushOutcome>>();
                for (int i = 0; i < RACERS; i++) {
                    GitRepository mine = repositories.get(i);
                    CommitId claim = Repos.commit(mine, Map.of("claim", i + " " + round));
                    tries.add(() -> {
                        barrier.await();
                        return mine.remotes().push(url, List.of(new PushUpdate(claim, ref, Optional.empty())),
                                Progress.NONE).getFirst();
                    });
                }
                var outcomes = new ArrayList<PushOutcome>();
                for (var future : threads.invokeAll(tries)) {
                    outcomes.add(result(future));
                }
                assertEquals(1, outcomes.stream().filter(PushOutcome::isOk).count(), outcomes.toString());
                assertEquals(RACERS - 1L, outcomes.stream().filter(o -> o.result() == Result.LOST_RACE).count(),
                        outcomes.toString());
            }
        } finally {
            repositories.forEach(GitRepository::close);
        }
    }

    private static PushOutcome result(java.util.concurrent.Future<PushOutcome> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static Result push(GitRepository from, Path home, CommitId commit, Optional<CommitId> expected) {
        return push(from, home.toString(), commit, expected);
    }

    private static Result push(GitRepository from, String home, CommitId commit, Optional<CommitId> expected) {
        return from.remotes().push(home, List.of(new PushUpdate(commit, "refs/claims/x", expected)),
                Progress.NONE).getFirst().result();
    }
}
