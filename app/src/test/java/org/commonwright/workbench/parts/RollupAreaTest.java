package org.commonwright.workbench.parts;

import static org.commonwright.workbench.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.commonwright.git.GitRepository;
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
class RollupAreaTest {
    @TempDir
    Path home;

    private TestWindow window;
    private Path design;

    @Start
    void start(Stage stage) throws IOException {
        window = new TestWindow(stage, home, new BackgroundTasks(new FxThread()));
        design = window.context().folders().workspace().resolve("lamp");
        GitRepository.init(design).close();
        Files.writeString(design.resolve("okh.toml"), "okhv = \"2.4\"\nname = \"Lamp\"\n");
        Files.writeString(design.resolve("bom.csv"),
                "Part,Quantity\nscrew M3x10,4\nscrew M3x12,2\nshade,1\n");
        Files.writeString(design.resolve("offers.csv"), "Part,Supplier,SKU,Unit Price,Currency,Lead Time Days\n"
                + "screw M3x10,Coop,S1,0.50,EUR,3\nscrew M3x12,Mouser,S2,1.00,EUR,5\n");
        Files.writeString(design.resolve("stock.csv"), "Part,Quantity,Lot\nscrew M3x10,3,L1\n");
        window.answer(design);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> window.composition().close());
    }

    private static boolean shows(FxRobot robot, String text) {
        return robot.lookup((Node n) -> n instanceof Labeled l && l.getText() != null && l.getText().contains(text)
                && l.isVisible()).tryQuery().isPresent();
    }

    private boolean inspected(String text) {
        return window.context().inspector().content().get() instanceof Pane pane && pane.getChildren().stream()
                .anyMatch(n -> n instanceof Labeled l && l.getText().contains(text));
    }

    @Test
    void pricesOfTheListItselfAddUpAndOpenToTheirCell(FxRobot robot) throws Exception {
        Files.delete(design.resolve("offers.csv"));
        Files.writeString(design.resolve("bom.csv"),
                "Part,Quantity,Total,Link\nscrew M3x10,3,$10.00,https://www.amazon.com/s\nshade,1,$4.00,\n");
        robot.clickOn("#open-folder");
        await(() -> window.context().current().design().get() != null);
        robot.interact(() -> window.context().navigator().goTo("parts"));
        await(() -> robot.lookup(".tab-pane").tryQuery().isPresent());
        robot.interact(() -> robot.lookup(".tab-pane").<TabPane>query().getSelectionModel().select(1));
        await(() -> shows(robot, "$14.00"));
        await(() -> shows(robot, "Amazon $10.00"));
        robot.interact(() -> robot.lookup("#table-rollup").<TableView<?>>query().getSelectionModel().select(0));
        await(() -> inspected("[bom.csv:2:3]"));
    }

    @Test
    void theTotalIsARangeItOpensAndTheRestIsBought(FxRobot robot) throws Exception {
        robot.clickOn("#open-folder");
        await(() -> window.context().current().design().get() != null);
        robot.interact(() -> window.context().navigator().goTo("parts"));
        await(() -> robot.lookup(".tab-pane").tryQuery().isPresent());
        robot.interact(() -> robot.lookup(".tab-pane").<TabPane>query().getSelectionModel().select(1));
        await(() -> shows(robot, "From €4.00 to unknown for 3 different parts: 1 without a price"));
        await(() -> shows(robot, "Ready to assemble after 5 days, the longest way: screw M3x12 (5)"));
        await(() -> shows(robot, "2 suppliers: Coop €2.00 · Mouser €2.00"));

        robot.interact(() -> robot.lookup("#rollup-stock").<CheckBox>query().setSelected(true));
        await(() -> shows(robot, "From €2.50 to unknown"));
        await(() -> shows(robot, "Stock is enough for 0"));
        robot.interact(() -> robot.lookup("#table-rollup").<TableView<?>>query().getSelectionModel().select(0));
        await(() -> inspected("from stock stock.csv:2: 3"));
        await(() -> inspected("bought: €0.50"));
        robot.interact(() -> robot.lookup("#table-rollup").<TableView<?>>query().getContextMenu().getItems().stream()
                .filter(item -> "menu-explain".equals(item.getId())).forEach(item -> item.fire()));
        await(() -> shows(robot, "bought: €0.50"));
        robot.interact(() -> ((Button) window.context().inspector().content().get().lookup("#find-uses")).fire());
        await(() -> inspected("Lamp: bom.csv:2: screw M3x10") && shows(robot, "Lamp: bom.csv:2: screw M3x10"));

        Path to = Files.createDirectory(home.resolve("baskets"));
        window.answer(to);
        await(() -> window.context().actions().get("shopping-list").fire());
        await(() -> Files.exists(to.resolve("mouser.csv")) && Files.exists(to.resolve("from-stock.csv")));
        assertTrue(Files.readString(to.resolve("not-offered.csv")).contains("shade"));

        robot.interact(() -> window.context().actions().get("scope-report").fire());
        await(() -> robot.lookup("#table-scope-pairs").tryQuery().isPresent());
        await(() -> robot.lookup("#table-scope-pairs").<TableView<?>>query().getItems().size() == 1);
    }
}
