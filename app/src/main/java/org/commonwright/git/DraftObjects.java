package org.commonwright.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.GpgSignature;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevWalk;

/// Turns a draft into Git's objects.
final class DraftObjects {
    private DraftObjects() {}

    static ObjectId commit(CommitDraft draft, ObjectReader reader, ObjectInserter inserter) throws IOException {
        return inserter.insert(Constants.OBJ_COMMIT, build(draft, tree(draft, reader, inserter)));
    }

    static ObjectId tree(CommitDraft draft, ObjectReader reader, ObjectInserter inserter) throws IOException {
        DirCache index = DirCache.newInCore();
        if (draft.base().isPresent()) {
            try (var walk = new RevWalk(reader)) {
                ObjectId tree = walk.parseCommit(Ids.object(draft.base().get())).getTree();
                if (draft.edits().isEmpty()) {
                    return tree;
                }
                index = DirCache.read(reader, tree);
            }
        }
        DirCacheEditor editor = index.editor();
        for (var edit : draft.edits().entrySet()) {
            editor.add(edit(edit.getKey(), edit.getValue(), inserter));
        }
        editor.finish();
        return index.writeTree(inserter);
    }

    private static DirCacheEditor.PathEdit edit(RepoPath path, TreeEdit edit, ObjectInserter inserter)
            throws IOException {
        return switch (edit) {
            case TreeEdit.Delete _ -> new DirCacheEditor.DeletePath(path.text());
            case TreeEdit.Write write -> {
                ObjectId blob = inserter.insert(Constants.OBJ_BLOB, write.bytes());
                yield new Put(path, blob, FileMode.REGULAR_FILE, true);
            }
            case TreeEdit.Use use -> new Put(path, ObjectId.fromString(use.version().blob()),
                    Modes.mode(use.version().kind()), false);
        };
    }

    private static final class Put extends DirCacheEditor.PathEdit {
        private final ObjectId blob;
        private final FileMode mode;
        private final boolean keepsMode;

        Put(RepoPath path, ObjectId blob, FileMode mode, boolean keepsMode) {
            super(path.text());
            this.blob = blob;
            this.mode = mode;
            this.keepsMode = keepsMode;
        }

        @Override
        public void apply(DirCacheEntry entry) {
            boolean executable = keepsMode && entry.getFileMode() == FileMode.EXECUTABLE_FILE;
            entry.setFileMode(executable ? FileMode.EXECUTABLE_FILE : mode);
            entry.setObjectId(blob);
        }
    }

    private static byte[] build(CommitDraft draft, ObjectId tree) throws IOException {
        var builder = new CommitBuilder();
        builder.setTreeId(tree);
        builder.setParentIds(draft.parents().stream().map(Ids::object).toList());
        builder.setAuthor(ident(draft.author(), draft.authored()));
        builder.setCommitter(ident(draft.author(), draft.authored()));
        builder.setMessage(draft.message());
        if (draft.signer().isPresent()) {
            String signature = draft.signer().get().sign(builder.build()).strip();
            builder.setGpgSignature(new GpgSignature(signature.getBytes(StandardCharsets.US_ASCII)));
        }
        return builder.build();
    }

    private static PersonIdent ident(Person person, Instant when) {
        return new PersonIdent(person.name(), person.email(), when, ZoneOffset.UTC);
    }
}
