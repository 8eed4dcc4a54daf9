package org.commonwright.workbench.toolpath;

import java.time.Duration;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.commonwright.machine.protocol.Position;
import org.commonwright.raster.Scene;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.viewer.Viewer3D;
import org.commonwright.workbench.viewer.ViewerColours;
import org.jspecify.annotations.Nullable;

/// A toolpath in 3D with all that belongs to it: the range of layers at its right, how far the top layer has come below, the
/// switches above, the legend in the corner, the code beside. A click on a move marks its line, a choice of a line shows the path as
/// far as it.
///
/// Keys in the picture, beside those of [Viewer3D]: Page Up and Page Down change the top layer, full stop and comma go a move on
/// and back, with Shift a hundred.
public final class ToolpathView {
    private static final int MANY = 100;
    /// A picture beside code has its larger share.
    private static final double PICTURE_PART = 0.62;

    private final PathViewModel model;
    private final Controls controls;
    private final Viewer3D viewer;
    private final Legend legend;
    private final CodeList code;
    private final Slider slider;
    /// Held here: what is bound to it both ways does not hold it.
    private final BooleanProperty shown;
    private final SplitPane split = new SplitPane();
    private final BorderPane pane = new BorderPane();
    private int done = -1;
    private boolean following;
    private @Nullable Position tool;

    /// @param name  what a screen reader calls the picture
    /// @param tasks quiet ones
    public ToolpathView(PathProgram program, ObservableValue<String> name, PathMemory memory, Controls controls,
            Tasks tasks) {
        this.controls = controls;
        model = new PathViewModel(program, tasks);
        memory.attach(model);
        viewer = new Viewer3D(controls, name, tasks);
        BooleanProperty perspective = memory.flag("perspective", true);
        viewer.perspective(perspective.get());
        viewer.camera().subscribe(camera -> perspective.set(camera.perspective()));
        legend = new Legend(model, controls, ViewerColours.LIGHT);
        StackPane.setAlignment(legend.node(), Pos.BOTTOM_RIGHT);
        shown = memory.flag("code", false);
        code = new CodeList(program.code(), controls, model::goToLine);
        slider = slider();
        var picture = new BorderPane(new StackPane(viewer.node(), legend.node()));
        if (program.layers().count() > 1) {
            picture.setRight(new LayerSlider(model, controls, layerWords()));
        }
        picture.setMinWidth(200);
        split.getItems().add(picture);
        shown.subscribe(this::code);
        pane.setTop(PathBar.of(model, shown, controls));
        pane.setCenter(split);
        pane.setBottom(foot());
        pane.accessibleHelpProperty().bind(controls.texts().of("toolpath.keys"));
        pane.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        viewer.show(program.box(), this::scene);
        follow();
    }

    private void follow() {
        model.lower().subscribe((_, _) -> redraw());
        model.upper().subscribe((_, _) -> redraw());
        model.move().subscribe((_, _) -> redraw());
        model.selected().subscribe((_, _) -> redraw());
        model.travel().subscribe((_, _) -> redraw());
        model.classes().subscribe((_, _) -> redraw());
        model.cut().subscribe((_, _) -> redraw());
        model.axis().subscribe((_, _) -> redraw());
        model.place().subscribe((_, _) -> redraw());
        model.line().subscribe((_, now) -> code.show(now.intValue()));
        viewer.picked().subscribe(at -> {
            if (at.intValue() >= 0) {
                model.point(at.intValue());
            }
        });
    }

    public Node node() {
        return pane;
    }

    public PathViewModel model() {
        return model;
    }

    /// A machine runs the program: what it has certainly done is bright, and the tool is where it says.
    ///
    /// @param moves how many moves are done; -1 while nothing runs
    public void live(int moves, @Nullable Position at) {
        boolean same = moves == done && (at == null ? tool == null : at.equals(tool));
        following = true;
        if (moves > 0 && moves != done) {
            model.point(moves - 1);
        }
        following = false;
        done = moves;
        tool = at;
        if (!same) {
            viewer.follow(this::scene);
        }
    }

    /// Shows the path as far as a line, and the line.
    public void goToLine(int line) {
        // Whoever asks for a line wants to read it.
        shown.set(true);
        model.goToLine(line);
    }

    private void code(boolean wanted) {
        boolean there = split.getItems().contains(code);
        if (wanted && !there) {
            split.getItems().add(code);
            split.setDividerPositions(PICTURE_PART);
            code.show(model.line().get());
        } else if (!wanted) {
            split.getItems().remove(code);
        }
    }

    private void redraw() {
        if (following) {
            return;
        }
        viewer.update(this::scene);
    }

    private Scene scene(ViewerColours c) {
        legend.in(c);
        return PathScene.of(model, done >= 0 ? done : model.move().get() + 1,
                tool == null ? PathScene.end(model) : tool, c);
    }

    /// From the first move of the top layer to its last.
    private Slider slider() {
        var moves = new Slider();
        moves.setId("path-move");
        model.upper().subscribe(now -> {
            int layer = now.intValue();
            moves.setMin(model.layers().first(layer));
            moves.setMax(Math.max(moves.getMin() + 1, model.layers().end(layer) - 1));
            moves.setBlockIncrement(Math.max(1, (moves.getMax() - moves.getMin()) / MANY));
            moves.setValue(model.move().get());
        });
        model.move().subscribe(now -> moves.setValue(now.doubleValue()));
        moves.valueProperty().subscribe((_, now) -> {
            int at = (int) Math.round(now.doubleValue());
            // The slider's own ends move with the layer; what a person moves is told apart by staying within the layer.
            if (at != model.move().get() && at >= model.layers().first(model.upper().get())
                    && at < model.layers().end(model.upper().get())) {
                model.move().set(at);
                model.point(at);
            }
        });
        controls.name(moves, controls.texts().of("toolpath.move-slider"));
        HBox.setHgrow(moves, Priority.ALWAYS);
        return moves;
    }

    private ObservableValue<String> layerWords() {
        return controls.texts().messages().flatMap(m -> model.lower().flatMap(low -> model.upper()
                .map(high -> m.get("toolpath.layers", low.intValue() + 1, high.intValue() + 1,
                        model.layers().count()))));
    }

    private Node foot() {
        Label words = controls.label(controls.texts().messages().flatMap(m -> controls.texts().formats()
                .flatMap(f -> model.move().map(at -> m.get("toolpath.at", lineOf(at.intValue()),
                        model.program().file().lines(), f.duration(model.shownTime()),
                        f.duration(Duration.ofMillis(Math.round(model.program().time().seconds() * 1000))))))),
                "hint");
        words.setMinWidth(Region.USE_PREF_SIZE);
        var foot = new HBox(16, slider, words);
        if (model.layers().count() > 1) {
            Label layer = controls.label(controls.texts().messages().flatMap(m -> controls.texts().formats()
                    .flatMap(f -> model.upper().map(top -> m.get("toolpath.layer", top.intValue() + 1,
                            model.layers().count(), f.number(model.layers().z(top.intValue()), 2),
                            f.duration(model.layerTime(top.intValue())))))),
                    "hint");
            layer.setMinWidth(0);
            foot.getChildren().add(layer);
        }
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("viewer-foot");
        return foot;
    }

    private int lineOf(int move) {
        return move < 0 ? 0 : model.program().file().toolpath().line(move);
    }

    private void key(KeyEvent e) {
        if (e.isConsumed() || e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        switch (e.getCode()) {
            case PAGE_UP -> model.step(1);
            case PAGE_DOWN -> model.step(-1);
            case PERIOD -> model.advance(e.isShiftDown() ? MANY : 1);
            case COMMA -> model.advance(e.isShiftDown() ? -MANY : -1);
            default -> {
                return;
            }
        }
        e.consume();
    }
}
