package org.commonwright.workbench.toolpath;

import static org.commonwright.workbench.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.commonwright.gcode.GcodeFile;
import org.commonwright.gcode.GcodeReader;
import org.commonwright.gcode.MotionLimits;
import org.commonwright.gcode.TimeEstimator;
import org.commonwright.raster.ColourBy;
import org.commonwright.raster.PathModel;
import org.commonwright.settings.SettingsFile;
import org.commonwright.task.BackgroundTasks;
import org.commonwright.task.Progress;
import org.commonwright.workbench.FxThread;
import org.commonwright.workbench.WindowTest;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class ToolpathViewTest {
    private final Controls controls = new Controls(new Texts(Locale.ENGLISH));
    @TempDir
    private Path folder;
    private StackPane root;

    @Start
    void start(Stage stage) {
        root = new StackPane();
        stage.setScene(new Scene(root, 900, 600));
        stage.show();
    }

    /// A box of squares, 30 layers, outer and inner lines.
    private static String print() {
        var text = new StringBuilder("G90\nM83\nG28\n");
        for (int layer = 0; layer < 30; layer++) {
            text.append(";LAYER_CHANGE\nG0 Z").append((layer + 1) * 2).append(" F6000\n");
            for (int ring = 0; ring < 3; ring++) {
                int r = 30 - 8 * ring;
                text.append(";TYPE:").append(ring == 0 ? "External perimeter" : "Inner infill").append("\nG0 X")
                        .append(-r)
                        .append(" Y").append(-r).append("\nG1 F").append(1200 + 600 * ring).append("\nG1 X").append(r)
                        .append(" E2\nG1 Y").append(r).append(" E2\nG1 X").append(-r).append(" E2\nG1 Y").append(-r)
                        .append(" E2\n");
            }
        }
        return text.toString();
    }

    private static PathProgram program(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        GcodeFile file = GcodeReader.read(bytes, "box.gcode", Progress.NONE);
        return PathProgram.of(file, TimeEstimator.estimate(file.toolpath(), MotionLimits.of(file.dialect())),
                PathModel.of(file.toolpath()), ByteLines.of(bytes));
    }

    private ToolpathView show(FxRobot robot, SettingsFile settings) {
        PathProgram program = program(print());
        var view = new ToolpathView[1];
        robot.interact(() -> {
            view[0] = new ToolpathView(program, controls.texts().of("workbench.viewer-of", program.name()),
                    new PathMemory(settings), controls, new BackgroundTasks(new FxThread()));
            root.getChildren().setAll(view[0].node());
        });
        return view[0];
    }

    private static boolean says(FxRobot robot, String beginning) {
        return robot.lookup((Node n) -> n instanceof Label l && l.isVisible() && l.getText() != null
                && l.getText().startsWith(beginning)).tryQuery().isPresent();
    }

    @Test
    void layersMovesAndCodeFollowEachOther(FxRobot robot) {
        try (var settings = new SettingsFile(folder.resolve("s.json"), _ -> {})) {
            PathViewModel model = show(robot, settings).model();
            assertEquals(30, model.layers().count());
            assertTrue(says(robot, "layer 30 of 30 · z 60"));
            Node layers = robot.lookup(".layer-slider").query();
            robot.interact(layers::requestFocus);
            robot.push(KeyCode.DOWN).push(KeyCode.PAGE_DOWN);
            assertEquals(18, model.upper().get());
            assertTrue(says(robot, "layer 19 of 30"));
            robot.push(KeyCode.SHIFT, KeyCode.UP);
            assertEquals(1, model.lower().get());
            assertEquals("Layers 2 to 19 of 30", layers.getAccessibleText());
            Slider moves = robot.lookup("#path-move").query();
            robot.interact(() -> moves.setValue(moves.getMin() + 2));
            assertEquals(model.layers().first(18) + 2, model.move().get());
            int line = model.program().file().toolpath().line(model.move().get());
            assertTrue(says(robot, "Line " + line + " of"));
            assertEquals(line, model.line().get());
            robot.interact(() -> robot.lookup("#toolpath-show-code").<ToggleButton>query().setSelected(true));
            Node code = robot.lookup(".code-list").query();
            robot.clickOn(code).push(KeyCode.HOME);
            assertEquals(1, model.line().get());
            assertEquals(-1, model.selected().get());
            for (int i = 0; i < 8; i++) {
                robot.push(KeyCode.DOWN);
            }
            assertEquals(9, model.line().get());
            assertEquals(0, model.upper().get());
            assertEquals("G1 X30 E2", model.program().code().line(9));
            assertEquals(model.program().file().toolpath().lastMoveAt(9), model.selected().get());
        }
    }

    @Test
    void aClickOnAMoveMarksItsLine(FxRobot robot) throws Exception {
        try (var settings = new SettingsFile(folder.resolve("s.json"), _ -> {})) {
            PathViewModel model = show(robot, settings).model();
            Node canvas = robot.lookup(".viewer").query();
            robot.clickOn(canvas).push(KeyCode.DIGIT7);
            Bounds at = canvas.localToScreen(canvas.getBoundsInLocal());
            // From above the outer square's lower side is seen; the picture must have come to rest before it is pointed at.
            await(() -> {
                robot.interact(() -> model.point(-1));
                for (double y = at.getMaxY() - 1; y > at.getCenterY() && model.selected().get() < 0; y -= 6) {
                    robot.clickOn(at.getCenterX() + 3, y);
                }
                return model.selected().get() >= 0;
            });
            int line = model.program().file().toolpath().line(model.selected().get());
            assertEquals(line, model.line().get());
            assertTrue(model.program().code().line(line).startsWith("G1 X30"), model.program().code().line(line));
        }
    }

    @Test
    void coloursHaveALegendAndAreRemembered(FxRobot robot) throws Exception {
        Path file = folder.resolve("s.json");
        try (var settings = new SettingsFile(file, _ -> {})) {
            PathViewModel model = show(robot, settings).model();
            assertTrue(says(robot, "extruded"));
            ChoiceBox<ColourBy> choice = robot.lookup("#path-colour").query();
            robot.interact(() -> choice.setValue(ColourBy.FEATURE));
            await(() -> says(robot, "External perimeter") && says(robot, "Inner infill"));
            robot.interact(() -> choice.setValue(ColourBy.SPEED));
            await(() -> says(robot, "mm/s") && says(robot, "30"));
            robot.interact(() -> robot.lookup("#toolpath-section").<ToggleButton>query().setSelected(true));
            robot.interact(() -> robot.lookup("#section-place").<Slider>query().setValue(0.25));
            assertEquals(2 + 58 * 0.25, model.section().at(), 1e-6);
        }
        try (var settings = new SettingsFile(file, _ -> {})) {
            assertEquals(ColourBy.SPEED, show(robot, settings).model().colourBy().get());
            await(() -> says(robot, "mm/s"));
        }
    }

    @Test
    void linesAreFoundAmongManyAndShownAsTheyAre() {
        var text = new StringBuilder();
        for (int i = 1; i <= 1000; i++) {
            text.append("G1 X").append(i).append("\r\n");
        }
        byte[] tail = "; f\u00fcr\0\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] head = text.toString().getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, all, head.length, tail.length);
        CodeLines lines = ByteLines.of(all);
        assertEquals(1001, lines.count());
        assertEquals("G1 X1", lines.line(1));
        assertEquals("G1 X777", lines.line(777));
        assertEquals("; f\u00fcr\u2400", lines.line(1001));
        for (String wide : List.of("\u00e9", "\u20ac", "\ud83d\ude80")) {
            for (int before = 390; before < 400; before++) {
                byte[] comment = ("x".repeat(before) + wide.repeat(50)).getBytes(StandardCharsets.UTF_8);
                String line = ByteLines.of(comment).line(1);
                assertTrue(line.matches("x+(" + wide + ")*…"), line);
            }
        }
        assertEquals(401, ByteLines.of("x".repeat(1000).getBytes(StandardCharsets.US_ASCII)).line(1).length());
    }

    @Test
    void theColourWithTheLongestWordIsReadWholeInFrench(FxRobot robot) {
        try (var settings = new SettingsFile(folder.resolve("s.json"), _ -> {})) {
            controls.texts().speak(Locale.FRENCH);
            // Text can be made larger.
            robot.interact(() -> root.setStyle("-fx-font-size: 20px"));
            show(robot, settings);
            ChoiceBox<ColourBy> colours = robot.lookup("#path-colour").query();
            robot.interact(() -> {
                colours.setValue(Collections.max(colours.getItems(),
                        Comparator.comparingInt(by -> colours.getConverter().toString(by).length())));
                root.layout();
            });
            Label shown = (Label) colours.lookup(".label");
            assertTrue(shown.getWidth() >= shown.prefWidth(-1) - 0.5, shown.getText());
        }
    }
}
