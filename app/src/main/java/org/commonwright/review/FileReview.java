package org.commonwright.review;

import java.util.List;
import org.commonwright.bom.diff.BomDiff;
import org.commonwright.error.Problem;
import org.commonwright.git.FileChange;
import org.commonwright.git.TextDiff;
import org.commonwright.mesh.MeshComparison;
import org.commonwright.mesh.MeshMeasures;
import org.commonwright.model.RepoPath;
import org.commonwright.review.file.FileDiff;
import org.jspecify.annotations.Nullable;

/// What a change does to one file, in the terms of what the file is.
public sealed interface FileReview {
    FileChange change();

    default RepoPath path() {
        return change().path();
    }

    /// A bill of materials, by part and cell.
    record BomCells(FileChange change, BomDiff diff) implements FileReview {}

    /// A text, by line.
    record Lines(FileChange change, TextDiff diff) implements FileReview {}

    /// A mesh that is there on both sides.
    ///
    /// @param mass what it weighs for its volume; null when its material is not known
    record Geometry(FileChange change, MeshComparison comparison, @Nullable MeshMass mass) implements FileReview {}

    /// A mesh that is new or removed.
    record OneMesh(FileChange change, MeshMeasures measures) implements FileReview {}

    /// Anything else, in the terms of its kind.
    record OfKind(FileChange change, FileDiff diff) implements FileReview {}

    /// A file that could not be understood on one of the sides; the rest of the review goes on.
    record Unreadable(FileChange change, List<Problem> problems) implements FileReview {
        public Unreadable {
            problems = List.copyOf(problems);
        }
    }
}
