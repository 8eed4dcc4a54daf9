package org.commonwright.design.history;

import java.time.Instant;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// One change of one cell.
///
/// @param author by the name that `.mailmap` gives
/// @param message the commit's whole message
/// @param file where the bill of materials was then
/// @param row of the file then, from 1
/// @param header what the column was called then
/// @param before null when there was no such cell
public record CellChange(CommitId commit, Person author, Instant when, String message, RepoPath file, int row,
        String header, Kind kind, @Nullable String before, String after) {
    public enum Kind {
        /// Somebody wrote another value.
        SET,
        /// The row was new.
        ROW_ADDED,
        /// The column was new.
        COLUMN_ADDED,
        /// The file was new, or history begins here.
        FILE_ADDED
    }

    /// The first line of the message.
    public String subject() {
        return message.lines().findFirst().orElse("");
    }
}
