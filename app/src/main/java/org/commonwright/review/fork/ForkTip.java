package org.commonwright.review.fork;

import java.time.Instant;
import java.util.List;
import org.commonwright.error.Quoted;
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
    private static final String OURS = "refs/commonwright/";

    public ForkTip {
        refs = List.copyOf(refs);
    }

    /// The full name that stands for it.
    public String ref() {
        return refs.getFirst();
    }

    /// Its short name, which finds it again: `lena/quieter-drive`.
    public String name() {
        return shortened(ref());
    }

    /// All short names.
    public List<String> names() {
        return refs.stream().map(ForkTip::shortened).toList();
    }

    /// What people call it: its name. A proposal that was brought in has none but the id of its commit: it is called by what that
    /// commit says.
    public String title() {
        return title(ref());
    }

    /// All that people call it.
    public List<String> titles() {
        return refs.stream().map(this::title).toList();
    }

    /// Whether no branch stands there: it came with a proposal.
    public boolean isBrought() {
        return ref().startsWith(OURS);
    }

    /// The author's name, or their address where they gave none; empty when they gave neither.
    public String by() {
        return author.name().isBlank() ? author.email() : author.name();
    }

    private String title(String ref) {
        String title = Quoted.of(subject);
        return ref.startsWith(OURS) && !title.isBlank() ? title + " (" + head.abbreviated() + ")" : shortened(ref);
    }

    private static String shortened(String ref) {
        return ref.replaceFirst("^refs/(heads|remotes|commonwright)/", "");
    }
}
