package org.commonwright.workbench.machines.printer;

import static org.commonwright.workbench.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Session;
import org.commonwright.machine.printer.CardFile;
import org.commonwright.machine.protocol.Temperature;
import org.commonwright.task.BackgroundTasks;
import org.commonwright.workbench.FxThread;
import org.commonwright.workbench.TestWindow;
import org.commonwright.workbench.WindowTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class PrinterPagesTest {
    @TempDir
    Path home;

    private TestWindow window;
    private volatile Session session;

    @Start
    void start(Stage stage) {
        window = new TestWindow(stage, home, new BackgroundTasks(new FxThread()));
        window.context().ports().watch(new Machines.Watcher() {
            @Override
            public void opened(Session opened, String holder) {
                session = opened;
            }

            @Override
            public void closed(Session closed) {}
        });
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> window.composition().close());
    }

    private void act(FxRobot robot, String action) {
        robot.interact(() -> window.context().actions().get(action).fire());
    }

    private static Button button(Node under, String text) {
        return under.lookupAll(".button").stream().map(Button.class::cast).filter(b -> text.equals(b.getText()))
                .findFirst().orElseThrow(() -> new AssertionError("no button " + text));
    }

    private static String words(Parent under) {
        return String.join("|", under.lookupAll(".label").stream().filter(Labeled.class::isInstance)
                .map(label -> ((Labeled) label).getText()).toList());
    }

    private List<Double> targets() {
        return session.status().temperatures().stream().map(Temperature::target).toList();
    }

    /// A temperature that is mistyped is not kept as another.
    private static void materials(FxRobot robot, Node root) {
        Button edit = root.lookupAll(".button").stream().map(Button.class::cast)
                .filter(b -> "Edit materials".equals(b.getAccessibleText())).findFirst().orElseThrow();
        robot.interact(edit::fire);
        TextField nozzle = root.lookupAll(".form .text-field").stream().map(TextField.class::cast)
                .filter(field -> "210".equals(field.getText())).findFirst().orElseThrow();
        for (String typed : List.of("2l0", "-5", "900")) {
            robot.interact(() -> {
                nozzle.setText(typed);
                button(root, "Keep materials").fire();
            });
            assertTrue(nozzle.isVisible() && nozzle.getParent().getParent().getParent().isVisible(), "it stays open");
            button(root, "PLA 210/60 °C");
        }
        robot.interact(() -> {
            nozzle.setText("210");
            button(root, "Keep materials").fire();
        });
        TextField length = root.lookupAll(".text-field").stream().map(TextField.class::cast)
                .filter(field -> "10".equals(field.getText())).findFirst().orElseThrow();
        robot.interact(() -> length.setText("ten"));
        assertTrue(button(root, "Extrude").isDisabled());
        robot.interact(() -> length.setText("10"));
        assertFalse(button(root, "Extrude").isDisabled());
    }

    @Test
    void aPrinterIsHeatedAskedAndItsCardIsPrinted(FxRobot robot) throws Exception {
        robot.interact(() -> window.context().navigator().goTo("machines"));
        ComboBox<String> ports = robot.lookup(".port").query();
        robot.interact(() -> {
            ports.getEditor().setText("virtual:marlin?speed=6");
            ports.getEditor().fireEvent(new ActionEvent());
        });
        await(() -> session != null && robot.lookup("#printer-prompt").tryQuery().isPresent());
        act(robot, "printer-page");
        Node root = robot.lookup(".commonwright").query();
        await(() -> root.lookupAll(".button").stream()
                .anyMatch(node -> node instanceof Button b && "PLA 210/60 °C".equals(b.getText())));
        materials(robot, root);
        window.confirms(false);
        robot.interact(() -> button(root, "PLA 210/60 °C").fire());
        assertTrue(targets().stream().allMatch(target -> target == 0), "nobody confirmed");
        window.confirms(true);
        robot.interact(() -> button(root, "PLA 210/60 °C").fire());
        await(() -> targets().equals(List.of(210.0, 60.0, 0.0)));
        act(robot, "cool-down");
        await(() -> targets().equals(List.of(0.0, 0.0, 0.0)));
        Path csv = home.resolve("warm.csv");
        window.answer(csv);
        robot.interact(() -> button(root, "Save as CSV").fire());
        await(() -> Files.exists(csv));
        Path picture = home.resolve("warm.png");
        window.answer(picture);
        robot.interact(() -> button(root, "Save picture").fire());
        await(() -> Files.exists(picture));

        session.operate("M0");
        Parent prompt = robot.lookup("#printer-prompt").query();
        await(prompt::isVisible);
        assertTrue(words(prompt).contains("The printer asks: M0/1 Break Called"), () -> words(prompt));
        robot.interact(() -> window.context().texts().speak(Locale.FRENCH));
        await(() -> words(prompt).contains("L’imprimante demande"));
        robot.interact(() -> window.context().texts().speak(Locale.ENGLISH));
        robot.interact(() -> button(prompt, "Continue").fire());
        await(() -> !prompt.isVisible());

        act(robot, "printer-card");
        TableView<CardFile> card = robot.lookup("#table-card").query();
        await(() -> card.getItems().size() == 2);
        robot.interact(() -> card.getSelectionModel().select(1));
        robot.interact(() -> button(root, "Print from card").fire());
        await(() -> session.printer().card() != null && session.printer().card().size() > 0);
        robot.interact(() -> button(root, "Abort print").fire());
        await(() -> session.printer().card() == null);
        assertEquals(0, targets().getFirst());
    }
}
