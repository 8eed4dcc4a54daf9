package org.commonwright.workbench.area;

import java.util.Comparator;
import java.util.List;
import org.commonwright.design.DesignModule;
import org.commonwright.design.ModuleTree;
import org.commonwright.model.RepoPath;

/// A module of the open design, as a chooser offers it.
///
/// @param depth how many folders of modules are around it; 0 is the whole design
public record ModuleChoice(String name, RepoPath folder, int depth) {
    /// The design's own modules, the whole design first, each module below the one around it. Modules of other repositories
    /// are chosen where they are at home.
    public static List<ModuleChoice> of(ModuleTree tree) {
        List<DesignModule> own = tree.modules().stream().filter(m -> m.source().own())
                .sorted(Comparator.comparing(DesignModule::path)).toList();
        return own.stream().map(m -> new ModuleChoice(m.name(), m.path(), (int) own.stream()
                .filter(around -> !around.path().equals(m.path()) && m.path().isUnder(around.path())).count()))
                .toList();
    }
}
