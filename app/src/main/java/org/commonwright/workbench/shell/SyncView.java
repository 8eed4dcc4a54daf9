package org.commonwright.workbench.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.text.Shorten;
import org.commonwright.workbench.theme.Icons;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// Branch, commits not yet shared, files not yet committed.
final class SyncView {
    private static final int BRANCH = 32;

    private SyncView() {}

    static Node of(SyncViewModel model, Controls controls) {
        var branch = new Label(null, Icons.of(MaterialDesignS.SOURCE_BRANCH));
        branch.setId("branch");
        branch.textProperty().bind(controls.texts().messages()
                .flatMap(m -> model.state().map(s -> s.map(now -> Shorten.middle(branch(now, m), BRANCH)).orElse(""))));
        var shared = controls.label(
                controls.texts().messages().flatMap(m -> model.state().map(s -> s.map(now -> sync(now, m)).orElse(""))),
                "hint");
        shared.setId("sync-state");
        var row = new HBox(8, branch, shared);
        row.setAlignment(Pos.CENTER_LEFT);
        row.visibleProperty().bind(model.state().map(Optional::isPresent));
        row.managedProperty().bind(row.visibleProperty());
        var broken = new Label(null, Icons.of(MaterialDesignA.ALERT_OUTLINE));
        broken.visibleProperty().bind(model.fault().map(_ -> true).orElse(false));
        broken.managedProperty().bind(broken.visibleProperty());
        var why = controls.texts().messages().flatMap(m -> model.fault().map(m::get)).orElse("");
        broken.setTooltip(controls.tooltip(why));
        controls.name(broken, why);
        return new HBox(8, row, broken);
    }

    private static String branch(SyncState state, Messages messages) {
        return state.branch().orElseGet(() -> messages.get("workbench.detached",
                state.head().map(CommitId::abbreviated).orElse("")));
    }

    private static String sync(SyncState state, Messages messages) {
        List<String> parts = new ArrayList<>();
        state.shared().ifPresent(s -> parts.add("↑" + s.ahead() + " ↓" + s.behind()));
        if (state.changes() > 0) {
            parts.add(messages.get("workbench.changes", state.changes()));
        }
        return String.join(" · ", parts);
    }
}
