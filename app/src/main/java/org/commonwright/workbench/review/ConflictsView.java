package org.commonwright.workbench.review;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.MapChangeListener;
import javafx.collections.WeakMapChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.review.MergeConflict;
import org.commonwright.review.Resolution;
import org.commonwright.workbench.action.ActionControls;
import org.commonwright.workbench.action.Actions;
import org.commonwright.workbench.text.Controls;

/// The conflicts of a merge, one below the other, going from one to the next, and taking all decisions back.
final class ConflictsView {
    private final ReviewViewModel model;
    private final Actions actions;
    private final Controls controls;
    private final MeshesBeforeAfter meshes;
    private final List<ConflictCard> cards = new ArrayList<>();

    ConflictsView(ReviewViewModel model, Actions actions, Controls controls, MeshesBeforeAfter meshes) {
        this.model = model;
        this.actions = actions;
        this.controls = controls;
        this.meshes = meshes;
        model.seeking().subscribe((_, _) -> next());
    }

    Node of(Shown shown) {
        var title = controls.label(controls.texts().of("reviews.conflicts", shown.conflicts().size()), "subheading");
        title.setWrapText(true);
        var head = new HBox(16, title, Controls.spring(),
                new ActionControls(controls).button(actions.get("start-over")));
        head.setAlignment(Pos.CENTER_LEFT);
        cards.clear();
        shown.conflicts().forEach(conflict -> cards.add(new ConflictCard(model, controls, meshes, shown, conflict)));
        var box = new VBox(16, head);
        if (shown.standpoint().filter(Standpoint::isCounted).isPresent()) {
            box.getChildren().add(controls.hint("merging.no-third"));
        }
        cards.forEach(card -> box.getChildren().add(card.node()));
        return box;
    }

    /// To the first conflict that is left to decide after the one where somebody is; when none is left, to the next one.
    private void next() {
        if (cards.isEmpty()) {
            return;
        }
        int here = IntStream.range(0, cards.size()).filter(i -> cards.get(i).isHere()).findFirst().orElse(-1);
        List<ConflictCard> after = IntStream.rangeClosed(1, cards.size())
                .mapToObj(i -> cards.get(Math.floorMod(here + i, cards.size()))).toList();
        after.stream().filter(card -> !card.isDecided()).findFirst().orElse(after.getFirst()).show();
    }

    /// How much is left to decide; it leads there.
    Node left(List<MergeConflict> conflicts) {
        var link = new Hyperlink();
        link.setId("conflicts-left");
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setOnAction(_ -> actions.get("next-conflict").fire());
        link.setTooltip(controls.tooltip(new ActionControls(controls).explanation(actions.get("next-conflict"))));
        Runnable count = () -> link.textProperty()
                .bind(controls.texts().of("reviews.decided", model.choices().size(), conflicts.size()));
        MapChangeListener<MergeConflict, Resolution> follow = _ -> count.run();
        // Held by the link as long as it is shown; the model holds it weakly.
        link.setUserData(follow);
        model.choices().addListener(new WeakMapChangeListener<>(follow));
        count.run();
        return link;
    }
}
