package org.commonwright.publish.sheet;

import org.commonwright.design.DesignModule;
import org.commonwright.model.CommitId;

/// What a sheet says about a module of a design.
public final class DesignSheet {
    private DesignSheet() {}

    public static BomSheet.About about(DesignModule module) {
        CommitId commit = module.source().commit();
        return new BomSheet.About(module.name(), module.version(), module.licence(),
                commit == null ? "" : commit.hex());
    }
}
