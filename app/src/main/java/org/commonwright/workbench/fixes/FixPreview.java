package org.commonwright.workbench.fixes;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.commonwright.design.fix.ChangedFile;
import org.commonwright.design.fix.Fix;
import org.commonwright.git.TextDiff;
import org.commonwright.workbench.text.Controls;

/// What a fix would change, line by line, before it is made.
final class FixPreview {
    private static final int SHOWN = 60;

    private final Controls controls;

    FixPreview(Controls controls) {
        this.controls = controls;
    }

    /// @param make makes it
    /// @param leave closes the preview
    Node of(Fix fix, List<ChangedFile> changes, Runnable make, Runnable leave) {
        var name = controls.label(controls.texts().of(fix.name()), "subheading");
        name.setWrapText(true);
        Button yes = controls.button("workbench.fix-make", make);
        yes.setId("fix-make");
        yes.getStyleClass().add("accent");
        yes.setDefaultButton(true);
        Button no = controls.button("workbench.fix-leave", leave);
        no.setId("fix-leave");
        no.setCancelButton(true);
        var pane = new VBox(8, name, new FlowPane(8, 8, yes, no));
        changes.forEach(change -> pane.getChildren().add(file(change)));
        return pane;
    }

    private Node file(ChangedFile change) {
        var title = controls.label(change.before() == null
                ? "workbench.fix-new-file"
                : change.after() == null ? "workbench.fix-gone-file" : "workbench.fix-changed-file", change.file());
        title.getStyleClass().addAll("hint", "mono");
        title.setWrapText(true);
        var box = new VBox(title);
        List<TextDiff.Line> lines = change.lines(0).hunks().stream().flatMap(hunk -> hunk.lines().stream()).toList();
        lines.stream().limit(SHOWN).forEach(line -> box.getChildren().add(line(line)));
        if (lines.size() > SHOWN) {
            box.getChildren().add(controls.hint("workbench.fix-more-lines", lines.size() - SHOWN));
        }
        return box;
    }

    private static Node line(TextDiff.Line line) {
        String sign = switch (line.kind()) {
            case BOTH -> "  ";
            case ONLY_OLD -> "−\u00a0";
            case ONLY_NEW -> "+\u00a0";
        };
        var label = new Label(sign + line.text());
        label.getStyleClass().add("mono");
        switch (line.kind()) {
            case BOTH -> {
                // Without a colour.
            }
            case ONLY_OLD -> label.getStyleClass().add("diff-removed");
            case ONLY_NEW -> label.getStyleClass().add("diff-added");
        }
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }
}
