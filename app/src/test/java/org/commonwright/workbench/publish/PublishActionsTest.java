package org.commonwright.workbench.publish;

import static org.commonwright.workbench.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.stage.Stage;
import org.commonwright.publish.sheet.SheetFormat;
import org.commonwright.sample.SampleInstaller;
import org.commonwright.sample.SampleSource;
import org.commonwright.task.BackgroundTasks;
import org.commonwright.task.Progress;
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
class PublishActionsTest {
    private static final Path STORED = Path.of(System.getProperty("commonwright.root", "..")).resolve("designs-sample");

    @TempDir
    Path home;

    private TestWindow window;
    private Path plotter;

    @Start
    void start(Stage stage) {
        plotter = new SampleInstaller(SampleSource.folder(STORED)).install(home.resolve("designs"), Progress.NONE)
                .design("pen-plotter").orElseThrow().folder();
        window = new TestWindow(stage, home, new BackgroundTasks(new FxThread()));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> window.composition().close());
    }

    private boolean said(String key) {
        return window.context().notices().shown().stream().anyMatch(notice -> notice.text().key().equals(key));
    }

    private void fire(FxRobot robot, String action, Path answer) {
        robot.interact(() -> {
            window.context().notices().shown().clear();
            window.answer(answer);
            assertTrue(window.context().actions().get(action).fire(), action);
        });
    }

    @Test
    void everyFormatIsWrittenFromTheMenu(FxRobot robot) throws Exception {
        assertTrue(window.context().actions().get("release").isBlocked());
        robot.interact(() -> window.context().current().open(new OpenDesign(plotter, "Pen plotter")));
        for (SheetFormat format : SheetFormat.values()) {
            Path file = home.resolve("out-" + format.id() + "." + format.extension());
            fire(robot, "export-parts-" + format.id(), file);
            await(() -> said("publish.says-written"));
            assertTrue(Files.size(file) > 100, format.id());
        }
        fire(robot, "export-instructions", home.resolve("a.html"));
        await(() -> said("publish.says-instructions"));
        for (String report : new String[]{"report-completeness", "report-durability"}) {
            fire(robot, report, home.resolve(report + ".pdf"));
            await(() -> said("publish.says-report"));
            assertTrue(Files.size(home.resolve(report + ".pdf")) > 1000, report);
        }
        fire(robot, "release", Files.createDirectories(home.resolve("releases")));
        await(() -> said("publish.says-released"));
        Path archive;
        try (var made = Files.list(home.resolve("releases"))) {
            archive = made.findFirst().orElseThrow();
        }
        assertEquals("pen-plotter-1.2.0.zip", archive.getFileName().toString());
        fire(robot, "check-release", archive);
        await(() -> said("publish.says-checked"));
        byte[] bytes = Files.readAllBytes(archive);
        bytes[bytes.length / 2] ^= 1;
        Files.write(archive, bytes);
        fire(robot, "check-release", archive);
        await(() -> said("workbench-publish.release-changed") || said("publish.not-a-release"));
    }
}
