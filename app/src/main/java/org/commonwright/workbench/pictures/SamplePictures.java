package org.commonwright.workbench.pictures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonwright.model.RepoPath;
import org.commonwright.settings.AppFolders;
import org.commonwright.settings.Preferences.ThemeChoice;
import org.commonwright.task.Progress;
import org.commonwright.workbench.area.FileSelection;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.pictures.PictureTour.Stop;

/// Pictures of the workbench's main views on the sample design, taken without a display.
public final class SamplePictures {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;
    private static final List<String> AREAS = List.of("design", "parts", "contributors", "review", "orders",
            "machines");

    private static final RepoPath PROGRAM = new RepoPath("modules/gantry/fabrication/gantry-plate.nc");

    private final AppFolders folders;
    private final Locale locale;

    /// @param folders in whose workspace the samples are laid out
    public SamplePictures(AppFolders folders, Locale locale) {
        this.folders = folders;
        this.locale = locale;
    }

    /// @return the files, in the order of the views
    public List<Path> save(Path target, Progress progress) throws IOException, InterruptedException {
        var stops = new ArrayList<Stop>();
        stops.add(new Stop("1-welcome", _ -> {}));
        var plotter = new OpenDesign(folders.workspace().resolve("pen-plotter"), "Pen plotter");
        int number = 2;
        for (String area : AREAS) {
            stops.add(new Stop(number++ + "-" + area, context -> {
                if (context.current().design().get() == null) {
                    context.current().open(plotter);
                }
                if (area.equals("machines")) {
                    context.navigator().goTo(area, new FileSelection(PROGRAM, 0));
                    context.actions().get("practise-grbl").fire();
                } else {
                    context.navigator().goTo(area);
                }
            }));
        }
        return new PictureTour(folders, locale, ThemeChoice.LIGHT).save(target, WIDTH, HEIGHT, stops, progress);
    }
}
