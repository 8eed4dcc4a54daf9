package org.commonwright.contribution.insight;

import java.util.List;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// Something that makes somebody's lines look like more than was done. It is shown, and changes no number: people judge.
///
/// @param people whose lines it is about; empty for files that are not counted
/// @param commit in which it happened; null when it is no single one
/// @param file an example; null when it is about no file
/// @param lines how many
/// @param of out of how many
/// @param other the file that this one is a copy of; null for other sorts
public record Note(Kind kind, List<Person> people, @Nullable CommitId commit, @Nullable RepoPath file, long lines,
        long of, @Nullable RepoPath other) {
    public Note {
        people = List.copyOf(people);
    }

    /// What was recognised.
    public enum Kind {
        /// Lines that somebody wrote and replaced themselves within two weeks, out of those that they ever wrote.
        CHURN("churn"),
        /// Lines of a commit in which only spacing is new, out of all that it brought.
        SPACING("spacing"),
        /// Lines of a file that stand in another one, which was there before, under somebody else's name.
        COPY("copy"),
        /// Lines of vendored and generated files, which are not counted.
        VENDORED("vendored");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /// As the command line writes it.
        public String id() {
            return id;
        }
    }
}
