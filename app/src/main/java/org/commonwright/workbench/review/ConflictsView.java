package org.commonwright.workbench.review;

import javafx.beans.binding.Bindings;
import javafx.collections.MapChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import java.util.List;
import org.commonwright.review.MergeConflict;
import org.commonwright.review.Resolution;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/// The conflicts of a merge, one below the other, and taking all decisions back.
final class ConflictsView {
    private final ReviewViewModel model;
    private final Controls controls;
    private final MeshesBeforeAfter meshes;

    ConflictsView(ReviewViewModel model, Controls controls, MeshesBeforeAfter meshes) {
        this.model = model;
        this.controls = controls;
        this.meshes = meshes;
    }

    Node of(Shown shown) {
        var cards = new VBox(16);
        Runnable fill = () -> cards.getChildren().setAll(shown.conflicts().stream()
                .map(conflict -> card(shown, conflict)).toList());
        Button again = controls.button("merging.start-over", () -> {
            model.startOver();
            fill.run();
        });
        again.setGraphic(Icons.of(MaterialDesignR.RESTORE));
        again.disableProperty().bind(Bindings.isEmpty(model.choices()));
        var title = controls.label(controls.texts().of("reviews.conflicts", shown.conflicts().size()), "subheading");
        title.setWrapText(true);
        var head = new HBox(16, title, Controls.spring(),
                controls.explained(again, controls.texts().of("merging.nothing-decided")));
        head.setAlignment(Pos.CENTER_LEFT);
        fill.run();
        var box = new VBox(16, head);
        if (shown.standpoint().filter(Standpoint::isCounted).isPresent()) {
            Label why = controls.hint("merging.no-third");
            why.setWrapText(true);
            why.setMinHeight(Region.USE_PREF_SIZE);
            box.getChildren().add(why);
        }
        box.getChildren().add(cards);
        return box;
    }

    private Node card(Shown shown, MergeConflict conflict) {
        return new ConflictCard(model, controls, meshes, shown, conflict).node();
    }

    /// A label that says how much is left to decide.
    Label left(List<MergeConflict> conflicts) {
        var label = new Label();
        label.getStyleClass().add("hint");
        Runnable write = () -> label.setText(conflicts.isEmpty()
                ? ""
                : controls.texts().now("reviews.decided",
                        model.choices().size(), conflicts.size()));
        model.choices().addListener((MapChangeListener<MergeConflict, Resolution>) _ -> write.run());
        write.run();
        return label;
    }
}
