package org.commonwright.design.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonwright.design.DesignModule;
import org.commonwright.design.draft.ManifestDrafts;
import org.commonwright.design.fix.FileEdit;
import org.commonwright.design.fix.Fix;

/// Manifests for modules that were found by their files. As soon as one folder of a repository has a manifest, folders without are
/// modules no more; so where there is none yet, all are written together.
final class NewManifests {
    private final CheckedDesign design;

    NewManifests(CheckedDesign design) {
        this.design = design;
    }

    /// @param where the module as the finding names it
    List<Fix> fixes(String where) {
        List<DesignModule> inferred = design.modules().stream().map(CheckedModule::module)
                .filter(module -> module.manifest() == null && module.section().isEmpty() && isFolder(module)
                        && !module.files().isEmpty())
                .toList();
        Optional<DesignModule> one = inferred.stream().filter(module -> where.equals(place(module))).findFirst();
        if (one.isEmpty()) {
            return List.of();
        }
        boolean none = design.modules().stream().allMatch(module -> module.module().manifest() == null);
        List<FileEdit> edits = new ArrayList<>();
        (none ? inferred : List.of(one.get())).forEach(module -> edits.add(new FileEdit.NewFile(
                module.path().resolve("okh.toml"), ManifestDrafts.text(module))));
        return List.of(edits.size() == 1
                ? Fix.choice(edits, "design.fix-manifest", edits.getFirst().file())
                : Fix.choice(edits, "design.fix-manifests", edits.size()));
    }

    private static String place(DesignModule module) {
        return module.path().isRoot() ? module.name() : module.path().text();
    }

    /// A list of an assembly is no folder.
    private boolean isFolder(DesignModule module) {
        return !design.files().exists(module.path()) && !design.files().exists(module.path().resolve("okh.toml"));
    }
}
