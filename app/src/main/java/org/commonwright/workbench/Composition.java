package org.commonwright.workbench;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.stage.Stage;
import org.commonwright.machine.Machines;
import org.commonwright.settings.AppFolders;
import org.commonwright.settings.Preferences;
import org.commonwright.settings.RecentDesigns;
import org.commonwright.settings.SettingsFile;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.action.Actions;
import org.commonwright.workbench.area.Area;
import org.commonwright.workbench.area.ConsoleLog;
import org.commonwright.workbench.area.CurrentDesign;
import org.commonwright.workbench.area.Dialogs;
import org.commonwright.workbench.area.Inspector;
import org.commonwright.workbench.area.MachineStatus;
import org.commonwright.workbench.area.ProblemList;
import org.commonwright.workbench.area.WatchedDialogs;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.palette.PaletteSources;
import org.commonwright.workbench.publish.PublishActions;
import org.commonwright.workbench.shell.AreaHost;
import org.commonwright.workbench.shell.LeaveCheck;
import org.commonwright.workbench.shell.Window;
import org.commonwright.workbench.tasks.TaskBoard;
import org.commonwright.workbench.text.Texts;
import org.commonwright.workbench.welcome.DesignOpener;
import org.commonwright.workbench.welcome.WelcomeArea;

/// The composition root of the window: makes each part once and hands it to those who need it.
public final class Composition implements AutoCloseable {
    private final WorkbenchContext context;
    private final Window window;

    /// @param system the language to speak when none was chosen
    /// @param tasks runs work; its listeners are called on `fx`
    /// @param dialogs makes the dialogs of the window
    public Composition(Stage stage, AppFolders folders, Locale system, Tasks tasks, Executor fx, InstantSource clock,
            BiFunction<Stage, Texts, Dialogs> dialogs) {
        this(stage, folders, folders.config().resolve("settings.json"), system, tasks, fx, clock, dialogs);
    }

    /// As above, with the settings in a file of their own.
    public Composition(Stage stage, AppFolders folders, Path settingsFile, Locale system, Tasks tasks, Executor fx,
            InstantSource clock, BiFunction<Stage, Texts, Dialogs> dialogs) {
        var notices = new Notices(fx);
        var settings = new SettingsFile(settingsFile, notices::fault);
        var texts = new Texts(new Preferences(settings).language(system));
        var inspector = new Inspector();
        var host = new AreaHost(inspector);
        context = new WorkbenchContext(folders, fx, clock, texts, new TaskBoard(tasks, fx), new Actions(),
                new CurrentDesign(), host, new ProblemList(host), new ConsoleLog(fx, clock), notices, inspector,
                new MachineStatus(), new Machines(), new WatchedDialogs(dialogs.apply(stage, texts)), settings,
                new PaletteSources());
        notices.listen(notice -> context.console().add("workbench", texts.now(notice.text())));
        var leave = new LeaveCheck(host, context.dialogs(), texts);
        var opener = new DesignOpener(context, new RecentDesigns(settings), leave);
        List<Function<WorkbenchContext, Area>> areas = new ArrayList<>();
        areas.add(c -> new WelcomeArea(c, opener));
        areas.addAll(Areas.all());
        new PublishActions(context).register();
        window = new Window(stage, context, host, opener, leave, areas);
    }

    public WorkbenchContext context() {
        return context;
    }

    public Window window() {
        return window;
    }

    /// Saves how the window was left, stops work, closes areas.
    @Override
    public void close() {
        window.close();
        context.settings().close();
        context.tasks().close();
    }
}
