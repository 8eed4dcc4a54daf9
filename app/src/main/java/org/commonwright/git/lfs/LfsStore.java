package org.commonwright.git.lfs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonwright.error.Fault;
import org.commonwright.files.LargeFiles;
import org.commonwright.files.LfsPointer;
import org.commonwright.i18n.Messages;
import org.commonwright.model.ContentId;

/// The contents of large files that are on this machine: `lfs/objects/aa/bb/<SHA-256>` below Git's own folder, shared with
/// the program git-lfs. What enters was hashed; what is found damaged goes to `lfs/bad`, as `git lfs fsck` does.
public final class LfsStore implements LargeFiles {
    static final int CHUNK = 1 << 16;

    private static final String LFS = "lfs";

    private final Path gitFolder;

    /// @param gitFolder the folder with `objects` and `refs`; that of the main work tree where there are several
    public LfsStore(Path gitFolder) {
        this.gitFolder = gitFolder;
    }

    @Override
    public Optional<Path> find(LfsPointer pointer) {
        Path file = place(pointer);
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) == pointer.size()
                    ? Optional.of(file)
                    : Optional.empty();
        } catch (IOException _) {
            // Gone between the two looks.
            return Optional.empty();
        }
    }

    /// Whether anything was ever kept here.
    public boolean isUsed() {
        return Files.isDirectory(gitFolder.resolve(LFS).resolve("objects"), LinkOption.NOFOLLOW_LINKS);
    }

    /// The pointer that a file would have.
    public static LfsPointer pointer(Path file) throws IOException {
        MessageDigest digest = ContentId.hasher();
        long size = 0;
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                digest.update(chunk, 0, n);
                size += n;
            }
        }
        return new LfsPointer(ContentId.of(digest), size);
    }

    /// Puts a copy of a file into the store.
    public LfsPointer add(Path file) throws IOException {
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
                var arrival = new LfsArrival(this, null)) {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                arrival.take(ByteBuffer.wrap(chunk, 0, n));
            }
            return arrival.finish();
        }
    }

    /// Writes a content into a new file.
    ///
    /// @return false when it is not here, or not what its name says; then it was set aside, and `target` is not there
    public boolean copyTo(LfsPointer pointer, Path target) throws IOException {
        Optional<Path> source = find(pointer);
        if (source.isEmpty()) {
            return false;
        }
        MessageDigest digest = ContentId.hasher();
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(source.get()); OutputStream out = Files.newOutputStream(target)) {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                digest.update(chunk, 0, n);
                out.write(chunk, 0, n);
            }
        }
        if (ContentId.of(digest).equals(pointer.oid())) {
            return true;
        }
        Files.delete(target);
        setAside(pointer);
        return false;
    }

    /// Takes a content that is not what its name says out of the way, so that it can be fetched again.
    public void setAside(LfsPointer pointer) throws IOException {
        Files.move(place(pointer), folder(List.of(LFS, "bad")).resolve(pointer.oid().hex()),
                StandardCopyOption.REPLACE_EXISTING);
    }

    /// A new file for what is arriving.
    Path temporary() throws IOException {
        return Files.createFile(folder(List.of(LFS, "tmp")).resolve("commonwright-" + UUID.randomUUID()));
    }

    void moveIn(Path arrived, LfsPointer pointer) throws IOException {
        String hex = pointer.oid().hex();
        Path target = folder(List.of(LFS, "objects", hex.substring(0, 2), hex.substring(2, 4))).resolve(hex);
        Files.move(arrived, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// @throws Fault `git.lfs-no-room` when the disk cannot hold so much more
    void checkRoom(long bytes) throws IOException {
        long free = Files.getFileStore(gitFolder).getUsableSpace();
        if (bytes > free) {
            throw new Fault("git.lfs-no-room", new Messages.Bytes(bytes),
                    new Messages.Bytes(free), gitFolder);
        }
    }

    private Path place(LfsPointer pointer) {
        String hex = pointer.oid().hex();
        return gitFolder.resolve(LFS).resolve("objects").resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4))
                .resolve(hex);
    }

    /// Nothing is written through a link: it could lead anywhere.
    private Path folder(List<String> parts) throws IOException {
        Path at = gitFolder;
        for (String part : parts) {
            at = at.resolve(part);
            Path next = at;
            if (!Files.exists(next, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectories(next);
            }
            if (!Files.isDirectory(next, LinkOption.NOFOLLOW_LINKS)) {
                throw new Fault("git.lfs-link", next);
            }
        }
        return at;
    }
}
