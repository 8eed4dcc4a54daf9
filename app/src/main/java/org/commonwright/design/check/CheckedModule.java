package org.commonwright.design.check;

import java.util.List;
import java.util.Optional;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.design.DesignBoms;
import org.commonwright.design.DesignModule;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// A module with its bill of materials, read once for all checks.
///
/// @param bom null when it has none, or one that cannot be read (which the roll-up tells)
public record CheckedModule(DesignModule module, @Nullable Bom bom) {
    static CheckedModule of(DesignModule module) {
        RepoPath path = module.bom();
        if (path == null) {
            return new CheckedModule(module, null);
        }
        try {
            return new CheckedModule(module, DesignBoms.bom(module.source(), path));
        } catch (Fault _) {
            return new CheckedModule(module, null);
        }
    }

    public List<BomLine> lines() {
        return bom == null ? List.of() : bom.lines();
    }

    /// The file that a line names; empty when it is not there.
    public Optional<RepoPath> file(String written) {
        return module.lineFile(written);
    }

    Place place(BomLine line) {
        return Place.line(bom == null ? module.path().text() : bom.file(), line.row());
    }
}
