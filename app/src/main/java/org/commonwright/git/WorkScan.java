package org.commonwright.git;

import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Objects;
import org.commonwright.files.Leftovers;
import org.commonwright.files.LfsPointer;
import org.commonwright.git.lfs.LfsStore;
import org.eclipse.jgit.attributes.Attribute;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.CoreConfig.EolStreamType;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.AbstractTreeIterator;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.TreeWalk.OperationType;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.util.io.EolStreamTypeUtil;
import org.jspecify.annotations.Nullable;

/// Walks the last commit, the index and the work tree side by side. Our own instead of JGit's status, which runs the
/// programs that the attributes name: here line ends are converted and large files stand for their pointers, nothing else.
final class WorkScan {
    private static final int HEAD = 0;
    private static final int INDEX = 1;
    private static final int FILES = 2;

    private final TreeWalk walk;

    private WorkScan(TreeWalk walk) {
        this.walk = walk;
    }

    /// Hears of each path that any of the three has.
    @FunctionalInterface
    interface Visitor {
        void visit(WorkScan at) throws IOException;
    }

    /// @param headTree null before the first commit
    /// @param paths null for all
    static void run(Repository jgit, DirCache index, @Nullable ObjectId headTree, @Nullable Collection<String> paths,
            Visitor visitor) throws IOException {
        if (paths != null && paths.isEmpty()) {
            return;
        }
        try (var walk = new TreeWalk(jgit)) {
            if (headTree == null) {
                walk.addTree(new EmptyTreeIterator());
            } else {
                walk.addTree(headTree);
            }
            walk.addTree(new DirCacheIterator(index));
            var files = new FileTreeIterator(jgit);
            walk.addTree(files);
            files.setDirCacheIterator(walk, INDEX);
            walk.setOperationType(OperationType.CHECKIN_OP);
            if (paths != null) {
                walk.setFilter(PathFilterGroup.createFromStrings(paths));
            }
            var scan = new WorkScan(walk);
            while (walk.next()) {
                scan.step(visitor);
            }
        }
    }

    private void step(Visitor visitor) throws IOException {
        DirCacheIterator index = index();
        FileTreeIterator file = file();
        boolean submodule = index != null && index.getEntryFileMode() == FileMode.GITLINK
                || file != null && file.getEntryFileMode() == FileMode.GITLINK;
        if (!submodule && walk.isSubtree()) {
            boolean tracked = index != null || walk.getTree(HEAD, AbstractTreeIterator.class) != null;
            if (tracked || file == null || !file.isEntryIgnored()) {
                walk.enterSubtree();
            }
            return;
        }
        boolean known = index != null || walk.getTree(HEAD, AbstractTreeIterator.class) != null;
        if (known || !Leftovers.isOne(walk.getNameString())) {
            visitor.visit(this);
        }
    }

    String path() {
        return walk.getPathString();
    }

    /// What the last commit has here.
    @Nullable
    Version head() {
        AbstractTreeIterator head = walk.getTree(HEAD, AbstractTreeIterator.class);
        return head == null || head.getEntryFileMode() == FileMode.TREE
                ? null
                : Modes.version(head.getEntryFileMode(), head.getEntryObjectId());
    }

    @Nullable
    DirCacheIterator index() {
        DirCacheIterator index = walk.getTree(INDEX, DirCacheIterator.class);
        return index == null || index.getEntryFileMode() == FileMode.TREE && !walk.isSubtree() ? null : index;
    }

    @Nullable
    FileTreeIterator file() {
        return walk.getTree(FILES, FileTreeIterator.class);
    }

    /// The name of the filter that the attributes ask for; null when they ask for none.
    @Nullable
    String filter() throws IOException {
        Attribute attribute = walk.getAttributes().get(Constants.ATTR_FILTER);
        return attribute == null ? null : attribute.getValue();
    }

    /// Whether the attributes say that Git keeps the file's pointer and its content lies beside (Git LFS).
    boolean isLarge() throws IOException {
        return LfsScan.FILTER.equals(filter());
    }

    /// The blob id that the file would have: of its pointer when it is large, otherwise line ends converted as the attributes
    /// say.
    ObjectId contentId() throws IOException {
        return isLarge() ? pointer(null, null) : insert(null, converted());
    }

    /// The blob id of the file's bytes as they are.
    ObjectId rawId() throws IOException {
        return insert(null, EolStreamType.DIRECT);
    }

    /// Stores the file as a blob.
    ///
    /// @param asIs whether to leave line ends alone
    ObjectId store(ObjectInserter inserter, boolean asIs) throws IOException {
        return insert(inserter, asIs ? EolStreamType.DIRECT : converted());
    }

    /// Puts the content of a large file into the store, and stores its pointer as a blob. What is a pointer already, or empty,
    /// stays as it is, as git-lfs does.
    ObjectId storeLarge(ObjectInserter inserter, LfsStore store) throws IOException {
        return pointer(inserter, store);
    }

    /// @param inserter null, as `store`, to compute the name only
    private ObjectId pointer(@Nullable ObjectInserter inserter, @Nullable LfsStore store) throws IOException {
        FileTreeIterator file = Objects.requireNonNull(file(), "no file at " + path());
        Path path = file.getEntryFile().toPath();
        long length = file.getEntryLength();
        if (file.getEntryFileMode() == FileMode.SYMLINK || length == 0
                || LfsPointer.canBe(length) && LfsPointer.of(Files.readAllBytes(path)).isPresent()) {
            return insert(inserter, EolStreamType.DIRECT);
        }
        byte[] text = (store == null ? LfsStore.pointer(path) : store.add(path)).text();
        return insert(inserter, text.length, new ByteArrayInputStream(text));
    }

    private EolStreamType converted() throws IOException {
        FileTreeIterator file = file();
        boolean regular = file != null && file.getEntryFileMode() != FileMode.SYMLINK;
        EolStreamType type = regular ? walk.getEolStreamType(OperationType.CHECKIN_OP) : null;
        return type == null ? EolStreamType.DIRECT : type;
    }

    /// @param inserter null to compute the name only
    private ObjectId insert(@Nullable ObjectInserter inserter, EolStreamType type) throws IOException {
        FileTreeIterator file = Objects.requireNonNull(file(), "no file at " + path());
        // Not the iterator's own stream: that one runs filters.
        if (file.getEntryFileMode() == FileMode.SYMLINK) {
            byte[] target = Files.readSymbolicLink(file.getEntryFile().toPath()).toString().replace('\\', '/')
                    .getBytes(StandardCharsets.UTF_8);
            return insert(inserter, target.length, new ByteArrayInputStream(target));
        }
        try (InputStream in = new FileInputStream(file.getEntryFile())) {
            if (type == EolStreamType.DIRECT) {
                return insert(inserter, file.getEntryLength(), in);
            }
            byte[] converted = EolStreamTypeUtil.wrapInputStream(in, type).readAllBytes();
            return insert(inserter, converted.length, new ByteArrayInputStream(converted));
        }
    }

    private static ObjectId insert(@Nullable ObjectInserter inserter, long length, InputStream in) throws IOException {
        if (inserter != null) {
            return inserter.insert(Constants.OBJ_BLOB, length, in);
        }
        try (var hasher = new ObjectInserter.Formatter()) {
            return hasher.idFor(Constants.OBJ_BLOB, length, in);
        }
    }
}
