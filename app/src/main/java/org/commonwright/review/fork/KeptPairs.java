package org.commonwright.review.fork;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;

/// What merging two commits came to, worked out once and then kept. What could not be told is not kept: objects may come.
final class KeptPairs {
    private final ForkCache cache;

    KeptPairs(ForkCache cache) {
        this.cache = cache;
    }

    Pair of(CommitId a, CommitId b, Supplier<Pair> look) {
        Optional<Pair> kept = known(a, b);
        if (kept.isPresent()) {
            return kept.get();
        }
        Pair found = look.get();
        if (found.problem().isEmpty()) {
            cache.put(key(a, b), write(found));
        }
        return found;
    }

    private Optional<Pair> known(CommitId a, CommitId b) {
        return cache.get(key(a, b)).map(in -> read(a, b, in));
    }

    private static String key(CommitId a, CommitId b) {
        return "pair " + a.hex() + " " + b.hex();
    }

    private static byte[] write(Pair pair) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(pair.relation().name());
            out.writeInt(pair.shared().size());
            for (Pair.Shared shared : pair.shared()) {
                ForkCache.write(out, shared.file().text());
                out.writeBoolean(shared.same());
                out.writeInt(shared.parts().size());
                for (String part : shared.parts()) {
                    ForkCache.write(out, part);
                }
            }
            out.writeInt(pair.clashes().size());
            for (Clash clash : pair.clashes()) {
                ForkCache.write(out, clash.file().text());
                out.writeUTF(clash.kind().name());
                ForkCache.write(out, clash.part());
                ForkCache.write(out, clash.cell());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private static Pair read(CommitId a, CommitId b, DataInputStream in) {
        try {
            Pair.Relation relation = Pair.Relation.valueOf(in.readUTF());
            List<Pair.Shared> shared = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                var file = new RepoPath(ForkCache.text(in));
                boolean same = in.readBoolean();
                List<String> parts = new ArrayList<>();
                for (int more = in.readInt(); more > 0; more--) {
                    parts.add(ForkCache.text(in));
                }
                shared.add(new Pair.Shared(file, same, parts));
            }
            List<Clash> clashes = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                clashes.add(new Clash(new RepoPath(ForkCache.text(in)), Clash.Kind.valueOf(in.readUTF()),
                        ForkCache.text(in),
                        ForkCache.text(in)));
            }
            return new Pair(a, b, relation, shared, clashes, Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException("an entry whose sum is right is whole", e);
        }
    }
}
