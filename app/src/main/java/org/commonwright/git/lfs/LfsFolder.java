package org.commonwright.git.lfs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.files.LfsPointer;
import org.commonwright.files.Reason;
import org.commonwright.task.Progress;

/// A repository in a folder of this machine (a shared disk, a stick): its store, where git-lfs's own transfer between folders
/// puts contents, too.
public final class LfsFolder implements LfsRemote {
    private final LfsStore there;
    private final String name;

    /// @param name what people call it
    public LfsFolder(LfsStore there, String name) {
        this.there = there;
        this.name = name;
    }

    @Override
    public LfsResult download(Collection<LfsPointer> wanted, LfsStore store, Progress progress) {
        var tally = new LfsTally(wanted, "git.lfs-fetching", progress);
        for (LfsPointer pointer : wanted) {
            copy(pointer, there, store, tally, progress);
        }
        return tally.result();
    }

    @Override
    public LfsResult upload(Collection<LfsPointer> offered, LfsStore store, Progress progress) {
        var tally = new LfsTally(offered, "git.lfs-pushing", progress);
        for (LfsPointer pointer : offered) {
            if (there.find(pointer).isPresent()) {
                tally.done(pointer);
            } else {
                copy(pointer, store, there, tally, progress);
            }
        }
        return tally.result();
    }

    private void copy(LfsPointer pointer, LfsStore from, LfsStore to, LfsTally tally, Progress progress) {
        Optional<Path> source = from.find(pointer);
        if (source.isEmpty()) {
            tally.failed(pointer, new Fault(from == there ? "git.lfs-not-there" : "git.lfs-nowhere",
                    pointer.oid().abbreviated(), name));
            return;
        }
        byte[] chunk = new byte[LfsStore.CHUNK];
        try (InputStream in = Files.newInputStream(source.get()); var arrival = new LfsArrival(to, pointer)) {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                progress.check();
                arrival.take(ByteBuffer.wrap(chunk, 0, n));
            }
            arrival.finish();
            tally.done(pointer);
        } catch (IOException e) {
            tally.failed(pointer, new Fault(e, "files.not-read", source.get(), Reason.of(e)));
        } catch (Fault fault) {
            progress.check();
            tally.failed(pointer, fault);
        }
    }

    @Override
    public void close() {}
}
