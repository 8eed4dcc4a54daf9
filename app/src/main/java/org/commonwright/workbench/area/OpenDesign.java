package org.commonwright.workbench.area;

import java.nio.file.Path;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// The design that is open.
///
/// @param folder its working folder, absolute
/// @param name as its manifest says, once it is read; the folder's name before
/// @param picture a picture of it inside the folder; null for none, or not yet known
public record OpenDesign(Path folder, String name, @Nullable RepoPath picture) {
    public OpenDesign(Path folder, String name) {
        this(folder, name, null);
    }
}
