package org.commonwright.workbench.state;

import static org.commonwright.workbench.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeoutException;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.commonwright.workbench.WindowTest;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class DividerKeeperTest {
    private SplitPane split;
    private DividerKeeper keeper;
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        var right = new Region();
        right.setMinWidth(150);
        split = new SplitPane(new Region(), right);
        keeper = new DividerKeeper(split, 0.75);
        stage.setScene(new Scene(split));
        stage.setWidth(800);
        stage.setHeight(400);
        stage.show();
    }

    private double at() {
        return split.getDividerPositions()[0];
    }

    /// A window is resized, and its divider placed, when the next frame is laid out.
    private void awaitPlace(double place) throws TimeoutException {
        await(() -> Math.abs(at() - place) < 0.02);
    }

    private static MouseEvent mouse(EventType<MouseEvent> type) {
        return new MouseEvent(type, 0, 0, 0, 0, MouseButton.PRIMARY, 1, false, false, false, false, true, false, false,
                true, false, true, null);
    }

    @Test
    void itKeepsItsPlaceThroughSizesAndFoldingAndFollowsTheHand(FxRobot robot) throws TimeoutException {
        awaitPlace(0.75);
        robot.interact(() -> stage.setWidth(300));
        robot.interact(() -> stage.setWidth(900));
        awaitPlace(0.75);

        // As the hand does it; the Headless platform does not keep a drag's target, so the robot cannot.
        Node divider = split.lookup(".split-pane-divider");
        robot.interact(() -> Event.fireEvent(divider, mouse(MouseEvent.MOUSE_PRESSED)));
        robot.interact(() -> split.setDividerPositions(0.5));
        robot.interact(() -> Event.fireEvent(divider, mouse(MouseEvent.MOUSE_RELEASED)));
        awaitPlace(0.5);
        assertEquals(0.5, keeper.place().get(), 0.02);

        var right = split.getItems().get(1);
        double before = at();
        robot.interact(() -> split.getItems().remove(right));
        robot.interact(() -> split.getItems().add(right));
        robot.interact(() -> stage.setWidth(700));
        awaitPlace(before);
    }
}
