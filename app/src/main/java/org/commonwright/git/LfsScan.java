package org.commonwright.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonwright.files.LfsPointer;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.eclipse.jgit.attributes.Attribute;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.ObjectWalk;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.TreeWalk.OperationType;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.treewalk.filter.PathSuffixFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/// Finds pointers of large files in trees and histories.
final class LfsScan {
    /// The value of the attribute `filter` that says so.
    static final String FILTER = "lfs";

    private static final String ATTRIBUTES = ".gitattributes";
    private static final long LARGEST_ATTRIBUTES = 1 << 20;

    private final Repository jgit;

    LfsScan(Repository jgit) {
        this.jgit = jgit;
    }

    /// The pointer that a blob is. A blob that is not here is none.
    static Optional<LfsPointer> pointer(ObjectReader reader, AnyObjectId blob) throws IOException {
        try {
            return LfsPointer.canBe(reader.getObjectSize(blob, Constants.OBJ_BLOB))
                    ? LfsPointer.of(reader.open(blob, Constants.OBJ_BLOB).getBytes(LfsPointer.TOO_LONG))
                    : Optional.empty();
        } catch (MissingObjectException _) {
            return Optional.empty();
        }
    }

    /// All pointers among the files of a tree, in the order of their paths.
    ///
    /// @param commit that the tree is of: what a refusal names
    Map<RepoPath, LfsPointer> inTree(ObjectId tree, CommitId commit) throws IOException {
        var found = new LinkedHashMap<RepoPath, LfsPointer>();
        var known = new HashMap<ObjectId, Optional<LfsPointer>>();
        try (ObjectReader reader = jgit.newObjectReader(); var walk = new TreeWalk(jgit, new TreeCache(reader))) {
            walk.addTree(tree);
            walk.setRecursive(true);
            TreeBound.set(walk, TreeFilter.ALL, Ids.object(commit));
            while (walk.next()) {
                if (isFile(walk.getFileMode(0)) && RepoPath.isSafe(walk.getPathString())) {
                    ObjectId blob = walk.getObjectId(0);
                    if (!known.containsKey(blob)) {
                        known.put(blob, pointer(walk.getObjectReader(), blob));
                    }
                    known.get(blob).ifPresent(p -> found.put(new RepoPath(walk.getPathString()), p));
                }
            }
        }
        return found;
    }

    private static boolean isFile(FileMode mode) {
        return mode == FileMode.REGULAR_FILE || mode == FileMode.EXECUTABLE_FILE;
    }

    /// Those of `paths` whose attributes in the tree itself say that they are large files.
    Set<String> attributed(ObjectId tree, Collection<String> paths) throws IOException {
        var found = new HashSet<String>();
        if (paths.isEmpty()) {
            return found;
        }
        try (var walk = new TreeWalk(jgit)) {
            walk.addTree(tree);
            walk.setOperationType(OperationType.CHECKOUT_OP);
            walk.setFilter(PathFilterGroup.createFromStrings(paths));
            while (walk.next()) {
                if (walk.isSubtree()) {
                    walk.enterSubtree();
                    continue;
                }
                Attribute filter = walk.getAttributes().get(Constants.ATTR_FILTER);
                if (filter != null && FILTER.equals(filter.getValue())) {
                    found.add(walk.getPathString());
                }
            }
        }
        return found;
    }

    /// Whether a tree says of any of its files that it is large.
    ///
    /// @param commit that the tree is of: what a refusal names
    boolean hasRules(ObjectId tree, CommitId commit) throws IOException {
        try (var walk = new TreeWalk(jgit)) {
            walk.addTree(tree);
            walk.setRecursive(true);
            TreeBound.set(walk, PathSuffixFilter.create(ATTRIBUTES), Ids.object(commit));
            while (walk.next()) {
                ObjectReader reader = walk.getObjectReader();
                if (isFile(walk.getFileMode(0)) && reader.getObjectSize(walk.getObjectId(0),
                        Constants.OBJ_BLOB) <= LARGEST_ATTRIBUTES) {
                    byte[] text = reader.open(walk.getObjectId(0)).getBytes((int) LARGEST_ATTRIBUTES);
                    if (new String(text, StandardCharsets.UTF_8).contains("filter=" + FILTER)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /// The pointers that commits bring which are not in what `known` commits reach, each with a path that it has there.
    Map<LfsPointer, String> between(List<ObjectId> tips, Collection<ObjectId> known) throws IOException {
        var found = new LinkedHashMap<LfsPointer, String>();
        try (var walk = new ObjectWalk(jgit)) {
            walk.setRetainBody(false);
            for (ObjectId tip : tips) {
                walk.markStart(walk.parseCommit(tip));
            }
            for (ObjectId have : new ArrayList<>(known)) {
                if (walk.getObjectReader().has(have)) {
                    walk.markUninteresting(walk.parseCommit(have));
                }
            }
            while (walk.next() != null) {
                // The objects come when all commits were met.
            }
            for (RevObject object = walk.nextObject(); object != null; object = walk.nextObject()) {
                if (object.getType() == Constants.OBJ_BLOB) {
                    String path = walk.getPathString();
                    pointer(walk.getObjectReader(), object).ifPresent(p -> found.putIfAbsent(p, path));
                }
            }
        }
        return found;
    }
}
