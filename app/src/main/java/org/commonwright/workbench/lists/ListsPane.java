package org.commonwright.workbench.lists;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.design.CountedLists;
import org.commonwright.design.ModuleLists;
import org.commonwright.design.ModuleLists.Listed;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.area.LoadedPane;
import org.commonwright.workbench.text.Controls;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// Which lists of a module count, why, and the ways to choose others.
public final class ListsPane {
    private static final double WIDEST = 960;

    private final ListsViewModel model;
    private final Controls controls;
    private final Node undo;
    private final BorderPane pane = new BorderPane();

    /// @param undo the button that takes the last choice back
    public ListsPane(ListsViewModel model, Controls controls, Node undo) {
        this.model = model;
        this.controls = controls;
        this.undo = undo;
        pane.setCenter(new LoadedPane<>(controls, model.lists(), Region::new, this::page, model::again).node());
    }

    public Node node() {
        return pane;
    }

    private Node page(ModuleLists lists) {
        var rows = new VBox(8);
        rows.setMaxWidth(WIDEST);
        Label hint = controls.hint("lists.hint");
        hint.setMaxWidth(WIDEST);
        lists.module().lists().gone().forEach(gone -> rows.getChildren().add(
                controls.label(controls.texts().of("lists.gone", gone), "danger")));
        lists.files().forEach(file -> rows.getChildren().add(row(lists, file)));
        if (lists.more() > 0) {
            rows.getChildren().add(controls.hint("lists.more", lists.more()));
        }
        var page = new VBox(16, hint, lists.files().isEmpty()
                ? EmptyState.of(controls, MaterialDesignF.FORMAT_LIST_CHECKS, "lists.none", "lists.none-hint")
                : rows);
        page.getStyleClass().add("padded");
        var scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        return new BorderPane(scroll, null, null, foot(lists), null);
    }

    private Node row(ModuleLists lists, Listed file) {
        var tick = new CheckBox();
        tick.setId("tick-" + file.file());
        controls.name(tick, controls.texts().of("lists.tick", file.file()));
        tick.setSelected(model.ticked().contains(file.file()));
        tick.selectedProperty().subscribe(on -> {
            if (on && !model.ticked().contains(file.file())) {
                model.ticked().add(file.file());
            } else if (!on) {
                model.ticked().remove(file.file());
            }
        });
        var name = new Label(file.file().text());
        name.getStyleClass().add("strong");
        Label state = controls.label(controls.texts().of(file.counts() ? "lists.counts" : "lists.counts-not"),
                file.counts() ? "success" : "hint");
        var lines = controls.label(file.lines() < 0
                ? controls.texts().of("bom.use-lines", 0).map(_ -> "")
                : controls.texts().of("lists.lines", file.lines()), "hint");
        var head = new HBox(8, name, state, lines);
        head.setAlignment(Pos.CENTER_LEFT);
        var words = new VBox(2, head, folding(controls.label(controls.texts().of(file.why()), "hint")));
        file.unread().ifPresent(fault -> words.getChildren().add(
                folding(controls.label(controls.texts().of(fault), "warning"))));
        HBox.setHgrow(words, Priority.ALWAYS);
        CountedLists counted = lists.module().lists();
        boolean only = file.counts() && counted.rule() == CountedLists.Rule.CHOSEN && !counted.addUp();
        Button use = controls.button("lists.use", () -> model.use(file.file()));
        use.setId("use-" + file.file());
        use.setMinWidth(Region.USE_PREF_SIZE);
        use.setDisable(only);
        var row = new HBox(12, tick, words, controls.explained(use, controls.texts().of("lists.is-only")));
        row.setAlignment(Pos.CENTER_LEFT);

        return row;
    }

    private Node foot(ModuleLists lists) {
        CountedLists counted = lists.module().lists();
        boolean chosen = counted.rule() == CountedLists.Rule.CHOSEN;
        Button forget = controls.button("lists.forget", model::forget);
        forget.setId("lists-forget");
        forget.setDisable(!chosen);
        Button none = controls.button("lists.use-none", model::useNone);
        none.setId("lists-none");
        none.setDisable(chosen && counted.files().isEmpty() && counted.gone().isEmpty());
        Button several = controls.button("lists.use-several", model::useTicked);
        several.setId("lists-several");
        several.disableProperty().bind(Bindings.size(model.ticked()).lessThan(2));
        var row = new HBox(8, Controls.spring(), undo,
                controls.explained(forget, controls.texts().of("lists.forget-nothing")),
                controls.explained(none, controls.texts().of("lists.use-none-already")),
                controls.explained(several, controls.texts().of("lists.use-several-few")));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("pane-foot");
        return row;
    }

    private static Label folding(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
