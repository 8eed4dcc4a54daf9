package org.commonwright.review.comment;

import java.util.List;
import org.commonwright.model.RepoPath;

/// What a comment is about, as one commit has it.
public sealed interface Anchor {
    /// The file, or the module's folder.
    RepoPath path();

    /// The file's blob; empty for a module.
    default String blob() {
        return "";
    }

    /// A module: its folder.
    record Module(RepoPath path) implements Anchor {}

    /// A file as a whole, of whatever kind.
    record File(RepoPath path, String blob) implements Anchor {}

    /// Lines of a text that follow each other.
    ///
    /// @param line the first, from 1
    /// @param quote what they say, without line ends, each no longer than [QuotedLine#LONGEST]
    /// @param before some lines above, the nearest last
    /// @param after some lines below, the nearest first
    record Line(RepoPath path, String blob, int line, List<String> quote, List<String> before, List<String> after)
            implements
                Anchor {
        public Line {
            quote = List.copyOf(quote);
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /// A cell of a bill of materials.
    ///
    /// @param part what the row calls its part
    /// @param manufacturer of the part, where the row names one
    /// @param mpn of the part, where the row names one
    /// @param column the column's header
    /// @param meaning a name of the column that is the same in every file for the same meaning
    /// @param value what it says
    /// @param row in the file, from 1
    record Cell(RepoPath path, String blob, String part, String manufacturer, String mpn, String column,
            String meaning, String value, int row) implements Anchor {}

    /// A point on the surface of a model, in mm.
    record Point(RepoPath path, String blob, double x, double y, double z) implements Anchor {}

    /// A place on a picture.
    ///
    /// @param across part of the width from the left, 0 to 1
    /// @param down part of the height from above, 0 to 1
    record Picture(RepoPath path, String blob, double across, double down) implements Anchor {}
}
