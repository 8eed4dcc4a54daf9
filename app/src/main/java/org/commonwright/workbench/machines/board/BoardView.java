package org.commonwright.workbench.machines.board;

import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.commonwright.error.Fault;
import org.commonwright.workbench.area.Dialogs;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;

/// The page of one board. What came is taken over up to fifteen times a second, by the tab that is shown, while the page is in
/// the window.
final class BoardView {
    private static final Duration BEAT = Duration.millis(66);
    private static final List<Integer> BAUDS = List.of(300, 1200, 2400, 4800, 9600, 19_200, 38_400, 57_600, 74_880,
            115_200, 230_400, 250_000, 460_800, 500_000, 921_600, 1_000_000, 2_000_000);

    /// How many times as long as the drawing took there is peace after it.
    private static final int REST = 4;

    private final BoardViewModel model;
    private final Controls controls;
    private final MonitorView monitor;
    private final PlotView plot;
    private final TabPane tabs;
    private final BorderPane pane = new BorderPane();
    private long next = Long.MIN_VALUE;
    private final Timeline beat = new Timeline(new KeyFrame(BEAT, _ -> refresh()));

    BoardView(BoardViewModel model, Controls controls, Dialogs dialogs) {
        this.model = model;
        this.controls = controls;
        this.monitor = new MonitorView(model.monitor(), controls, dialogs);
        this.plot = new PlotView(model.plot(), controls, dialogs);
        var flash = new FlashView(model.flash(), controls, dialogs);
        tabs = new TabPane(tab("boards.monitor", monitor.node()), tab("boards.plotter", plot.node()),
                tab("boards.flash", flash.node()));
        tabs.setId("board-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        pane.setTop(head());
        pane.setCenter(tabs);
        beat.setCycleCount(Animation.INDEFINITE);
        pane.sceneProperty().subscribe(scene -> {
            if (scene == null) {
                beat.stop();
            } else {
                beat.play();
            }
        });
    }

    Node node() {
        return pane;
    }

    /// A page that takes long to draw is drawn less often: the window belongs to the person first.
    private void refresh() {
        long now = System.nanoTime();
        if (now < next) {
            return;
        }
        model.refresh();
        switch (tabs.getSelectionModel().getSelectedIndex()) {
            case 0 -> monitor.shown();
            case 1 -> plot.shown();
            default -> {
            }
        }
        long end = System.nanoTime();
        next = end + (end - now) * REST;
    }

    private Tab tab(String key, Node content) {
        var tab = new Tab();
        tab.textProperty().bind(controls.texts().of(key));
        tab.setContent(content);
        return tab;
    }

    private Node head() {
        var name = controls.label(model.title(), "subheading");
        var words = controls.label(controls.texts().of(model.words()), "hint");
        var baud = new ComboBox<Integer>();
        baud.getItems().setAll(BAUDS);
        baud.setValue(model.baud().get());
        baud.valueProperty().subscribe((_, now) -> model.listenAt(now));
        ObservableValue<Boolean> none = model.baud().map(now -> now == 0);
        controls.name(baud, controls.texts().of("boards.baud"));
        var baudLabel = controls.label(controls.texts().of("boards.baud"), "hint");
        var speed = new HBox(8, baudLabel, baud);
        speed.setAlignment(Pos.CENTER_LEFT);
        speed.visibleProperty().bind(none.map(no -> !no));
        speed.managedProperty().bind(speed.visibleProperty());
        baud.disableProperty().bind(model.busy());
        Button restart = controls.button("boards.restart", model::restart);
        restart.disableProperty().bind(Bindings.createBooleanBinding(
                () -> model.busy().get() || model.baud().get() == 0 || model.lost().get() != null, model.busy(),
                model.baud(), model.lost()));
        Button again = controls.button("boards.reopen", model::reopen);
        again.visibleProperty().bind(model.lost().isNotNull().and(model.busy().not()));
        again.managedProperty().bind(again.visibleProperty());
        var row = new HBox(12, name, words, lost(), Controls.spring(), again, speed,
                controls.explained(restart, controls.texts().of("boards.restart-needs")));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("padded");
        return row;
    }

    private Label lost() {
        var lost = controls.label(Bindings.createStringBinding(() -> sentence(model.lost().get()), model.lost(),
                controls.texts().messages()), "danger");
        lost.setWrapText(true);
        lost.managedProperty().bind(lost.textProperty().isNotEmpty());
        return lost;
    }

    private String sentence(@Nullable Fault fault) {
        return fault == null || model.busy().get() ? "" : controls.texts().messages().get().get(fault);
    }
}
