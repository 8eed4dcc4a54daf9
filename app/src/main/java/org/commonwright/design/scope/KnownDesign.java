package org.commonwright.design.scope;

import java.nio.file.Path;
import org.commonwright.bom.rollup.RollupResult;
import org.commonwright.design.ModuleTree;

/// A design of the workspace, added up.
public record KnownDesign(Path folder, ModuleTree tree, RollupResult parts) {
    public String name() {
        return tree.root().name();
    }
}
