package org.commonwright.review;

import java.util.List;
import org.commonwright.model.RepoPath;

/// What a change does to one module.
///
/// @param module its folder
/// @param name its name for people
/// @param licenceBefore its licence before; empty when it had none or is new
/// @param licenceAfter its licence afterwards; empty when it has none or is removed
/// @param files what it does to each file
/// @param later in an outline: the files instead, to be looked at one by one
public record ModuleReview(RepoPath module, String name, String licenceBefore, String licenceAfter,
        List<FileReview> files, List<LaterFile> later) {
    public ModuleReview {
        files = List.copyOf(files);
        later = List.copyOf(later);
    }

    public boolean licenceChanged() {
        return !licenceBefore.equals(licenceAfter);
    }
}
