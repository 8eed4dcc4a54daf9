package org.commonwright.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import org.commonwright.git.TextDiff;
import org.commonwright.mesh.Mesh;
import org.commonwright.mesh.MeshComparer;
import org.commonwright.mesh.MeshMeasures;
import org.commonwright.mesh.MeshReader;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.review.file.FileDiff;
import org.commonwright.task.CancelledFault;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;

/// Looks at one changed file in the terms of what it is. What cannot be read on a side becomes a finding, never an end of
/// the review.
final class FileReviewer {
    private static final int CONTEXT = 3;
    private static final long LARGEST_MESH = 512L << 20;

    private final GitRepository repository;
    private final FileTree before;
    private final FileTree after;
    private final Predicate<RepoPath> isBom;
    private final @Nullable MeshMass mass;
    private final OtherKinds others;

    /// @param isBom says whether a file is a module's bill of materials in either commit
    /// @param mass  of a mesh whose material is known; else null
    FileReviewer(GitRepository repository, CommitId base, CommitId head, Predicate<RepoPath> isBom,
            @Nullable MeshMass mass) {
        this.repository = repository;
        this.before = repository.tree(base);
        this.after = repository.tree(head);
        this.isBom = isBom;
        this.mass = mass;
        this.others = new OtherKinds(repository);
    }

    FileReview review(FileChange change, Progress progress) {
        try {
            String name = change.path().fileName().toLowerCase(Locale.ROOT);
            if (!change.link() && isBom(change.path(), name)) {
                return bom(change);
            }
            Optional<FileDiff> known = others.withoutReading(change);
            if (known.isPresent()) {
                return new FileReview.OfKind(change, known.get());
            }
            return name.endsWith(".stl") || name.endsWith(".3mf")
                    ? mesh(change, progress)
                    : others.byKind(change, progress).map(diff -> (FileReview) new FileReview.OfKind(change, diff))
                            .orElseGet(() -> text(change));
        } catch (CancelledFault cancelled) {
            throw cancelled;
        } catch (Fault fault) {
            var place = Place.file(change.path().text());
            return new FileReview.Unreadable(change,
                    List.of(new Problem(Problem.Severity.ERROR, fault.code(), fault.arguments(), place)));
        }
    }

    /// Texts and schematics say more than their tables, so they are compared as what they are.
    private boolean isBom(RepoPath file, String name) {
        return name.equals("bom.csv") || isBom.test(file) && !name.matches(".*\\.(md|txt|kicad_sch)");
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
        if (change.oldBlob() != null) {
            RepoPath then = change.oldPath() == null ? change.path() : change.oldPath();
            sides.add(mesh(change.oldBlob(), then, progress));
        }
        if (change.newBlob() != null) {
            sides.add(mesh(change.newBlob(), change.path(), progress));
        }
        return sides.size() == 2
                ? new FileReview.Geometry(change, MeshComparer.compare(sides.getFirst(), sides.getLast(), progress),
                        mass)
                : new FileReview.OneMesh(change, MeshMeasures.of(sides.getFirst()));
    }

    private Mesh mesh(String blob, RepoPath path, Progress progress) {
        return MeshReader.read(repository.content(blob, path, LARGEST_MESH), path.text(), progress);
    }

    /// A text, once [OtherKinds] has taken out what is none.
    private FileReview text(FileChange change) {
        byte @Nullable [] before = others.bytes(change, change.oldBlob());
        byte @Nullable [] after = others.bytes(change, change.newBlob());
        return new FileReview.Lines(change,
                TextDiff.of(before == null ? new byte[0] : before, after == null ? new byte[0] : after, CONTEXT));
    }
}
