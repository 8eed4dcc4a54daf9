package org.commonwright.workbench.review.mesh;

import static org.commonwright.workbench.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.commonwright.mesh.ChangedRegion;
import org.commonwright.mesh.MeshReader;
import org.commonwright.mesh.Shapes;
import org.commonwright.task.BackgroundTasks;
import org.commonwright.task.Progress;
import org.commonwright.workbench.FxThread;
import org.commonwright.workbench.WindowTest;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.text.Texts;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class MeshReviewPaneTest {
    private final Controls controls = new Controls(new Texts(Locale.FRENCH));
    private StackPane root;

    @Start
    void start(Stage stage) {
        root = new StackPane();
        stage.setScene(new Scene(root, 1000, 480));
        stage.show();
    }

    private static MeshPair pair() {
        List<double[]> before = Shapes.box(60, 40, 10);
        List<double[]> after = new ArrayList<>(before);
        after.addAll(Shapes.shifted(Shapes.box(6, 6, 5), 40, 20, 9));
        return MeshPair.of(MeshReader.read(Shapes.binary(before, "before"), "a.stl", Progress.NONE),
                MeshReader.read(Shapes.text(after), "b.stl", Progress.NONE), Progress.NONE);
    }

    private static List<Image> pictures(FxRobot robot) {
        return robot.lookup((Node n) -> n instanceof ImageView view && view.getImage() != null)
                .queryAllAs(ImageView.class).stream().map(ImageView::getImage).toList();
    }

    /// Whether the cube lies over both pictures; else the upper one hides it, or it fades with it.
    private static boolean isAbovePictures(FxRobot robot) {
        Node cube = robot.lookup((Node n) -> "view-cube".equals(n.getId()) && n.isVisible()).query();
        List<Node> layers = cube.getParent().getChildrenUnmodifiable();
        return layers.subList(0, layers.indexOf(cube)).stream()
                .mapToInt(layer -> robot.from(layer).lookup((Node n) -> n instanceof ImageView).queryAll().size())
                .sum() == 2;
    }

    @Test
    void everyModeShowsAPictureAndAChangedPlaceTurnsTheView(FxRobot robot) throws TimeoutException {
        try (var tasks = new BackgroundTasks(new FxThread())) {
            MeshPair pair = pair();
            var actions = new MeshActions();
            assertTrue(actions.all().stream().allMatch(Action::isBlocked));
            robot.interact(() -> root.getChildren().add(MeshReviewPane.of(pair, "b.stl", controls, tasks, actions)));
            await(() -> !pictures(robot).isEmpty());
            for (MeshMode mode : MeshMode.values()) {
                ToggleButton button = robot.lookup("#mesh-mode-" + mode.id()).query();
                robot.interact(button::fire);
                assertTrue(button.isSelected());
                boolean two = mode.slides() || mode == MeshMode.SIDE;
                await(() -> pictures(robot).size() == (two ? 2 : 1));
                assertTrue(!mode.slides() || isAbovePictures(robot), mode::id);
            }
            for (MeshMode mode : MeshMode.values()) {
                robot.interact(actions.mode(mode)::fire);
                ToggleButton button = robot.lookup("#mesh-mode-" + mode.id()).query();
                assertTrue(button.isSelected());
            }
            ListView<ChangedRegion> list = robot.lookup("#mesh-regions").query();
            assertEquals(1, list.getItems().size());
            assertEquals(4, list.getItems().getFirst().deviation(), 0.01);
            Image before = pictures(robot).getFirst();
            robot.interact(() -> list.getSelectionModel().selectFirst());
            await(() -> pictures(robot).getFirst() != before);
            assertNotEquals(-1, list.getSelectionModel().getSelectedIndex());
            robot.interact(() -> list.getSelectionModel().clearSelection());
            robot.interact(actions.next()::fire);
            assertEquals(0, list.getSelectionModel().getSelectedIndex());
            robot.interact(() -> root.getChildren().clear());
            assertTrue(actions.all().stream().allMatch(Action::isBlocked));
        }
    }
}
