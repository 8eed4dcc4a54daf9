package org.commonwright.design.draft;

import java.util.List;
import org.commonwright.design.DesignModule;
import org.commonwright.error.Problem;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// The manifest of one module as it is and as it could be.
///
/// @param file where it is or would be, from the design's root
/// @param before its text as it is; null when there is none
/// @param text as it would be; the same as `before` when nothing is to be written
/// @param added the keys that would be written
/// @param open the keys that OKH-LOSH requires and that neither the manifest nor the repository tells: people fill them in
/// @param problems why it cannot be written
public record ManifestDraft(DesignModule module, RepoPath file, State state, @Nullable String before, String text,
        List<String> added, List<String> open, List<Problem> problems) {
    public ManifestDraft {
        added = List.copyOf(added);
        open = List.copyOf(open);
        problems = List.copyOf(problems);
    }

    /// What there is.
    public enum State {
        /// No manifest: a new one would be written.
        MISSING,
        /// A manifest of Open Know-How 1.0 in YAML: an `okh.toml` would be written beside it.
        OLD,
        /// A manifest in TOML: missing keys would be put in, all else left byte for byte.
        THERE,
        /// A manifest that cannot be read: nothing is written over it.
        BROKEN
    }

    /// Whether there is something to write.
    public boolean isChange() {
        return !text.equals(before) && state != State.BROKEN;
    }
}
