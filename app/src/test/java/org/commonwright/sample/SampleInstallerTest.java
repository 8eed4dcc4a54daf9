package org.commonwright.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.commonwright.design.manifest.LockEntry;
import org.commonwright.design.manifest.LockFile;
import org.commonwright.files.FolderTree;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.sample.SampleWorkspace.SampleDesign;
import org.commonwright.task.CancelledFault;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class SampleInstallerTest {
    private static final long LIMIT = 1 << 24;

    @TempDir
    static Path folder;
    static SampleWorkspace samples;

    @BeforeAll
    static void layOut() {
        samples = LaidOut.in(folder);
    }

    @Test
    void theFilesAtTheEndAreThoseOfTheFinishedDesign() {
        for (SampleDesign design : samples.designs()) {
            var stored = new FolderTree(LaidOut.STORED.resolve(design.name()).resolve("design"));
            try (GitRepository repository = GitRepository.open(design.folder())) {
                var laidOut = repository.tree(repository.require("main"));
                List<RepoPath> files = new ArrayList<>(laidOut.files());
                files.remove(LockFile.PATH);
                assertEquals(stored.files(), files, design.name());
                for (RepoPath file : files) {
                    assertArrayEquals(stored.read(file, LIMIT), laidOut.read(file, LIMIT), design.name() + "/" + file);
                }
                assertTrue(repository.workTree().status().isClean(), design.name() + " has changes");
            }
        }
    }

    @Test
    void twiceTheSameHistoryHasTheSameCommits(@TempDir Path other) {
        SampleWorkspace again = LaidOut.in(other);
        for (SampleDesign design : samples.designs()) {
            SampleDesign twin = again.design(design.name()).orElseThrow();
            assertEquals(refs(design.origin()), refs(twin.origin()), design.name());
            for (int i = 0; i < design.forks().size(); i++) {
                assertEquals(refs(design.forks().get(i).folder()), refs(twin.forks().get(i).folder()));
            }
        }
        assertEquals(refs(samples.home()), refs(again.home()));
    }

    @Test
    void everyPinIsTheModuleThatItNames() {
        SampleDesign rover = samples.design("rover").orElseThrow();
        byte[] bytes = new FolderTree(rover.folder()).read(LockFile.PATH, LIMIT);
        LockFile lock = LockFile.read("commons.lock", bytes, problem -> {
            throw new AssertionError(problem);
        });
        assertEquals(List.of("controller", "sensor-board"), lock.entries().stream().map(LockEntry::name).toList());
        for (LockEntry entry : lock.entries()) {
            Path pinned = samples.design(entry.repository()).orElseThrow().folder();
            try (GitRepository repository = GitRepository.open(pinned)) {
                assertEquals(entry.tree(), repository.treeId(entry.commit(), entry.path()).orElseThrow());
                assertTrue(repository.history().isAncestor(entry.commit(), repository.require("main")));
            }
        }
    }

    @Test
    void forksAreRemotesWithTheirProposals() {
        SampleDesign plotter = samples.design("pen-plotter").orElseThrow();
        assertEquals(List.of("leila", "wim"), plotter.forks().stream().map(f -> f.owner()).toList());
        try (GitRepository repository = GitRepository.open(plotter.folder())) {
            for (var fork : plotter.forks()) {
                assertFalse(fork.branches().isEmpty());
                for (String branch : fork.branches()) {
                    assertTrue(repository.resolve("refs/remotes/" + fork.owner() + "/" + branch).isPresent(), branch);
                }
            }
            assertEquals(List.of("home", "leila", "origin", "wim"),
                    repository.remotes().list().stream().map(r -> r.name()).toList());
        }
    }

    @Test
    void whatIsThereAlreadyIsLeftAlone(@TempDir Path other) throws IOException {
        Path mine = Files.createDirectories(other.resolve("rover"));
        Files.writeString(mine.resolve("notes.txt"), "mine");
        SampleWorkspace again = LaidOut.in(other);
        assertTrue(again.design("rover").orElseThrow().existed());
        assertFalse(again.design("pen-plotter").orElseThrow().existed());
        assertEquals(List.of(new RepoPath("notes.txt")), new FolderTree(mine).files());

        Path readme = other.resolve("pen-plotter/README.md");
        Files.writeString(readme, "changed");
        var before = refs(other.resolve("network/pen-plotter.git"));
        assertTrue(LaidOut.in(other).designs().stream().allMatch(SampleDesign::existed));
        assertEquals("changed", Files.readString(readme));
        assertEquals(before, refs(other.resolve("network/pen-plotter.git")));
    }

    @Test
    void cancellingLeavesNothingHalfMade(@TempDir Path other) throws IOException {
        var cancelled = new Progress() {
            private boolean now;

            @Override
            public void update(double fraction) {
                now = fraction > 0;
            }

            @Override
            public void say(String key, Object... arguments) {}

            @Override
            public boolean cancelled() {
                return now;
            }
        };
        var installer = new SampleInstaller(SampleSource.folder(LaidOut.STORED));
        assertThrows(CancelledFault.class, () -> installer.install(other, cancelled));
        try (Stream<Path> left = Files.list(other)) {
            assertEquals(List.of("network", "pen-plotter"),
                    left.map(p -> p.getFileName().toString()).sorted().toList());
        }
        assertFalse(SampleInstaller.isInstalled(other));
        assertTrue(LaidOut.in(other).design("pen-plotter").orElseThrow().existed());
        assertTrue(SampleInstaller.isInstalled(other));
    }

    @Test
    void theSamplesCameWithTheProgram() {
        assertEquals(StoredHistory.read("rover", SampleSource.folder(LaidOut.STORED)),
                StoredHistory.read("rover", SampleSource.bundled()));
    }

    private static Map<String, CommitId> refs(Path folder) {
        try (GitRepository repository = GitRepository.open(folder)) {
            Map<String, CommitId> refs = new TreeMap<>(repository.refs().list("refs/heads/"));
            refs.putAll(repository.refs().list("refs/tags/"));
            return refs;
        }
    }
}
