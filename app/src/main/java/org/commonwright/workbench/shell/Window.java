package org.commonwright.workbench.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.commonwright.settings.Preferences;
import org.commonwright.settings.RecentDesigns;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.area.Area;
import org.commonwright.workbench.area.Leaving;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.fixes.Checking;
import org.commonwright.workbench.fixes.FixDesk;
import org.commonwright.workbench.fixes.FixMenu;
import org.commonwright.workbench.palette.PaletteView;
import org.commonwright.workbench.palette.PaletteViewModel;
import org.commonwright.workbench.state.WindowMemory;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Theme;
import org.commonwright.workbench.welcome.DesignOpener;

/// The window: puts the frame together, restores how it was left, and takes it down again.
public final class Window {
    private final WorkbenchContext context;
    private final AreaHost host;
    private final Stage stage;
    private final Frame frame;
    private final FrameMemory memory;
    private final DesignOpener opener;
    private final PaletteViewModel palette;

    /// @param host the context's navigator
    /// @param mayLeave asks before something unfinished is lost
    /// @param areas in the order of the rail; the first is the welcome page
    public Window(Stage stage, WorkbenchContext context, AreaHost host, DesignOpener opener,
            Predicate<Leaving> mayLeave, List<Function<WorkbenchContext, Area>> areas) {
        this.stage = stage;
        this.context = context;
        this.host = host;
        this.opener = opener;
        this.memory = new FrameMemory(context.settings());
        this.palette = new PaletteViewModel(context.actions(), context.finders(), context.texts());
        var controls = new Controls(context.texts());
        var actions = context.actions();
        var sync = new SyncViewModel(context.current(), context.tasks().quiet());
        stage.focusedProperty().subscribe((_, focused) -> {
            if (focused) {
                sync.lookAgain();
            }
        });
        areas.forEach(area -> host.add(area.apply(context)));
        FrameActions.areas(actions, host);
        Action search = FrameActions.palette(palette);
        Action inspector = FrameActions.inspector(this::toggleInspector);
        actions.add(search, inspector);
        var fixes = new FixMenu(context, new FixDesk(context), controls);
        Checking.begin(context);
        var bottom = bottom(fixes, controls);
        FrameActions.panels(actions, bottom);
        var topBar = new TopBar(TopBar.search(search, controls), new MainMenu(actions, controls).node(),
                new DesignChooser(context.current(), actions, new RecentDesigns(context.settings()), opener, controls)
                        .node(),
                SyncView.of(sync, controls));
        this.frame = new Frame(topBar.node(), new Rail(host, controls).node(), host.node(),
                new InspectorPane(context.inspector(), inspector, controls).node(), bottom,
                new StatusBar(context.tasks(), context.machines(), controls, () -> bottom.show("tasks")).node(),
                new NoticesView(context.notices(), controls).node(), new PaletteView(palette, controls).node());
        context.inspector().whenRevealed(() -> frame.inspectorShown().set(true));
        var scene = new Scene(frame.root());
        var preferences = new Preferences(context.settings());
        var theme = new Theme(preferences, scene);
        FrameActions.appearance(actions, theme, context.texts(), preferences);
        FrameActions.quit(actions, () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        stage.setOnCloseRequest(request -> {
            if (!mayLeave.test(Leaving.PROGRAM)) {
                request.consume();
            }
        });
        Shortcuts.install(actions, scene);
        FolderDrop.install(scene, opener::open);
        stage.setScene(scene);
        stage.titleProperty().bind(context.texts().of("workbench.title").flatMap(
                program -> context.current().design().map(d -> d.name() + " – " + program).orElse(program)));
    }

    /// Shows the window as it was left.
    public void show() {
        show(Optional.empty());
    }

    /// Shows the window as it was left, with another design.
    ///
    /// @param design its folder; empty for the one that was open
    public void show(Optional<Path> design) {
        new WindowMemory(context.settings(), stage).restore();
        memory.restore(frame);
        stage.show();
        host.goTo(host.areas().getFirst().id());
        design.or(memory::design).ifPresent(folder -> opener.open(folder, areaLeft()));
        // Also for a start after a crash, or after the power failed.
        context.current().design().subscribe((_, _) -> remember());
        host.current().subscribe((_, _) -> remember());
    }

    /// The area that was in sight, when there still is one of that name and it shows a design.
    private String areaLeft() {
        String was = memory.area();
        return host.areas().stream().filter(Area::onRail).map(Area::id).filter(was::equals).findFirst()
                .orElse("design");
    }

    /// Remembers how it is left and closes the areas.
    public void close() {
        remember();
        host.close();
    }

    private void remember() {
        memory.save(frame, host.current().get(), context.current());
    }

    public PaletteViewModel palette() {
        return palette;
    }

    private void toggleInspector() {
        frame.inspectorShown().set(!frame.inspectorShown().get());
    }

    private BottomPanel bottom(FixMenu fixes, Controls controls) {
        var bottom = new BottomPanel();
        var problems = context.problems().all();
        bottom.add("problems", Bindings.size(problems).asObject()
                .flatMap(n -> controls.texts().of("workbench.problems-count", n)),
                new ProblemsPanel(context.problems(), fixes, controls).node());
        bottom.add("console", controls.texts().of("workbench.console"),
                new ConsolePanel(context.console(), controls).node());
        bottom.add("tasks", controls.texts().of("workbench.tasks"),
                new TasksPanel(context.tasks(), controls).node());
        return bottom;
    }
}
