package org.commonwright.review.fork;

import java.time.Instant;
import java.util.List;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;

/// A fork as its last commit says it: what is known before its history is looked at.
///
/// @param refs full names that lead to this commit, such as `refs/remotes/lena/quieter-drive`; never empty
/// @param head its last commit
/// @param author who wrote it, by the main branch's `.mailmap`; both parts may be empty
/// @param last when that was, by the author's clock
/// @param subject that commit's first line
/// @param here whether that commit can be read here
public record ForkTip(List<String> refs, CommitId head, Person author, Instant last, String subject, boolean here) {
    public ForkTip {
        refs = List.copyOf(refs);
    }

    /// The full name that stands for it.
    public String ref() {
        return refs.getFirst();
    }

    /// The name for people: `lena/quieter-drive`.
    public String name() {
        return shown(ref());
    }

    /// All names for people.
    public List<String> names() {
        return refs.stream().map(ForkTip::shown).toList();
    }

    /// The author's name, or their address where they gave none; empty when they gave neither.
    public String by() {
        return author.name().isBlank() ? author.email() : author.name();
    }

    private static String shown(String ref) {
        return ref.replaceFirst("^refs/(heads|remotes|commonwright)/", "");
    }
}
