package org.commonwright.review.fork;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Optional;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;

/// The changes between two commits, measured once and then kept.
final class KeptChanges {
    private final ForkMeasure measure;
    private final ForkCache cache;

    KeptChanges(ForkMeasure measure, ForkCache cache) {
        this.measure = measure;
        this.cache = cache;
    }

    ForkChanges of(CommitId base, CommitId head, Progress progress) {
        String key = "changes " + base.hex() + " " + head.hex();
        Optional<ForkChanges> kept = cache.get(key).map(KeptChanges::read);
        if (kept.isPresent()) {
            return kept.get();
        }
        ForkChanges found = measure.of(base, head, progress);
        if (found.missing() == 0 && found.passed() == 0) {
            // What is not here may come, and another look measures more; then it is counted anew.
            cache.put(key, write(found));
        }
        return found;
    }

    private static byte[] write(ForkChanges changes) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            ForkSize size = changes.size();
            out.writeInt(size.files());
            out.writeLong(size.added());
            out.writeLong(size.removed());
            out.writeLong(size.bytes());
            out.writeInt(size.uncounted());
            out.writeInt(changes.leftOut());
            ForkCache.write(out, changes.strange());
            out.writeInt(changes.files().size());
            for (ForkChanges.Changed file : changes.files()) {
                ForkCache.write(out, file.path().text());
                out.writeUTF(file.blob());
                out.writeBoolean(file.isNew());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private static ForkChanges read(DataInputStream in) {
        try {
            var size = new ForkSize(in.readInt(), in.readLong(), in.readLong(), in.readLong(), in.readInt());
            int leftOut = in.readInt();
            String strange = ForkCache.text(in);
            var files = new ArrayList<ForkChanges.Changed>();
            for (int left = in.readInt(); left > 0; left--) {
                files.add(new ForkChanges.Changed(new RepoPath(ForkCache.text(in)), in.readUTF(), in.readBoolean()));
            }
            return new ForkChanges(size, leftOut, 0, 0, strange, files);
        } catch (IOException e) {
            throw new UncheckedIOException("an entry whose sum is right is whole", e);
        }
    }
}
