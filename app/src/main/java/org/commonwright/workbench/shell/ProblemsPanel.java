package org.commonwright.workbench.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.commonwright.error.Problem;
import org.commonwright.workbench.area.ProblemList;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/// What was found in the open design, the worst first; Enter or a double click jumps to the place.
final class ProblemsPanel {
    private final ProblemList problems;
    private final Controls controls;
    private final ListView<Problem> list = new ListView<>();

    ProblemsPanel(ProblemList problems, Controls controls) {
        this.problems = problems;
        this.controls = controls;
        list.setId("problems");
        list.setItems(problems.all());
        list.setPlaceholder(controls.hint("workbench.problems-none"));
        list.setCellFactory(_ -> new Cell());
        list.getStyleClass().add("edge-to-edge");
        controls.name(list, controls.texts().of("workbench.problems"));
        list.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                jump();
            }
        });
        list.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                jump();
            }
        });
        controls.texts().messages().subscribe(_ -> list.refresh());
    }

    Node node() {
        return list;
    }

    private void jump() {
        Problem problem = list.getSelectionModel().getSelectedItem();
        if (problem != null) {
            problems.jumpTo(problem);
        }
    }

    private final class Cell extends ListCell<Problem> {
        @Override
        protected void updateItem(Problem problem, boolean empty) {
            super.updateItem(problem, empty);
            if (empty || problem == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            var messages = controls.texts().messages().get();
            var words = new Label(messages.get(problem.code(), problem.arguments()));
            words.setWrapText(true);
            var place = new Label(problem.place() == null ? "" : problem.place().toString());
            place.getStyleClass().addAll("hint", "mono");
            place.setMinWidth(USE_PREF_SIZE);
            var icon = Icons.of(sign(problem));
            icon.getStyleClass().add(switch (problem.severity()) {
                case ERROR -> "danger-icon";
                case WARNING -> "warning-icon";
                case NOTE -> "accent-icon";
            });
            var row = new HBox(8, icon, place, words);
            row.setAlignment(Pos.CENTER_LEFT);
            row.prefWidthProperty().bind(list.widthProperty().subtract(48));
            setGraphic(row);
            setAccessibleText(messages.get(problem));
        }
    }

    private static Ikon sign(Problem problem) {
        return switch (problem.severity()) {
            case ERROR -> MaterialDesignA.ALERT_OCTAGON_OUTLINE;
            case WARNING -> MaterialDesignA.ALERT_OUTLINE;
            case NOTE -> MaterialDesignI.INFORMATION_OUTLINE;
        };
    }
}
