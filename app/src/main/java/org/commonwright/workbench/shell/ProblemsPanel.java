package org.commonwright.workbench.shell;

import javafx.beans.Observable;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.commonwright.design.check.DesignChecks.Finding;
import org.commonwright.design.fix.Fix;
import org.commonwright.error.Problem;
import org.commonwright.workbench.area.ProblemList;
import org.commonwright.workbench.fixes.FixMenu;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/// What was found in the open design, the worst first; Enter or a double click jumps to the place.
final class ProblemsPanel {
    private static final double BUTTON_WIDTH = 360;

    private final ProblemList problems;
    private final FixMenu fixes;
    private final Controls controls;
    private final ObservableList<Problem> shown = FXCollections.observableArrayList();
    private final ListView<Problem> list = new ListView<>();

    ProblemsPanel(ProblemList problems, FixMenu fixes, Controls controls) {
        this.problems = problems;
        this.fixes = fixes;
        this.controls = controls;
        list.setId("problems");
        shown.setAll(problems.all());
        list.setItems(shown);
        problems.all().addListener((Observable _) -> renew());
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
            if (e.getCode() == KeyCode.ENTER && !e.isAltDown()) {
                jump();
            }
        });
        controls.texts().messages().subscribe(_ -> list.refresh());
        fixes.at(list);
        fixes.chosen().bind(list.getSelectionModel().selectedItemProperty());
    }

    /// The same problem stays chosen; when it is gone, the one that took its place.
    private void renew() {
        Problem chosen = list.getSelectionModel().getSelectedItem();
        int index = list.getSelectionModel().getSelectedIndex();
        shown.setAll(problems.all());
        int at = chosen == null
                ? -1
                : shown.contains(chosen) ? shown.indexOf(chosen) : Math.min(index, shown.size() - 1);
        if (at >= 0) {
            list.getSelectionModel().select(at);
        }
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
            HBox.setHgrow(words, Priority.ALWAYS);
            words.setMaxWidth(Double.MAX_VALUE);
            var row = new HBox(8, icon, place, words);
            problems.finding(problem).ifPresent(finding -> row.getChildren().add(button(finding)));
            row.setAlignment(Pos.CENTER_LEFT);
            row.prefWidthProperty().bind(list.widthProperty().subtract(48));
            setGraphic(row);
            setAccessibleText(messages.get(problem));
        }
    }

    /// The fix of a finding by its name, or the menu of several.
    private Node button(Finding finding) {
        Fix first = finding.fixes().getFirst();
        boolean one = finding.fixes().size() == 1;
        var button = new Button();
        button.setText(controls.texts().messages().get().get(one ? "workbench.fix-one" : "workbench.fix-some",
                one ? first.name() : finding.fixes().size()));
        button.setGraphic(Icons.of(MaterialDesignW.WRENCH_OUTLINE));
        button.getStyleClass().addAll("flat", "small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setMaxWidth(BUTTON_WIDTH);
        button.setTooltip(controls.tooltip(controls.texts().of("workbench.fix-problem")));
        button.setFocusTraversable(false);
        button.setOnAction(_ -> {
            list.getSelectionModel().select(finding.problem());
            if (one) {
                fixes.preview(first);
            } else {
                fixes.show(finding.problem(), button, Side.BOTTOM);
            }
        });
        return button;
    }

    private static Ikon sign(Problem problem) {
        return switch (problem.severity()) {
            case ERROR -> MaterialDesignA.ALERT_OCTAGON_OUTLINE;
            case WARNING -> MaterialDesignA.ALERT_OUTLINE;
            case NOTE -> MaterialDesignI.INFORMATION_OUTLINE;
        };
    }
}
