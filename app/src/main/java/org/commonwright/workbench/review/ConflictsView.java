package org.commonwright.workbench.review;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.collections.MapChangeListener;
import javafx.collections.WeakMapChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.review.MergeConflict;
import org.commonwright.review.Resolution;
import org.commonwright.workbench.area.Block;
import org.commonwright.workbench.action.ActionControls;
import org.commonwright.workbench.action.Actions;
import org.commonwright.workbench.area.ListPage;
import org.commonwright.workbench.area.Paged;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;

/// The conflicts of a merge, one below the other, so many at once; going from one to the next, and taking all decisions back.
final class ConflictsView {
    private static final int MOST = 10;

    private final ReviewViewModel model;
    private final Actions actions;
    private final Controls controls;
    private final MeshesBeforeAfter meshes;
    private final List<ConflictCard> cards = new ArrayList<>();
    private @Nullable Paged<MergeConflict> pages;

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
        var buttons = new ActionControls(controls);
        var all = new FlowPane(8, 8, buttons.button(actions.get("rest-as-here")),
                buttons.button(actions.get("rest-as-proposed")), buttons.button(actions.get("start-over")));
        var head = new VBox(8, title, all);
        var box = new Block(16, head);
        if (shown.standpoint().filter(Standpoint::isCounted).isPresent()) {
            box.getChildren().add(controls.hint("merging.no-third"));
        }
        var paged = new Paged<>(controls, ListPage.first(shown.conflicts(), MOST), page -> {
            cards.clear();
            page.shown().forEach(conflict -> cards.add(new ConflictCard(model, controls, meshes, shown, conflict)));
            return new Block(16, cards.stream().map(ConflictCard::node).toArray(Node[]::new));
        });
        paged.onTurn(_ -> cards.getFirst().show());
        pages = paged;
        box.getChildren().add(paged.node());
        return box;
    }

    /// To the first conflict that is left to decide after the one where somebody is; when none is left, to the next one.
    private void next() {
        Paged<MergeConflict> paged = pages;
        if (paged != null && !cards.isEmpty()) {
            int here = IntStream.range(0, cards.size()).filter(i -> cards.get(i).isHere()).findFirst().orElse(-1);
            int next = paged.page().next(paged.page().from() + here, model.choices()::containsKey);
            paged.show(next);
            cards.get(next - paged.page().from()).show();
        }
    }

    /// How much is left to decide; it leads there.
    Node left(List<MergeConflict> conflicts) {
        var link = new Hyperlink();
        link.setId("conflicts-left");
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setOnAction(_ -> actions.get("next-conflict").fire());
        link.setTooltip(controls.tooltip(new ActionControls(controls).explanation(actions.get("next-conflict"))));
        Runnable count = () -> {
            if (!model.manyAtOnce().get()) {
                link.textProperty().bind(controls.texts().of("reviews.decided", model.choices().size(),
                        conflicts.size()));
            }
        };
        MapChangeListener<MergeConflict, Resolution> follow = _ -> count.run();
        ChangeListener<Boolean> over = (_, _, _) -> count.run();
        // Held by the link as long as it is shown; the model holds them weakly.
        link.setUserData(List.of(follow, over));
        model.choices().addListener(new WeakMapChangeListener<>(follow));
        model.manyAtOnce().addListener(new WeakChangeListener<>(over));
        count.run();
        return link;
    }
}
