package org.commonwright.git;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.commonwright.error.Fault;
import org.commonwright.files.Folders;
import org.commonwright.model.CommitId;
import org.commonwright.task.Progress;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.PackProtocolException;
import org.eclipse.jgit.errors.TooLargeObjectInPackException;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.ObjectWalk;
import org.eclipse.jgit.transport.PackParser;

/// A Git bundle that somebody sent, unpacked aside: into a repository of its own that only borrows our objects. What does not hold is
/// thrown away with it, and nothing of ours was touched. Close it.
public final class BundleIntake implements AutoCloseable {
    private static final long FILE_LIMIT = 2L << 30;
    private static final long OBJECT_LIMIT = 128L << 20;
    private static final int PACK_HEADER = 12;
    private static final int PACK_TRAILER = 20;
    private static final int SMALLEST_OBJECT = 9;

    private final Path folder;
    private final GitRepository aside;
    private final BundleHeader header;

    private BundleIntake(Path folder, GitRepository aside, BundleHeader header) {
        this.folder = folder;
        this.aside = aside;
        this.header = header;
    }

    /// @param ours has the commits that the bundle builds on
    /// @param refs looks at the refs before anything is unpacked; what it throws is thrown
    /// @throws Fault `git.bundle-none` for a file that is no bundle, `files.too-large`, `git.bundle-unpacks-large`, `git.bundle-malformed`, `git.bundle-needs`
    ///         when a commit that it builds on is not here, `git.bundle-damaged` when its objects are not what they say, are too
    ///         large, or some are missing
    static BundleIntake open(Repository ours, Path file, Consumer<Map<String, CommitId>> refs, Progress progress) {
        return GitIo.call(file, () -> {
            if (!Files.isRegularFile(file)) {
                throw new Fault("git.bundle-none", file);
            }
            long size = Files.size(file);
            if (size > FILE_LIMIT) {
                throw new Fault("files.too-large", file, size, FILE_LIMIT);
            }
            Path folder = Files.createTempDirectory("commonwright-bundle");
            try {
                return unpack(ours, file, refs, folder, progress);
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                Folders.delete(folder);
                throw e;
            }
        });
    }

    private static BundleIntake unpack(Repository ours, Path file, Consumer<Map<String, CommitId>> refs, Path folder,
            Progress progress) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            BundleHeader header = BundleHeader.read(in, file);
            refs.accept(Map.copyOf(header.refs()));
            for (CommitId need : header.needs()) {
                if (!ours.getObjectDatabase().has(Ids.object(need))) {
                    throw new Fault("git.bundle-needs", file, need.abbreviated());
                }
            }
            Path made = folder.resolve("aside.git");
            GitRepository.initBare(made).close();
            Files.writeString(made.resolve("objects/info/alternates"),
                    ours.getCommonDirectory().toPath().toAbsolutePath().resolve("objects") + "\n",
                    StandardCharsets.UTF_8);
            GitRepository aside = GitRepository.open(made);
            try {
                pack(aside.jgit(), in, file, Files.size(file), progress);
                connected(aside.jgit(), header, file, progress);
                header.refs().forEach((ref, tip) -> aside.refs().update(ref, Optional.empty(), tip));
                return new BundleIntake(folder, aside, header);
            } catch (IOException | RuntimeException e) {
                aside.close();
                throw e;
            }
        }
    }

    private static void pack(Repository aside, InputStream in, Path file, long size, Progress progress)
            throws IOException {
        in.mark(PACK_HEADER);
        byte[] head = in.readNBytes(PACK_HEADER);
        in.reset();
        // The parser makes room for as many objects as the pack says it has.
        if (head.length < PACK_HEADER || Integer.toUnsignedLong(ByteBuffer.wrap(head).getInt(8)) > (size
                - PACK_TRAILER) / SMALLEST_OBJECT) {
            throw new Fault("git.bundle-damaged", file, "pack");
        }
        try (ObjectInserter inserter = aside.newObjectInserter()) {
            PackParser parser = inserter.newPackParser(in);
            parser.setAllowThin(true);
            // Who has no name may have written something all the same, and old programs wrote modes in ways of their own.
            parser.setObjectChecker(
                    new ObjectChecker().setAllowInvalidPersonIdent(true).setAllowLeadingZeroFileMode(true));
            parser.setMaxObjectSizeLimit(OBJECT_LIMIT);
            parser.parse(new ProgressBridge(progress));
            inserter.flush();
        } catch (TooLargeObjectInPackException e) {
            throw new Fault(e, "git.bundle-object-large", file, OBJECT_LIMIT);
        } catch (PackProtocolException | MissingObjectException e) {
            throw new Fault(e, "git.bundle-damaged", file, String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError e) {
            // Each object is within its limit; a pack can be made so that unpacking one needs many of them at once.
            throw new Fault(e, "git.bundle-unpacks-large", file);
        } catch (IOException e) {
            throw GitIo.isDiskFull(e)
                    ? GitIo.fault(file, e)
                    : new Fault(e, "git.bundle-damaged", file, String.valueOf(e.getMessage()));
        }
    }

    /// Whether all that the refs reach is in the bundle or here.
    private static void connected(Repository aside, BundleHeader header, Path file, Progress progress)
            throws IOException {
        try (var walk = new ObjectWalk(aside)) {
            for (CommitId tip : header.refs().values()) {
                walk.markStart(walk.parseCommit(Ids.object(tip)));
            }
            for (CommitId need : header.needs()) {
                walk.markUninteresting(walk.parseCommit(Ids.object(need)));
            }
            while (walk.next() != null) {
                progress.check();
            }
            walk.checkConnectivity();
        } catch (MissingObjectException e) {
            throw new Fault(e, "git.bundle-damaged", file, e.getObjectId().name());
        }
    }

    /// The refs that it has, by their full names.
    public Map<String, CommitId> refs() {
        return Map.copyOf(header.refs());
    }

    /// The commits that it builds on, all of them here.
    public List<CommitId> needs() {
        return List.copyOf(header.needs());
    }

    /// What was unpacked, with its refs; to be looked at, and fetched from.
    public GitRepository repository() {
        return aside;
    }

    @Override
    public void close() {
        aside.close();
        Folders.delete(folder);
    }
}
