package org.commonwright.review.fork;

import org.commonwright.model.RepoPath;

/// Something that two forks changed, each in its way, so that whoever merges both has to decide.
///
/// @param kind what it is
/// @param part the part of a bill of materials; else empty
/// @param cell the column's header, or the field of a manifest; empty for a whole row, lines and whole files
public record Clash(RepoPath file, Kind kind, String part, String cell) {
    /// What two forks can disagree about.
    public enum Kind {
        CELL, ROW, FIELD, LINES, WHOLE
    }
}
