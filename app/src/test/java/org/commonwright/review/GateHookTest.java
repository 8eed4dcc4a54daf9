package org.commonwright.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.commonwright.governance.ProposalState;
import org.commonwright.governance.Stance.Word;
import org.commonwright.model.CommitId;
import org.commonwright.record.RecordStore;
import org.commonwright.record.VerifiedCommits;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A plain Git host whose hook asks the rules before a guarded branch moves.
@Execution(ExecutionMode.CONCURRENT)
class GateHookTest {
    @TempDir
    private Path folder;
    private Community community;
    private Path host;

    /// What a command said, and its exit code.
    private record Said(int exit, String text) {}

    @BeforeEach
    void aDesign() {
        community = new Community(folder, "[decision]\nrule = \"consensus\"\n");
        host = folder.resolve("host.git");
    }

    @AfterEach
    void close() {
        community.close();
    }

    private CommitId merge() {
        ProposalState proposal = community.propose("fork");
        for (var who : List.of(community.idris, community.hana)) {
            community.desk(who).decisions().give(proposal, Word.AGREE, "");
        }
        ReviewDesk desk = community.desk(community.maud);
        return desk.merges().accept(proposal, desk.merges().prepare(proposal, Progress.NONE), Map.of(), "");
    }

    private String refusal(Optional<CommitId> from, Optional<CommitId> to) {
        var gate = new BranchGate(community.repository, community.workspace);
        return assertThrows(Fault.class,
                () -> gate.check(community.branch(), from, to, community.store(community.eve).read())).code();
    }

    @Test
    void aBranchMovesOnlyByMergesThatTheRulesLetPass() {
        Optional<CommitId> old = Optional.of(community.main);
        assertEquals("decide.gate-deletes", refusal(old, Optional.empty()));
        assertEquals("decide.gate-no-merge",
                refusal(old, Optional.of(community.change("sneaked in", "x.txt", "x"))));
        CommitId merge = merge();
        var gate = new BranchGate(community.repository, community.workspace);
        var records = community.store(community.eve).read();
        gate.check(community.branch(), old, Optional.of(merge), records);
        gate.check("topic", Optional.empty(), old, records);
        assertEquals("decide.gate-rewrites", refusal(Optional.of(merge), old));
        CommitId onTop = community.repository.commits().write(Community.draft("on top").on(merge));
        assertEquals("decide.gate-no-merge", refusal(old, Optional.of(onTop)));
        assertEquals("decide.gate-no-merge", assertThrows(Fault.class, () -> gate.check("release", old,
                Optional.of(merge), records)).code(), "a decision about another branch opens no other");
        community.store(community.maud).append(org.commonwright.record.Revocations.KIND,
                org.commonwright.record.Revocations.body("stolen before",
                        Optional.of(records.entries().getFirst().id()),
                        Optional.empty()));
        assertEquals("decide.gate-no-merge", refusal(old, Optional.of(merge)));
    }

    @Test
    void aHookOfSomebodyElseIsLeftAsItIs() throws IOException {
        Path hook = community.repository.gitFolder().resolve("hooks/update");
        String program = "commonwright";
        var hooks = new GateHook(community.repository);
        assertEquals("decide.hook-branch", assertThrows(Fault.class,
                () -> hooks.install(List.of("main\"; rm -rf ~"), program)).code());
        assertFalse(Files.exists(hook));
        Files.createDirectories(hook.getParent());
        Files.writeString(hook, "#!/bin/sh\nexit 0\n");
        assertEquals("decide.hook-there",
                assertThrows(Fault.class, () -> hooks.install(List.of("main"), program)).code());
        Files.delete(hook);
        hooks.install(List.of("main"), program);
        hooks.install(List.of("main", "stable/1.x"), program);
        assertTrue(Files.readString(hook).contains("refs/heads/main|refs/heads/main/*|refs/heads/stable/1.x"));
        assertTrue(Files.isExecutable(hook));
    }

    @Test
    void aNameForAGuardedBranchAndAReplacementOpenNothing() throws IOException {
        Path work = Files.createDirectories(folder.resolve("work"));
        Repos.git(work, "init", "-q", "-b", "main");
        Repos.git(work, "commit", "-q", "--allow-empty", "-m", "first");
        Repos.git(work, "clone", "-q", "--bare", ".", host.toString());
        Repos.git(host, "symbolic-ref", "refs/heads/master", "refs/heads/main");
        try (var bare = GitRepository.open(host)) {
            // It lets nothing pass that it is asked about.
            new GateHook(bare).install(List.of("main"), "false");
        }
        String first = Repos.git(work, "rev-parse", "HEAD");
        Repos.git(work, "commit", "-q", "--allow-empty", "-m", "second");
        assertTrue(Repos.run(work, Repos.command("push", host.toString(), "HEAD:master")).isEmpty());
        Repos.git(work, "push", "-q", host.toString(), "HEAD:refs/heads/other");
        for (String alike : List.of("refs/heads/MAIN", "refs/heads/mAin/x", "refs/heads/ma\u017F",
                "refs/commonwright/log/a", "refs/commonwright/log", "refs/commonwright/Log")) {
            assertTrue(Repos.run(work, Repos.command("push", host.toString(), "HEAD:" + alike)).isEmpty(), alike);
        }
        Repos.git(work, "checkout", "-q", "--orphan", "apart");
        Repos.git(work, "commit", "-q", "--allow-empty", "-m", "rewritten");
        String apart = Repos.git(work, "rev-parse", "HEAD");
        // For Git on the host it looks as if the new log stood on the old one.
        Repos.git(work, "replace", "--graft", apart, "main");
        Repos.git(work, "push", "-q", host.toString(), "refs/replace/" + apart, "HEAD:refs/heads/apart");
        assertTrue(Repos.run(work, Repos.command("push", "-f", host.toString(), "HEAD:main")).isEmpty());
        assertEquals(first, Repos.git(host, "rev-parse", "main"));
    }

    @Test
    void whatADiskTakesForAGuardedBranchIsNotLetInAndMayGo() {
        try (var bare = GitRepository.initBare(host)) {
            CommitId any = Repos.commit(bare, "MAIN", Map.of("a", "b"));
            var gate = new HostGate(bare, community.workspace, VerifiedCommits::inMemory,
                    List.of("main", "stable/1.x", "task"));
            for (String name : List.of("Main", "mAIN/x", "STABLE", "Stable/1.X", "ta\u017F\u212A", "ma\u200Cin",
                    "ta\uFFFD\uFFFDk")) {
                String ref = "refs/heads/" + name;
                assertEquals("decide.gate-alike", assertThrows(Fault.class,
                        () -> gate.check(ref, Optional.empty(), Optional.of(any)), name).code());
                assertEquals("decide.gate-alike", assertThrows(Fault.class,
                        () -> gate.check(ref, Optional.of(any), Optional.empty()), name).code(),
                        "no branch has that very name: the disk means the guarded one");
            }
            gate.check("refs/heads/MAIN", Optional.of(any), Optional.empty());
            for (String name : List.of("main/x", "stable", "mainly", "f\uFFFD\uFFFDr", "mäin")) {
                gate.check("refs/heads/" + name, Optional.empty(), Optional.of(any));
            }
        }
    }

    @Test
    void aLogTakesOnlyWhatItsKeySignedAsALog() {
        var host = new HostGate(community.repository, community.workspace, VerifiedCommits::inMemory, List.of());
        community.store(community.hana).append("test.said", JsonNodeFactory.instance.objectNode());
        String log = RecordStore.logRef(community.hana.agent());
        CommitId first = community.repository.require(log);
        community.store(community.hana).append("test.said", JsonNodeFactory.instance.objectNode());
        Optional<CommitId> second = Optional.of(community.repository.require(log));
        Optional<CommitId> junk = Optional
                .of(community.repository.commits().write(Community.draft("junk").on(first)));
        Optional<CommitId> design = Optional.of(community.repository.commits()
                .write(Community.draft("design").on(community.main).signedBy(community.hana.signer())));
        host.check(log, Optional.empty(), Optional.of(first));
        host.check(log, Optional.of(first), second);
        for (Optional<CommitId> other : List.of(junk, design, Optional.of(community.main))) {
            assertEquals("record.gate-log-key", code(host, log, Optional.empty(), other));
            assertEquals("record.gate-log-key", code(host, log, Optional.of(first), other));
        }
        assertEquals("record.gate-log", code(host, log, second, Optional.of(first)));
        assertEquals("record.gate-log", code(host, log, second, Optional.empty()));
        host.check(log, junk, second);
        host.check(log, design, second);
        host.check(log, design, Optional.empty());
        assertEquals("record.gate-log", code(host, log, junk, Optional.empty()), "what is under the junk stays");
        String other = "refs/commonwright/log/" + "A".repeat(64);
        assertEquals("record.gate-log-name", code(host, other, Optional.empty(), second));
        assertEquals("record.gate-log-name", code(host, other, second, Optional.empty()));
        community.repository.refs().update(other, Optional.empty(), first);
        host.check(other, Optional.of(first), Optional.empty());
        assertEquals("record.gate-log-name", code(host, log.replace("wright/log", "Wright/LOG"), second, design));
    }

    @Test
    void nothingStandsWhereTheLogsLieAndWhatStoodThereMayGo() {
        try (var bare = GitRepository.initBare(host)) {
            CommitId any = Repos.commit(bare, "topic", Map.of("a", "b"));
            var gate = new HostGate(bare, community.workspace, VerifiedCommits::inMemory, List.of());
            String folder = "refs/commonwright/log";
            for (String ref : List.of(folder, "refs/commonwright/LOG")) {
                assertEquals("record.gate-log-name", code(gate, ref, Optional.empty(), Optional.of(any)));
            }
            bare.refs().update(folder, Optional.empty(), any);
            gate.check(folder, Optional.of(any), Optional.empty());
        }
    }

    @Test
    void whoComesSecondIsToldToFetch() {
        community.store(community.hana).append("test.said", JsonNodeFactory.instance.objectNode());
        String log = RecordStore.logRef(community.hana.agent());
        CommitId first = community.repository.require(log);
        community.store(community.hana).append("test.said", JsonNodeFactory.instance.objectNode());
        CommitId second = community.repository.require(log);
        community.repository.refs().update(log, Optional.of(second), first);
        var host = new HostGate(community.repository, community.workspace, () -> {
            // While this one is looked at, another push of the same comes through.
            community.repository.refs().update(log, Optional.of(first), second);
            return VerifiedCommits.inMemory();
        }, List.of());
        assertEquals("decide.gate-moved", code(host, log, Optional.of(first), Optional.of(second)));
        host.check(log, Optional.of(first), Optional.of(second));
    }

    private static String code(HostGate gate, String ref, Optional<CommitId> from, Optional<CommitId> to) {
        return assertThrows(Fault.class, () -> gate.check(ref, from, to)).code();
    }

    @Test
    void aPlainHostRefusesWhatTheRulesDoNotAllow() throws Exception {
        assumeTrue(hasGit(), "git is not installed; this test pushes with it to a host that has the hook");
        GitRepository.initBare(host).close();
        String branch = community.branch();
        git(0, "push", host.toString(), community.main.hex() + ":refs/heads/" + branch);
        CommitId merge = merge();
        git(0, "push", host.toString(), "refs/commonwright/log/*:refs/commonwright/log/*");
        try (var bare = GitRepository.open(host)) {
            new GateHook(bare).install(List.of(branch), program());
        }
        CommitId sneaked = community.change("sneaked in", "x.txt", "x");
        git(0, "push", host.toString(), sneaked.hex() + ":refs/heads/topic");
        Said refused = git(1, "push", host.toString(), sneaked.hex() + ":refs/heads/" + branch);
        assertTrue(refused.text().contains("no record says that this is the merge of an accepted proposal"),
                refused.text());
        assertTrue(refused.text().contains("commons.toml:4 says: people = [\"SHA256:"), refused.text());
        git(0, "push", host.toString(), merge.hex() + ":refs/heads/" + branch);
        String log = community.repository.refs().list("refs/commonwright/log/").keySet().iterator().next();
        Said forgotten = git(1, "push", host.toString(), ":" + log);
        assertTrue(forgotten.text().contains("a log only grows"), forgotten.text());
        try (var bare = GitRepository.open(host)) {
            assertEquals(merge, bare.require("refs/heads/" + branch));
        }
    }

    /// This very program, as `sh` starts it.
    private String program() {
        String path = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        return "COMMONWRIGHT_HOME='" + folder.resolve("home") + "' '"
                + Path.of(System.getProperty("java.home"), "bin", "java")
                + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Duser.language=en --enable-native-access=ALL-UNNAMED -cp '"
                + path + "' org.commonwright.Main";
    }

    private static boolean hasGit() throws InterruptedException {
        try {
            return new ProcessBuilder("git", "--version").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        }
    }

    private Said git(int expected, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).directory(community.repository.folder().toFile())
                .redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var said = new Said(process.waitFor(), text);
        assertEquals(expected, said.exit(), text);
        return said;
    }
}
