package org.commonwright.record;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonwright.error.Fault;
import org.commonwright.git.CommitReader;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;
import org.commonwright.model.RepoPath;

/// Bytes beside entries that name them by their hash: a file `attached/<SHA-256>` in a pack of the same log. They are read
/// only when somebody asks for them, so a log with many of them is read as fast as one without.
final class Attachments {
    /// The most bytes of one.
    static final int LIMIT = 4 << 20;

    private static final int MOST = 64;
    private static final RepoPath FOLDER = new RepoPath("attached");

    private Attachments() {}

    static RepoPath path(ContentId id) {
        return FOLDER.resolve(id.hex());
    }

    /// What is attached to a pack; empty when the commit holds something else than a pack and what is attached to it.
    static Optional<Set<ContentId>> of(CommitReader reader, CommitId commit) {
        List<String> root = reader.rootNames(commit);
        if (root.equals(List.of(LogReader.PACK.text()))) {
            return Optional.of(Set.of());
        }
        List<String> names = reader.names(commit, FOLDER);
        boolean formed = root.equals(List.of(FOLDER.text(), LogReader.PACK.text())) && !names.isEmpty()
                && names.size() <= MOST && names.stream().allMatch(name -> name.matches("[0-9a-f]{64}"));
        return formed ? Optional.of(names.stream().map(ContentId::new).collect(Collectors.toSet())) : Optional.empty();
    }

    /// @throws Fault `record.attachment-altered` when the bytes are not those that the name promises, `files.too-large`,
    ///         `git.missing-object`, `git.corrupt`
    static byte[] read(CommitReader reader, CommitId commit, ContentId id) {
        byte[] bytes = reader.file(commit, path(id), LIMIT).orElse(new byte[0]);
        if (!ContentId.of(bytes).equals(id)) {
            throw new Fault("record.attachment-altered", id.abbreviated());
        }
        return bytes;
    }
}
