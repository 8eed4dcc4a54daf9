package org.commonwright.git;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// A commit that is not written yet: the files of a commit it starts from, edits to them, parents, people, message.
/// [CommitWriter#write] writes it.
public final class CommitDraft {
    private final Map<RepoPath, TreeEdit> edits = new LinkedHashMap<>();
    private final List<CommitId> parents = new ArrayList<>();
    private final Person author;
    private final Instant authored;
    private final String message;
    private @Nullable CommitId base;
    private @Nullable Signer signer;

    public CommitDraft(Person author, Instant when, String message) {
        this.author = author;
        this.authored = when;
        this.message = message;
    }

    /// Starts from the files of `commit` and has it as its first parent.
    public CommitDraft on(CommitId commit) {
        base = commit;
        return parent(commit);
    }

    public CommitDraft parent(CommitId commit) {
        parents.add(commit);
        return this;
    }

    public CommitDraft put(RepoPath path, byte[] bytes) {
        return edit(path, new TreeEdit.Write(bytes));
    }

    public CommitDraft delete(RepoPath path) {
        return edit(path, new TreeEdit.Delete());
    }

    public CommitDraft edit(RepoPath path, TreeEdit edit) {
        edits.put(path, edit);
        return this;
    }

    public CommitDraft edits(Map<RepoPath, ? extends TreeEdit> more) {
        edits.putAll(more);
        return this;
    }

    public CommitDraft signedBy(Signer with) {
        signer = with;
        return this;
    }

    Optional<CommitId> base() {
        return Optional.ofNullable(base);
    }

    Map<RepoPath, TreeEdit> edits() {
        return edits;
    }

    List<CommitId> parents() {
        return parents;
    }

    Person author() {
        return author;
    }

    Instant authored() {
        return authored;
    }

    String message() {
        return message;
    }

    Optional<Signer> signer() {
        return Optional.ofNullable(signer);
    }
}
