package org.commonwright.workbench.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonwright.design.DesignModule;
import org.commonwright.design.ModuleFile;
import org.commonwright.workbench.area.Navigator;
import org.commonwright.workbench.palette.PaletteEntry;
import org.commonwright.workbench.palette.PaletteSource;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Lets the palette find the modules and files of the open design.
final class DesignFinder implements PaletteSource {
    private static final int MOST = 20_000;

    private final DesignViewModel model;
    private final Navigator navigator;

    DesignFinder(DesignViewModel model, Navigator navigator) {
        this.model = model;
        this.navigator = navigator;
    }

    @Override
    public List<PaletteEntry> entries() {
        List<PaletteEntry> entries = new ArrayList<>();
        List<DesignModule> modules = model.modules();
        for (DesignModule module : modules) {
            entries.add(entry(MaterialDesignC.CUBE_OUTLINE, module.name(), module.source().show(module.path()),
                    new Shown.OfModule(module)));
            for (ModuleFile file : module.files()) {
                if (entries.size() < MOST) {
                    entries.add(entry(ModuleTreePane.icon(file.role()), file.path().fileName(),
                            module.source().show(file.path()), new Shown.OfFile(module, file, 0)));
                }
            }
        }
        return entries;
    }

    private PaletteEntry entry(Ikon icon, String name, String where, Shown shown) {
        return new PaletteEntry(icon, name, where, "", Optional.empty(), () -> {
            navigator.goTo("design");
            model.select(shown);
        });
    }
}
