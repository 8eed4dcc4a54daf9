package org.commonwright.workbench.machines;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.commonwright.machine.HostileDevice;
import org.commonwright.task.BackgroundTasks;
import org.commonwright.workbench.FxThread;
import org.commonwright.workbench.TestWindow;
import org.commonwright.workbench.WindowTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// A machine that talks without pause in front of a real window: alarms, escapes and noise as fast as a serial
/// port takes them.
@WindowTest
class FloodTest {
    private static final long ENOUGH = 1_000_000;

    @TempDir
    static Path home;

    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(stage, home, new BackgroundTasks(new FxThread()));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> window.composition().close());
    }

    private static HostileDevice device(byte[] flood) throws IOException {
        return System.getProperty("os.name").startsWith("Windows")
                ? HostileDevice.grbl(flood)
                : HostileDevice.serial(HostileDevice::grblAnswer, flood);
    }

    @Test
    void theWindowStaysInHandAndTheStopGetsThrough(FxRobot robot) throws Exception {
        String mad = "ALARM:1\r\n[MSG:\u001B[31m\u202Ered]\r\n<Run|MPos:1e308,NaN|FS:,>\r\nöäü\u0000\r\n";
        try (var device = device(mad.repeat(500).getBytes(StandardCharsets.UTF_8))) {
            robot.interact(() -> window.context().navigator().goTo("machines"));
            ComboBox<?> ports = robot.lookup(".combo-box").queryAllAs(ComboBox.class).stream()
                    .filter(box -> box.isEditable()).findFirst().orElseThrow();
            robot.interact(() -> ports.getEditor().setText(device.port()));
            robot.interact(() -> ports.getEditor().fireEvent(new javafx.event.ActionEvent()));
            TestWindow.await(() -> window.context().machines().emergencyStop().get() != null);
            device.flood(true);
            while (device.written() < ENOUGH) {
                // Each of these waits until the window has answered.
                robot.interact(() -> {});
            }
            Set<ListView<?>> lists = Set.copyOf(robot.lookup(".list-view").<ListView<?>>queryAll());
            assertTrue(lists.stream().allMatch(list -> list.getItems().size() <= 2 * ConsoleLog.REMEMBERED), "a list");
            robot.push(KeyCode.SHIFT, KeyCode.ESCAPE);
            TestWindow.await(() -> device.heard(0x18));
        }
    }
}
