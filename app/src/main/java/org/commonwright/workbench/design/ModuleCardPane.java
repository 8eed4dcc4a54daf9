package org.commonwright.workbench.design;

import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.commonwright.design.DesignModule;
import org.commonwright.design.FileRole;
import org.commonwright.design.ModuleFile;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.area.Facts;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.preview.MarkdownPane;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The card of a module: picture, name, what it is for, version, licence, who keeps it; its files by what they are for; its
/// README.
final class ModuleCardPane {
    private static final int PICTURE = 160;
    private static final int WIDTH = 880;
    private static final int ROLE_NAMES = 180;
    /// More are in the tree.
    private static final int MOST_FILES = 40;

    private final DesignViewModel model;
    private final Controls controls;
    private final Tasks quiet;
    private final Notices notices;
    private final Supplier<Node> write;

    /// @param write makes the button that offers to write the manifests
    ModuleCardPane(DesignViewModel model, Controls controls, Tasks quiet, Notices notices, Supplier<Node> write) {
        this.write = write;
        this.model = model;
        this.controls = controls;
        this.quiet = quiet;
        this.notices = notices;
    }

    Node of(ModuleCard card) {
        var page = new VBox(16, head(card), files(card.module()));
        page.getStyleClass().add("page");
        page.setMaxWidth(WIDTH);
        if (card.readme() != null && card.readmeFile() != null) {
            page.getChildren().addAll(new Separator(), MarkdownPane.of(card.readme(),
                    links(card, card.readmeFile())));
        } else if (card.readmeFault() != null) {
            page.getChildren().add(controls.label(controls.texts().messages().map(m -> m.get(card.readmeFault())),
                    "hint"));
        }
        var scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        return scroll;
    }

    private Node head(ModuleCard card) {
        DesignModule module = card.module();
        var name = new Label(module.name());
        name.getStyleClass().add("display");
        name.setWrapText(true);
        var words = new VBox(8, name);
        if (!module.function().isEmpty()) {
            var function = new Label(module.function());
            function.setWrapText(true);
            function.setMinHeight(Region.USE_PREF_SIZE);
            words.getChildren().add(function);
        }
        words.getChildren().add(facts(card));
        HBox.setHgrow(words, Priority.ALWAYS);
        return new HBox(24, picture(card), words);
    }

    private Node picture(ModuleCard card) {
        var frame = new StackPane();
        frame.getStyleClass().add("card-picture");
        frame.setMinSize(PICTURE, PICTURE);
        frame.setMaxSize(PICTURE, PICTURE);
        var icon = Icons.of(MaterialDesignC.CUBE_OUTLINE, 64);
        icon.getStyleClass().add("muted-icon");
        frame.getChildren().add(icon);
        if (card.picture() != null) {
            links(card, card.picture()).picture(card.picture().fileName(), image -> {
                var view = new ImageView(image);
                view.setPreserveRatio(true);
                view.setFitWidth(PICTURE - 2.0);
                view.setFitHeight(PICTURE - 2.0);
                view.setAccessibleText(card.module().name());
                frame.getChildren().setAll(view);
            });
        }
        return frame;
    }

    private Node facts(ModuleCard card) {
        DesignModule module = card.module();
        var facts = new Facts(controls).add("workbench-design.version", module.version())
                .add("workbench-design.licence", module.licence())
                .add("workbench-design.maintainers", String.join(", ", card.maintainers()));
        if (module.manifest() != null) {
            facts.add("workbench-design.material", module.manifest().material());
            facts.add("workbench-design.processes", String.join(", ", module.manifest().processes()));
            facts.add("workbench-design.intended-use", module.manifest().more("intended-use"));
            facts.add("workbench-design.safety", module.manifest().more("health-safety-notice"));
            facts.add("workbench-design.keywords", module.manifest().more("keywords"));
        }
        facts.add("workbench-design.folder",
                module.source().own() ? module.path().text() : module.source().show(module.path()));
        if (module.manifest() == null) {
            facts.across(controls.hint("workbench-design.inferred"));
            if (module.source().own()) {
                facts.across(write.get());
            }
        }
        return facts.node();
    }

    private Node files(DesignModule module) {
        var facts = new Facts(controls);
        for (FileRole role : FileRole.values()) {
            var files = module.files(role);
            if (!files.isEmpty()) {
                var row = new FlowPane(16, 4);
                row.setPrefWrapLength(WIDTH - ROLE_NAMES);
                files.stream().limit(MOST_FILES).forEach(file -> row.getChildren().add(link(module, file)));
                if (files.size() > MOST_FILES) {
                    row.getChildren().add(controls.hint("workbench-design.more-files", files.size() - MOST_FILES));
                }
                facts.add("workbench-design.role-" + role.name().toLowerCase(Locale.ROOT), row);
            }
        }
        return facts.node();
    }

    private DesignLinks links(ModuleCard card, RepoPath document) {
        return new DesignLinks(model, card.module(), document, quiet, notices);
    }

    private Hyperlink link(DesignModule module, ModuleFile file) {
        var link = new Hyperlink(file.path().fileName(), Icons.of(ModuleTreePane.icon(file.role())));
        link.setMnemonicParsing(false);
        link.setOnAction(_ -> model.select(new Shown.OfFile(module, file, 0)));
        return link;
    }
}
