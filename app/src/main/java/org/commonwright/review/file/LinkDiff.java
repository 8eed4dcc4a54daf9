package org.commonwright.review.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.commonwright.i18n.Formats;
import org.commonwright.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// A symbolic link or a submodule, which is shown and never followed.
///
/// @param before null when it is new
/// @param after null when it is removed
public record LinkDiff(@Nullable Side before, @Nullable Side after) implements FileDiff {
    /// One side.
    ///
    /// @param submodule whether it is another repository's commit; else a symbolic link
    /// @param target the commit, or where the link points
    /// @param leaves whether the link leads out of the repository
    public record Side(boolean submodule, String target, boolean leaves) {}

    @Override
    public List<Row> rows(Messages messages, Formats formats) {
        var rows = new ArrayList<Row>();
        boolean submodule = before != null && before.submodule() || after != null && after.submodule();
        rows.add(new Row(messages.get(submodule ? "filediff.submodule" : "filediff.link"), shown(before),
                shown(after)));
        if (after != null && after.leaves()) {
            rows.add(Row.said(messages.get("filediff.link-leaves"), ""));
        }
        return rows;
    }

    private static @Nullable String shown(@Nullable Side side) {
        return side == null ? null : SafeText.of(side.submodule() ? side.target().substring(0, 12) : side.target());
    }

    @Override
    public void write(ObjectNode node) {
        boolean submodule = before != null && before.submodule() || after != null && after.submodule();
        node.put("kind", submodule ? "submodule" : "link")
                .put("target_before", before == null ? null : before.target())
                .put("target_after", after == null ? null : after.target())
                .put("leaves", after != null && after.leaves());
    }
}
