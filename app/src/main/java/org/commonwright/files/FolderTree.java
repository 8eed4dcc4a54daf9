package org.commonwright.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.model.RepoPath;

/// The files of a folder on disk. The listing is taken once, when first asked for; the bytes are read at each call.
public final class FolderTree implements FileTree {
    /// What stands for bytes that are no text; the file is not found under that name again.
    private static final char NO_TEXT = '\ufffd';

    private final Path folder;
    private final LargeFiles large;
    private final List<RepoPath> files = new ArrayList<>();
    private final List<RepoPath> links = new ArrayList<>();
    private final List<String> unnamed = new ArrayList<>();
    private boolean listed;

    /// Of a folder that is in no repository, or whose large files are not asked for.
    public FolderTree(Path folder) {
        this(folder, LargeFiles.NONE);
    }

    /// @param large where the contents are of files that are pointers on disk
    public FolderTree(Path folder, LargeFiles large) {
        this.folder = folder;
        this.large = large;
    }

    @Override
    public synchronized List<RepoPath> files() {
        list();
        return Collections.unmodifiableList(files);
    }

    @Override
    public synchronized List<RepoPath> links() {
        list();
        return Collections.unmodifiableList(links);
    }

    /// The paths of files that are left out, since no path of a design may be called so: with control characters, a backslash or
    /// bytes that are no text.
    public synchronized List<String> unnamed() {
        list();
        return Collections.unmodifiableList(unnamed);
    }

    @Override
    public boolean exists(RepoPath file) {
        return Files.isRegularFile(folder.resolve(file.text()), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public long size(RepoPath file) {
        return pointer(file).map(LfsPointer::size).orElseGet(() -> sizeOnDisk(file));
    }

    private long sizeOnDisk(RepoPath file) {
        try {
            return Files.size(existing(file));
        } catch (IOException e) {
            throw notRead(file, e);
        }
    }

    private Optional<LfsPointer> pointer(RepoPath file) {
        try {
            return LfsPointer.canBe(sizeOnDisk(file))
                    ? LfsPointer.of(Files.readAllBytes(existing(file)))
                    : Optional.empty();
        } catch (IOException e) {
            throw notRead(file, e);
        }
    }

    @Override
    public Optional<LfsPointer> away(RepoPath file) {
        return pointer(file).filter(pointer -> large.find(pointer).isEmpty());
    }

    @Override
    public byte[] read(RepoPath file, long limit) {
        Optional<LfsPointer> pointer = pointer(file);
        if (pointer.isPresent()) {
            return large.content(file, pointer.get(), limit);
        }
        long size = sizeOnDisk(file);
        if (size > limit) {
            throw new Fault("files.too-large", file, size, limit);
        }
        PlainFiles.checkRoom(file, size);
        try {
            return Files.readAllBytes(existing(file));
        } catch (IOException e) {
            throw notRead(file, e);
        }
    }

    @Override
    public String fingerprint(RepoPath file) {
        try {
            Path path = existing(file);
            return Files.size(path) + "-" + Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toMillis();
        } catch (IOException e) {
            throw notRead(file, e);
        }
    }

    private Path existing(RepoPath file) {
        Path path = Inside.resolve(folder, file.text());
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new Fault("files.missing", file, folder);
        }
        return path;
    }

    private Fault notRead(RepoPath file, IOException e) {
        return new Fault(e, "files.not-read", folder.resolve(file.text()), Reason.of(e));
    }

    private void list() {
        if (listed) {
            return;
        }
        try {
            Files.walkFileTree(folder, new Lister());
        } catch (IOException e) {
            throw new Fault(e, "files.not-read", folder, Reason.of(e));
        }
        Collections.sort(files);
        Collections.sort(links);
        listed = true;
    }

    private final class Lister extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            Path name = directory.getFileName();
            boolean git = !directory.equals(folder) && name != null && name.toString().equalsIgnoreCase(".git");
            return git ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String text = folder.relativize(file).toString().replace(folder.getFileSystem().getSeparator(), "/");
            if (!RepoPath.isSafe(text) || text.indexOf(NO_TEXT) >= 0) {
                unnamed.add(text);
            } else if (!Leftovers.isOne(String.valueOf(file.getFileName()))) {
                (attributes.isRegularFile() ? files : links).add(new RepoPath(text));
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
