package org.commonwright.workbench.design;

import java.util.Arrays;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.commonwright.settings.SettingsFile;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.area.FileSelection;
import org.commonwright.workbench.area.LoadedPane;
import org.commonwright.workbench.area.Navigator;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.preview.Preview;
import org.commonwright.workbench.preview.PreviewKind;
import org.commonwright.workbench.preview.PictureMarks;
import org.commonwright.workbench.preview.PreviewPane;
import org.commonwright.workbench.review.comments.DesignComments;
import org.commonwright.workbench.viewer.Pins;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.text.Shorten;
import org.commonwright.workbench.theme.Icons;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The selected file: where it is, how it is shown, and its preview filling the middle.
final class FilePane {
    private static final int PATH = 80;

    private final DesignViewModel model;
    private final LargeFilesViewModel large;
    private final Controls controls;
    private final Navigator navigator;
    private final Notices notices;
    private final Tasks quiet;
    private final SettingsFile settings;
    private final DesignComments comments;
    private final BorderPane pane = new BorderPane();

    FilePane(DesignViewModel model, LargeFilesViewModel large, Controls controls, Tasks quiet, Navigator navigator,
            Notices notices, SettingsFile settings, DesignComments comments) {
        this.comments = comments;
        this.model = model;
        this.large = large;
        this.controls = controls;
        this.navigator = navigator;
        this.notices = notices;
        this.quiet = quiet;
        this.settings = settings;
        pane.setCenter(new LoadedPane<>(controls, model.preview(), Region::new, this::preview,
                () -> model.select(model.shown().get())).node());
    }

    Node of(Shown.OfFile shown) {
        var path = new Label(Shorten.middle(shown.module().source().show(shown.file().path()), PATH),
                Icons.of(ModuleTreePane.icon(shown.file().role())));
        path.getStyleClass().add("strong");
        var head = new HBox(8, path, Controls.spring());
        if (PreviewKind.of(shown.file().path()) == PreviewKind.PROGRAM && shown.module().source().own()) {
            head.getChildren().add(controls.button("workbench-design.to-machine",
                    () -> navigator.goTo("machines", new FileSelection(shown.file().path(), 0))));
        }
        head.getChildren().addAll(ways(PreviewKind.of(shown.file().path())));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("pane-head");
        pane.setTop(head);
        return pane;
    }

    private Node preview(Preview preview) {
        if (!(model.shown().get() instanceof Shown.OfFile(var module, var file, var line))) {
            return new Region();
        }
        if (preview instanceof Preview.Elsewhere away) {
            Button fetch = controls.button("workbench-design.fetch-this",
                    () -> large.fetch(module.source(), away.file()));
            fetch.setId("fetch-this-file");
            fetch.setGraphic(Icons.of(MaterialDesignC.CLOUD_DOWNLOAD_OUTLINE));
            fetch.getStyleClass().add("accent");
            fetch.disableProperty().bind(large.running());
            return PreviewPane.elsewhere(away, controls, fetch);
        }
        return PreviewPane.of(preview, file.path().fileName(), line, controls, quiet, settings,
                new DesignLinks(model, module, file.path(), quiet, notices),
                module.source().own() ? comments.model(file.path()) : Pins.NONE,
                module.source().own() ? comments.picture(file.path()) : PictureMarks.NONE);
    }

    /// The file as it is meant, or its text, where it has both.
    private List<ToggleButton> ways(PreviewKind meant) {
        if (meant == PreviewKind.TEXT || !meant.hasText()) {
            return List.of();
        }
        var group = new ToggleGroup();
        return Arrays.stream(new PreviewKind[]{meant, PreviewKind.TEXT}).map(kind -> {
            var button = new ToggleButton();
            button.setToggleGroup(group);
            button.getStyleClass().addAll("flat", "small");
            button.textProperty().bind(controls.texts().of(kind == PreviewKind.TEXT
                    ? "workbench-design.as-text"
                    : "workbench-design.as-preview"));
            model.kind().subscribe(now -> button.setSelected(now == kind));
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.show(kind);
            });
            return button;
        }).toList();
    }
}
