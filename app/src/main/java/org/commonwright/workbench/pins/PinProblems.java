package org.commonwright.workbench.pins;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.design.Pins;
import org.commonwright.design.RepositoryUrl;
import org.commonwright.error.Problem;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// What is wrong with pins and between modules, each with the way out as a button where there is one.
final class PinProblems {
    private static final int MOST = 20;

    private final PinsViewModel model;
    private final Controls controls;
    private final PinForm form;
    private final Runnable openForm;
    private final Consumer<Problem> jump;

    /// @param openForm brings the form into sight
    /// @param jump leads to a problem's place
    PinProblems(PinsViewModel model, Controls controls, PinForm form, Runnable openForm, Consumer<Problem> jump) {
        this.model = model;
        this.controls = controls;
        this.form = form;
        this.openForm = openForm;
        this.jump = jump;
    }

    Node of(Pins.State state) {
        var box = new VBox(4);
        box.setId("pin-problems");
        box.getStyleClass().add("padded");
        state.problems().stream().limit(MOST).forEach(problem -> box.getChildren().add(row(problem, state)));
        if (state.problems().size() > MOST) {
            box.getChildren().add(controls.hint("pins.more-problems", state.problems().size() - MOST));
        }
        box.setVisible(!state.problems().isEmpty());
        box.setManaged(box.isVisible());
        return box;
    }

    private Node row(Problem problem, Pins.State state) {
        var icon = Icons.of(MaterialDesignA.ALERT_OUTLINE);
        icon.getStyleClass().add(problem.severity() == Problem.Severity.ERROR ? "danger-icon" : "warning-icon");
        var words = new Label(controls.texts().messages().get().get(problem));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(8, icon, words);
        row.setAlignment(Pos.CENTER_LEFT);
        wayOut(problem, state).ifPresent(row.getChildren()::add);
        if (problem.place() != null && problem.place().line() > 0) {
            row.getChildren().add(controls.button("pins.show-line", () -> jump.accept(problem)));
        }
        return row;
    }

    private Optional<Button> wayOut(Problem problem, Pins.State state) {
        List<Object> arguments = problem.arguments();
        String first = arguments.isEmpty() ? "" : String.valueOf(arguments.getFirst());
        return switch (problem.code()) {
            case "design.module-unknown", "design.pin-missing" ->
                Optional.of(controls.button("pins.pin-it", () -> fill(first, "")));
            case "design.url-not-pinned" -> Optional.of(controls.button("pins.pin-it", () -> fill("", first)));
            case "design.repository-missing" -> Optional.of(String.valueOf(arguments.get(1)))
                    .filter(RepositoryUrl::isAddress)
                    .map(url -> controls.button("pins.clone-it", () -> model.fetchClone(url)));
            case "design.commit-missing" -> Optional.of(controls.button("pins.fetch", model::fetch));
            case "design.pinned-folder-missing", "design.tree-mismatch", "design.lock-edited" ->
                Optional.of(controls.button("pins.pin-again", () -> again(first, state)));
            case "design.two-versions" ->
                Optional.of(controls.button("pins.look-newest", () -> model.look(Set.of(), "")));
            default -> Optional.empty();
        };
    }

    private void fill(String name, String repository) {
        openForm.run();
        form.show(null, name, repository);
    }

    private void again(String name, Pins.State state) {
        openForm.run();
        form.show(state.pins().stream().map(Pins.Pin::entry).filter(e -> e.name().equals(name)).findFirst()
                .orElse(null), name, "");
    }
}
