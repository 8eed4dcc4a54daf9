package org.commonwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.commonwright.i18n.Messages;
import org.commonwright.settings.Preferences;
import org.commonwright.settings.Preferences.ThemeChoice;
import org.commonwright.task.BackgroundTasks;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.action.Group;
import org.commonwright.workbench.area.Area;
import org.commonwright.workbench.area.Inspector;
import org.commonwright.workbench.area.Leaving;
import org.commonwright.workbench.shell.AreaHost;
import org.commonwright.workbench.shell.LeaveCheck;
import org.commonwright.workbench.tasks.Outcome;
import org.commonwright.workbench.tasks.TaskEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class WorkbenchTest {
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

    @Test
    void thePaletteRunsAnActionByTheKeyboardAlone(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        robot.write("theme dark");
        robot.push(KeyCode.ENTER);
        assertEquals(ThemeChoice.DARK, new Preferences(window.context().settings()).theme());
        assertFalse(robot.lookup("#palette-field").query().getParent().getParent().isVisible());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        robot.write("zzzz");
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        robot.write("theme light");
        robot.push(KeyCode.ENTER);
        assertEquals(ThemeChoice.LIGHT, new Preferences(window.context().settings()).theme());
    }

    @Test
    void anUrgentActionHearsItsKeysWhereverTheFocusIs(FxRobot robot) {
        var fired = new AtomicInteger();
        robot.interact(() -> window.context().actions().add(Action.of("stop-now", Group.MACHINES, "workbench.quit",
                MaterialDesignC.CLOSE, fired::incrementAndGet).withShortcut("Shift+Home").first()));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        robot.write("theme");
        robot.push(KeyCode.SHIFT, KeyCode.HOME);
        assertEquals(1, fired.get());
        assertEquals(KeyCode.ESCAPE, ((KeyCodeCombination) Objects
                .requireNonNull(window.context().actions().get("stop-all").shortcut())).getCode());
        assertThrows(IllegalArgumentException.class, () -> Action.of("no-key", Group.MACHINES, "workbench.quit",
                MaterialDesignC.CLOSE, fired::incrementAndGet).withShortcut("Shift+Escape"));
    }

    @Test
    void everyActionHasATextInBothLanguagesAndIsInAMenu() {
        for (Action action : window.context().actions().all()) {
            assertFalse(window.context().texts().now(action.title()).isBlank());
            assertTrue(window.context().actions().of(action.group()).contains(action));
            assertTrue(action.id().matches("[a-z0-9-]+"), action.id());
        }
    }

    @Test
    void theLanguageChangesAtOnce(FxRobot robot) {
        Labeled open = robot.lookup("#open-folder").query();
        assertEquals("Open a folder…", open.getText());
        robot.interact(() -> window.context().actions().get("language-french").fire());
        assertEquals("Ouvrir un dossier…", open.getText());
        assertEquals("Ouvrir un dossier…", open.getAccessibleText());
        robot.interact(() -> window.context().actions().get("language-english").fire());
        assertEquals("Open a folder…", open.getText());
    }

    @Test
    void everyButtonHasANameForScreenReaders(FxRobot robot) {
        for (Node node : robot.lookup(".button").queryAll()) {
            Button button = (Button) node;
            assertTrue(button.getText() != null && !button.getText().isBlank()
                    || button.getAccessibleText() != null && !button.getAccessibleText().isBlank(), "no name: " + node);
        }
    }

    @Test
    void aRunningTaskIsShownAndCanBeCancelled(FxRobot robot) throws Exception {
        var cancelled = new CountDownLatch(1);
        window.context().tasks().submit(Messages.Key.of("workbench.opening", "a big one"), progress -> {
            progress.update(0.5);
            while (true) {
                progress.check();
                Thread.onSpinWait();
            }
        }, Outcome.of(_ -> {}, window.context().notices()::fault).whenCancelled(cancelled::countDown));
        TestWindow.await(() -> robot.lookup(".cancel-task").tryQuery().isPresent()
                && window.context().tasks().running().getFirst().fraction().get() == 0.5);
        robot.clickOn(".cancel-task");
        assertTrue(cancelled.await(60, TimeUnit.SECONDS));
        TestWindow.await(() -> window.context().tasks().running().isEmpty());
        assertEquals(TaskEntry.State.CANCELLED, window.context().tasks().ended().getFirst().state().get());
    }

    @Test
    void aFolderOpensAndIsRemembered(FxRobot robot) throws Exception {
        window.answer(home);
        robot.clickOn("#open-folder");
        TestWindow.await(() -> window.context().current().design().get() != null);
        assertEquals("design", window.context().navigator().current().get());
        robot.interact(() -> window.context().navigator().goTo("welcome"));
        assertTrue(robot.lookup(".row-button").tryQuery().isPresent());
    }

    @Test
    void aFolderThatIsNotThereIsToldInASentenceWithItsCode(FxRobot robot) throws Exception {
        window.answer(home.resolve("nowhere"));
        robot.clickOn("#open-folder");
        TestWindow.await(() -> robot.lookup(".notice").tryQuery().isPresent());
        assertEquals("workbench.no-folder", robot.lookup(".fault-code").<Labeled>query().getText());
        assertNotNull(robot.lookup(".notice-text").query());
    }

    @Test
    void unfinishedWorkIsAskedAboutBeforeItIsLost(FxRobot robot) {
        var host = new AreaHost(new Inspector());
        var check = new LeaveCheck(host, window, window.context().texts());
        window.confirms(false);
        assertTrue(check.test(Leaving.PROGRAM));
        host.add(new Area() {
            @Override
            public String id() {
                return "draft";
            }

            @Override
            public String titleKey() {
                return "workbench.area-design";
            }

            @Override
            public Ikon icon() {
                return MaterialDesignC.CUBE_OUTLINE;
            }

            @Override
            public Node view() {
                return new Region();
            }

            @Override
            public void attach() {}

            @Override
            public void detach() {}

            @Override
            public List<Messages.Key> unfinished(Leaving leaving) {
                return leaving == Leaving.PROGRAM ? List.of(Messages.Key.of("workbench.no-design")) : List.of();
            }
        });
        assertTrue(check.test(Leaving.DESIGN));
        assertFalse(check.test(Leaving.PROGRAM));
        window.confirms(true);
        assertTrue(check.test(Leaving.PROGRAM));
    }

    @Test
    void onlyLinuxWithoutADisplayHasNone() {
        assertFalse(Workbench.hasDisplay(Map.of(), "Linux", null));
        assertFalse(Workbench.hasDisplay(Map.of("DISPLAY", " "), "Linux", null));
        assertTrue(Workbench.hasDisplay(Map.of("DISPLAY", ":0"), "Linux", null));
        assertTrue(Workbench.hasDisplay(Map.of(), "Linux", "Headless"));
        assertTrue(Workbench.hasDisplay(Map.of(), "Mac OS X", null));
        assertTrue(Workbench.hasDisplay(Map.of(), "Windows 11", null));
    }
}
