package org.commonwright.workbench.contributors;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.commonwright.contribution.Contributions;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.text.Shorten;

/// What was counted, what was not, and what is wrong with it.
final class CountedFoot {
    private static final int MOST_LISTED = 200;

    private final WorkbenchContext context;
    private final Controls controls;
    private final Label counted = new Label();
    private final Hyperlink uncounted = new Hyperlink();
    private final Label missing = new Label();
    private List<RepoPath> paths = List.of();
    private final Node node;

    CountedFoot(Controls controls, WorkbenchContext context) {
        this.controls = controls;
        this.context = context;
        this.node = foot();
    }

    Node node() {
        return node;
    }

    void show(Parts parts) {
        Contributions c = parts.contributions();
        paths = c.uncounted();
        Messages messages = controls.texts().messages().get();
        counted.setText(messages.get("contributors.counted", c.commit().abbreviated(), c.files(), c.lines()));
        uncounted.setText(messages.get("contributors.uncounted", c.uncounted().size()));
        uncounted.setVisible(!c.uncounted().isEmpty());
        missing.setText(Stream.of(c.problems(), parts.credits().problems(), parts.statements().problems())
                .flatMap(List::stream).map(messages::get)
                .collect(Collectors.joining("\n")));
    }

    private Node foot() {
        counted.setWrapText(true);
        missing.setWrapText(true);
        missing.getStyleClass().add("warning");
        missing.managedProperty().bind(missing.textProperty().isNotEmpty());
        uncounted.setWrapText(true);
        uncounted.managedProperty().bind(uncounted.visibleProperty());
        uncounted.setOnAction(_ -> listUncounted());
        var box = new VBox(4, counted, uncounted, missing);
        box.getStyleClass().add("pane-foot");
        return box;
    }

    private void listUncounted() {
        var box = new VBox(8, words(controls.texts().now("contributors.uncounted", paths.size()), "hint"));
        paths.stream().limit(MOST_LISTED)
                .forEach(path -> box.getChildren().add(words(Shorten.middle(path.text(), 56), "small-text")));
        if (paths.size() > MOST_LISTED) {
            box.getChildren().add(controls.label("contributors.more-files", paths.size() - MOST_LISTED));
        }
        context.inspector().reveal(box);
    }

    private static Label words(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        return label;
    }
}
