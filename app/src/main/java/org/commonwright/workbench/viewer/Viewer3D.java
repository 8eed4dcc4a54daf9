package org.commonwright.workbench.viewer;

import java.util.List;
import java.util.function.Function;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import org.commonwright.model.Bounds;
import org.commonwright.raster.Camera;
import org.commonwright.raster.Quality;
import org.commonwright.raster.Scene;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Theme;
import org.jspecify.annotations.Nullable;

/// A scene of meshes and toolpaths that turns with the mouse and by keys. Drawn by the software renderer at the screen's own
/// resolution: quickly while it moves, finely once it rests.
///
/// Left button turns, right or middle button (or Shift) moves, the wheel zooms. Arrows turn, with Shift they move; + and −
/// zoom; F fits; 1, 2, 3, 4, 7, 8 look from the front, the back, the right, the left, the top, the bottom; 0 is the first view; P switches
/// perspective. The cube in the corner turns along, and a click on a face, an edge or a corner looks from there.
public final class Viewer3D {
    private static final Duration REST = Duration.millis(160);
    private static final int LARGEST_SIDE = 8_192;
    private static final int PICK_RADIUS = 6;
    private static final double CALM = 100;
    private static final double IDLE_SHARE = 3;

    private final ViewerViewModel model = new ViewerViewModel();
    private final ImageView view = new ImageView();
    private final Pane canvas;
    private final StackPane node;
    private final CubeView cube;
    private final RenderLoop loop;
    private final PauseTransition rest = new PauseTransition(REST);
    private final PauseTransition calm = new PauseTransition(REST);
    private final ReadOnlyIntegerWrapper picked = new ReadOnlyIntegerWrapper(-1);
    private @Nullable Function<ViewerColours, Scene> source;
    private @Nullable Scene scene;
    private @Nullable Pointed pointed;
    private @Nullable Pointed clicked;
    private boolean dark;
    private int pictureWidth;
    private int pictureHeight;

    /// @param name what a screen reader calls it
    /// @param tasks quiet ones, see [org.commonwright.workbench.tasks.TaskBoard#quiet]
    public Viewer3D(Controls controls, ObservableValue<String> name, Tasks tasks) {
        loop = new RenderLoop(tasks, view::setImage);
        canvas = new Pane(view) {
            @Override
            protected void layoutChildren() {
                super.layoutChildren();
                resized();
            }
        };
        canvas.getStyleClass().add("viewer");
        canvas.setFocusTraversable(true);
        canvas.setMinSize(0, 0);
        canvas.setPrefSize(640, 480);
        controls.name(canvas, name);
        canvas.accessibleHelpProperty().bind(controls.texts().of("workbench.viewer-keys"));
        view.setPreserveRatio(false);
        cube = new CubeView(model, controls);
        StackPane.setAlignment(cube.node(), Pos.TOP_LEFT);
        node = new StackPane(canvas, cube.node(), ViewerButtons.of(model, controls));
        new ViewerInput(canvas, model, this::pick, this::point);
        model.camera().subscribe(_ -> moved());
        rest.setOnFinished(_ -> draw(Quality.FINE));
        calm.setOnFinished(_ -> {
            make();
            draw(Quality.FINE);
        });
        Theme.dark(canvas).subscribe(now -> {
            dark = now;
            cube.dark(now);
            remake();
        });
        var clip = new Rectangle();
        clip.widthProperty().bind(canvas.widthProperty());
        clip.heightProperty().bind(canvas.heightProperty());
        canvas.setClip(clip);
    }

    public Node node() {
        return node;
    }

    /// Where the scene is looked at from.
    public ReadOnlyObjectProperty<Camera> camera() {
        return model.camera();
    }

    /// Looks from where another viewer looks from.
    public void look(Camera from) {
        model.place(from);
    }

    /// Turns to a part of the scene, from where a surface is seen well.
    ///
    /// @param around mm that are shown about the box
    /// @param nx     where the surface looks; all zero to keep the direction
    /// @param ny     likewise
    /// @param nz     likewise
    public void lookAt(Bounds box, double around, double nx, double ny, double nz) {
        model.turnTo(box, around, nx, ny, nz);
    }

    /// Without the cube and the buttons: for a picture that lies over another one and takes nothing of the mouse.
    public void bare(boolean wanted) {
        node.getChildren().forEach(child -> child.setVisible(!wanted || child == canvas));
        node.setMouseTransparent(wanted);
        canvas.setFocusTraversable(!wanted);
    }

    /// Lays something over the picture, below the cube and the buttons, in place of what was laid there before.
    public void cover(List<Node> over) {
        List<Node> children = node.getChildren();
        children.subList(1, children.size() - 2).clear();
        children.addAll(1, over);
    }

    /// Whether what is farther is smaller.
    public void perspective(boolean wanted) {
        model.perspective(wanted);
    }

    /// The move of a toolpath that was clicked last; -1 for none.
    public ReadOnlyIntegerProperty picked() {
        return picked.getReadOnlyProperty();
    }

    /// Hears of places that are pointed at: a click with the other button, or C for the middle.
    @FunctionalInterface
    public interface Pointed {
        /// @param from where the ray through the place begins: x, y, z
        /// @param along its direction
        /// @param screenX where it is on the screen
        void at(double[] from, double[] along, double screenX, double screenY);
    }

    /// @param wanted hears of places that are pointed at
    public void onPoint(Pointed wanted) {
        pointed = wanted;
    }

    /// @param wanted hears of places that are clicked on
    public void onClick(Pointed wanted) {
        clicked = wanted;
    }

    /// Shows another thing and fits it.
    ///
    /// @param box what is fitted
    /// @param made makes the scene in the colours of the theme; called again when the theme changes
    public void show(Bounds box, Function<ViewerColours, Scene> made) {
        model.forget();
        model.bounds(box);
        update(made);
    }

    /// Shows a change of the same thing, such as the tool at another place; the camera stays.
    public void update(Function<ViewerColours, Scene> made) {
        source = made;
        remake();
    }

    /// Shows what goes on by itself, such as a machine at work: finely and no more often than it can be drawn with three quarters of
    /// the time left for others.
    public void follow(Function<ViewerColours, Scene> made) {
        source = made;
        if (rest.getStatus() != Animation.Status.RUNNING && calm.getStatus() != Animation.Status.RUNNING) {
            calm.setDuration(Duration.millis(Math.max(CALM, IDLE_SHARE * loop.fineMillis())));
            calm.playFromStart();
        }
    }

    private void remake() {
        if (source != null) {
            make();
            moved();
        }
    }

    private void make() {
        if (source != null) {
            scene = source.apply(ViewerColours.of(dark));
        }
    }

    private void moved() {
        draw(Quality.DRAFT);
        rest.playFromStart();
    }

    private void resized() {
        int width = pixels(canvas.getWidth());
        int height = pixels(canvas.getHeight());
        if (width != pictureWidth || height != pictureHeight) {
            pictureWidth = width;
            pictureHeight = height;
            model.size(width, height);
            moved();
        }
        view.setFitWidth(canvas.getWidth());
        view.setFitHeight(canvas.getHeight());
    }

    private void draw(Quality quality) {
        if (scene != null && pictureWidth > 1 && pictureHeight > 1) {
            loop.request(new RenderLoop.Request(scene, model.camera().get(), pictureWidth, pictureHeight, quality));
        }
    }

    private void pick(double x, double y) {
        double scale = scale();
        picked.set(loop.moveAt((int) (x * scale), (int) (y * scale), (int) (PICK_RADIUS * scale)));
        tell(clicked, x, y);
    }

    private void point(double x, double y) {
        tell(pointed, x, y);
    }

    private void tell(@Nullable Pointed wanted, double x, double y) {
        if (wanted != null) {
            double[][] ray = model.camera().get().ray(x, y, canvas.getWidth(), canvas.getHeight());
            Point2D on = canvas.localToScreen(x, y);
            wanted.at(ray[0], ray[1], on == null ? 0 : on.getX(), on == null ? 0 : on.getY());
        }
    }

    private int pixels(double length) {
        return Math.clamp(Math.round(length * scale()), 1, LARGEST_SIDE);
    }

    /// The screen's pixels in one of the window's.
    private double scale() {
        var owner = canvas.getScene();
        return owner == null || owner.getWindow() == null ? 1 : Math.max(1, owner.getWindow().getOutputScaleX());
    }
}
