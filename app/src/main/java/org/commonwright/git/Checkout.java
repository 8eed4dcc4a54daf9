package org.commonwright.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.commonwright.error.Fault;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/// Brings the work tree from one commit's files to another's. First everything is looked at, then the new files are
/// written aside, and only when all are on disk are they moved in: a fault before that leaves every file as it was.
/// Files that are the same in both commits are not touched, so edits to them stay.
final class Checkout {
    private static final int NAMED_AT_MOST = 5;

    private final Repository jgit;
    private final Path folder;
    private final Map<String, Change> changes = new TreeMap<>();
    private final Set<String> inTheWay = new TreeSet<>();

    Checkout(Repository jgit, Path folder) {
        this.jgit = jgit;
        this.folder = folder;
    }

    /// One path that differs; null where there is nothing.
    record Change(String path, @Nullable Version from, @Nullable Version to) {}

    /// What makes the new files the current ones: a head or a branch moves.
    @FunctionalInterface
    interface Commit {
        void run() throws IOException;
    }

    /// @param from the tree that is checked out; null when nothing is
    void run(@Nullable ObjectId from, ObjectId to, Commit commit) throws IOException {
        DirCache index = jgit.lockDirCache();
        try {
            look(index, from, to);
            new CheckoutWriter(jgit, folder, large(to, changes.values())).write(List.copyOf(changes.values()), index);
            try {
                commit.run();
            } catch (IOException | RuntimeException refused) {
                takeBack(from, refused);
                throw refused;
            }
            if (!index.commit()) {
                throw new Fault("git.locked", folder, "index.lock");
            }
        } finally {
            index.unlock();
        }
    }

    /// The files as they were, when the branch could not be moved after all: somebody holds its lock.
    private void takeBack(@Nullable ObjectId from, Exception refused) {
        List<Change> back = changes.values().stream()
                .map(change -> new Change(change.path(), change.to(), change.from())).toList();
        try {
            new CheckoutWriter(jgit, folder, from == null ? Set.of() : large(from, back)).write(back, null);
        } catch (IOException | Fault left) {
            refused.addSuppressed(left);
        }
    }

    /// Looks at everything as [#run] does, and changes nothing.
    void check(@Nullable ObjectId from, ObjectId to) throws IOException {
        DirCache index = jgit.lockDirCache();
        try {
            look(index, from, to);
        } finally {
            index.unlock();
        }
    }

    private void look(DirCache index, @Nullable ObjectId from, ObjectId to) throws IOException {
        checkPaths(to);
        compare(from, to);
        look(index, from);
        if (!inTheWay.isEmpty()) {
            throw new Fault("git.would-overwrite", inTheWay.size(),
                    String.join(", ", inTheWay.stream().limit(NAMED_AT_MOST).toList()), folder);
        }
    }

    private void checkPaths(ObjectId to) throws IOException {
        Path other = jgit.getDirectory().toPath().resolve("hEaD");
        var paths = new CheckoutPaths(Files.exists(other));
        try (ObjectReader reader = jgit.newObjectReader(); var walk = new TreeWalk(jgit, new TreeCache(reader))) {
            walk.addTree(to);
            TreeBound.set(walk, TreeFilter.ALL, to);
            while (walk.next()) {
                paths.check(walk.getPathString());
                if (walk.isSubtree()) {
                    walk.enterSubtree();
                }
            }
        }
    }

    private void compare(@Nullable ObjectId from, ObjectId to) throws IOException {
        try (var walk = new TreeWalk(jgit)) {
            if (from == null) {
                walk.addTree(new EmptyTreeIterator());
            } else {
                walk.addTree(from);
            }
            walk.addTree(to);
            walk.setRecursive(true);
            walk.setFilter(TreeFilter.ANY_DIFF);
            while (walk.next()) {
                changes.put(walk.getPathString(),
                        new Change(walk.getPathString(), version(walk, 0), version(walk, 1)));
            }
        }
    }

    /// Those files that become pointers whose attributes, as they will be then, say that they are large.
    private Set<String> large(ObjectId to, Collection<Change> changes) throws IOException {
        var pointers = new ArrayList<String>();
        try (ObjectReader reader = jgit.newObjectReader()) {
            for (Change change : changes) {
                Version version = change.to();
                boolean file = version != null && version.kind() != Version.Kind.LINK
                        && version.kind() != Version.Kind.SUBMODULE;
                if (file && LfsScan.pointer(reader, ObjectId.fromString(version.blob())).isPresent()) {
                    pointers.add(change.path());
                }
            }
        }
        return new LfsScan(jgit).attributed(to, pointers);
    }

    private static @Nullable Version version(TreeWalk walk, int tree) {
        FileMode mode = walk.getFileMode(tree);
        return mode == FileMode.MISSING || mode == FileMode.TREE
                ? null
                : Modes.version(mode, walk.getObjectId(tree));
    }

    private void look(DirCache index, @Nullable ObjectId from) throws IOException {
        var onDisk = new HashMap<String, Boolean>();
        WorkScan.run(jgit, index, from, changes.keySet(), at -> {
            Change change = changes.get(at.path());
            if (change != null) {
                onDisk.put(at.path(), isOurs(at, change));
            }
        });
        for (Change change : changes.values()) {
            if (!onDisk.getOrDefault(change.path(), true)) {
                inTheWay.add(change.path());
            }
            if (change.to() != null) {
                lookAtParents(change);
                lookInside(change);
            }
        }
    }

    /// Whether what is at a path may be replaced: it is what one of the two commits says.
    private static boolean isOurs(WorkScan at, Change change) throws IOException {
        DirCacheIterator index = at.index();
        DirCacheEntry entry = index == null ? null : index.getDirCacheEntry();
        if (entry != null) {
            Version staged = Modes.version(entry.getFileMode(), entry.getObjectId());
            if (entry.getStage() != 0 || !staged.equals(change.from()) && !staged.equals(change.to())) {
                return false;
            }
        }
        FileTreeIterator file = at.file();
        if (file == null || file.getEntryFileMode() == FileMode.TREE) {
            return true;
        }
        if (entry != null && !WorkTree.isEdited(at)) {
            return true;
        }
        if (file.getEntryFileMode() == FileMode.GITLINK) {
            return false;
        }
        String raw = at.rawId().name();
        String converted = at.contentId().name();
        return holds(change.from(), raw, converted) || holds(change.to(), raw, converted);
    }

    private static boolean holds(@Nullable Version version, String raw, String converted) {
        return version != null && (version.blob().equals(raw) || version.blob().equals(converted));
    }

    /// A file or link where a folder must be is in the way, unless this checkout removes it.
    private void lookAtParents(Change change) {
        String path = change.path();
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
            String parent = path.substring(0, end);
            Path at = folder.resolve(parent);
            Change removed = changes.get(parent);
            boolean goes = removed != null && removed.to() == null;
            if (Files.exists(at, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS)
                    && !goes) {
                inTheWay.add(parent);
            }
        }
    }

    /// A folder where a file must be is in the way, unless this checkout removes all that is in it.
    private void lookInside(Change change) throws IOException {
        Path at = folder.resolve(change.path());
        boolean submodule = change.to() != null && change.to().kind() == Version.Kind.SUBMODULE;
        if (submodule || !Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        var left = new ArrayList<String>();
        try (var files = Files.walk(at)) {
            files.filter(f -> !Files.isDirectory(f, LinkOption.NOFOLLOW_LINKS))
                    .map(f -> folder.relativize(f).toString().replace('\\', '/')).filter(f -> {
                        Change inside = changes.get(f);
                        return inside == null || inside.to() != null;
                    }).forEach(left::add);
        }
        inTheWay.addAll(left);
    }
}
