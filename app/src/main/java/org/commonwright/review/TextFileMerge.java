package org.commonwright.review;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.commonwright.git.TextMerge;
import org.commonwright.model.RepoPath;

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
