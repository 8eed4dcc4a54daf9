package org.commonwright.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.commonwright.bom.diff.BomDiff;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.design.DesignBoms;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.files.FileTree;
import org.commonwright.git.FileChange;
import org.commonwright.git.GitRepository;
import org.commonwright.git.LineDiff;
import org.commonwright.git.TextDiff;
import org.commonwright.mesh.Mesh;
import org.commonwright.mesh.MeshComparer;
import org.commonwright.mesh.MeshMeasures;
import org.commonwright.mesh.MeshReader;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.task.CancelledFault;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;

/// Looks at one changed file in the terms of what it is. What cannot be read on a side becomes a finding, never an end of
/// the review.
final class FileReviewer {
    private static final int CONTEXT = 3;
    private static final long LARGEST_TEXT = 8L << 20;
    private static final long LARGEST_MESH = 512L << 20;

    private final GitRepository repository;
    private final FileTree before;
    private final FileTree after;
    private final Predicate<RepoPath> isBom;

    /// @param isBom says whether a file is a module's bill of materials in either commit
    FileReviewer(GitRepository repository, CommitId base, CommitId head, Predicate<RepoPath> isBom) {
        this.repository = repository;
        this.before = repository.tree(base);
        this.after = repository.tree(head);
        this.isBom = isBom;
    }

    FileReview review(FileChange change, Progress progress) {
        try {
            if (change.link()) {
                return new FileReview.Opaque(change, null, null);
            }
            String name = change.path().fileName().toLowerCase(Locale.ROOT);
            if (name.endsWith(".stl") || name.endsWith(".3mf")) {
                return mesh(change, progress);
            }
            return isBom(change.path(), name) ? bom(change) : textOrOpaque(change);
        } catch (CancelledFault cancelled) {
            throw cancelled;
        } catch (Fault fault) {
            var place = Place.file(change.path().text());
            return new FileReview.Unreadable(change,
                    List.of(new Problem(Problem.Severity.ERROR, fault.code(), fault.arguments(), place)));
        }
    }

    /// Texts say more than their tables, so they are compared as texts.
    private boolean isBom(RepoPath file, String name) {
        return name.equals("bom.csv") || isBom.test(file) && !name.matches(".*\\.(md|txt)");
    }

    private FileReview bom(FileChange change) {
        RepoPath then = change.oldPath() == null ? change.path() : change.oldPath();
        String file = change.path().text();
        BomDocument now = change.newBlob() == null
                ? BomDocument.empty(file)
                : DesignBoms.document(after, before, change.path(), file);
        BomDocument old = change.oldBlob() == null
                ? BomDocument.empty(file)
                : DesignBoms.document(before, after, then, then.text());
        return new FileReview.BomCells(change, BomDiff.between(old, now));
    }

    private FileReview mesh(FileChange change, Progress progress) {
        var sides = new ArrayList<Mesh>();
        for (String blob : new String[]{change.oldBlob(), change.newBlob()}) {
            if (blob != null) {
                sides.add(MeshReader.read(repository.content(blob, change.path(), LARGEST_MESH), change.path().text(),
                        progress));
            }
        }
        return sides.size() == 2
                ? new FileReview.Geometry(change, MeshComparer.compare(sides.getFirst(), sides.getLast(), progress))
                : new FileReview.OneMesh(change, MeshMeasures.of(sides.getFirst()));
    }

    private FileReview textOrOpaque(FileChange change) {
        byte @Nullable [] before = bytes(change, change.oldBlob());
        byte @Nullable [] after = bytes(change, change.newBlob());
        boolean binary = before != null && LineDiff.isBinary(before) || after != null && LineDiff.isBinary(after);
        if (binary) {
            return new FileReview.Opaque(change, before == null ? null : (long) before.length,
                    after == null ? null : (long) after.length);
        }
        return new FileReview.Lines(change,
                TextDiff.of(before == null ? new byte[0] : before, after == null ? new byte[0] : after, CONTEXT));
    }

    private byte @Nullable [] bytes(FileChange change, @Nullable String blob) {
        return blob == null ? null : repository.content(blob, change.path(), LARGEST_TEXT);
    }
}
