package org.commonwright.git;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;

/// What a commit says about itself.
///
/// @param author as written; [Mailmap#apply] gives the name that they go by
/// @param message the whole message
public record CommitInfo(
        CommitId id,
        List<CommitId> parents,
        Person author,
        Instant authored,
        Person committer,
        Instant committed,
        String message) {

    /// The message's first line.
    public String subject() {
        int end = message.indexOf('\n');
        return (end < 0 ? message : message.substring(0, end)).strip();
    }

    /// The author, and those that [#coAuthors] gives.
    public List<Person> people() {
        var people = new ArrayList<Person>();
        people.add(author);
        people.addAll(coAuthors());
        return List.copyOf(people);
    }

    /// Those that `Co-authored-by:` trailers name, in order, without the author and without repeats.
    public List<Person> coAuthors() {
        var people = new ArrayList<Person>();
        for (Trailer trailer : Trailer.of(message)) {
            if (trailer.key().equalsIgnoreCase("Co-authored-by")) {
                trailer.person().filter(p -> !people.contains(p) && !p.equals(author)).ifPresent(people::add);
            }
        }
        return List.copyOf(people);
    }
}
