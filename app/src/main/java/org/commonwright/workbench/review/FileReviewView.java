package org.commonwright.workbench.review;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.diff.BomDiff;
import org.commonwright.bom.diff.DiffWords;
import org.commonwright.git.TextDiff;
import org.commonwright.i18n.Formats;
import org.commonwright.i18n.Messages;
import org.commonwright.mesh.MeshComparison;
import org.commonwright.mesh.MeshMeasures;
import org.commonwright.mesh.MeshWords;
import org.commonwright.review.FileReview;
import org.commonwright.review.MeshMass;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;

/// What a change does to one file: cells, lines, or geometry. Meaning by sign and colour: + added, − removed, ~ changed.
final class FileReviewView {
    private final Controls controls;
    private final MeshesBeforeAfter meshes;
    private final OtherKindsView others;

    FileReviewView(Controls controls, MeshesBeforeAfter meshes, OtherKindsView others) {
        this.controls = controls;
        this.meshes = meshes;
        this.others = others;
    }

    Node body(FileReview review) {
        return switch (review) {
            case FileReview.BomCells(_, BomDiff diff) -> bom(diff);
            case FileReview.Lines(_, TextDiff diff) -> LinesView.of(diff);
            case FileReview.OfKind(var change, var diff) -> others.of(change, diff);
            case FileReview.Geometry(var change, MeshComparison comparison, var mass) ->
                new VBox(8, geometry(comparison, mass), meshes.of(change));
            case FileReview.OneMesh(var change, MeshMeasures measures) ->
                new VBox(8,
                        label("reviews.mesh-facts", measures.triangles(),
                                formats().number(measures.volume() / 1000, 2)),
                        meshes.of(change));
            case FileReview.Unreadable(_, var problems) -> new VBox(problems.stream()
                    .map(p -> controls.label(controls.texts().messages().map(m -> m.get(p)), "danger"))
                    .toArray(Node[]::new));
        };
    }

    private Node bom(BomDiff diff) {
        var grid = new GridPane(16, 4);
        int row = 0;
        for (BomLine line : diff.added()) {
            grid.addRow(row++, text("+", "diff-added"), text(line.part(), "strong"),
                    text(describe(line), "diff-added"));
        }
        for (BomLine line : diff.removed()) {
            grid.addRow(row++, text("−", "diff-removed"), text(line.part(), "strong"),
                    text(describe(line), "diff-removed"));
        }
        for (DiffWords.Word word : DiffWords.of(diff, controls.texts().messages().get())) {
            grid.addRow(row++, text(word.moved() ? "↕" : "~", "diff-changed"), text(word.part(), "strong"),
                    text(word.text(), word.moved() ? "hint" : "diff-changed"));
        }
        if (row == 0) {
            grid.addRow(0, label("reviews.bom-same"));
        }
        return grid;
    }

    private String describe(BomLine line) {
        String quantity = line.quantity() == null ? "" : formats().quantity(line.quantity());
        return Stream.of(quantity, line.description(), line.material()).filter(s -> !s.isBlank())
                .collect(Collectors.joining("  ·  "));
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
        MeshWords.health(c.before(), f).forEach(key -> box.getChildren().add(warning("meshes.of-before", key)));
        MeshWords.health(c.after(), f).forEach(key -> box.getChildren().add(warning("meshes.of-after", key)));
        return box;
    }

    private Label warning(String key, Messages.Key what) {
        Label label = controls.label(controls.texts().of(key, what), "warning");
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

    private static Label text(String words, String style) {
        var label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        return label;
    }

    private Formats formats() {
        return controls.texts().formats().get();
    }
}
