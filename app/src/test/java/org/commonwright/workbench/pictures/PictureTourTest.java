package org.commonwright.workbench.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.image.Image;
import org.commonwright.settings.AppFolders;
import org.commonwright.settings.Preferences.ThemeChoice;
import org.commonwright.task.Progress;
import org.commonwright.workbench.WindowTest;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.pictures.PictureTour.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WindowTest
class PictureTourTest {
    @TempDir
    Path home;

    @Test
    void viewsAreSavedAsPicturesAndTheSettingsAreLeftAlone() throws Exception {
        Path design = home.resolve("lamp");
        Files.createDirectories(design);
        Files.writeString(design.resolve("okh.toml"), "okhv = \"2.4\"\nname = \"Desk lamp\"\n");
        var tour = new PictureTour(AppFolders.under(home), Locale.FRENCH, ThemeChoice.DARK);
        List<Path> files = tour.save(home.resolve("pictures"), 1200, 700,
                List.of(new Stop("welcome", _ -> {}), new Stop("design", context -> {
                    context.current().open(new OpenDesign(design, "lamp"));
                    context.navigator().goTo("design");
                })), Progress.NONE);
        assertEquals(List.of(home.resolve("pictures/welcome.png"), home.resolve("pictures/design.png")), files);
        for (Path file : files) {
            var picture = new Image(file.toUri().toString());
            assertEquals(1200, picture.getWidth());
            assertEquals(700, picture.getHeight());
            Set<Integer> colours = new HashSet<>();
            for (int x = 0; x < 1200; x += 3) {
                for (int y = 0; y < 700; y += 3) {
                    colours.add(picture.getPixelReader().getArgb(x, y));
                }
            }
            assertTrue(colours.size() > 20, file + " shows almost nothing");
        }
        assertFalse(Files.exists(home.resolve("config/settings.json")));
    }
}
