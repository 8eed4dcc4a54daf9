package org.commonwright.workbench.viewer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.commonwright.gcode.GcodeFile;
import org.commonwright.gcode.TimeEstimate;
import org.commonwright.gcode.Toolpath;
import org.commonwright.model.Bounds;
import org.commonwright.raster.PathModel;
import org.commonwright.raster.Scene;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.text.Controls;

/// A toolpath in 3D with a slider along its time: what is done is bright, what comes is pale, the tool stands between. A click
/// on a move takes the slider there.
public final class ToolpathPane {
    private static final double TOOL_PART = 0.06;

    private final GcodeFile file;
    private final TimeEstimate time;
    private final PathModel model;
    private final Viewer3D viewer;
    private final Slider slider;
    private final BorderPane pane;

    /// @param tasks quiet ones
    public ToolpathPane(GcodeFile file, TimeEstimate time, PathModel model, Controls controls, Tasks tasks) {
        this.file = file;
        this.time = time;
        this.model = model;
        var texts = controls.texts();
        viewer = new Viewer3D(controls, texts.of("workbench.viewer-of", file.name()), tasks);
        slider = new Slider(0, Math.max(1, time.seconds()), Math.max(1, time.seconds()));
        slider.setBlockIncrement(Math.max(1, time.seconds() / 100));
        controls.name(slider, texts.of("workbench.path-slider"));
        HBox.setHgrow(slider, Priority.ALWAYS);
        var words = controls.label(texts.messages().flatMap(m -> texts.formats()
                .flatMap(f -> slider.valueProperty().map(at -> m.get("workbench.path-at", line(), file.lines(),
                        f.duration(seconds(at.doubleValue())), f.duration(seconds(time.seconds())))))),
                "hint");
        words.setMinWidth(Region.USE_PREF_SIZE);
        var size = controls.label(texts.messages().flatMap(m -> texts.formats().map(f -> m.get("workbench.path-size",
                model.moves(), f.number(file.toolpath().totalLength() / 1000, 2)))), "hint");
        size.setMinWidth(0);
        var foot = new HBox(16, slider, words, size);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("viewer-foot");
        pane = new BorderPane(viewer.node());
        pane.setBottom(foot);
        Bounds work = file.toolpath().workBounds();
        viewer.show(work.isEmpty() ? model.bounds() : work, this::scene);
        slider.valueProperty().subscribe((_, _) -> viewer.update(this::scene));
        viewer.picked().subscribe(move -> {
            if (move.intValue() >= 0) {
                slider.setValue(time.endOf(move.intValue()));
            }
        });
    }

    public Node node() {
        return pane;
    }

    private int move() {
        return slider.getValue() >= slider.getMax() ? model.moves() - 1 : time.moveAt(slider.getValue());
    }

    private int line() {
        int move = move();
        return move < 0 ? 0 : file.toolpath().line(move);
    }

    private Scene scene(ViewerColours c) {
        Toolpath path = file.toolpath();
        Bounds box = path.workBounds();
        int move = move();
        List<Scene.Item> items = new ArrayList<>();
        items.add(new Scene.Route(model, c.path(), 0, model.moves(), move + 1, 1));
        if (!box.isEmpty()) {
            items.add(new Scene.Grid(box, Math.min(0, box.minZ()), Scene.Grid.stepFor(box), c.grid(), c.xAxis(),
                    c.yAxis(),
                    c.zAxis()));
        }
        if (move >= 0 && move < model.moves() - 1) {
            items.add(new Scene.Tool(path.x(move), path.y(move), path.z(move), box.diagonal() * TOOL_PART, c.tool()));
        }
        return new Scene(c.top(), c.bottom(), items);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
