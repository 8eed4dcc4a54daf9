package org.commonwright.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.commonwright.Seed;
import org.commonwright.error.Fault;
import org.commonwright.model.RepoPath;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeScanTest {
    private static final byte[][] NAMES = {name("a"), name("a-b"), name("a.b"), name("a0"), name("b"), name("B"),
            name("c\u00e9"), {'l', (byte) 0xe9}, name(".git"), name("d\\e")};
    private static final FileMode[] MODES = {FileMode.REGULAR_FILE, FileMode.REGULAR_FILE, FileMode.EXECUTABLE_FILE,
            FileMode.SYMLINK, FileMode.GITLINK};
    private static final int PAIRS = 60;

    @TempDir
    private Path folder;

    private static byte[] name(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatChangedIsWhatJGitFindsWhateverStandsInWhosePlace() throws IOException {
        long seed = Seed.chosen();
        try (GitRepository repository = GitRepository.init(folder);
                ObjectInserter inserter = repository.jgit().newObjectInserter();
                ObjectReader reader = inserter.newReader()) {
            var random = new Random(seed);
            ObjectId before = tree(random, inserter, 3);
            for (int i = 0; i < PAIRS; i++) {
                ObjectId after = tree(random, inserter, 3);
                var scan = new TreeScan(reader, after);
                List<DiffEntry> entries = jgit(repository.jgit(), reader, before, after);
                assertThat(scan.between(before, after)).as("seed %d, pair %d", seed, i).isEqualTo(changes(entries));
                assertThat(scan.leftOut()).isEqualTo(entries.size() - changes(entries).size());
                assertThat(new TreeScan(reader, after).between(null, after)).as("seed %d, tree %d", seed, i)
                        .hasSize((int) entriesOf(reader, after));
                before = after;
            }
        }
    }

    /// A few thousand bytes that would be a path of a megabyte for each of five hundred folders.
    @Test
    void pathsBeyondAllMeasureAreTooMany() throws IOException {
        try (GitRepository repository = GitRepository.init(folder);
                ObjectInserter inserter = repository.jgit().newObjectInserter();
                ObjectReader reader = inserter.newReader();
                var walk = new TreeWalk(reader)) {
            var files = new TreeFormatter();
            files.append("f", FileMode.GITLINK, ObjectId.zeroId());
            ObjectId inside = inserter.insert(files);
            var folders = new TreeFormatter();
            for (int i = 100; i < 600; i++) {
                folders.append("d" + i, FileMode.TREE, inside);
            }
            var above = new TreeFormatter();
            above.append("n".repeat(1_000_000), FileMode.TREE, inserter.insert(folders));
            ObjectId tree = inserter.insert(above);
            assertThatThrownBy(() -> new TreeScan(reader, tree).between(null, tree)).isInstanceOf(Fault.class)
                    .hasMessageContaining("git.too-many-paths");
            walk.setRecursive(true);
            TreeBound.set(walk, TreeFilter.ALL, tree);
            walk.addTree(tree);
            assertThatThrownBy(() -> {
                while (walk.next()) {
                    assertThat(walk.getPathLength()).isPositive();
                }
            }).isInstanceOf(Fault.class).hasMessageContaining("git.too-many-paths");
        }
    }

    @Test
    void aDamagedFolderIsNamed() throws IOException {
        try (GitRepository repository = GitRepository.init(folder);
                ObjectInserter inserter = repository.jgit().newObjectInserter();
                ObjectReader reader = inserter.newReader()) {
            for (String text : List.of("100644", "100644 a", "100644 a\0too short", "100644 \0")) {
                ObjectId damaged = inserter.insert(Constants.OBJ_TREE, name(text));
                assertThatThrownBy(() -> new TreeScan(reader, damaged).between(null, damaged))
                        .isInstanceOf(CorruptObjectException.class).hasMessageContaining(damaged.name());
            }
        }
    }

    private static ObjectId tree(Random random, ObjectInserter inserter, int depth) throws IOException {
        // A folder's place is as if its name ended with a slash.
        Map<String, Runnable> sorted = new TreeMap<>();
        var formatter = new TreeFormatter();
        for (byte[] name : NAMES) {
            int what = random.nextInt(10);
            String key = new String(name, StandardCharsets.ISO_8859_1);
            if (what < 2 && depth > 0) {
                ObjectId below = tree(random, inserter, depth - 1);
                sorted.put(key + "/", () -> formatter.append(name, FileMode.TREE, below));
            } else if (what < 6) {
                FileMode mode = MODES[random.nextInt(MODES.length)];
                byte[] raw = new byte[Constants.OBJECT_ID_LENGTH];
                raw[0] = (byte) random.nextInt(3);
                sorted.put(key, () -> formatter.append(name, mode, ObjectId.fromRaw(raw)));
            }
        }
        sorted.values().forEach(Runnable::run);
        return inserter.insert(formatter);
    }

    private static List<DiffEntry> jgit(Repository jgit, ObjectReader reader, ObjectId before, ObjectId after)
            throws IOException {
        try (var walk = new TreeWalk(jgit, reader)) {
            walk.setRecursive(true);
            walk.setFilter(TreeFilter.ANY_DIFF);
            walk.addTree(before);
            walk.addTree(after);
            return DiffEntry.scan(walk);
        }
    }

    private static long entriesOf(ObjectReader reader, ObjectId tree) throws IOException {
        try (var walk = new TreeWalk(reader)) {
            walk.setRecursive(true);
            walk.addTree(tree);
            long safe = 0;
            while (walk.next()) {
                safe += RepoPath.isSafe(walk.getPathString()) ? 1 : 0;
            }
            return safe;
        }
    }

    private static List<FileChange> changes(List<DiffEntry> entries) {
        List<FileChange> changes = new ArrayList<>();
        Map<DiffEntry.ChangeType, FileChange.Kind> kinds = new HashMap<>(Map.of(DiffEntry.ChangeType.ADD,
                FileChange.Kind.ADDED, DiffEntry.ChangeType.DELETE, FileChange.Kind.REMOVED,
                DiffEntry.ChangeType.MODIFY, FileChange.Kind.MODIFIED));
        for (DiffEntry entry : entries) {
            FileChange.Kind kind = kinds.get(entry.getChangeType());
            boolean before = kind != FileChange.Kind.ADDED;
            boolean after = kind != FileChange.Kind.REMOVED;
            String path = after ? entry.getNewPath() : entry.getOldPath();
            if (RepoPath.isSafe(path)) {
                changes.add(new FileChange(kind, new RepoPath(path), before ? new RepoPath(path) : null,
                        before ? entry.getOldId().name() : null, after ? entry.getNewId().name() : null,
                        before ? Modes.version(entry.getOldMode(), ObjectId.zeroId()).kind() : null,
                        after ? Modes.version(entry.getNewMode(), ObjectId.zeroId()).kind() : null));
            }
        }
        changes.sort(Comparator.comparing(FileChange::path));
        return changes;
    }
}
