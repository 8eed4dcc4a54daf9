package org.commonwright.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.jspecify.annotations.Nullable;

/// Reads signed commits of repositories that nobody vouches for: everything it hands out was hashed again and has the name
/// that it is stored under, so that a signature over a commit covers the files below it. Keeps its reader open; for one
/// thread; close it.
///
/// Every method may throw [Fault] `git.corrupt` for bytes that are not what their name says.
public final class CommitReader implements AutoCloseable {
    private static final int TREE_LIMIT = 1 << 20;

    private final Repository jgit;
    private final ObjectReader reader;
    private @Nullable CommitId last;
    private byte[] lastRaw = new byte[0];

    CommitReader(Repository jgit) {
        this.jgit = jgit;
        this.reader = jgit.newObjectReader();
    }

    /// The commit's signature and what it signs; empty when it has none, or more than one.
    public Optional<SignedCommit> signature(CommitId commit) {
        return Signatures.split(raw(commit));
    }

    /// The names of the commit's header lines, in order.
    public List<String> headers(CommitId commit) {
        var names = new ArrayList<String>();
        for (String line : new String(raw(commit), StandardCharsets.ISO_8859_1).split("\n", -1)) {
            if (line.isEmpty()) {
                break;
            }
            if (!line.startsWith(" ")) {
                names.add(line.split(" ", 2)[0]);
            }
        }
        return names;
    }

    /// The names of what is in the commit's root folder.
    public List<String> rootNames(CommitId commit) {
        return names(root(commit));
    }

    private static List<String> names(CanonicalTreeParser folder) {
        var names = new ArrayList<String>();
        for (CanonicalTreeParser at = folder; !at.eof(); at = at.next()) {
            names.add(at.getEntryPathString());
        }
        return names;
    }

    /// The names of what is in a folder; none when the commit has no such folder.
    public List<String> names(CommitId commit, RepoPath folder) {
        CanonicalTreeParser at = root(commit);
        for (String part : folder.parts()) {
            CanonicalTreeParser found = find(at, part);
            if (found == null || found.getEntryFileMode().getObjectType() != Constants.OBJ_TREE) {
                return List.of();
            }
            at = tree(found.getEntryObjectId(), commit);
        }
        return names(at);
    }

    /// A file's bytes; empty when the commit has no such file.
    ///
    /// @throws Fault `files.too-large` above `limit`, `git.missing-object`
    public Optional<byte[]> file(CommitId commit, RepoPath path, long limit) {
        CanonicalTreeParser folder = root(commit);
        List<String> parts = path.parts();
        for (int i = 0; i < parts.size(); i++) {
            CanonicalTreeParser at = find(folder, parts.get(i));
            if (at == null) {
                return Optional.empty();
            }
            int type = at.getEntryFileMode().getObjectType();
            if (i == parts.size() - 1) {
                return type == Constants.OBJ_BLOB
                        ? Optional.of(checked(at.getEntryObjectId(), Constants.OBJ_BLOB, path, limit))
                        : Optional.empty();
            }
            if (type != Constants.OBJ_TREE) {
                return Optional.empty();
            }
            folder = tree(at.getEntryObjectId(), commit);
        }
        return Optional.empty();
    }

    private static @Nullable CanonicalTreeParser find(CanonicalTreeParser folder, String name) {
        for (CanonicalTreeParser at = folder; !at.eof(); at = at.next()) {
            if (at.getEntryPathString().equals(name)) {
                return at;
            }
        }
        return null;
    }

    private CanonicalTreeParser root(CommitId commit) {
        String header = new String(raw(commit), 0, "tree ".length() + Constants.OBJECT_ID_STRING_LENGTH,
                StandardCharsets.US_ASCII);
        return tree(ObjectId.fromString(header.substring("tree ".length())), commit);
    }

    private CanonicalTreeParser tree(ObjectId id, CommitId commit) {
        var parser = new CanonicalTreeParser();
        parser.reset(checked(id, Constants.OBJ_TREE, commit.hex(), TREE_LIMIT));
        return parser;
    }

    private byte[] raw(CommitId commit) {
        if (!commit.equals(last)) {
            lastRaw = checked(Ids.object(commit), Constants.OBJ_COMMIT, commit.hex(), TREE_LIMIT);
            last = commit;
        }
        return lastRaw;
    }

    private byte[] checked(AnyObjectId id, int type, Object what, long limit) {
        try (var hasher = new ObjectInserter.Formatter()) {
            ObjectLoader loader = reader.open(id, type);
            if (loader.getSize() > limit) {
                throw new Fault("files.too-large", what, loader.getSize(), limit);
            }
            byte[] bytes = loader.getBytes(Integer.MAX_VALUE);
            if (!hasher.idFor(type, bytes).equals(id)) {
                throw new Fault("git.corrupt", jgit.getDirectory(), id.name());
            }
            return bytes;
        } catch (MissingObjectException e) {
            throw new Fault(e, "git.missing-object", id.name(), what);
        } catch (IOException e) {
            throw GitIo.fault(what, e);
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
