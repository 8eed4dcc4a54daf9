package org.commonwright.review;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.commonwright.git.TextMerge;
import org.commonwright.model.RepoPath;
import org.commonwright.review.merge.Woven;

/// One text in a merge, by lines.
final class TextFileMerge {
    private final TextMerge merge;
    private final List<MergeConflict> conflicts = new ArrayList<>();

    TextFileMerge(RepoPath file, TextMerge merge) {
        this.merge = merge;
        for (TextMerge.Conflict c : merge.conflicts()) {
            conflicts.add(
                    new MergeConflict.Text(file, conflicts.size(), text(c.base()), text(c.ours()), text(c.theirs())));
        }
    }

    List<MergeConflict> conflicts() {
        return conflicts;
    }

    byte[] resolved(Map<MergeConflict, Resolution> choices) {
        Iterator<MergeConflict> next = conflicts.iterator();
        return merge.resolved(conflict -> switch (choices.get(next.next())) {
            case Resolution.Ours _ -> conflict.ours();
            case Resolution.Theirs _ -> conflict.theirs();
            case Resolution.Value(String text) -> whole(text, conflict.ours(), conflict.theirs())
                    .getBytes(StandardCharsets.UTF_8);
        });
    }

    /// Whether the text can be this, each conflict settled as one of the sides, or their common ancestor, has it.
    ///
    /// @throws org.commonwright.error.Fault `merging.too-alike`
    boolean canSay(byte[] said) {
        var woven = new Woven(said, new byte[0]);
        for (TextMerge.Piece piece : merge.pieces()) {
            woven.then(switch (piece) {
                case TextMerge.Agreed(byte[] lines) -> List.of(lines);
                case TextMerge.Conflict(byte[] base, byte[] ours, byte[] theirs) -> List.of(ours, theirs,
                        whole(text(base), ours, theirs).getBytes(StandardCharsets.UTF_8));
            });
        }
        return woven.isWhole();
    }

    /// Lines that somebody typed end as those do that they stand for, so that the next line stays one of its own.
    private static String whole(String typed, byte[] ours, byte[] theirs) {
        String like = ours.length > 0 ? text(ours) : text(theirs);
        return typed.isEmpty() || typed.endsWith("\n") || !like.endsWith("\n")
                ? typed
                : typed + (like.endsWith("\r\n") ? "\r\n" : "\n");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
