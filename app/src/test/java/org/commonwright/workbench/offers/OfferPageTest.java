package org.commonwright.workbench.offers;

import static org.commonwright.workbench.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.commonwright.git.GitRepository;
import org.commonwright.task.BackgroundTasks;
import org.commonwright.workbench.FxThread;
import org.commonwright.workbench.TestWindow;
import org.commonwright.workbench.WindowTest;
import org.commonwright.workbench.area.OpenDesign;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class OfferPageTest {
    @TempDir
    Path home;

    private TestWindow window;
    private Path design;

    @Start
    void start(Stage stage) throws IOException {
        window = new TestWindow(stage, home, new BackgroundTasks(new FxThread()));
        design = window.context().folders().workspace().resolve("lamp");
        GitRepository.init(design).close();
        Files.writeString(design.resolve("bom.csv"), "Part,Quantity\nshade,1\nscrew,4\n");
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> window.composition().close());
    }

    private void open(FxRobot robot) throws Exception {
        robot.interact(() -> window.context().current().open(new OpenDesign(design, "Lamp")));
        robot.interact(() -> window.context().navigator().goTo("parts"));
        await(() -> !window.context().actions().get("start-offers").isBlocked());
    }

    private static void type(FxRobot robot, String id, String text) {
        robot.interact(() -> robot.lookup("#" + id).<TextField>query().setText(text));
    }

    private static String part(FxRobot robot) {
        return robot.lookup("#offer-part").<ComboBox<String>>query().getEditor().getText();
    }

    @Test
    void oneOfferAfterTheOtherIsWrittenAndTakenBack(FxRobot robot) throws Exception {
        open(robot);
        robot.interact(() -> window.context().actions().get("add-offer").fire());
        await(() -> robot.lookup("#offer-price-0").tryQuery().isPresent());
        assertEquals("shade", part(robot));
        Button write = robot.lookup("#offer-write").query();
        assertTrue(write.isDisabled());
        assertEquals("Say what one costs.", robot.lookup("#offer-wrong").<Label>query().getText());
        robot.interact(() -> robot.lookup("#offer-currency").<ComboBox<String>>query().getEditor().setText("eur"));
        type(robot, "offer-supplier", "Shop");
        type(robot, "offer-price-0", "abc");
        assertTrue(write.isDisabled());
        type(robot, "offer-price-0", "14,50");
        await(() -> !write.isDisabled());
        robot.interact(write::fire);
        await(() -> part(robot).equals("screw"));
        await(() -> Files.exists(design.resolve("offers.csv"))
                && window.context().actions().get("undo-offer").isBlocked() == false);
        assertTrue(Files.readString(design.resolve("offers.csv"))
                .endsWith("Link\nshade,Shop,,,,14.50,EUR,,,2026-03-01,\n"));
        robot.interact(() -> window.context().texts().speak(Locale.FRENCH));
        await(() -> robot.lookup("#offers-without").<Label>query().getText().startsWith("1 pièce demandée"));
        robot.interact(() -> window.context().actions().get("undo-offer").fire());
        await(() -> !Files.exists(design.resolve("offers.csv")));
    }

    @Test
    void aListToCompleteIsBegun(FxRobot robot) throws Exception {
        open(robot);
        robot.interact(() -> window.context().actions().get("start-offers").fire());
        await(() -> !window.context().actions().get("undo-offer").isBlocked());
        assertTrue(Files.readString(design.resolve("offers.csv")).endsWith("\nshade,,,,,,,,,,\nscrew,,,,,,,,,,\n"));
        robot.interact(() -> window.context().actions().get("undo-offer").fire());
        await(() -> window.context().actions().get("undo-offer").isBlocked());
        assertFalse(Files.exists(design.resolve("offers.csv")));
    }
}
