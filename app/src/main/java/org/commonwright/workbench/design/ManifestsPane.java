package org.commonwright.workbench.design;

import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.cell.CheckBoxListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.commonwright.design.draft.DesignManifests.Drafted;
import org.commonwright.design.draft.ManifestDraft;
import org.commonwright.error.Problem;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.area.LoadedPane;
import org.commonwright.workbench.preview.TextPane;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// Which manifests would be written, each with its text, and what only people can fill in.
final class ManifestsPane {
    private static final double LIST_HEIGHT = 160;

    private final ManifestsModel model;
    private final Controls controls;
    private final Runnable written;
    private final Runnable closed;
    private final Node node;

    /// @param written after the files were written
    /// @param closed the person wants none
    ManifestsPane(ManifestsModel model, Controls controls, Runnable written, Runnable closed) {
        this.model = model;
        this.controls = controls;
        this.written = written;
        this.closed = closed;
        this.node = new LoadedPane<Drafted>(controls, model.drafted(), StackPane::new, _ -> page(), model::draft)
                .node();
    }

    Node node() {
        return node;
    }

    private Node page() {
        List<ManifestDraft> drafts = model.worth();
        if (drafts.isEmpty()) {
            return EmptyState.of(controls, MaterialDesignF.FILE_CHECK_OUTLINE, "workbench-design.manifests-none",
                    "workbench-design.manifests-none-hint", close());
        }
        var text = new StackPane();
        var open = new VBox(4);
        var list = new ListView<>(FXCollections.observableList(drafts));
        list.setId("manifests");
        list.setPrefHeight(LIST_HEIGHT);
        list.setMinHeight(LIST_HEIGHT / 2);
        controls.name(list, controls.texts().of("workbench-design.manifests"));
        list.setCellFactory(CheckBoxListCell.forListView(draft -> {
            var chosen = new SimpleBooleanProperty(model.isChosen(draft));
            chosen.subscribe(value -> model.choose(draft, value));
            return chosen;
        }, new Files()));
        list.getSelectionModel().selectedItemProperty().subscribe(draft -> show(draft, open, text));
        list.getSelectionModel().selectFirst();
        Label title = controls.heading("workbench-design.manifests");
        Label hint = controls.hint("workbench-design.manifests-hint");
        Button write = controls.button("workbench-design.manifests-write-chosen", () -> model.write(written));
        write.setId("write-chosen-manifests");
        write.getStyleClass().add("accent");
        write.setDefaultButton(true);
        write.setDisable(drafts.stream().noneMatch(ManifestDraft::isChange));
        var buttons = new HBox(8, write, close());
        buttons.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(text, Priority.ALWAYS);
        var page = new VBox(12, title, hint, list, open, text, buttons);
        page.getStyleClass().add("page");
        return page;
    }

    private Button close() {
        return controls.button("workbench-design.manifests-close", closed);
    }

    private void show(@Nullable ManifestDraft draft, VBox open, StackPane text) {
        open.getChildren().clear();
        text.getChildren().clear();
        if (draft == null) {
            return;
        }
        open.getChildren().add(controls.hint(state(draft)));
        if (!draft.open().isEmpty()) {
            open.getChildren()
                    .add(controls.hint("workbench-design.manifests-open", String.join(", ", draft.open())));
        }
        for (Problem problem : draft.problems()) {
            open.getChildren().add(controls.hint(problem.code(), problem.arguments().toArray()));
        }
        if (draft.state() != ManifestDraft.State.BROKEN) {
            text.getChildren().add(new TextPane(controls, draft.text().lines().toList()).node());
        }
    }

    private static String state(ManifestDraft draft) {
        return switch (draft.state()) {
            case MISSING -> "workbench-design.manifests-missing";
            case OLD -> "workbench-design.manifests-old";
            case THERE -> draft.isChange() ? "workbench-design.manifests-more" : "workbench-design.manifests-there";
            case BROKEN -> "workbench-design.manifests-broken";
        };
    }

    private static final class Files extends StringConverter<ManifestDraft> {
        @Override
        public String toString(@Nullable ManifestDraft draft) {
            return draft == null ? "" : draft.file().text();
        }

        @Override
        public @Nullable ManifestDraft fromString(String text) {
            return null;
        }
    }
}
