package org.commonwright.git;

import static org.commonwright.git.GitRepositoryTest.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.shell.ProcessShellFactory;
import org.commonwright.error.Fault;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.commonwright.record.Identity;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.CancelledFault;
import org.commonwright.task.Progress;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.util.FS;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real SSH server on loopback that runs the real `git`.
class SshTest {
    @TempDir
    Path folder;
    private final java.io.File userHome = FS.DETECTED.userHome();
    private SshServer server;
    private PublicKey hostKey;
    private String url;

    @BeforeEach
    void start() throws Exception {
        Assumptions.assumeTrue(Repos.hasGit(), "install git to run this test");
        Path ssh = Files.createDirectories(folder.resolve("person/.ssh"));
        FS.DETECTED.setUserHome(ssh.getParent().toFile());
        Identity.open(new AppFolders(ssh, folder, folder, folder), new Person("Ada", "ada@example.org"));
        PublicKey known = PublicKeyEntry.parsePublicKeyEntry(Files.readString(ssh.resolve("id_ed25519.pub")).strip())
                .resolvePublicKey(null, Map.of(), null);
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        var hostKeys = new SimpleGeneratorHostKeyProvider(folder.resolve("host-key"));
        hostKeys.setAlgorithm("EC");
        server.setKeyPairProvider(hostKeys);
        server.setPublickeyAuthenticator(
                (user, key, session) -> user.equals("git") && KeyUtils.compareKeys(key, known));
        server.setCommandFactory((channel, command) -> new ProcessShellFactory(command, "sh", "-c", command)
                .createShell(channel));
        server.start();
        hostKey = hostKeys.loadKeys(null).iterator().next().getPublic();
        Repos.git(folder, "init", "-q", "--bare", "home.git");
        url = "ssh://git@127.0.0.1:" + server.getPort() + folder.resolve("home.git");
    }

    @AfterEach
    void stop() throws IOException {
        FS.DETECTED.setUserHome(userHome);
        if (server != null) {
            server.stop(true);
        }
    }

    @Test
    void pushesAndFetchesWithThePersonsKey() throws IOException {
        trustHost();
        try (var ours = GitRepository.init(folder.resolve("ours"))) {
            CommitId a = Repos.commit(ours, Map.of("f", "a"));
            CommitId b = Repos.commit(ours, Map.of("f", "b"));
            assertEquals(PushOutcome.Result.OK, push(ours, a));
            assertEquals(PushOutcome.Result.LOST_RACE, push(ours, b));
            ours.remotes().add("home", url);
            ours.remotes().fetch("home", List.of("refs/claims/*:refs/claims/*"), Progress.NONE);
            assertEquals(Optional.of(a), ours.refs().get("refs/claims/x"));
        }
    }

    @Test
    void anUnknownHostAndAnUnknownPersonAreToldWhatToDo() throws IOException {
        try (var ours = GitRepository.init(folder.resolve("ours"))) {
            assertEquals("git.remote-host-key", code(() -> ours.remotes().refs(url, "")));
            trustHost();
            assertEquals("git.remote-credentials", code(() -> ours.remotes().refs(url.replace("git@", "eve@"), "")));
            assertEquals("git.remote-missing", code(() -> ours.remotes().refs(url + "-none", "")));
            server.stop(true);
            assertEquals("git.remote-failed", code(() -> ours.remotes().refs(url, "")));
        }
    }

    @Test
    void theHostSaysWhereItsLargeFilesAreAndWhatToTellThatServer() throws IOException {
        trustHost();
        String pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:%s\nsize 9\n";
        try (var lfs = new LfsHost(); var ours = GitRepository.init(folder.resolve("ours"))) {
            String oid = lfs.keep("solid arm".getBytes(StandardCharsets.UTF_8));
            CommitId commit = Repos.commit(ours, Map.of("arm.stl", pointer.formatted(oid)));
            assertEquals("git.remote-lfs-none", code(() -> ours.lfs().fetch(url, commit, _ -> true, Progress.NONE)));
            String answer = "{\"href\":\"" + lfs.url() + "\",\"header\":{\"Authorization\":\"Key 7\"}}";
            String asked = "git-lfs-authenticate '" + folder.resolve("home.git") + "' download";
            server.setCommandFactory((channel, command) -> {
                String script = command.equals(asked) ? "echo '" + answer + "'" : "exit 1";
                return new ProcessShellFactory(script, "sh", "-c", script).createShell(channel);
            });
            assertEquals(1, ours.lfs().fetch(url, commit, _ -> true, Progress.NONE).fetched().size());
            assertTrue(lfs.requests.stream().allMatch(r -> r.endsWith(" Key 7")), lfs.requests.toString());
        }
    }

    @Test
    void aHostThatSaysNothingIsLeft() throws Exception {
        trustHost();
        server.setCommandFactory((channel, command) -> new ProcessShellFactory("sleep 30", "sh", "-c",
                "printf '{'; sleep 30").createShell(channel));
        try (var jgit = FileRepositoryBuilder.create(folder.resolve("bare.git").toFile())) {
            long begun = System.nanoTime();
            Fault silent = assertThrows(Fault.class, () -> LfsSsh.ask(jgit, new URIish(url), "download",
                    Duration.ofSeconds(1), Progress.NONE));
            assertEquals("git.remote-silent", silent.code());
            long asked = System.nanoTime();
            assertThrows(CancelledFault.class, () -> LfsSsh.ask(jgit, new URIish(url), "download",
                    Duration.ofSeconds(25), Progress.silent(() -> System.nanoTime() - asked > 1_000_000_000L)));
            assertTrue(System.nanoTime() - begun < 20_000_000_000L);
        }
    }

    @Test
    void damageHereDamageThereAndSilenceHoldNobodyUp() throws IOException {
        trustHost();
        Path home = folder.resolve("home.git");
        Path work = folder.resolve("ours");
        try (var ours = GitRepository.init(work)) {
            CommitId whole = Repos.commit(ours, Map.of("f", "whole"));
            assertEquals(PushOutcome.Result.OK, push(ours, whole));
            CommitId torn = Repos.commit(ours, Map.of("f", "torn"), whole);
            for (String bytes : List.of("no object", "")) {
                damage(work.resolve(".git"), ours.tree(torn).fingerprint(new RepoPath("f")), bytes);
                var update = new PushUpdate(torn, "refs/claims/x", Optional.of(whole));
                assertEquals(bytes.isEmpty() ? "git.missing-object" : "git.corrupt",
                        code(() -> ours.remotes().push(url, List.of(update), Progress.NONE)));
                assertEquals(Map.of("refs/claims/x", whole), ours.remotes().refs(home.toString(), "refs/"));
            }
            damage(home, ours.tree(whole).fingerprint(new RepoPath("f")), "");
        }
        try (var theirs = GitRepository.init(folder.resolve("theirs"))) {
            List<String> all = List.of("refs/claims/*:refs/claims/*");
            assertEquals("git.remote-damaged", code(() -> theirs.remotes().fetch(url, all, Progress.NONE)));
            assertEquals(Optional.empty(), theirs.refs().get("refs/claims/x"));
            server.setCommandFactory((channel, command) -> new ProcessShellFactory("sleep 30", "sleep", "30")
                    .createShell(channel));
            Path folder = theirs.folder();
            try (GuardedRepository jgit = RepositoryFiles.open(folder)) {
                var impatient = new Remotes(jgit, folder, Duration.ofMillis(200));
                assertEquals("git.remote-silent", code(() -> impatient.fetch(url, all, Progress.NONE)));
                long asked = System.nanoTime();
                Progress cancelled = Progress.silent(() -> System.nanoTime() - asked > 200_000_000L);
                assertThrows(CancelledFault.class, () -> theirs.remotes().fetch(url, all, cancelled));
            }
        }
    }

    private static void damage(Path git, String object, String bytes) throws IOException {
        Path file = git.resolve("objects/" + object.substring(0, 2) + "/" + object.substring(2));
        Files.delete(file);
        if (!bytes.isEmpty()) {
            Files.writeString(file, bytes);
        }
    }

    private void trustHost() throws IOException {
        var line = new StringBuilder("[127.0.0.1]:" + server.getPort() + " ");
        PublicKeyEntry.appendPublicKeyEntry(line, hostKey);
        Files.writeString(folder.resolve("person/.ssh/known_hosts"), line + "\n");
        assertTrue(line.length() > 100);
    }

    private PushOutcome.Result push(GitRepository from, CommitId commit) {
        return from.remotes().push(url, List.of(new PushUpdate(commit, "refs/claims/x", Optional.empty())),
                Progress.NONE).getFirst().result();
    }
}
