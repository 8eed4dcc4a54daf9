package org.commonwright.workbench.review;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.commonwright.bom.diff.BomDiff;
import org.commonwright.git.FileChange;
import org.commonwright.git.TextDiff;
import org.commonwright.i18n.Formats;
import org.commonwright.i18n.Messages;
import org.commonwright.mesh.MeshComparison;
import org.commonwright.mesh.MeshMeasures;
import org.commonwright.mesh.MeshWords;
import org.commonwright.model.RepoPath;
import org.commonwright.review.FileReview;
import org.commonwright.review.MeshMass;
import org.commonwright.workbench.review.comments.CommentRow;
import org.commonwright.workbench.review.comments.CommentRows;
import org.commonwright.workbench.review.comments.CommentsViewModel;
import org.commonwright.workbench.review.comments.FileComments;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;

/// What a change does to one file: cells, lines, or geometry. Meaning by sign and colour: + added, − removed, ~ changed.
final class FileReviewView {
    private final Controls controls;
    private final MeshesBeforeAfter meshes;
    private final OtherKindsView others;
    private final CommentsViewModel comments;

    FileReviewView(Controls controls, MeshesBeforeAfter meshes, OtherKindsView others, CommentsViewModel comments) {
        this.controls = controls;
        this.meshes = meshes;
        this.others = others;
        this.comments = comments;
    }

    /// How many open comments a file has.
    Label count(RepoPath path) {
        return new FileComments(comments, controls).count(path);
    }

    Node body(FileReview review) {
        return switch (review) {
            case FileReview.BomCells(var change, BomDiff diff) -> rows(change,
                    new BomRows(controls.texts().messages().get(), formats()).of(diff, change));
            case FileReview.Lines(var change, TextDiff diff) -> rows(change, LinesView.rows(diff, change));
            case FileReview.OfKind(var change, var diff) -> {
                var about = about();
                yield below(about, change, others.of(change, diff, about.picture(change.path())));
            }
            case FileReview.Geometry(var change, MeshComparison comparison, var mass) -> {
                var about = about();
                yield below(about, change, new VBox(8, geometry(comparison, mass),
                        meshes.of(change, about.model(change.path()))));
            }
            case FileReview.OneMesh(var change, MeshMeasures measures) -> {
                var about = about();
                var facts = new VBox(4, label("reviews.mesh-facts", measures.triangles(),
                        formats().number(measures.volume() / 1000, 2)));
                MeshWords.health(measures, formats())
                        .forEach(key -> facts.getChildren().add(warning(controls.texts().of(key))));
                yield below(about, change, new VBox(8, facts, meshes.of(change, about.model(change.path()))));
            }
            case FileReview.Unreadable(var change, var problems) -> below(about(), change, new VBox(problems.stream()
                    .map(p -> controls.label(controls.texts().of(p), "danger"))
                    .toArray(Node[]::new)));
        };
    }

    private FileComments about() {
        return new FileComments(comments, controls);
    }

    /// Rows are commented on one by one, and the file as a whole.
    private Node rows(FileChange change, List<CommentRow> rows) {
        return about().belowRows(CommentRows.of(rows, change.path(), comments, controls), change.path(),
                change.newBlob() == null);
    }

    /// What has no rows of its own is commented on as a whole, or where somebody points.
    private static Node below(FileComments about, FileChange change, Node body) {
        return about.below(body, change.path(), change.newBlob() == null);
    }

    private Node geometry(MeshComparison c, @Nullable MeshMass mass) {
        Formats f = formats();
        var box = new VBox(4, controls.label(controls.texts().of(verdict(c.verdict())), "strong"));
        MeshWords.scaling(c.scaledBy())
                .ifPresent(key -> box.getChildren().add(label(key.key(), key.arguments().toArray())));
        MeshWords.mirroring(c, f).forEach(key -> box.getChildren().add(label(key.key(), key.arguments().toArray())));
        box.getChildren().addAll(label("reviews.deviation", f.number(c.deviation(), 3)),
                label("reviews.volume", f.number(c.before().volume() / 1000, 2),
                        f.number(c.after().volume() / 1000, 2)));
        if (mass != null) {
            box.getChildren().add(label("shape.mass", mass.material(), f.number(mass.grams(c.before()), 1),
                    f.number(mass.grams(c.after()), 1)));
        }
        MeshWords.health(c.before(), f)
                .forEach(key -> box.getChildren().add(warning(controls.texts().of("meshes.of-before", key))));
        MeshWords.health(c.after(), f)
                .forEach(key -> box.getChildren().add(warning(controls.texts().of("meshes.of-after", key))));
        return box;
    }

    private Label warning(ObservableValue<String> words) {
        Label label = controls.label(words, "warning");
        label.setWrapText(true);
        return label;
    }

    private static Messages.Key verdict(MeshComparison.Verdict verdict) {
        return Messages.Key.of(switch (verdict) {
            case IDENTICAL -> "reviews.mesh-identical";
            case RE_EXPORTED -> "reviews.mesh-re-exported";
            case MOVED -> "reviews.mesh-moved";
            case MIRRORED -> "reviews.mesh-mirrored";
            case SCALED -> "reviews.mesh-scaled";
            case RESHAPED -> "reviews.mesh-reshaped";
        });
    }

    private Label label(String key, Object... arguments) {
        Label label = controls.label(controls.texts().of(key, arguments));
        label.setWrapText(true);
        return label;
    }

    private Formats formats() {
        return controls.texts().formats().get();
    }
}
