package org.commonwright.workbench.viewer;

import static org.commonwright.workbench.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.SimpleStringProperty;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.commonwright.mesh.Mesh;
import org.commonwright.mesh.MeshMeasures;
import org.commonwright.mesh.MeshReader;
import org.commonwright.model.Bounds;
import org.commonwright.raster.Camera;
import org.commonwright.raster.MeshModel;
import org.commonwright.task.BackgroundTasks;
import org.commonwright.task.Progress;
import org.commonwright.workbench.FxThread;
import org.commonwright.workbench.WindowTest;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.text.Texts;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class ViewerTest {
    private static final String TETRAHEDRON = """
            solid t
            facet normal 0 0 0 outer loop vertex 0 0 0 vertex 0 10 0 vertex 10 0 0 endloop endfacet
            facet normal 0 0 0 outer loop vertex 0 0 0 vertex 10 0 0 vertex 0 0 10 endloop endfacet
            facet normal 0 0 0 outer loop vertex 0 0 0 vertex 0 0 10 vertex 0 10 0 endloop endfacet
            facet normal 0 0 0 outer loop vertex 10 0 0 vertex 0 10 0 vertex 0 0 10 endloop endfacet
            endsolid t
            """;

    private final Controls controls = new Controls(new Texts(Locale.ENGLISH));
    private StackPane root;

    @Start
    void start(Stage stage) {
        root = new StackPane();
        stage.setScene(new Scene(root, 500, 400));
        stage.show();
    }

    private static Image picture(FxRobot robot) {
        return robot.lookup((Node n) -> n instanceof ImageView).<ImageView>query().getImage();
    }

    /// Two pictures take turns, so what is in them tells whether they changed.
    private static int pixels(Image image) {
        int hash = 0;
        for (int y = 0; y < image.getHeight(); y += 7) {
            for (int x = 0; x < image.getWidth(); x += 7) {
                hash = 31 * hash + image.getPixelReader().getArgb(x, y);
            }
        }
        return hash;
    }

    private static Set<Integer> coloursIn(Image image) {
        Set<Integer> colours = new TreeSet<>();
        for (int y = 0; y < image.getHeight(); y += 4) {
            for (int x = 0; x < image.getWidth(); x += 4) {
                colours.add(image.getPixelReader().getArgb(x, y));
            }
        }
        return colours;
    }

    @Test
    void aMeshIsDrawnAndTurnsByKeys(FxRobot robot) throws Exception {
        Mesh mesh = MeshReader.read(TETRAHEDRON.getBytes(StandardCharsets.UTF_8), "t.stl", Progress.NONE);
        robot.interact(
                () -> root.getChildren().setAll(MeshPane.of(MeshModel.of(mesh, true), MeshMeasures.of(mesh), "t.stl",
                        controls, new BackgroundTasks(new FxThread()))));
        await(() -> picture(robot) != null && picture(robot).getWidth() == root.getWidth());
        assertTrue(coloursIn(picture(robot)).size() > 3, "one colour only");
        Node canvas = robot.lookup(".viewer").query();
        assertEquals("3D view of t.stl", canvas.getAccessibleText());
        int before = pixels(picture(robot));
        robot.clickOn(canvas).push(KeyCode.DIGIT7);
        await(() -> pixels(picture(robot)) != before);
    }

    @Test
    void theWheelScrollsThePageUntilThePictureIsWorkedWith(FxRobot robot) {
        var viewer = new Viewer3D(controls, new SimpleStringProperty("part"), new BackgroundTasks(new FxThread()));
        var above = new Button("above");
        robot.interact(() -> root.getChildren().setAll(new ScrollPane(new VBox(above, viewer.node()))));
        robot.interact(above::requestFocus);
        Node canvas = robot.lookup(".viewer").query();
        Camera before = viewer.camera().get();
        robot.interact(() -> wheel(canvas, false));
        assertEquals(before, viewer.camera().get());
        robot.interact(() -> wheel(canvas, true));
        Camera near = viewer.camera().get();
        assertNotEquals(before, near);
        robot.interact(canvas::requestFocus);
        robot.interact(() -> wheel(canvas, false));
        assertNotEquals(near, viewer.camera().get());
    }

    private static void wheel(Node node, boolean shortcut) {
        Event.fireEvent(node, new ScrollEvent(ScrollEvent.SCROLL, 5, 5, 5, 5, false, shortcut, false, false, false,
                false, 0, 40, 0, 0, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
    }

    @Test
    void theCameraStaysWhenTheSceneChangesAndIsFittedWhenItIsAnother() {
        var model = new ViewerViewModel();
        model.size(500, 400);
        model.bounds(new Bounds(0, 0, 0, 10, 10, 10));
        Camera fitted = model.camera().get();
        assertEquals(5, fitted.x(), 1e-9);
        model.zoom(3);
        Camera near = model.camera().get();
        assertTrue(near.height() < fitted.height());
        model.bounds(new Bounds(0, 0, 0, 10, 10, 20));
        assertEquals(near, model.camera().get());
        model.forget();
        model.bounds(new Bounds(0, 0, 0, 100, 100, 100));
        assertEquals(50, model.camera().get().x(), 1e-9);
        model.top();
        assertEquals(Math.PI / 2, model.camera().get().pitch(), 1e-6);
        model.orbit(0.1, 0);
        model.pan(0.1, 0.1);
        assertNotEquals(50, model.camera().get().x(), 1e-9);
    }
}
