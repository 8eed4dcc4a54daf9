package org.commonwright.design;

import java.util.List;
import java.util.Optional;
import org.commonwright.design.ModuleLines.ModuleLine;
import org.commonwright.design.manifest.Manifest;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// A module as it was read from its folder, before the modules it asks for are found.
///
/// @param licence its own, else that of the module above it
record ModuleFolder(DesignSource source, RepoPath path, @Nullable Manifest manifest, CountedLists lists,
        @Nullable RepoPath offers, String licence, List<ModuleFile> files, List<ModuleLine> lines) {
    /// The one list that is its own.
    @Nullable
    RepoPath bom() {
        return lists.files().size() == 1 ? lists.files().getFirst() : null;
    }

    String name() {
        return manifest != null && !manifest.name().isEmpty()
                ? manifest.name()
                : path.isRoot() ? source.name() : listed().orElseGet(path::fileName);
    }

    /// Its name when it is no folder but an assembly that a plain list describes.
    private Optional<String> listed() {
        RepoPath bom = bom();
        if (bom == null || !path.text().startsWith(bom.text())) {
            return Optional.empty();
        }
        String section = ListPath.section(path, bom);
        String file = bom.fileName();
        return Optional.of(section.isEmpty() ? file.substring(0, file.lastIndexOf('.')) : section);
    }
}
