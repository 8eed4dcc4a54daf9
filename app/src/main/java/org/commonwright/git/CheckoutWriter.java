package org.commonwright.git;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.commonwright.error.Fault;
import org.commonwright.files.LfsPointer;
import org.commonwright.git.lfs.LfsStore;
import org.commonwright.model.RepoPath;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/// Writes a checkout that was looked at and found harmless.
final class CheckoutWriter {
    private static final int LINK_LIMIT = 4096;

    private final Repository jgit;
    private final Path folder;
    private final Set<String> large;
    private final LfsStore store;

    /// @param large the paths whose pointers give way to their contents, where these are on this machine
    CheckoutWriter(Repository jgit, Path folder, Set<String> large) {
        this.jgit = jgit;
        this.folder = folder;
        this.large = large;
        this.store = new LfsStore(jgit.getCommonDirectory().toPath());
    }

    /// @param index locked; it is written but not committed; null to write the files alone
    void write(List<Checkout.Change> changes, @Nullable DirCache index) throws IOException {
        Path aside = Files.createTempDirectory(jgit.getDirectory().toPath(), "checkout-");
        try {
            Map<String, Path> written = stage(changes, aside);
            for (Checkout.Change change : changes.reversed()) {
                if (change.to() == null) {
                    remove(change);
                }
            }
            for (Checkout.Change change : changes) {
                if (change.to() != null) {
                    moveIn(change, written.get(change.path()));
                }
            }
            if (index != null) {
                record(changes, index);
            }
        } finally {
            clear(aside);
        }
    }

    private Map<String, Path> stage(List<Checkout.Change> changes, Path aside) throws IOException {
        var written = new HashMap<String, Path>();
        for (Checkout.Change change : changes) {
            Version to = change.to();
            if (to == null || to.kind() == Version.Kind.SUBMODULE) {
                continue;
            }
            Path file = aside.resolve(Integer.toString(written.size()));
            written.put(change.path(), file);
            if (to.kind() != Version.Kind.LINK || !stageLink(change, to, file)) {
                if (!large.contains(change.path()) || !stageContent(to, file)) {
                    stageBlob(change, to, file);
                }
                makeExecutable(file, to.kind() == Version.Kind.EXECUTABLE);
            }
        }
        return written;
    }

    private void stageBlob(Checkout.Change change, Version to, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            jgit.open(ObjectId.fromString(to.blob()), Constants.OBJ_BLOB).copyTo(out);
        } catch (MissingObjectException e) {
            throw new Fault(e, "git.missing-object", to.blob(), change.path());
        }
    }

    /// @return whether the content is here; otherwise the pointer is what is written
    private boolean stageContent(Version to, Path file) throws IOException {
        try (ObjectReader reader = jgit.newObjectReader()) {
            Optional<LfsPointer> pointer = LfsScan.pointer(reader, ObjectId.fromString(to.blob()));
            return pointer.isPresent() && store.copyTo(pointer.get(), file);
        }
    }

    /// @return whether it was written as a link; a link that leaves the repository is not
    private boolean stageLink(Checkout.Change change, Version to, Path file) throws IOException {
        byte[] bytes = Blobs.read(jgit, ObjectId.fromString(to.blob()), change.path(), LINK_LIMIT);
        String target = new String(bytes, StandardCharsets.UTF_8);
        if (!LinkTarget.staysInside(new RepoPath(change.path()), target)) {
            return false;
        }
        try {
            Files.createSymbolicLink(file, Path.of(target));
            return true;
        } catch (UnsupportedOperationException | FileSystemException _) {
            // This disk has no links: Git's own fallback is a text file, too.
            return false;
        }
    }

    private static void makeExecutable(Path file, boolean executable) throws IOException {
        if (executable && Files.getFileStore(file).supportsFileAttributeView("posix")) {
            var permissions = new HashSet<>(Files.getPosixFilePermissions(file));
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
            Files.setPosixFilePermissions(file, permissions);
        }
    }

    private void remove(Checkout.Change change) throws IOException {
        if (!hasRealParents(change.path())) {
            return;
        }
        Path file = folder.resolve(change.path());
        boolean submodule = change.from() != null && change.from().kind() == Version.Kind.SUBMODULE;
        if (submodule ? isEmptyFolder(file) : !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.deleteIfExists(file);
        }
        Path parent = file.getParent();
        while (parent != null && !parent.equals(folder) && isEmptyFolder(parent)) {
            Files.delete(parent);
            parent = parent.getParent();
        }
    }

    private void moveIn(Checkout.Change change, @Nullable Path staged) throws IOException {
        Path target = folder.resolve(change.path());
        Path parent = Objects.requireNonNull(target.getParent());
        Files.createDirectories(parent);
        // Looked at before; somebody may have put a link there since.
        if (!hasRealParents(change.path())) {
            throw new Fault("files.leaves-folder", change.path(), folder);
        }
        if (staged == null) {
            Files.createDirectories(target);
            return;
        }
        if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            deleteEmptyFolders(target);
        }
        Files.move(staged, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private boolean hasRealParents(String path) {
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
            if (!Files.isDirectory(folder.resolve(path.substring(0, end)), LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
        }
        return true;
    }

    private void record(List<Checkout.Change> changes, DirCache index) throws IOException {
        DirCacheEditor editor = index.editor();
        for (Checkout.Change change : changes) {
            if (change.to() == null) {
                editor.add(new DirCacheEditor.DeletePath(change.path()));
            } else {
                editor.add(entry(change, change.to()));
            }
        }
        editor.finish();
        SettledIndex.write(jgit, index);
    }

    private DirCacheEditor.PathEdit entry(Checkout.Change change, Version to) throws IOException {
        BasicFileAttributes on = Files.readAttributes(folder.resolve(change.path()), BasicFileAttributes.class,
                LinkOption.NOFOLLOW_LINKS);
        return new DirCacheEditor.PathEdit(change.path()) {
            @Override
            public void apply(DirCacheEntry entry) {
                entry.setFileMode(Modes.mode(to.kind()));
                entry.setObjectId(ObjectId.fromString(to.blob()));
                entry.setLength(on.isDirectory() ? 0 : on.size());
                entry.setLastModified(on.lastModifiedTime().toInstant());
            }
        };
    }

    private static boolean isEmptyFolder(Path path) throws IOException {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (var inside = Files.list(path)) {
            return inside.findAny().isEmpty();
        }
    }

    /// @throws DirectoryNotEmptyException when a file is left in it
    private static void deleteEmptyFolders(Path top) throws IOException {
        var folders = new ArrayList<Path>();
        try (var all = Files.walk(top)) {
            all.forEach(folders::add);
        }
        for (Path one : folders.reversed()) {
            Files.delete(one);
        }
    }

    private static void clear(Path aside) throws IOException {
        var left = new ArrayList<Path>();
        try (var all = Files.walk(aside)) {
            all.forEach(left::add);
        }
        for (Path one : left.reversed()) {
            Files.deleteIfExists(one);
        }
    }
}
