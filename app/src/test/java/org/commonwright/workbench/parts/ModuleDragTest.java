package org.commonwright.workbench.parts;

import static org.commonwright.workbench.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import org.commonwright.design.DesignModule;
import org.commonwright.design.DesignReader;
import org.commonwright.design.Workspace;
import org.commonwright.design.add.Addition;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.InlineTasks;
import org.commonwright.workbench.WindowTest;
import org.commonwright.workbench.adding.AddTarget;
import org.commonwright.workbench.adding.AddingViewModel;
import org.commonwright.workbench.area.CurrentDesign;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Lanes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A window without a display cannot drag, so the drop is sent to the table as the system would send it.
@WindowTest
class ModuleDragTest {
    @TempDir
    Path folder;

    private final Notices notices = new Notices(Runnable::run);
    private final ModuleDrag drag = new ModuleDrag();
    private final Region table = new Region();
    private PartsViewModel model;
    private DesignModule root;
    private DesignModule foot;
    private boolean possible = true;

    @BeforeEach
    void aDesignWithAModule() throws IOException {
        Files.createDirectories(folder.resolve("lamp/modules/foot"));
        Files.writeString(folder.resolve("lamp/bom.csv"), "Part,Quantity\nshade,1\n");
        Files.writeString(folder.resolve("lamp/modules/foot/bom.csv"), "Part,Quantity\nplate,1\n");
        var folders = AppFolders.under(folder.resolve("home"));
        model = new PartsViewModel(folders, Lanes.all(new InlineTasks()), notices, new CurrentDesign(),
                Clock.systemUTC());
        model.load(new OpenDesign(folder.resolve("lamp"), "lamp"));
        try (var workspace = new Workspace(folders.workspace())) {
            root = new DesignReader(workspace).read(folder.resolve("lamp")).tree().root();
        }
        foot = root.modules().getFirst();
        var adding = new AddingViewModel(folders, new InlineTasks(), notices, new Target());
        drag.onto(table, () -> possible, module -> adding.addModule(module, () -> {}));
    }

    private final class Target implements AddTarget {
        @Override
        public Place place() {
            var document = model.editing().document();
            return new Place(folder.resolve("lamp"), model.shown().module().get(), document, document.size(),
                    model.editing().wished());
        }

        @Override
        public void accept(Addition addition) {
            model.editing().add(addition);
        }
    }

    private void drop() {
        Event.fireEvent(table, new DragEvent(DragEvent.DRAG_DROPPED, null, 1, 1, 1, 1, TransferMode.COPY, null, null,
                null));
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        model.editing().rows().forEach(row -> lines.add(row.cell(0) + " " + row.cell(1) + " " + row.cell(2)));
        return lines;
    }

    @Test
    void aModuleThatIsDroppedBecomesALineInOneStep() throws Exception {
        drag.begin(foot);
        drop();
        await(() -> model.editing().rows().size() == 2);
        assertEquals("foot 1 modules/foot", lines().get(1));
        model.editing().undo();
        assertEquals(1, model.editing().rows().size());
        assertTrue(model.editing().unsaved().isEmpty());
    }

    @Test
    void nothingIsTakenThatIsNoModuleOrMayNotCome() {
        drop();
        assertEquals(1, model.editing().rows().size());
        possible = false;
        drag.begin(foot);
        drop();
        assertEquals(1, model.editing().rows().size());
    }

    @Test
    void aModuleDroppedIntoItselfIsRefused() {
        drag.begin(root);
        drop();
        assertEquals(1, model.editing().rows().size());
        assertEquals("design.add-cycle", notices.shown().getFirst().text().key());
    }
}
