package org.commonwright.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.ObjectWalk;
import org.eclipse.jgit.revwalk.RevObject;

/// Copies a few objects from one repository on this machine to another, one by one. Git's own transport makes a pack file of
/// every push and fetch, and hundreds of packs with one claim each make a shared folder slow.
final class ObjectCopy {
    private static final int OBJECTS = 400;
    private static final long BYTES = 4L << 20;

    private final Repository from;
    private final Repository to;

    ObjectCopy(Repository from, Repository to) {
        this.from = from;
        this.to = to;
    }

    /// Copies what `wants` reach and `haves` do not.
    ///
    /// @param haves what the other side has, with all that it reaches; those unknown here are passed over
    /// @return false, with nothing copied, when there is so much that a pack is the better way
    boolean copy(Collection<ObjectId> wants, Collection<ObjectId> haves) throws IOException {
        var commits = new ArrayList<ObjectId>();
        var others = new ArrayList<ObjectId>();
        try (var walk = new ObjectWalk(from)) {
            for (ObjectId want : wants) {
                walk.markStart(walk.parseAny(want));
            }
            for (ObjectId have : haves) {
                if (from.getObjectDatabase().has(have)) {
                    walk.markUninteresting(walk.parseAny(have));
                }
            }
            for (RevObject commit = walk.next(); commit != null; commit = walk.next()) {
                if (!collect(commit, commits)) {
                    return false;
                }
            }
            for (RevObject object = walk.nextObject(); object != null; object = walk.nextObject()) {
                if (!collect(object, others)) {
                    return false;
                }
            }
        }
        // What is pointed to comes before what points to it.
        var ordered = new ArrayList<ObjectId>(others.reversed());
        ordered.addAll(commits.reversed());
        return insert(ordered);
    }

    private boolean collect(RevObject object, List<ObjectId> found) throws IOException {
        if (object.getType() != Constants.OBJ_BLOB && object.getType() != Constants.OBJ_TREE
                || !to.getObjectDatabase().has(object)) {
            found.add(object.copy());
        }
        return found.size() <= OBJECTS;
    }

    private boolean insert(List<ObjectId> ids) throws IOException {
        long total = 0;
        var loaders = new LinkedHashMap<ObjectId, ObjectLoader>();
        for (ObjectId id : ids) {
            ObjectLoader loader = from.open(id);
            total += loader.getSize();
            if (total > BYTES) {
                return false;
            }
            loaders.put(id, loader);
        }
        try (ObjectInserter inserter = to.newObjectInserter()) {
            for (var object : loaders.entrySet()) {
                ObjectLoader loader = object.getValue();
                ObjectId written = inserter.insert(loader.getType(), loader.getBytes(Integer.MAX_VALUE));
                if (!written.equals(object.getKey())) {
                    throw new CorruptObjectException(object.getKey(), "not what its name says");
                }
            }
            inserter.flush();
        }
        return true;
    }
}
