package org.commonwright.workbench.commit;

import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.cell.CheckBoxListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.area.LoadedPane;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The files that differ from the last commit, ticked where the commit takes them, and what it says.
public final class CommitPane {
    private final CommitViewModel model;
    private final Controls controls;
    private final Runnable close;
    private final TextField message;
    private final Node node;

    /// @param close leaves the page
    public CommitPane(CommitViewModel model, Controls controls, Runnable close) {
        this.model = model;
        this.controls = controls;
        this.close = close;
        this.message = controls.field("commit.message");
        message.setId("commit-message");
        message.textProperty().bindBidirectional(model.message());
        message.setOnAction(_ -> model.commit(close));
        this.node = new LoadedPane<>(controls, model.differences(), StackPane::new, this::page, model::look).node();
    }

    public Node node() {
        return node;
    }

    private Node page(List<Difference> found) {
        if (found.isEmpty()) {
            return EmptyState.of(controls, MaterialDesignC.CHECK_ALL, "commit.nothing", "commit.nothing-hint", leave());
        }
        var list = new ListView<>(FXCollections.observableList(found));
        list.setId("commit-files");
        controls.name(list, controls.texts().of("commit.files"));
        list.setCellFactory(CheckBoxListCell.forListView(one -> {
            var ticked = new SimpleBooleanProperty(model.isChosen(one));
            ticked.subscribe(take -> model.choose(one, take));
            return ticked;
        }, new Words()));
        VBox.setVgrow(list, Priority.ALWAYS);
        Label count = controls.label(controls.texts().messages()
                .flatMap(m -> model.count().map(n -> m.get("commit.count", n, found.size()))), "hint");
        count.setId("commit-count");
        Button commit = controls.button("commit.make", () -> model.commit(close));
        commit.setId("commit-make");
        commit.getStyleClass().add("accent");
        commit.disableProperty().bind(model.blocked().map(reason -> reason.isPresent()));
        var reason = controls.texts().messages()
                .flatMap(m -> model.blocked()
                        .map(why -> why.map(key -> m.get(key.key(), key.arguments().toArray())).orElse("")));
        HBox.setHgrow(message, Priority.ALWAYS);
        var foot = new HBox(8, message, controls.explained(commit, reason), leave());
        foot.setAlignment(Pos.CENTER_LEFT);
        var page = new VBox(8, controls.hint("commit.hint"), list, count, foot);
        page.getStyleClass().add("padded");
        page.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                message.requestFocus();
            }
        });
        return page;
    }

    private Button leave() {
        return controls.button("commit.leave", close);
    }

    private final class Words extends StringConverter<Difference> {
        @Override
        public String toString(@Nullable Difference one) {
            return one == null ? "" : controls.texts().now(switch (one.kind()) {
                case NEW -> "commit.file-new";
                case CHANGED -> "commit.file-changed";
                case REMOVED -> "commit.file-removed";
            }, one.path());
        }

        @Override
        public @Nullable Difference fromString(String text) {
            return null;
        }
    }
}
