package org.commonwright.sample;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;

/// One commit of a stored history. What it does to the files happens in the order of the record's components.
///
/// @param number from 1, for messages
/// @param with co-authors
/// @param message without trailers
/// @param branch where the commit goes; made here when it does not exist yet
/// @param from the branch that a new branch starts from
/// @param fork whose fork the branch is in; empty: the design's own repository
/// @param merge the branch that is merged in; what both sides changed must be settled by the changes
/// @param tag a tag on the commit; empty when there is none
record Step(int number, Instant date, Person by, List<Person> with, String message, String branch, String from,
        Optional<String> fork, Optional<String> merge, Optional<String> tag, List<Change> changes) {
    /// What a step does to the files.
    sealed interface Change {
        /// The file as it is in the finished design.
        record Add(RepoPath file) implements Change {}

        /// The file as it is in the finished design, but where that says `find`, this says `instead`.
        ///
        /// @param all everywhere; otherwise `find` must occur exactly once
        record Draft(RepoPath file, String find, String instead, boolean all) implements Change {}

        /// A file that the finished design does not have in this form.
        record Copy(RepoPath file, String from) implements Change {}

        /// A file or a folder gets another name.
        record Move(RepoPath from, RepoPath to) implements Change {}

        record Remove(RepoPath file) implements Change {}

        /// A change to the file as the branch has it; `find` must occur exactly once.
        record Edit(RepoPath file, String find, String replace) implements Change {}

        /// A module of another sample, pinned in `commons.lock` at a tag of that sample.
        record Pin(String name, String design, RepoPath module, String tag) implements Change {}
    }

    /// The message with its trailers, as Git has it.
    String fullMessage() {
        var text = new StringBuilder(message.strip()).append('\n');
        if (!with.isEmpty()) {
            text.append('\n');
            with.forEach(person -> text.append("Co-authored-by: ").append(person).append('\n'));
        }
        return text.toString();
    }
}
