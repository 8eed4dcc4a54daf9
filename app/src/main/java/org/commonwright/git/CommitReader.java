package org.commonwright.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/// Reads single files and signatures of many commits fast: keeps its reader open. For one thread; close it.
public final class CommitReader implements AutoCloseable {
    private final Repository jgit;
    private final RevWalk walk;
    private final ObjectReader reader;

    CommitReader(Repository jgit) {
        this.jgit = jgit;
        this.walk = new RevWalk(jgit);
        this.reader = walk.getObjectReader();
    }

    /// The commit's signature and what it signs; empty when it has none, or more than one.
    public Optional<SignedCommit> signature(CommitId commit) {
        return GitIo.call(jgit.getDirectory(), () -> Signatures.split(raw(commit)));
    }

    /// The names of the commit's header lines, in order.
    public List<String> headers(CommitId commit) {
        return GitIo.call(jgit.getDirectory(), () -> {
            var names = new ArrayList<String>();
            for (String line : new String(raw(commit), StandardCharsets.ISO_8859_1).split("\n", -1)) {
                if (line.isEmpty()) {
                    return names;
                }
                if (!line.startsWith(" ")) {
                    names.add(line.split(" ", 2)[0]);
                }
            }
            return names;
        });
    }

    /// The paths in the commit's root folder.
    public List<String> rootNames(CommitId commit) {
        return GitIo.call(jgit.getDirectory(), () -> {
            var names = new ArrayList<String>();
            try (var tree = new TreeWalk(jgit, reader)) {
                tree.addTree(walk.parseCommit(Ids.object(commit)).getTree());
                while (tree.next()) {
                    names.add(tree.getPathString());
                }
            }
            return names;
        });
    }

    /// A file's bytes; empty when the commit has no such file.
    ///
    /// @throws org.commonwright.error.Fault `files.too-large` above `limit`, `git.missing-object`
    public Optional<byte[]> file(CommitId commit, RepoPath path, long limit) {
        return GitIo.call(jgit.getDirectory(), () -> {
            try (TreeWalk at = TreeWalk.forPath(reader, path.text(), walk.parseCommit(Ids.object(commit)).getTree())) {
                boolean isFile = at != null && at.getFileMode(0).getObjectType() == Constants.OBJ_BLOB;
                return isFile ? Optional.of(Blobs.read(reader, at.getObjectId(0), path, limit)) : Optional.empty();
            }
        });
    }

    private byte[] raw(CommitId commit) throws IOException {
        return reader.open(Ids.object(commit), Constants.OBJ_COMMIT).getBytes(Integer.MAX_VALUE);
    }

    @Override
    public void close() {
        walk.close();
    }
}
