package org.commonwright.workbench.area;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.commonwright.machine.Machines;
import org.commonwright.settings.AppFolders;
import org.commonwright.settings.SettingsFile;
import org.commonwright.workbench.action.Actions;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.palette.PaletteSources;
import org.commonwright.workbench.tasks.TaskBoard;
import org.commonwright.workbench.text.Texts;

/// What the frame gives to every area. A view-model takes only the parts that it needs.
///
/// @param window the window's thread
/// @param finders lets the palette find more than actions
/// @param machines the machines' places in the status bar, and the emergency stop
/// @param ports who holds which port; one for the whole window
public record WorkbenchContext(AppFolders folders, Executor window, InstantSource clock, Texts texts, TaskBoard tasks,
        Actions actions, CurrentDesign current, Navigator navigator, ProblemList problems, ConsoleLog console,
        Notices notices, Inspector inspector, MachineStatus machines, Machines ports, WatchedDialogs dialogs,
        SettingsFile settings, PaletteSources finders) {}
