package org.commonwright.workbench.area;

import javafx.scene.control.TreeCell;
import org.commonwright.design.DesignModule;
import org.commonwright.workbench.theme.Icons;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// A module's name, with a sign for those that are pinned from another repository.
public final class ModuleCell extends TreeCell<DesignModule> {
    @Override
    protected void updateItem(DesignModule module, boolean empty) {
        super.updateItem(module, empty);
        setText(empty || module == null ? null : module.name());
        setGraphic(empty || module == null
                ? null
                : Icons.of(module.source().own() ? MaterialDesignC.CUBE_OUTLINE : MaterialDesignC.CUBE_SEND));
    }
}
