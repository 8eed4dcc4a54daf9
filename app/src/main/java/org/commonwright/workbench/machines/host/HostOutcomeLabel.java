package org.commonwright.workbench.machines.host;

import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.commonwright.error.Problem;
import org.commonwright.machine.host.HostOutcome;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.workbench.text.Controls;

/// How the last program ended that was started from here, as the host says.
final class HostOutcomeLabel {
    private final HostViewModel model;
    private final Controls controls;
    private final Label label = new Label();

    HostOutcomeLabel(HostViewModel model, Controls controls) {
        this.model = model;
        this.controls = controls;
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        model.outcome().subscribe(_ -> tell());
        controls.texts().messages().subscribe(_ -> tell());
    }

    Node node() {
        return label;
    }

    private void tell() {
        HostOutcome ended = model.outcome().get();
        label.getStyleClass().removeAll("success", "danger");
        label.setText(ended == null ? "" : sentence(ended));
        if (ended != null) {
            label.getStyleClass().add(ended.isCompleted() ? "success" : "danger");
        }
    }

    private String sentence(HostOutcome ended) {
        Object percent = ended.fraction() < 0 ? "?" : Math.round(ended.fraction() * 100);
        String duration = controls.texts().formats().get()
                .duration(Duration.ofSeconds((long) Math.max(0, ended.seconds())));
        return switch (ended.end()) {
            case RunOutcome.Completed _ ->
                controls.texts().now("hosts.says-completed", model.title(), ended.file(), duration);
            case RunOutcome.Aborted _ ->
                controls.texts().now("hosts.says-aborted", model.title(), ended.file(), percent);
            case RunOutcome.Failed(Problem reason) ->
                controls.texts().now("hosts.says-failed", model.title(), ended.file(), percent) + " "
                        + controls.texts().messages().get().get(reason);
        };
    }
}
