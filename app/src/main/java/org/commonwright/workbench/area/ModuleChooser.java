package org.commonwright.workbench.area;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import org.commonwright.model.RepoPath;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;

/// A list of the open design's modules to choose one from; modules inside others are indented.
public final class ModuleChooser {
    private static final int INDENT = 4;

    private final ComboBox<ModuleChoice> box = new ComboBox<>();
    private final Consumer<RepoPath> choose;
    private boolean filling;

    /// @param nameKey what a screen reader calls it
    /// @param choose hears what a person chose
    public ModuleChooser(Controls controls, String nameKey, Consumer<RepoPath> choose) {
        this.choose = choose;
        box.setId("module-chooser");
        box.setMaxWidth(320);
        box.setVisibleRowCount(16);
        controls.name(box, controls.texts().of(nameKey));
        box.setButtonCell(new Cell(false));
        box.setCellFactory(_ -> new Cell(true));
        box.valueProperty().subscribe(this::chosen);
    }

    public Node node() {
        return box;
    }

    /// Offers modules, without telling anybody.
    public void show(List<ModuleChoice> modules, RepoPath chosen) {
        filling = true;
        box.getItems().setAll(modules);
        box.setValue(modules.stream().filter(m -> m.folder().equals(chosen)).findFirst().orElse(null));
        filling = false;
    }

    private void chosen(@Nullable ModuleChoice module) {
        if (!filling && module != null) {
            choose.accept(module.folder());
        }
    }

    private static final class Cell extends ListCell<ModuleChoice> {
        private final boolean indented;

        Cell(boolean indented) {
            this.indented = indented;
        }

        @Override
        protected void updateItem(ModuleChoice module, boolean empty) {
            super.updateItem(module, empty);
            setText(empty || module == null
                    ? null
                    : (indented ? " ".repeat(INDENT * module.depth()) : "") + module.name());
        }
    }
}
